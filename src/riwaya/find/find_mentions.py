"""The find stage: Analysed -> Found. Each kind of mention may use those found before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime

from riwaya.find.actors import make_actor
from riwaya.find.context import Contexts, covered_until, longest_apart
from riwaya.find.durations import find_durations
from riwaya.find.names import Names
from riwaya.find.numbers import find_numbers
from riwaya.find.one_reading import one_reading
from riwaya.find.ordinals import find_ordinals
from riwaya.find.people import People
from riwaya.find.persons import join_offices
from riwaya.find.places import make_place
from riwaya.find.references import References
from riwaya.find.settle_places import Settler
from riwaya.find.times import TimeMaker, resolve_told
from riwaya.find.weapons import find_weapons
from riwaya.model import Issue
from riwaya.model.layers import Analysed, Found, Hit, Mention
from riwaya.packs import Pack
from riwaya.rules.rule import RuleIndex, RuleMatch

_LONGER = 3  # how often a time may become part of a longer one


class Finder:
    """The finder of a pack: its rules indexed once, then safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Indexes the rules of each kind by their anchors."""
        self._code, self._forms = pack.code, pack.forms
        self._names = Names(pack)
        self._references = References(pack)
        self._conjunction = str(pack.settings["conjunction"])
        self._rules = {
            kind: RuleIndex(rule for rule in pack.rules if rule.finds == kind and rule.gives.get("after") != kind)
            for kind in ("actor", "place")
        }
        self._rules["after-place"] = RuleIndex(rule for rule in pack.rules if rule.gives.get("after") == "place")
        times = [rule for rule in pack.rules if rule.finds == "time"]
        self._rules["time"] = RuleIndex(rule for rule in times if "time" not in rule.pattern.mentions)
        self._rules["longer time"] = RuleIndex(rule for rule in times if "time" in rule.pattern.mentions)

    def find(self, analysed: Analysed) -> Found:
        """The report with what it names, by the first token."""
        contexts, today = Contexts(analysed), published_day(analysed.report.published)
        weapons = find_weapons(analysed, self._code)
        armed = {i for weapon in weapons for i in range(weapon.start, weapon.end)}  # a calibre or model is no count
        numbers = find_numbers(analysed, self._conjunction, armed)
        ordinals = find_ordinals(analysed, self._conjunction)
        durations = find_durations(analysed, numbers, self._conjunction)
        amounts = [*numbers, *ordinals, *durations]
        times = self._times(analysed, contexts, amounts)
        matches = _yielding(self._matches("actor", contexts, times))
        actors = self._apart(make_actor(m, analysed, today) for m in matches)
        places, settler = self._places(analysed, contexts, [*numbers, *times], actors)
        resolved = self._references.resolve(analysed, actors, places)
        known = [*numbers, *times, *settler.details]
        named = self._names.add(analysed, resolved.actors, resolved.places, known)
        actors = join_offices(named.actors, analysed, named.places)
        read = one_reading(analysed, actors, named.places, [*times, *weapons])
        people = People(analysed, [*numbers, *actors, *read.places])
        victims = people.read(self._words(analysed, "victims"))
        actors, places = people.placed(read.actors) + people.nationals(victims), read.places
        triggers = self._words(analysed, "triggers")
        told = [*victims, *people.read(self._words(analysed, "objectives"))]
        mentions = [*_outside(amounts, times), *times, *actors, *places, *weapons, *triggers, *told]
        issues = [issue for time in times if (issue := _doubt(analysed, time))]
        open_still = _not_joined(resolved.issues, actors, analysed) if resolved.issues else []
        every = (*issues, *settler.issues, *open_still)
        return Found(analysed, tuple(sorted(mentions, key=lambda m: (m.start, m.end))), every, named.names)

    def _places(
        self, analysed: Analysed, contexts: Contexts, known: list[Mention], actors: list[Mention]
    ) -> tuple[list[Mention], Settler]:
        """The places, each settled to one of those of its name, and who settled them."""
        first = self._apart(make_place(m, analysed) for m in self._matches("place", contexts, known))
        after = (make_place(m, analysed) for m in self._matches("after-place", contexts, [*known, *first]))
        places = self._apart((*first, *after))
        settler = Settler(analysed, actors, places)
        return settler.settle(places), settler

    def _times(self, analysed: Analysed, contexts: Contexts, amounts: list[Mention]) -> list[Mention]:
        """The times of a report: the simple ones, then the longer ones that are made of them, as long as they grow."""
        maker = TimeMaker(analysed)
        times = self._apart(maker.make(m) for m in self._matches("time", contexts, amounts))
        within: set[int] | None = None
        for _ in range(_LONGER):
            longer = [maker.make(m) for m in self._matches("longer time", contexts, [*amounts, *times], within)]
            grown = self._apart([*longer, *times])
            old = {(time.start, time.end, time.rule) for time in times}
            new = [time.start for time in grown if (time.start, time.end, time.rule) not in old]
            if not new:
                break
            times, starts = grown, [sentence.start for sentence in analysed.sentences]
            within = {starts[bisect_right(starts, start) - 1] for start in new}
        return resolve_told(times, analysed)

    def _matches(
        self, kind: str, contexts: Contexts, mentions: list[Mention], within: set[int] | None = None
    ) -> Iterable[RuleMatch]:
        """The matches of all rules of a kind, those of higher priority first; `within`: the sentences to look at."""
        rules = self._rules[kind]
        looked_at = (c for s, c in contexts.of(mentions) if within is None or s.start in within)
        matches = [match for context in looked_at for match in rules.matches(context)]
        return sorted(matches, key=lambda m: -m.rule.priority)

    @staticmethod
    def _apart(mentions: Iterable[Mention | None]) -> list[Mention]:
        """The longest of the mentions that overlap."""
        return longest_apart(mention for mention in mentions if mention is not None)

    def _is_told(self, hit: Hit, analysed: Analysed) -> bool:
        """Whether a word is a verb where its entry is one: a form of a verb may be spelt like a noun.

        The spelling is enough where verbs stand (at the head of a sentence, after a conjunction by itself or a relative
        pronoun), and where it is no other word, unless a preposition governs it.
        """
        tokens, i = analysed.tokens, hit.start
        if hit.entry.lexicon == "victims":
            return not self._is_verb(analysed, i)
        if not hit.entry.features.startswith("VERB") or tokens[i].pos == "VERB":
            return True
        if i and (analysed.relative(i - 1) or (tokens[i - 1].pos in ("CONJ", "COMP") and not tokens[i - 1].clitic)):
            return True
        opening = i - 1 if i and tokens[i - 1].clitic == "pro" else i
        at = bisect_right(analysed.sentences, opening, key=lambda sentence: sentence.start) - 1
        if analysed.sentences[at].start == opening:
            return True
        governed = tokens[i].definite or (i and tokens[i - 1].pos in ("PREP", "NUM", "DET"))
        return not governed and self._only_verb(analysed, i)

    def _is_verb(self, analysed: Analysed, i: int) -> bool:
        """Whether a token was read as a verb, and may be one: "demanded", that is spelt like "a student"."""
        forms = self._forms.readings(analysed.tokens[i].stem)
        return analysed.tokens[i].pos == "VERB" and any(form.features.startswith("VERB") for form in forms)

    def _only_verb(self, analysed: Analysed, i: int) -> bool:
        """Whether the tables of the pack have the spelling of a token as a verb alone."""
        forms = self._forms.readings(analysed.tokens[i].stem)
        others = any(hit.entry.features.startswith(("NOUN", "ADJ")) for hit in analysed.hits[i])
        return bool(forms) and not others and all(form.features.startswith("VERB") for form in forms)

    def _words(self, analysed: Analysed, lexicon: str) -> list[Mention]:
        """The entries of a lexicon as mentions of their own kind: all readings of the longest that overlap."""
        at = analysed.anchors.lexicons.get(lexicon, ())
        found = (h for i in at for h in analysed.hits[i] if h.entry.lexicon == lexicon and self._is_told(h, analysed))
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


def _yielding(matches: Iterable[RuleMatch]) -> list[RuleMatch]:
    """The matches without those of rules that yield to another's capture where such a one begins alike."""
    every = list(matches)
    taken = {(name, match.start) for match in every for name in match.captures}
    return [match for match in every if (match.rule.gives.get("yields"), match.start) not in taken]


