"""Voice: whether a verb is active or passive, where its spelling leaves that open.

Short vowels are not written, so that most passives look like actives. What stands around the verb tells: a verb
that takes an object has one if it is active, and a subject besides; a passive has one noun phrase, with which it
agrees, and perhaps its doer in a phrase of his own. Where that decides nothing, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from riwaya.language.complements import NOMINAL, Complements, governs
from riwaya.model.layers import Hit, Sentence, Token
from riwaya.packs import Pack, cell_values

ACTIVE, PASSIVE = "act", "pass"
_VOICES = {ACTIVE, PASSIVE}
# Fields of verbs that are told of those who undergo them; the object of others is often left out.
_UNDERGOES = {"harm", "fighting", "diplomacy", "movement"}
_VIOLENT = {"harm", "fighting"}


class Verb(NamedTuple):
    """What the table of verbs says of a spelling: its voice if that shows, how it takes an object, its field."""

    voice: str
    object: bool  # it always has one; where the spelling is several verbs, each has
    prepositional: bool  # it never has one, but a preposition
    undergone: bool  # it is told of those who undergo it
    violent: bool  # of harm, so that it is told so in any clause


class Voices:
    """The finder of the voice of verbs in a sentence; safe to share between threads."""

    def __init__(self, pack: Pack, known: Callable[[str], bool]) -> None:
        """Takes word lists and the names of lexicons from the pack; `known` tells its words, any other is a name."""
        self._forms = pack.forms
        self._verbs = {row["id"]: row for row in pack.rows("lexicon/verbs")}
        self._known: dict[tuple[str, str], Verb | None] = {}
        named = pack.settings["voice"]
        self._feminine, self._oblique = tuple(named["feminine"]), tuple(named["oblique"])
        self._words: dict[str, set[str]] = {"agent": set(), "carrier": set(), "feminine": set()}
        agents: list[tuple[str, ...]] = []
        for row in pack.rows("lexicon/voice-words"):
            phrases = [tuple(pack.key(form).split()) for form in cell_values(row, "forms")]
            if row["kind"] == "agent":
                agents += phrases
            self._words[row["kind"]] |= {phrase[0] for phrase in phrases}
        openers = {marks[0] for marks in pack.settings["quotation_marks"]} | {":"}
        self._complements = Complements(named, openers, agents, known)

    def mark(
        self, tokens: list[Token], sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]]
    ) -> tuple[Token, ...]:
        """The tokens, the features of each verb with its voice where that is known; so a carried verbal noun."""
        carriers = self._words["carrier"]
        for sentence in sentences:
            for i in range(sentence.start, sentence.end):
                token = tokens[i]
                voice = PASSIVE if i and tokens[i - 1].form in carriers and self._carried(tokens, i) else ""
                if token.pos == "VERB" and not voice:
                    voice = self._voice(tokens, i, sentence, hits)
                if voice:
                    tokens[i] = token._replace(features=f"{token.features} {voice}".strip())
        return tuple(tokens)

    def _carried(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a verbal noun follows a verb that makes a passive of it ("was done the shelling of")."""
        return not tokens[i].definite and any(
            reading.features.endswith(" vn") for reading in self._forms.readings(tokens[i].stem)
        )

    def _voice(self, tokens: Sequence[Token], i: int, sentence: Sentence, hits: Sequence[Sequence[Hit]]) -> str:
        """The voice to add to a verb's features; empty where nobody can tell."""
        features = tokens[i].features.split()
        verb = self._verb(tokens[i].stem, " ".join(features))
        if verb is None or verb.voice:
            return verb.voice if verb else ""
        if "1" in features or "2" in features:
            return ACTIVE
        if i + 1 < sentence.end and tokens[i + 1].clitic == "en" and tokens[i + 1].word == tokens[i].word:
            return ACTIVE
        clause = self._complements.after(tokens, i, sentence, hits)
        if clause.agent:
            return PASSIVE
        before = self._subject_before(tokens, i, sentence)
        found = len(clause.phrases) + clause.content + before
        if found >= 2:
            return ACTIVE
        first = i == sentence.start or (i == sentence.start + 1 and tokens[i - 1].clitic == "pro")
        if verb.prepositional and clause.phrases:
            return ACTIVE
        if not verb.undergone or (not before and not first and not (found and verb.violent)) or clause.content:
            return ""
        if not verb.object:
            return PASSIVE if found == 0 and clause.preposition and "past" in features else ""
        if before or not clause.phrases:
            return PASSIVE
        start = clause.phrases[0].start
        alike = self._complements.name(hits[start]) or self._complements.number(hits[start])
        agrees = bool(alike) or self._agrees(tokens[i], tokens[start])
        return PASSIVE if agrees else ACTIVE

    def _verb(self, stem: str, features: str) -> Verb | None:
        """What the spelling is as a verb in this person; None where the table has no such verb."""
        if (stem, features) not in self._known:
            person = features + " "
            known = (reading for reading in self._forms.readings(stem) if reading.verb in self._verbs)
            readings = [reading for reading in known if f"{reading.features} ".startswith(person)]
            rows = [self._verbs[reading.verb] for reading in readings]
            voices = {(_VOICES & set(reading.features.split()) or {""}).pop() for reading in readings}
            verb = Verb(
                min(voices, default="") if voices <= _VOICES else "",  # active, where two verbs show either
                all(row["object"] == "yes" for row in rows),
                all("yes" not in row["object"] for row in rows),
                all(row["field"] in _UNDERGOES and row["object"] != "no" for row in rows),
                all(row["field"] in _VIOLENT for row in rows),
            )
            self._known[stem, features] = verb if rows else None
        return self._known[stem, features]

    def _subject_before(self, tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
        """Whether the verb follows its subject, or a word that makes a relative clause of it."""
        j = i - 1
        while j >= sentence.start and (governs(tokens[j]) or tokens[j].pos == "PART"):
            j -= 1  # "will", "has", written with it or before it
        return j >= sentence.start and (tokens[j].pos in (*NOMINAL, "PRON"))

    def _agrees(self, verb: Token, noun: Token) -> bool:
        """Whether a noun after a verb can be its subject: a verb before its subject has its gender, and is singular."""
        features = verb.features.split()
        if "pl" in features or "du" in features:
            return False
        told = set(noun.features.split())
        if told & {"acc", "obl"} or noun.stem.endswith(self._oblique):
            return False
        feminine = "f" in told or noun.stem.endswith(self._feminine) or noun.stem in self._words["feminine"]
        if "f" in features:
            return feminine or "sg" not in told  # any plural of things may be its subject
        return not feminine or bool(told & {"pl", "du"})
