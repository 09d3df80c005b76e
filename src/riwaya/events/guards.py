"""Guards: whether a trigger's words mean what its entry says where they stand.

The column `when` of triggers.tsv lists what must hold: `needs:actor`, `needs:weapon` (named in the content or
sentence), `needs:armed` (armed people or weapons in the sentence), `needs:conflict` (the word is no figure of
speech), `with:W|W` (one of the words follows in the clause), `names:W|W` (the same, and that word is what names the
event: "met his death"), `without:W|W` (none does), `by:W|W` (one of them stands where a verb's subject does, with no
other party between), `not-after:W|W`, `not-before:W|W` (the next word), `counted` (a number stands with it), `refers`
(it is known already, and tells of an event that was told before), `noun` (it describes no noun before it), `alone` (no
other deed is told in its clause), `bare` (no noun in its clause names the attack that it goes with: "the blast that
targeted"), `own` (it is not what a meeting told before it is for).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from riwaya.errors import PackError
from riwaya.events.clauses import Scene
from riwaya.events.links import links
from riwaya.find.actors import OUTLETS
from riwaya.find.context import covered_until, starting_in
from riwaya.model.layers import Claimed, Mention

_GUARDS = "needs, with, names, without, by, counted, refers, noun, alone, bare, own, not-after or not-before"
_ARMED = ("MIL", "REB", "COP", "UAF", "SPY")  # sectors of those who bear arms
_FICTION = "fiction"  # the domain of what a film or a novel tells, whoever is armed in it
_PROTESTED = ("economy", "health")  # domains of words for what people protest against
_BOMBS = ("shelling", "air-strike", "drone-strike", "missile-strike", "bombing", "car-bomb", "suicide-bombing")
_KINDS = ("actor", "victim", "weapon", "time", "number", "trigger")
_OPENING = 1  # the last block that tells what a report is about
_SUBJECT = 4  # tokens from a verb to its subject, which a number may count: "some hundreds of the protesters"
_COUNTED = 3  # tokens between a number's beginning and what it counts
_TOLD_OF = 6  # tokens between a relative pronoun and the noun that it stands for
_WAR = 3  # sentences that name somebody or something armed in a report of war
_END = float("inf")
_CACHED = 5_000  # entries whose guards are remembered


class ConceptKinds(NamedTuple):
    """The concepts of triggers that guards tell apart, by their ids."""

    deeds: frozenset[str]  # of more than a word
    violent: frozenset[str]
    protests: frozenset[str]
    talks: frozenset[str]


class FoldedWords(dict[str, frozenset[str]]):
    """The words of guards, folded when they are first asked for."""

    def __init__(self, key: Callable[[str], str]) -> None:
        """`key` folds a word."""
        super().__init__()
        self._key = key

    def __missing__(self, words: str) -> frozenset[str]:
        found = self[words] = frozenset(map(self._key, words.split("|")))
        return found


class Guards:
    """The guards, over the mentions of one report."""

    def __init__(
        self,
        claimed: Claimed,
        key: Callable[[str], str],
        folded: FoldedWords,
        ends: frozenset[str],
        concepts: ConceptKinds,
    ) -> None:
        """`key` folds a word, `folded` those of guards; `ends` are the marks that end a sentence."""
        self._analysed, self._key, self._folded = claimed.found.analysed, key, folded
        kinds: dict[str, list[Mention]] = {kind: [] for kind in _KINDS}
        # A name that only the recogniser sees neither makes an event nor bars one, unless an office tells whose it is.
        mentions = [m for m in claimed.found.mentions if m.value.get("by") != "model" or _holds_office(m)]
        for mention in mentions:
            if mention.kind in kinds:
                kinds[mention.kind].append(mention)
        told = covered_until(tuple(kinds["trigger"]))
        armed = [m.start for m in kinds["weapon"] if m.start not in told]  # "opened fire" may be said of a critic
        armed += [m.start for m in kinds["actor"] if m.value["sector"] in _ARMED]
        self._armed = self._sentences(armed)
        named = [m.start for m in mentions if m.kind in ("actor", "place") and self._fits(m)]
        self._named_in = self._sentences(named)
        tokens = range(len(self._analysed.tokens))
        senses = [hit for i in tokens if (hit := self._analysed.hit(i, "other-senses"))]
        self._other_senses = self._sentences(hit.start for hit in senses)
        self._told_tales = self._sentences(h.start for h in senses if h.entry.get("domain") == _FICTION)
        self._of_play = self._sentences(h.start for h in senses if h.entry.get("domain") not in _PROTESTED)
        places = [m for m in mentions if m.kind == "place" and m.value.get("geonames")]
        self._named = covered_until((*kinds["actor"], *kinds["time"], *places))
        self._places_end = {m.end for m in mentions if m.kind == "place"}
        self._links = links(self._analysed, ends)
        self._weapons = {i: weapon for weapon in kinds["weapon"] for i in range(weapon.start, weapon.end)}
        self._kinds = {kind: [m for m in mentions if self._fits(m)] for kind, mentions in kinds.items()}
        self._of_war = len(self._armed) >= max(_WAR, 1 + len(self._other_senses))
        gunmen = [m for m in kinds["victim"] if m.value["sector"] in _ARMED]
        self._of_peace = self._is_of_peace(mentions, self._sentences(m.start for m in gunmen))
        self._concepts = concepts
        armed_or_sure = bool(self._armed or gunmen) or any(map(_says_enough, self._kinds["trigger"]))
        self._knows_arms = armed_or_sure or self._tells_of_harm()
        self._kinds["actor"] = sorted([*self._kinds["actor"], *gunmen], key=lambda m: m.start)

    def _is_of_peace(self, mentions: Iterable[Mention], gunmen: set[int]) -> bool:
        """Whether a report opens with another sense and knows of nobody armed and no bombs: one of a match, a crash.

        `gunmen` are the sentences that name armed people by a common noun; such a noun may be of the other sense.
        """
        opening = {s.start for s in self._analysed.sentences if s.block <= _OPENING}
        bombs = any(m.kind == "trigger" and m.value["concept"] in _BOMBS for m in mentions)
        armed = self._armed or gunmen - self._other_senses
        return bool(opening & self._other_senses) and not armed and not bombs

    def _sentences(self, tokens: Iterable[int]) -> set[int]:
        """The first tokens of the sentences that some tokens stand in."""
        sentences = self._analysed.sentences
        return {sentences[bisect_right(sentences, (at, _END)) - 1].start for at in tokens}

    def hold(self, scene: Scene) -> bool:
        """Whether the trigger counts: no part of a name, a time or a link, and every guard of its entry holds."""
        trigger = scene.trigger
        if self._named.get(trigger.start, 0) >= trigger.end or scene.sentence.block in self._links:
            return False
        weapon = self._weapons.get(trigger.start, trigger)
        longer = weapon.end - weapon.start > trigger.end - trigger.start or weapon.value.get("needs")
        if weapon.covers(trigger) and longer:
            return False
        if self._in_another_sense(scene) or self._is_future_verb(scene):
            return False
        return all(self._holds(name, value, scene) for name, value in _guards(trigger))

    def _is_future_verb(self, scene: Scene) -> bool:
        """Whether the mark of the future stands before a word read as a noun: "will enter", spelt as intervention."""
        before = scene.trigger.start - 1
        future = before >= 0 and self._analysed.tokens[before].clitic and self._analysed.opens(before, "future-marks")
        return bool(future) and not scene.is_verb

    def _of_conflict(self, scene: Scene) -> bool:
        """Whether a word that may be a figure of speech is none.

        The report knows of arms, or of an attack and those hurt; or in the sentence a party stands by it, a deed whose
        word has one sense alone bears it out, or it is a word of bombs and a place is named.
        """
        first, last = scene.sentence.start, scene.sentence.end
        if self._knows_arms or starting_in(self._kinds["actor"], first, last):
            return True
        others = [t for t in starting_in(self._kinds["trigger"], first, last) if t.start != scene.trigger.start]
        deeds = {str(t.value["concept"]) for t in others if not t.value.get("when")} & self._concepts.deeds
        force = {str(t.value["concept"]) for t in others} & self._concepts.violent
        if deeds or force - {scene.trigger.value["concept"]}:
            return True
        if self._analysed.hit(scene.trigger.start, "harms") and self._counts_people(scene):
            return True
        return self._happens(scene) or (scene.trigger.value["concept"] in _BOMBS and first in self._named_in)

    def _happens(self, scene: Scene) -> bool:
        """Whether a verb of happening, or of going on, stands before a trigger in its clause."""
        for i in range(scene.start, scene.trigger.start):
            lasting = self._analysed.hit(i, "status-words")
            if self._analysed.hit(i, "happenings") or (lasting and lasting.entry.get("status") == "ongoing"):
                return True
        return False

    def _counts_people(self, scene: Scene) -> bool:
        """Whether the clause names people by a common noun, or counts them."""
        clause = (scene.start, scene.end)
        return any(starting_in(self._kinds[kind], *clause) for kind in ("victim", "number"))

    def _tells_of_harm(self) -> bool:
        """Whether a sentence, of no other sense, tells of those hurt, and one of violence that hurts."""
        violence = [t for t in self._kinds["trigger"] if t.value["concept"] in self._concepts.violent]
        hurt = {t.start for t in violence if self._analysed.hit(t.start, "harms")}
        sentences = (self._sentences({t.start for t in violence} - hurt), self._sentences(hurt))
        return all(told - self._other_senses for told in sentences)

    def _in_another_sense(self, scene: Scene) -> bool:
        """Whether the sentence speaks of sport, business, nature and the like, and of nobody armed.

        A word of bombs and shells counts even there, where a party or a place is named with it; prices and vaccines
        are what people protest against.
        """
        sentence = scene.sentence
        if sentence.start in self._told_tales:
            return True
        if scene.trigger.value["concept"] in self._concepts.protests and self._is_against(scene):
            return sentence.start in self._of_play - self._armed
        if self._of_peace:
            return True
        if sentence.start in self._armed or (
            scene.trigger.value["concept"] in _BOMBS and sentence.start in self._named_in
        ):
            return False
        return sentence.start in self._other_senses and not self._of_war

    def _is_against(self, scene: Scene) -> bool:
        """Whether a gathering is against something: a word says so, or another trigger of protest or rejection."""
        first, last = scene.sentence.start, scene.sentence.end
        others = (t for t in starting_in(self._kinds["trigger"], first, last) if t.start != scene.trigger.start)
        roles = (self._analysed.cell(i, "role-words", "role") for i in range(scene.trigger.end, scene.end))
        told = any(t.value["concept"] in self._concepts.protests for t in others)
        return told or "against" in roles

    def rank(self, scene: Scene) -> int:
        """What sorts the better reading of one spelling first: complemented, then of the class that the token shows."""
        definite = self._analysed.tokens[scene.trigger.start].definite
        complemented = not {"with", "names", "by"}.isdisjoint(dict(_guards(scene.trigger)))
        return 0 if complemented else 2 if scene.is_verb and definite else 1

    def complement(self, scene: Scene) -> int | None:
        """The token of the word that a trigger's entry asks for with it ("met his death"); None where it asks none."""
        asked = _asked(scene.trigger)
        return self._complement(scene, asked) if asked else None

    def naming(self, scene: Scene) -> tuple[int, int]:
        """The tokens that name the event: the trigger's, or the word that its entry says names it."""
        named = dict(_guards(scene.trigger)).get("names")
        at = self._complement(scene, named) if named else None
        return (scene.trigger.start, scene.trigger.end) if at is None else (at, at + 1)

    def _complement(self, scene: Scene, words: str) -> int | None:
        """The first token after a trigger in its clause that is one of some words."""
        return self._first_of(words, scene.trigger.end, scene.end)

    def _first_of(self, words: str, start: int, end: int) -> int | None:
        """The first token of a stretch that is one of some words."""
        wanted = self._folded[words]
        return next((i for i in range(start, end) if self._analysed.tokens[i].stem in wanted), None)

    def _holds(self, name: str, value: str, scene: Scene) -> bool:
        """Whether one guard holds; raises PackError (pack.guard) for one that there is not."""
        if (name, value) == ("needs", "conflict"):
            return self._of_conflict(scene)
        if (name, value) == ("needs", "armed"):
            return scene.sentence.start in self._armed
        if name == "needs":
            return bool(starting_in(self._kinds.get(value, ()), scene.first, scene.last))
        if name in ("with", "names"):
            return self._complement(scene, value) is not None
        if name == "without":
            return self._complement(scene, value) is None
        if name == "by":
            return self._is_by(scene, self._folded[value])
        if name == "counted":
            first, last = scene.trigger.start - _COUNTED, scene.trigger.end + 1
            return bool(starting_in(self._kinds["number"], first, last))
        if name == "refers":
            return self._analysed.tokens[scene.trigger.start].definite
        if name == "alone":
            return not self._tells_more(scene)
        if name == "bare":
            return not self._goes_with(scene)
        if name == "noun":
            return not self._describes(scene.trigger.start)
        if name == "own":
            return not self._is_purpose(scene)
        if name not in ("not-after", "not-before"):
            raise PackError("pack.guard", f"no guard {name!r}", where=scene.trigger.rule, todo=f"write {_GUARDS}")
        at = scene.trigger.start - 1 if name == "not-after" else scene.trigger.end
        step = -1 if name == "not-after" else 1
        barred = self._folded[value]
        while 0 <= at < len(self._analysed.tokens) and self._analysed.tokens[at].clitic:
            at += step
        token = self._analysed.tokens[at] if 0 <= at < len(self._analysed.tokens) else None
        return not (token and {token.stem, self._key(token.lemma)} & barred)

    def _is_by(self, scene: Scene, words: frozenset[str]) -> bool:
        """Whether one of some words stands where a verb's subject does: after it or before, no other party between."""
        start, end = scene.trigger.start, scene.trigger.end
        after = range(end, min(end + _SUBJECT, scene.end))
        for i in (*after, *range(start - 1, scene.start - 1, -1)):
            if self._analysed.tokens[i].stem in words:
                between = (end, i) if i >= end else (i + 1, start)
                return not starting_in(self._kinds["actor"], *between)
        return False

    def _tells_more(self, scene: Scene) -> bool:
        """Whether another trigger of a deed stands in the clause: those freed are not taken once more."""
        others = [
            t for t in starting_in(self._kinds["trigger"], scene.start, scene.end) if t.start != scene.trigger.start
        ]
        return any(t.value["concept"] in self._concepts.deeds and self._has_its_words(t, scene.end) for t in others)

    def _goes_with(self, scene: Scene) -> bool:
        """Whether a noun of an attack stands in the clause of a verb, or is what its relative clause tells of."""
        first = self._antecedent(scene) if self._analysed.relative(scene.trigger.start - 1) else scene.start
        nouns = (t for t in starting_in(self._kinds["trigger"], first, scene.end) if t.value["class"] != "verb")
        attacks = (t for t in nouns if t.value["concept"] in self._concepts.violent and t.start != scene.trigger.start)
        named = (attack.start for attack in attacks if attack.start not in self._weapons)
        return any(self._analysed.hit(i, "harms") is None for i in named)

    def _antecedent(self, scene: Scene) -> int:
        """Where what a relative clause tells of may begin: some words before its pronoun, in one clause with it."""
        first = at = scene.trigger.start - 1
        while at > max(scene.sentence.start, first - _TOLD_OF) and self._analysed.tokens[at - 1].pos != "PUNCT":
            at -= 1
        return at

    def _has_its_words(self, trigger: Mention, last: int) -> bool:
        """Whether the words that a trigger's entry asks for with it, if any, follow before a token."""
        asked = _asked(trigger)
        return asked is None or self._first_of(asked, trigger.end, last) is not None

    def _is_purpose(self, scene: Scene) -> bool:
        """Whether "to" stands before a noun for a talk, and another one in its sentence: "they met to discuss"."""
        first, at = scene.sentence.start, scene.trigger.start
        purpose = at > first and self._analysed.preposition(at - 1) == "to"
        return purpose and any(
            t.value["concept"] in self._concepts.talks for t in starting_in(self._kinds["trigger"], first, at)
        )

    def _describes(self, i: int) -> bool:
        """Whether a token is an adjective of the definite noun, or the place, before it: "the town located in"."""
        at = i - 1
        while at >= 0 and self._analysed.tokens[at].pos == "DET" and self._analysed.tokens[at].clitic:
            at -= 1
        before = self._analysed.tokens[at] if at >= 0 else None
        noun = before is not None and before.definite and before.pos in ("NOUN", "ADJ")
        return noun or at + 1 in self._places_end

    @staticmethod
    def _fits(mention: Mention) -> bool:
        """Whether a mention may be what a guard needs: an outlet is no party."""
        return mention.kind != "actor" or mention.value["kind"] not in OUTLETS