def _not_joined(issues: Iterable[Issue], actors: Iterable[Mention], analysed: Analysed) -> list[Issue]:
    """The issues of words that stand for nothing named, but those that are part of a longer name by now."""
    spans = [analysed.span(m.start, m.end) for m in actors if not m.value.get("refers")]
    return [
        issue
        for issue in issues
        if not any(issue.span and span.start <= issue.span.start and issue.span.end < span.end for span in spans)
    ]


def published_day(published: str | None) -> date | None:
    """The day of publication."""
    return datetime.fromisoformat(published).date() if published else None


def _outside(amounts: list[Mention], times: list[Mention]) -> list[Mention]:
    """The numbers, and of ordinals, durations and percentages those that are no part of a time."""
    until = covered_until(times)
    return [m for m in amounts if m.kind == "number" or until.get(m.start, 0) < m.end]


def _doubt(analysed: Analysed, time: Mention) -> Issue | None:
    """The issue of a time that stays open, or whose day the sight of the moon decides."""
    words, value = analysed.words(time.start, time.end), time.value
    span = analysed.span(time.start, time.end)
    if value["lo"] is None and value["hi"] is None:
        missing = analysed.report.published is None
        why = "the report has no day of publication" if missing else "it is counted from a time that is not told"
        return Issue(code="time.unresolved", span=span, said=f"{words}: {why}")
    if value.get("calendar") == "hijri":
        return Issue(code="time.calendar", span=span, said=f"{words}: a Hijri day may differ by one from the tables")
    return None
