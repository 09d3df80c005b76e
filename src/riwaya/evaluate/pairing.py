"""Pairing: which of the gold stands against which of the found, one to one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from riwaya.evaluate.reading import Reading, ReadLink

G = TypeVar("G")
F = TypeVar("F")
SameSource = Callable[[ReadLink, ReadLink], bool]

_LEAST_WORDS = 0.6  # of the shorter name's words must be shared
_FILLERS = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "s", "the", "to"}
_DESCRIBING = {"source", "sources", "spokesman"}  # say nothing of who it is
_PASSED_OVER = {"Mn", "Cf", "Lm", "Pi", "Pf"}  # diacritics, controls, lengthening marks, quotation marks


def pair(
    gold: Sequence[G], found: Sequence[F], score: Callable[[G, F], float], *, least: float
) -> list[tuple[int, int]]:
    """The indices of what belongs together, best score first, each used once."""
    scored = ((score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted((s for s in scored if s[0] >= least), reverse=True):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def same_source(gold: Reading, found: Reading, text: str) -> SameSource:
    """The function that says whether a gold link and a found link name one source.

    They do when their words overlap, when their names share most words, or when the one is called elsewhere
    in the report as the other is.
    """
    called_gold, called_found = _called(gold, text), _called(found, text)

    def same(g: ReadLink, f: ReadLink) -> bool:
        if g.span and f.span and g.span.overlap(f.span):
            return True
        if _share_words(g.entity, f.entity):
            return True
        ours, theirs = called_gold.get(fold(g.entity), ()), called_found.get(fold(f.entity), ())
        return any(a in b or b in a for a in ours for b in theirs)

    return same


def fold(words: str) -> str:
    """The words on one spelling: small letters, single blanks, no diacritics, quotation marks, controls."""
    letters = unicodedata.normalize("NFKD", words)
    kept = (c for c in letters if c != '"' and unicodedata.category(c) not in _PASSED_OVER)
    return " ".join("".join(kept).lower().split())


def _called(reading: Reading, text: str) -> dict[str, set[str]]:
    """What each entity is called in the report."""
    called: dict[str, set[str]] = defaultdict(set)
    for claim in reading.claims:
        for link in claim.chain:
            if link.span and (words := fold(link.span.cut(text))):
                called[fold(link.entity)].add(words)
    return called


def _share_words(a: str, b: str) -> bool:
    """Whether two names share most words of the shorter one."""
    ours, theirs = (set(re.findall(r"\w+", fold(name))) - _FILLERS - _DESCRIBING for name in (a, b))
    return bool(ours and theirs) and len(ours & theirs) >= _LEAST_WORDS * min(len(ours), len(theirs))
