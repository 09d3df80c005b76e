"""What the tests of mentions share: the mentions of one kind, by their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Mentions = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture(scope="session")
def mentions(code: Callable[..., Any]) -> Mentions:
    """A function that gives the values of a text's mentions of a kind, by their words."""

    def mentions(kind: str, text: str, published: str | None = "2024-05-15") -> dict[str, dict[str, Any]]:
        found = code(text, published).claimed.found
        return {
            found.analysed.words(m.start, m.end): {**m.value, "rule": m.rule} for m in found.mentions if m.kind == kind
        }

    return mentions
