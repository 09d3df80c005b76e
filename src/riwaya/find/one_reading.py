"""One reading for each stretch: what stands inside a longer mention is none, and a state is an actor or a place.

A state or capital in the words of both is a place where something happens, comes from or goes to, and an actor
elsewhere. What tells it stands before: an entry of `inside.tsv` (its `reads` says which), or the noun of a place, or
another name that it is joined to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from riwaya.find.people import widest
from riwaya.model.layers import Analysed, Hit, Mention

_PLACE = "place"
_OF_PLACES = ("place-heads", "place-nouns", "place-relations", "directions")
_BEFORE = 3  # tokens of the longest entry before a name
_AIMED = 6  # tokens between what is fired or done and the capital that it is aimed at
_OF_SPEECH = ("says", "saying-nouns", "saying-participles")  # after these a clitic preposition belongs to the verb
_TOLD_OF = ("triggers", "harms", "numerals")  # what a heading tells of a place: "Turkey: two dead"


class Readings(NamedTuple):
    """The actors and places of a report, each stretch read once."""

    actors: list[Mention]
    places: list[Mention]


def one_reading(
    analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention], others: Sequence[Mention]
) -> Readings:
    """The actors and places without those inside a longer one, or inside a time or weapon of `others`."""
    reader = _Reader(analysed, actors, places, others)
    kept_actors = [actor for actor in actors if reader.is_actor(actor)]
    return Readings(kept_actors, [place for place in places if reader.is_place(place)])


class _Reader:
    """Tells the readings of one report apart."""

    def __init__(
        self, analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention], others: Sequence[Mention]
    ) -> None:
        """Gathers what covers each token."""
        self._analysed = analysed
        self._actors, self._places = widest(actors), widest(places)
        self._others = widest(m for m in others if m.kind in ("time", "weapon"))
        self._aimed = {m.end for m in others if m.kind == "weapon"}
        self._by_end = {m.end: m for m in (*actors, *places)}
        self._as_place: dict[int, bool] = {}

    def is_actor(self, actor: Mention) -> bool:
        """Whether a mention of kind actor is one."""
        if self._inside(actor, self._others) or self._inside(actor, self._places) or self._is_thing(actor):
            return False
        place = self._places.get(actor.start)
        same = place is not None and (place.start, place.end) == (actor.start, actor.end)
        return not (same and self._stands_as_place(actor.start))

    def is_place(self, place: Mention) -> bool:
        """Whether a mention of kind place is one."""
        if self._inside(place, self._others) or self._inside(place, self._actors):
            return False
        actor = self._actors.get(place.start)
        same = actor is not None and (actor.start, actor.end) == (place.start, place.end)
        return not same or bool(place.value.get("refers")) or self._stands_as_place(place.start)

    def _is_thing(self, actor: Mention) -> bool:
        """Whether what only the recogniser took for an actor is none: a verb, the name of an operation or a model."""
        if actor.value.get("by") != "model":
            return False
        tokens, hits = self._analysed.tokens, self._analysed.hits
        if actor.end - actor.start == 1 and tokens[actor.start].pos == "VERB":
            return True
        quoted = actor.start > 1 and tokens[actor.start - 1].pos == "PUNCT"
        return quoted and any(
            hit.end == actor.start - 1 and hit.entry.lexicon == "no-actors"
            for i in range(max(0, actor.start - _BEFORE), actor.start - 1)
            for hit in hits[i]
        )

    @staticmethod
    def _inside(mention: Mention, longest: Mapping[int, Mention]) -> bool:
        """Whether a mention lies in a longer one."""
        over = longest.get(mention.start)
        return over is not None and over.covers(mention) and over.end - over.start > mention.end - mention.start

    def _stands_as_place(self, i: int) -> bool:
        """Whether a name at a token that is a state and a place is the place."""
        if i not in self._as_place:
            self._as_place[i] = self._told(i)
        return self._as_place[i]

    def _told(self, i: int) -> bool:
        """Whether the words before a name make a place of it."""
        entries = [hit for at in range(max(0, i - _BEFORE), i) for hit in self._analysed.hits[at] if hit.end == i]
        telling = min((hit for hit in entries if hit.entry.lexicon == "inside"), key=lambda h: h.start, default=None)
        if telling is None and i and self._analysed.hit(i - 1, "demonyms"):  # "the Eritrean capital Asmara"
            telling = self._analysed.hit(i - 2, "inside") if i > 1 else None
        if telling:
            return self._by_entry(telling)
        if any(hit.entry.lexicon in _OF_PLACES for hit in entries):
            return True
        if self._is_heading(i):
            return True
        joined = self._analysed.tokens[i - 1].pos in ("CONJ", "PUNCT") if i else False
        before = self._by_end.get(i - 1) if joined else None
        if before is None:
            return False
        if before.start in self._actors and before.start in self._places:
            return self._stands_as_place(before.start)
        return before.kind == _PLACE and self._analysed.tokens[i - 1].pos == "CONJ"

    def _is_heading(self, i: int) -> bool:
        """Whether a name heads what is told to happen there, behind a colon."""
        end = self._places[i].end
        tokens, hits = self._analysed.tokens, self._analysed.hits
        if end + 1 >= len(tokens) or tokens[end].pos != "PUNCT" or tokens[end + 1].pos == "VERB":
            return False
        told = tokens[end + 1].pos == "NUM" or any(one.entry.lexicon in _TOLD_OF for one in hits[end + 1])
        return told and self._analysed.span(i, end + 1).cut(self._analysed.report.text)[-1] == ":"

    def _by_entry(self, hit: Hit) -> bool:
        """Whether an entry of `inside` makes a place of the name after it."""
        reads = hit.entry.get("reads")
        if reads == "clitic":
            verb = hit.start > 0 and self._analysed.tokens[hit.start - 1].pos == "VERB"
            before = self._analysed.hits[hit.start - 1] if hit.start else ()
            return not verb and not any(one.entry.lexicon in _OF_SPEECH for one in before)
        if reads == "of-place":
            place = self._by_end.get(hit.start)
            return place is not None and place.kind == "place" and place.start not in self._actors
        if reads == "aimed":
            capital = any(one.entry.lexicon == "capitals" for one in self._analysed.hits[hit.end])
            return capital and any(end in self._aimed for end in range(hit.start - _AIMED, hit.start + 1))
        return reads != "of"
