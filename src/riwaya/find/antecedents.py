"""Antecedents: what a report has named so far, and which of it a later word can stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from riwaya.find.actors import OUTLETS, is_of_state
from riwaya.model.layers import Analysed, Mention

_GROUPS = ("armed_group", "party", "military", "police", "government")
_ANY = "*"
_REACH = 3  # sentences before a word in which both sides, or the owner of a body, are looked for


class Named(NamedTuple):
    """Something that was named: its words, its value, and its kinds (of a place) or institutions (of a body)."""

    start: int
    end: int
    value: Mapping[str, object]
    kinds: frozenset[str]
    gender: str = ""  # m, f, or empty where the words do not tell

    @property
    def is_group(self) -> bool:
        """Whether it is a group of the gazetteer, no body of a state."""
        return str(self.value["actor"]).startswith("groups.") or self.value["kind"] in ("armed_group", "party")

    @property
    def side(self) -> str:
        """What tells it from another side: the group, or else the state."""
        return str(self.value["actor"] or self.value["name"]) if self.is_group else str(self.value["iso3"])


class Antecedents:
    """What one report has named so far, in order."""

    def __init__(
        self,
        analysed: Analysed,
        heads: Mapping[str, frozenset[str]],
        masculine: frozenset[str],
        feminine_endings: frozenset[str],
    ) -> None:
        """`heads` are the nouns that names begin with, by actor; `masculine` the ids of states of that gender."""
        self._analysed, self._heads = analysed, heads
        self._masculine, self._feminine_endings = masculine, feminine_endings
        self._actors: list[Named] = []
        self._places: list[Named] = []
        self._firsts = [sentence.start for sentence in analysed.sentences]

    def add(self, mention: Mention) -> None:
        """Note an actor that is named."""
        hit = self._analysed.hit(mention.start, "institutions")
        kinds = {hit.entry.id} if hit else set()
        actor = str(mention.value["actor"])
        if actor.startswith("states.") and actor.count(".") > 1:
            kinds.add(actor.rpartition(".")[2])
        named = Named(mention.start, mention.end, mention.value, frozenset(kinds), self._gender(mention))
        self._actors.append(named)

    def repeat(self, antecedent: Named, mention: Mention) -> None:
        """Note that a short form has named an actor again."""
        again = antecedent._replace(start=mention.start, end=mention.end, gender=self._ending(mention.start))
        self._actors.append(again)

    def add_place(self, mention: Mention) -> None:
        """Note a place that is named; a capital counts as a city only where it stands as a place."""
        head = self._analysed.hit(mention.start, "place-heads")
        kinds = {head.entry.get("kind")} if head else set()
        hits = (h for i in range(mention.start, mention.end) for h in self._analysed.hits[i] if h.end <= mention.end)
        kinds.update(hit.entry.get("kind") for hit in hits if hit.entry.lexicon.startswith("places"))
        if mention.rule.endswith(".capital") and mention.start:
            before = self._analysed.tokens[mention.start - 1]
            kinds.update(("capital", "city") if before.pos in ("PREP", "NOUN", "ADJ") or before.clitic == "pro" else ())
        self._places.append(Named(mention.start, mention.end, mention.value, frozenset(kinds - {""})))

    def body(self, mention: Mention, institution: str, wants: Sequence[str], home: str) -> Named | None:
        """The body that a short form stands for.

        The last of its institution where it is near; else that of the state that the report is about; else the last
        of its institution, or of a kind that the short form stands for.
        """
        bodies = [named for named in reversed(self._actors) if is_of_state(named.value) and not named.is_group]
        same = [named for named in bodies if institution in named.kinds]
        alike = [*same, *(named for named in bodies if named.kinds and self._is_wanted(named, wants))]
        near = self._sentence_start(mention.start, 1)
        ranked = [
            *(named for named in same if named.start >= near),
            *(named for named in alike if named.value["iso3"] == home),
            *alike,
        ]
        return ranked[0] if ranked else None

    @staticmethod
    def _is_wanted(named: Named, wants: Sequence[str]) -> bool:
        """Whether a body is of one of the kinds, or an institution whose id begins so."""
        begins = any(kind == want or kind.startswith(f"{want}-") for want in wants for kind in named.kinds)
        return begins or named.value["kind"] in wants

    def short_form(self, mention: Mention, refers: str, wants: Sequence[str]) -> Named | None:
        """The last group, organisation or outlet that a short form stands for."""
        if refers == "outlet":
            return self._outlet(self._analysed.tokens[mention.start].stem, wants)
        last = reversed(self._actors)
        if refers == "organisation":
            fitting = [named for named in last if named.value["kind"] == "organisation"]
        else:
            fitting = [named for named in last if named.is_group]
        headed = next((named for named in fitting if self._headed(named, wants)), None)
        alone = len({named.side for named in fitting}) == 1 and _ANY in wants
        return headed or (fitting[0] if alone else None)

    def _outlet(self, noun: str, kinds: Sequence[str]) -> Named | None:
        """The last outlet of some kinds, or organisation whose name begins with the noun: "the Network"."""
        for named in reversed(self._actors):
            kind = named.value["kind"]
            if kind in kinds or (kind == "organisation" and self._headed(named, (noun,))):
                return named
        return None

    def _headed(self, named: Named, wants: Sequence[str]) -> bool:
        """Whether the name of a group begins with one of the nouns, in the report or in the gazetteer."""
        written = self._analysed.tokens[named.start].stem
        return written in wants or not self._heads.get(str(named.value["actor"]), frozenset()).isdisjoint(wants)

    def place(self, mention: Mention, wants: Sequence[str]) -> Named | None:
        """The last place of the first of the kinds, if it is near, or else of any of them.

        A region is looked for only nearby, for it may be any other.
        """
        near = self._sentence_start(mention.start, _REACH - 1)
        first = near if "district" in wants else 0
        fitting = [n for n in reversed(self._places) if n.start >= first and not n.kinds.isdisjoint(wants)]
        same = next((named for named in fitting if named.start >= near and wants[0] in named.kinds), None)
        return same or next(iter(fitting), None)

    def owner(self, mention: Mention, gender: str, number: str, *, groups: bool) -> Named | None:
        """The last actor that a pronoun may stand for: in its sentence, or in those right before."""
        first = self._sentence_start(mention.start, _REACH - 1)
        for named in reversed(self._actors):
            if named.start < first:
                return None
            sends = named.value.get("kind") == "organisation" and self._analysed.opens(mention.start, "offices")
            belongs = groups if named.is_group else sends or is_of_state(named.value)
            singular = number == "sg" and (not gender or not named.gender or named.gender == gender)
            if belongs and named.end <= mention.start and singular:
                return named
        return None

    def pair(self, mention: Mention, *, states_only: bool) -> tuple[Named, Named] | None:
        """Two sides: those of the sentence, or the two that the report is about, or those named last."""
        before = [n for n in self._actors if n.end <= mention.start and self._is_side(n, states_only=states_only)]
        times = Counter(named.side for named in before)
        own = self._sides(before, self._sentence_start(mention.start, 0), mention.start)
        if len(own) >= 2:
            return self._most(own, times)
        everywhere = self._sides(before, 0, mention.start)
        ranked = [n for _, n in times.most_common(3)]
        if len(ranked) > 2 and ranked[1] > ranked[2]:
            return self._most(everywhere, times)
        for back in range(1, _REACH + 1):
            first, last = (self._sentence_start(mention.start, n) for n in (back, back - 1))
            found = self._sides(before, first, last)
            if len(found) >= 2:
                return self._most(found, times)
            if len(found) == 1 and own and found[0].side != own[0].side:
                return (found[0], own[0])
        return self._most(everywhere, times) if len(everywhere) >= 2 else None

    @staticmethod
    def _is_side(named: Named, *, states_only: bool) -> bool:
        """Whether an actor may be one of two sides."""
        if named.is_group:
            return not states_only
        return is_of_state(named.value)

    @staticmethod
    def _sides(named: Sequence[Named], first: int, last: int) -> list[Named]:
        """The sides that are named in a stretch of tokens, each once, in order."""
        inside = [one for one in named if first <= one.start < last]
        return list({one.side: one for one in reversed(inside)}.values())[::-1]

    @staticmethod
    def _most(sides: Sequence[Named], times: Mapping[str, int]) -> tuple[Named, Named]:
        """The two that are named most, in the order in which they stand."""
        two = sorted(sides, key=lambda named: -times[named.side])[:2]
        one, other = sorted(two, key=lambda named: named.start)
        return one, other

    def _sentence_start(self, i: int, back: int) -> int:
        """The first token of the sentence that a token stands in, or of one before it."""
        at = bisect_right(self._firsts, i) - 1 - back
        return self._firsts[max(at, 0)] if self._firsts else 0

    def _gender(self, mention: Mention) -> str:
        """The gender that the words of an actor speak for."""
        value = mention.value
        actor = str(value["actor"])
        if actor.startswith("states.") and actor.count(".") == 1:
            return "m" if actor.removeprefix("states.") in self._masculine else "f"
        if value["kind"] in OUTLETS or (actor.startswith("groups.") and not self._analysed.tokens[mention.start].stem):
            return ""
        hit = self._analysed.hit(mention.start, "group-heads") or self._analysed.hit(mention.start, "institutions")
        before = self._analysed.tokens[mention.start - 1] if mention.start else None
        annexed = before is not None and before.pos == "NOUN" and not before.definite  # the head is another noun
        if annexed or (hit is None and value["kind"] != "person"):
            return ""
        return self._ending(mention.start)

    def _ending(self, i: int) -> str:
        """The gender that the form of a noun speaks for: its features, or the letter that it ends with."""
        token = self._analysed.tokens[i]
        row = self._analysed.hit(i, "references")
        if row and row.entry.get("gender"):
            return row.entry.get("gender")
        features = token.features.split()
        last = self._analysed.report.text[token.span.end - 1]
        return "f" if "f" in features or "pl" in features or last in self._feminine_endings else "m"
