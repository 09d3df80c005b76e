"""What the tests of claims share: the claims of a text, told in its own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest


class Told(NamedTuple):
    """A claim in the words of its text; a source is null where it is inherited."""

    cue: str | None
    content: str
    sources: tuple[str | None, ...]
    act: str
    speech: str
    rule: str
    entities: tuple[str, ...]
    kinds: tuple[str, ...]


@pytest.fixture(scope="session")
def told(code: Callable[..., Any]) -> Callable[..., list[Told]]:
    """A function that gives the claims of a text."""

    def told(text: str, published: str | None = "2024-05-15") -> list[Told]:
        return [_told(claim, text) for claim in code(text, published).claimed.claims]

    return told


def _told(claim: Any, text: str) -> Told:
    """One claim in the words of its text."""
    return Told(
        claim.cue and claim.cue.cut(text),
        claim.content.cut(text),
        tuple(link.span and link.span.cut(text) for link in claim.chain),
        claim.act,
        claim.speech,
        claim.rule.removeprefix("ar.claims."),
        tuple(link.entity for link in claim.chain),
        tuple(link.kind for link in claim.chain),
    )


@pytest.fixture(scope="session")
def related(code: Callable[..., Any]) -> Callable[[str], list[tuple[str, str, str]]]:
    """A function that gives the relations of a text: the kind, and the contents of both claims."""

    def related(text: str) -> list[tuple[str, str, str]]:
        claimed = code(text).claimed
        words = {claim.id: claim.content.cut(text) for claim in claimed.claims}
        return [(relation.kind, words[relation.a], words[relation.b]) for relation in claimed.relations]

    return related