def _holds_office(mention: Mention) -> bool:
    """Whether somebody whom only the recogniser sees is told of by an office of a state ("the Chinese minister Li")."""
    return mention.value.get("kind") == "person" and bool(mention.value.get("iso3") and mention.value.get("sector"))


def _says_enough(trigger: Mention) -> bool:
    """Whether a trigger is hardly a figure of speech: a phrase of several words, unless its guards say otherwise."""
    phrase = trigger.value["class"] == "fixed" and trigger.end - trigger.start > 1
    return phrase and ("needs", "conflict") not in _guards(trigger)


def _guards(trigger: Mention) -> Sequence[tuple[str, str]]:
    """The guards of a trigger's entry: name and words."""
    return _parted(str(trigger.value.get("when") or ""))


def _asked(trigger: Mention) -> str | None:
    """The words of which a trigger's entry asks for one with it, if it does."""
    guards = dict(_guards(trigger))
    return guards.get("with") or guards.get("names")


@lru_cache(_CACHED)
def _parted(when: str) -> Sequence[tuple[str, str]]:
    """The guards of a cell: the same entries are met again and again."""
    parts = (guard.partition(":") for guard in when.split(",") if guard)
    return tuple((name, value) for name, _, value in parts)


def refers(trigger: Mention) -> bool:
    """Whether a trigger is an event only where one was told before ("the incident")."""
    return ("refers", "") in _guards(trigger)
