"""The find stage: Analysed -> Found. Each kind of mention may use those found before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from riwaya.find.actors import make_actor, resolve_references
from riwaya.find.context import Contexts, longest_apart
from riwaya.find.numbers import find_numbers
from riwaya.find.places import make_place
from riwaya.find.settle_places import Settler
from riwaya.find.times import make_time
from riwaya.model import Issue
from riwaya.model.layers import Analysed, Found, Mention
from riwaya.packs import Pack
from riwaya.rules.rule import RuleIndex, RuleMatch


class Finder:
    """The finder of a pack: its rules indexed once, then safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Indexes the rules of each kind by their anchors."""
        self._code = pack.code
        self._conjunction = str(pack.settings["conjunction"])
        self._rules = {
            kind: RuleIndex(rule for rule in pack.rules if rule.finds == kind and rule.gives.get("after") != kind)
            for kind in ("time", "actor", "place")
        }
        self._rules["after-place"] = RuleIndex(rule for rule in pack.rules if rule.gives.get("after") == "place")

    def find(self, analysed: Analysed) -> Found:
        """The report with what it names, by the first token."""
        contexts, today = Contexts(analysed), published_day(analysed.report.published)
        numbers = find_numbers(analysed, self._conjunction)
        times = self._apart(make_time(m, today) for m in self._matches("time", contexts, numbers))
        actors = self._apart(make_actor(m, analysed, today) for m in self._matches("actor", contexts, times))
        places, open_places = self._places(analysed, contexts, [*numbers, *times], actors)
        words = [m for kind in ("weapons", "triggers", "victims") for m in self._words(analysed, kind)]
        mentions = [*numbers, *times, *resolve_references(actors), *places, *words]
        issues = tuple(_unresolved(analysed, time) for time in times if time.value["lo"] is None)
        return Found(analysed, tuple(sorted(mentions, key=lambda m: (m.start, m.end))), (*issues, *open_places))

    def _places(
        self, analysed: Analysed, contexts: Contexts, known: list[Mention], actors: list[Mention]
    ) -> tuple[list[Mention], list[Issue]]:
        """The places, each settled to one of those of its name, and the issues of those that stay open."""
        first = self._apart(make_place(m, analysed) for m in self._matches("place", contexts, known))
        after = (make_place(m, analysed) for m in self._matches("after-place", contexts, [*known, *first]))
        places = self._apart((*first, *after))
        settler = Settler(analysed, actors, places)
        return settler.settle(places), settler.issues

    def _matches(self, kind: str, contexts: Contexts, mentions: list[Mention]) -> Iterable[RuleMatch]:
        """The matches of all rules of a kind, those of higher priority first."""
        matches = [m for _, context in contexts.of(mentions) for m in self._rules[kind].matches(context)]
        return sorted(matches, key=lambda m: -m.rule.priority)

    @staticmethod
    def _apart(mentions: Iterable[Mention | None]) -> list[Mention]:
        """The longest of the mentions that overlap."""
        return longest_apart(mention for mention in mentions if mention is not None)

    def _words(self, analysed: Analysed, lexicon: str) -> list[Mention]:
        """The entries of a lexicon as mentions of their own kind: all readings of the longest that overlap."""
        found = (hit for hits in analysed.hits for hit in hits if hit.entry.lexicon == lexicon)
        kind, source = lexicon.removesuffix("s"), f"{self._code}.lexicon.{lexicon}"
        mentions = [
            Mention(
                hit.start,
                hit.end,
                kind,
                f"{source}.{hit.entry.id}",
                {**hit.entry.columns, "features": hit.entry.features},
            )
            for hit in found
        ]
        longest = {(mention.start, mention.end) for mention in longest_apart(mentions)}
        return [mention for mention in mentions if (mention.start, mention.end) in longest]


def published_day(published: str | None) -> date | None:
    """The day of publication."""
    return datetime.fromisoformat(published).date() if published else None


def _unresolved(analysed: Analysed, time: Mention) -> Issue:
    """The issue of a time that the report's missing or unfit day leaves open."""
    words = analysed.words(time.start, time.end)
    missing = analysed.report.published is None
    why = "the report has no day of publication" if missing else "its calendar is not read yet"
    return Issue(code="time.unresolved", span=analysed.span(time.start, time.end), said=f"{words}: {why}")
