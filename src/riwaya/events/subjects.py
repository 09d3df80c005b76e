"""Subjects: whose deed a verb tells that has no subject of its own, and whether who follows a verb is its object.

A verb after "and" has the subject of the verb before it ("the ministry welcomed the step and called on the rebels"),
and a participle that of its clause ("left the meeting, warning the army"). A verb agrees in gender with the subject
that follows it: who does not agree is its object.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from riwaya.events.clauses import Scene
from riwaya.events.genders import Genders
from riwaya.events.standing import StandingReader
from riwaya.events.sufferers import ARMED, is_body
from riwaya.find.context import starting_in
from riwaya.language.phrases import Phrases
from riwaya.model import Claim
from riwaya.model.layers import Analysed, Mention

_FAR = 40  # tokens between a verb and the one that it shares its subject with
_DEPTH = 4  # verbs that may share one subject in a row
_FEW = 4  # contents of claims that one token may stand in
_NEGATIVE = ("NEG", "ADV")
_PARTICLES = ("PART", "NEG", "ADV")
_OBJECT = "object"  # the kind of verbs by which somebody calls on somebody
_PERSONAL = ("sources", "source-heads", "offices", "titles", "institutions", "group-heads", "victims")
_GENDERS, _NUMBERS = ("m", "f"), ("sg", "du", "pl")


class SubjectReader:
    """Reads the subjects of one report that stand apart from their verbs."""

    def __init__(
        self,
        analysed: Analysed,
        actors: Sequence[Mention],
        claims: Iterable[Claim],
        standing: StandingReader,
        phrases: Phrases,
        genders: Genders,
    ) -> None:
        """`actors` stand in the order of their first tokens; verbs in the contents of `claims` lend no subject."""
        self._analysed, self._actors, self._standing = analysed, actors, standing
        self._phrases, self._genders = phrases, genders
        self._known: dict[int, list[Mention]] = {}  # who does what a verb at a token names, as it was read
        self._contents = sorted((claim.content.start, claim.content.end) for claim in claims)

    def note(self, scene: Scene, doers: Iterable[Mention]) -> None:
        """Keeps who does what a verb names, for the verbs that share it."""
        if scene.is_verb:
            self._known[scene.trigger.start] = list(doers)

    def noted(self, verb: int) -> list[Mention]:
        """Who does what the verb at a token names, where that was read."""
        return self._known.get(verb, [])

    def told(self, verb: int, scene: Scene) -> list[Mention]:
        """The subject of a verb of the sentence: after it, before it in its clause, or that of the verb before it."""
        return self._subject(verb, scene.sentence.start, _DEPTH)

    def of_clause(self, at: int, scene: Scene) -> list[Mention]:
        """The subject of the nearest verb before a token of the sentence."""
        verb = next(self._verbs_before(at, scene.sentence.start), None)
        return self._subject(verb, scene.sentence.start, _DEPTH) if verb is not None else []

    def before(self, verb: int, scene: Scene) -> list[Mention]:
        """The subject of a verb of the sentence that shares it with the one before it."""
        first = scene.sentence.start
        return self._of(verb, first) if self._is_joined(verb, first) or self._has_pronoun(verb) else []

    def shared(self, scene: Scene) -> list[Mention]:
        """The subject that a verb shares with the one before it, or a participle with the verb of its clause."""
        if scene.trigger.value["class"] == "adj":
            return self._of(scene.trigger.start, scene.sentence.start)
        verb = scene.is_verb or self._analysed.tokens[scene.trigger.start].pos == "VERB"  # also one of a fixed phrase
        return self.before(scene.trigger.start, scene) if verb else []

    def may_mean(self, pronoun: int, mention: Mention) -> bool:
        """Whether the pronoun at a token may stand for a party."""
        return self._genders.fits(self._analysed, pronoun, mention)

    def meant(self, pronoun: int, scene: Scene, others: Sequence[Mention]) -> list[Mention]:
        """For whom a pronoun stands, none of `others`: of several people the nearest, else who is told of first."""
        before = starting_in(self._actors, scene.sentence.start, scene.trigger.start)
        free = [m for m in before if m.kind != "objective" and m.end <= scene.trigger.start and m not in others]
        fitting = [m for m in free if self._genders.fits(self._analysed, pronoun, m)]
        several = any(m.kind == "victim" for m in fitting)
        return fitting[-1:] if several else fitting[:1]

    def owning(self, pronoun: int, scene: Scene, others: Sequence[Mention]) -> list[Mention]:
        """Whose something is by a pronoun after it: the nearest body or group before, none of `others`."""
        before = starting_in(self._actors, scene.sentence.start, scene.trigger.start)
        bodies = [m for m in before if is_body(m) and m.end <= scene.trigger.start and m not in others]
        told = {m.value.get("code") for m in others}
        free = [m for m in bodies if m.value.get("code") not in told]
        return [m for m in free if self._genders.owns(self._analysed, pronoun, m)][-1:]

    def of_owner(self, pronoun: int, scene: Scene) -> list[Mention]:
        """The subject of the nearest verb, where the pronoun at a token may stand for it."""
        told = self.of_clause(scene.trigger.start, scene)
        return told if told and self._genders.fits(self._analysed, pronoun, told[0]) else []

    def is_object(self, scene: Scene, after: Mention) -> bool:
        """Whether the party after a verb is its object: it does not agree with it, or the verb has a subject already.

        Who calls on somebody rather goes on speaking than that somebody else begins.
        """
        at = scene.trigger.start
        if self._standing.things.belongs(scene.trigger.end, after.start):
            return False
        if after.start == scene.trigger.end and (self.describes(at) or not self._agrees(at, after)):
            return True
        if self._has_pronoun(at) or self._has_subject(at, after):
            return True
        tokens, end = self._analysed.tokens, after.end
        calls = self._analysed.hit(at, "control-verbs")
        governed = end < len(tokens) and tokens[end].pos == "PREP"
        return governed and calls is not None and calls.entry.get("kind") == _OBJECT and bool(self.shared(scene))

    def _has_subject(self, at: int, party: Mention) -> bool:
        """Whether a noun for people or a body stands between a verb and a party, as the verb's subject."""
        phrase = self._phrases.at(at + 1, party.start) if at + 1 < party.start else None
        if phrase is None or not self._analysed.opens(phrase.head, *_PERSONAL):
            return False
        last = self._analysed.tokens[party.start - 1]
        closed = phrase.head == at + 1 and phrase.end == party.start and last.pos == "ADJ" and not last.definite
        return phrase.definite or closed  # "a human rights organisation (accused) the army"

    def official(self, scene: Scene) -> Mention | None:
        """The party of which somebody is who stands right after a verb as its subject ("the envoy of the league")."""
        party = next(iter(self._after(scene.trigger.start)), None)
        if party and self._standing.preposition(party.start, scene.trigger.end):
            return party
        return self._unit_of(scene.trigger.end)

    def _unit_of(self, head: int) -> Mention | None:
        """The force to which a noun without an article belongs: "units of (li) the army", no position of it."""
        tokens = self._analysed.tokens
        if head + 2 >= len(tokens) or tokens[head].pos != "NOUN" or tokens[head].definite or tokens[head].clitic:
            return None
        body = next(iter(starting_in(self._actors, head + 2, head + 3)), None)
        covered = any(m.start == head for m in starting_in(self._actors, head, head + 1))
        belongs = body is not None and self._standing.preposition(body.start, head) == "to"
        return body if body and belongs and not covered and body.value["sector"] in ARMED else None

    def _of(self, at: int, first: int, depth: int = _DEPTH) -> list[Mention]:
        """The subject of the nearest verb before a token, if both verbs and the subject agree."""
        verb = next(self._verbs_before(at, first), None)
        if verb is None or self._is_relative(verb) or self._gender(at) not in ("", self._gender(verb)):
            return []
        subject = self._subject(verb, first, depth)
        return subject if verb in self._known or all(self._agrees(at, mention) for mention in subject) else []

    def _subject(self, verb: int, first: int, depth: int) -> list[Mention]:
        """The subject of a verb: after it, before it, or that of the verb before it."""
        if verb in self._known:
            return self._known[verb]
        if after := self._after(verb):
            return after
        start = self._clause(verb, first)
        if described := self._described(verb, start):
            return [described]
        before = next(self._standing.free(start, verb), None)
        if before:
            return self._standing.joined(before, verb)
        return self._of(verb, first, depth - 1) if depth and self._is_joined(verb, first) else []

    def _described(self, verb: int, first: int) -> Mention | None:
        """Several people without an article whom a verb right after them describes: "protesters who tried to"."""
        tokens, several = self._analysed.tokens, {"pl", "du"}
        party = next(reversed(starting_in(self._actors, first, verb)), None)
        if party is None or party.kind != "victim" or not several & set(tokens[verb].features.split()):
            return None
        people = range(party.start, verb)
        bare = all(tokens[i].pos in ("NOUN", "ADJ") and not (tokens[i].definite or tokens[i].clitic) for i in people)
        return party if bare and several & set(tokens[party.start].features.split()) else None

    def _after(self, verb: int) -> list[Mention]:
        """The party of the noun phrase right after a verb, where it may be its subject."""
        tokens = self._analysed.tokens
        start = verb + 1
        while start < len(tokens) and (tokens[start].clitic == "en" or tokens[start].pos == "ADV"):
            start += 1
        features = set(tokens[verb].features.split())
        if start >= len(tokens) or is_several(features):
            return []
        phrase = self._phrases.at(start, len(tokens))
        if phrase is None:
            return []
        party = next(iter(starting_in(self._actors, start, phrase.end)), None)
        if party is None or party.kind == "objective" or not self._fits(verb, party, phrase.head):
            return []
        return self._standing.joined(party, len(tokens))

    def _fits(self, verb: int, party: Mention, head: int) -> bool:
        """Whether a party, or the noun that is of it, may be the subject of the verb before it."""
        if "obl" in self._analysed.tokens[head].features.split() and not self._standing.is_counted(party.start):
            return False
        if party.start > head:  # "the envoy of the league", not "the murder of the envoy"
            before = self._analysed.tokens[party.start - 1]
            sent = before.pos == "PREP" and not before.clitic  # "the envoy to Yemen" is not of Yemen
            return not sent and self._analysed.opens(head, *_PERSONAL)
        return self._agrees(verb, party)

    def is_another(self, at: int, mention: Mention) -> bool:
        """Whether a party before a verb is not its subject: it does not agree, and heads its own phrase."""
        before = self._analysed.tokens[mention.start - 1] if mention.start else None
        annexed = before is not None and before.pos == "NOUN" and not before.definite
        told = set(self._analysed.tokens[mention.start].features.split())
        several = mention.kind == "victim" and bool(told & {"pl", "du"})
        single = "sg" in self._analysed.tokens[at].features.split() and self._gender(at) == "f"
        return not annexed and ((several and single) or not self._agrees(at, mention))

    def _agrees(self, at: int, mention: Mention) -> bool:
        """Whether a party may be the subject of the verb or participle at a token, by gender and number.

        A verb agrees with what belongs to a party, not with its owner: "a helicopter (f) belonging to the army (m)".
        """
        features = set(self._analysed.tokens[at].features.split())
        tied = self._standing.tied(mention.start) < mention.start
        if "1" in features or tied or self._standing.is_counted(mention.start):
            return True
        told = self._gender(at)
        own = self._genders.of(self._analysed, mention)
        if {"pl", "du"} & features:
            return not own or "sg" not in self._analysed.tokens[mention.start].features.split()
        return not told or not own or told == own

    def _gender(self, at: int) -> str:
        """The gender that a verb or participle tells."""
        features = self._analysed.tokens[at].features.split()
        return next((part for part in _GENDERS if part in features), "")

    def _verbs_before(self, at: int, first: int) -> Iterator[int]:
        """The finite verbs before a token, the nearest first; those of what somebody else says are passed over."""
        tokens = self._analysed.tokens
        for i in range(at - 1, max(first, at - _FAR) - 1, -1):
            finite = tokens[i].pos == "VERB" and set(_NUMBERS) & set(tokens[i].features.split())
            if finite and not self.describes(i) and not self._apart(i, at):
                yield i

    def describes(self, i: int) -> bool:
        """Whether a verb stands right after a noun without an article that it describes: "a ship that carries"."""
        tokens, told = self._analysed.tokens, self._gender(i)
        before = tokens[i - 1] if i else None
        if before is None or before.pos not in ("NOUN", "ADJ") or before.definite or before.clitic:
            return False
        features = tokens[i].features.split()
        agrees = not told or self._genders.is_feminine(self._analysed, i - 1) == (told == "f")
        return "sg" in features and not self._standing.is_party(i - 1) and ("pres" in features or agrees)

    def _apart(self, i: int, at: int) -> bool:
        """Whether a token stands in the content of a claim that another one does not stand in."""
        one, other = (self._analysed.tokens[k].span.start for k in (i, at))
        last = bisect_left(self._contents, (one + 1, 0))
        return any(start <= one < end <= other for start, end in self._contents[max(0, last - _FEW) : last])

    def _is_joined(self, at: int, first: int) -> bool:
        """Whether "and" joins a verb to one before it, over "not"; "and already" rather begins anew."""
        tokens, i = self._analysed.tokens, at - 1
        while i > first and tokens[i].pos in _NEGATIVE and not tokens[i].clitic:
            i -= 1
        return i > first and tokens[i].pos == "CONJ" and not self._analysed.opens(i, "clause-openers")

    def _has_pronoun(self, at: int) -> bool:
        """Whether a pronoun before a verb is its subject, after a word that opens a clause ("but they threatened")."""
        tokens, i = self._analysed.tokens, at - 1
        while i > 0 and tokens[i].pos in _PARTICLES:
            i -= 1
        return i > 0 and tokens[i].clitic == "en" and tokens[i - 1].pos in ("COMP", "CONJ")

    def _is_relative(self, verb: int) -> bool:
        """Whether a verb stands in a relative clause."""
        before = verb - 1
        while before >= 0 and self._analysed.tokens[before].pos in _PARTICLES:
            before -= 1
        return before >= 0 and self._analysed.relative(before)

    def _clause(self, verb: int, first: int) -> int:
        """Where the clause of a verb begins: after "that", "but", a comma, another verb."""
        tokens = self._analysed.tokens
        for i in range(verb - 1, first - 1, -1):
            if tokens[i].pos in ("VERB", "COMP", "PUNCT") or self._analysed.opens(
                i, "clause-openers", "complementisers"
            ):
                return i + 1
        return first


def is_several(features: Collection[str]) -> bool:
    """Whether the features of a verb are of the plural or dual, so that its subject stands before it or nowhere.

    The feminine plural, of which a newspaper has few, is spelt like a singular in the present of many verbs.
    """
    return not {"pl", "du"}.isdisjoint(features) and not ("f" in features and "pres" in features)
