"""What the tests of events share: the events of a text, by their triggers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from riwaya.model import Event


@pytest.fixture(scope="session")
def events(code: Callable[..., Any]) -> Callable[..., dict[str, Event]]:
    """A function that gives the events of a text by their triggers (with a number for one that returns)."""

    def events(text: str, published: str | None = "2024-05-15") -> dict[str, Event]:
        found: dict[str, Event] = {}
        for event in code(text, published).events:
            words = event.trigger.cut(text)
            found[words if words not in found else f"{words} {len(found)}"] = event
        return found

    return events
