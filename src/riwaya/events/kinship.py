"""Kinship: how near the words of two tellings are, by what they stand for (`packs/_ontology/concepts.tsv`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from riwaya.rules.tables import Row

NEAREST_FIRST = ("same", "broader", "narrower", "harms", "harm", "cousin", "apart", "other")
_TOLD, _ITS = "told", "its"
_BACKDROP = "backdrop"


class Kinship:
    """What each concept is to each other."""

    def __init__(self, concepts: Mapping[str, Row]) -> None:
        """Takes the concepts by id: `broader` names another of them, `harms` says whose dead and hurt are told."""
        self._concepts = concepts
        narrower = {name for name, row in concepts.items() if row["broader"]}
        self._roots = {row["broader"] for row in concepts.values()} - narrower
        self._ranks: dict[tuple[str, str], int] = {}

    def tells_harm(self, concept: str) -> bool:
        """Whether a concept is that of words for the dead and hurt, not for what was done to them."""
        return self._concepts[concept]["harms"] == _TOLD

    def stands_for_any(self, concept: str) -> bool:
        """Whether a concept is that of violence of no particular kind: "the attack" may be a raid or an abduction."""
        return concept in self._roots and self._concepts[concept]["harms"] == _ITS

    def is_backdrop(self, concept: str) -> bool:
        """Whether a concept is what the news stand before: a war."""
        return self._concepts[concept]["extent"] == _BACKDROP

    def nearest(self, concepts: Iterable[str], concept: str) -> str:
        """What a concept is to the one of some concepts that is nearest to it: "broader" is more general."""
        return NEAREST_FIRST[min(self._rank(other, concept) for other in concepts)]

    def _rank(self, a: str, b: str) -> int:
        """How near two concepts are, as a place in the list of kinds."""
        if (a, b) not in self._ranks:
            self._ranks[a, b] = NEAREST_FIRST.index(self._between(a, b))
        return self._ranks[a, b]

    def _between(self, a: str, b: str) -> str:
        """What a concept is to another."""
        if a == b:
            return "same"
        ours, theirs = self._line(a), self._line(b)
        if b in ours or a in theirs:
            return "broader" if b in ours else "narrower"
        harms = {self._concepts[a]["harms"], self._concepts[b]["harms"]}
        if _TOLD in harms and harms <= {_TOLD, _ITS}:
            return "harm" if _ITS in harms else "harms"
        if set(ours[:-1]) & set(theirs[:-1]):  # "attack" is broader than most
            return "cousin"
        return "apart" if harms == {_ITS} and not (self.is_backdrop(a) or self.is_backdrop(b)) else "other"

    def _line(self, concept: str) -> list[str]:
        """A concept and those that are broader, one after the other."""
        line = [concept]
        while broader := self._concepts[line[-1]]["broader"]:
            line.append(broader)
        return line
