"""Voice: whether a verb is active or passive, where its spelling leaves that open.

Short vowels are not written, so that most passives look like actives. What stands around the verb tells: a verb
that takes an object has one if it is active, and a subject besides; a passive has one noun phrase, with which it
agrees, and perhaps its doer in a phrase of his own. Where that decides nothing, nothing is said.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from riwaya.model.layers import Hit, Sentence, Token
from riwaya.packs import Pack, cell_values

ACTIVE, PASSIVE = "act", "pass"
_VOICES = {ACTIVE, PASSIVE}
_FAR = 24  # tokens after the verb that are looked at
_NOMINAL = {"NOUN", "ADJ", "NUM"}
_ENDS = {"VERB", "CONJ", "NEG", "PUNCT"}
# Fields of verbs that are told of those who undergo them; the object of others is often left out.
_UNDERGOES = {"harm", "fighting", "diplomacy", "movement"}
_VIOLENT = {"harm", "fighting"}


class Phrase(NamedTuple):
    """A noun phrase after a verb that no preposition governs."""

    start: int
    end: int


class Clause(NamedTuple):
    """What follows a verb in its clause."""

    phrases: tuple[Phrase, ...]
    content: bool  # a clause or a quotation, which is an object too
    agent: bool  # the doer in a phrase of his own
    preposition: bool  # right after the verb


class Verb(NamedTuple):
    """What the table of verbs says of a spelling: its voice if that shows, how it takes an object, its field."""

    voice: str
    object: bool  # it always has one; where the spelling is several verbs, each has
    prepositional: bool  # it never has one, but a preposition
    undergone: bool  # it is told of those who undergo it
    violent: bool  # of harm, so that it is told so in any clause


class Voices:
    """The finder of the voice of verbs in a sentence; safe to share between threads."""

    def __init__(self, pack: Pack, known: Container[str]) -> None:
        """Takes word lists and the names of lexicons from the pack; `known` are its words, any other is a name."""
        self._is_known = known.__contains__
        self._forms = pack.forms
        self._verbs = {row["id"]: row for row in pack.rows("lexicon/verbs")}
        self._known: dict[tuple[str, str], Verb | None] = {}
        named = pack.settings["voice"]
        self._adverbs, self._names = frozenset(named["adverbs"]), frozenset(named["names"])
        self._numbers = frozenset(named["numbers"])
        self._feminine, self._adjectival = tuple(named["feminine"]), tuple(named["adjectival"])
        self._oblique = tuple(named["oblique"])
        self._agents: list[tuple[str, ...]] = []
        self._words: dict[str, set[str]] = {"agent": set(), "carrier": set(), "feminine": set()}
        for row in pack.rows("lexicon/voice-words"):
            phrases = [tuple(pack.key(form).split()) for form in cell_values(row, "forms")]
            if row["kind"] == "agent":
                self._agents += phrases
            self._words[row["kind"]] |= {phrase[0] for phrase in phrases}

    def mark(
        self, tokens: list[Token], sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]]
    ) -> tuple[Token, ...]:
        """The tokens, the features of each verb with its voice where that is known; so a carried verbal noun."""
        for sentence in sentences:
            for i in range(sentence.start, sentence.end):
                token = tokens[i]
                voice = PASSIVE if self._carried(tokens, i) else ""
                if token.pos == "VERB" and not voice:
                    voice = self._voice(tokens, i, sentence, hits)
                if voice:
                    tokens[i] = token._replace(features=f"{token.features} {voice}".strip())
        return tuple(tokens)

    def _carried(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a verb that makes a passive of a verbal noun stands before it ("was done the shelling of")."""
        if i == 0 or tokens[i - 1].form not in self._words["carrier"] or tokens[i].definite:
            return False
        return any(reading.features.endswith(" vn") for reading in self._forms.readings(tokens[i].stem))

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
        clause = self._clause(tokens, i, sentence, hits)
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
        agrees = bool(self._name(hits[start]) or self._number(hits[start])) or self._agrees(tokens[i], tokens[start])
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

    def _clause(self, tokens: Sequence[Token], i: int, sentence: Sentence, hits: Sequence[Sequence[Hit]]) -> Clause:
        """What follows the verb up to the end of its clause."""
        phrases: list[Phrase] = []
        content = agent = governed = False
        j, last = i + 1, min(sentence.end, i + _FAR)
        while j < last:
            token = tokens[j]
            if self._agent_at(tokens, j, last):
                agent = True
                break
            if token.pos == "COMP" or token.form in (":", "«", '"', "“"):
                content = True
                break
            joined = token.pos == "CONJ" and token.clitic == "pro" and phrases and j + 1 < last
            if skipped := self._adverb(hits, j, last):
                j += skipped
                while j < last and tokens[j].definite and tokens[j].pos in _NOMINAL:
                    j += 1  # the morning of Sunday, last week
            elif _governs(token):
                governed, j = True, j + 1
            elif joined and tokens[j + 1].pos in _NOMINAL:
                j = self._phrase(tokens, j + 1, last, hits)  # with what stands before it
            elif token.pos in _NOMINAL or token.pos == "DET" or (token.pos == "VERB" and (governed or j == i + 1)):
                end = self._phrase(tokens, j, last, hits, governed=governed)
                if not governed:
                    phrases.append(Phrase(j, end))
                governed, j = False, end
            elif token.pos in _ENDS:
                break
            else:
                governed, j = False, j + 1
        direct = i + 1 < last and _governs(tokens[i + 1])
        return Clause(tuple(phrases), content, agent, direct)

    def _agent_at(self, tokens: Sequence[Token], j: int, last: int) -> bool:
        """Whether a phrase that names the doer begins here, and a noun or a pronoun follows it."""
        for words in self._agents:
            after = j + len(words)
            if after < last and all(tokens[j + n].form == word for n, word in enumerate(words)):
                return tokens[after].pos in _NOMINAL or tokens[after].clitic == "en"
        return False

    def _adverb(self, hits: Sequence[Sequence[Hit]], j: int, last: int) -> int:
        """How many tokens a word of time takes up, a number before it too; 0 for any other word."""
        counted = 1 if self._number(hits[j]) and j + 1 < last else 0
        longest = max((hit.end for hit in hits[j + counted] if hit.entry.lexicon in self._adverbs), default=j)
        return longest - j

    def _number(self, at: Sequence[Hit]) -> bool:
        """Whether a word of number stands here."""
        return any(hit.entry.lexicon in self._numbers for hit in at)

    def _phrase(
        self, tokens: Sequence[Token], j: int, last: int, hits: Sequence[Sequence[Hit]], *, governed: bool = False
    ) -> int:
        """Where the noun phrase ends that begins here; after a preposition any definite words belong to it."""
        name = self._name(hits[j]) or (not governed and self._unknown(tokens, j, last))
        determined = tokens[j].definite
        closed = determined or bool(name)  # then only adjectives follow
        accusative = _accusative(tokens[j]) or self._number(hits[j])
        j += max(name, 1)
        while j < last and not self._adverb(hits, j, last) and not _governs(tokens[j]):
            token = tokens[j]
            described = self._describes(token)
            beside = token.definite and (described or governed)
            if token.clitic == "en":
                closed = True
            elif token.pos not in (*_NOMINAL, "DET") or (closed and not beside) or (_accusative(token) > accusative):
                break
            elif name := self._name(hits[j]) or (not governed and self._unknown(tokens, j, last)):
                closed, j = True, j + name - 1
            elif token.definite or described:
                closed = True
            j += 1
        while j < last and closed and not determined and self._describes(tokens[j]) and not tokens[j].definite:
            j += 1  # one adjective after the other
        return j

    def _describes(self, token: Token) -> bool:
        """Whether a word can be an adjective."""
        looks = "ptcp" in token.features or token.stem.endswith(self._adjectival)
        return token.pos == "ADJ" or (token.pos in _NOMINAL and looks and not token.clitic)

    def _name(self, at: Sequence[Hit]) -> int:
        """How many tokens the name takes up that begins here; 0 where there is none."""
        return max((hit.end - hit.start for hit in at if hit.entry.lexicon in self._names), default=0)

    def _unknown(self, tokens: Sequence[Token], j: int, last: int) -> int:
        """How many words that the pack does not know stand here, without article: most are names."""
        end = j
        while end < last and tokens[end].pos == "NOUN" and not tokens[end].definite and not tokens[end].clitic:
            if self._is_known(tokens[end].stem):
                break
            end += 1
        return end - j

    def _subject_before(self, tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
        """Whether the verb follows its subject, or a word that makes a relative clause of it."""
        j = i - 1
        while j >= sentence.start and (_governs(tokens[j]) or tokens[j].pos == "PART"):
            j -= 1  # "will", "has", written with it or before it
        return j >= sentence.start and (tokens[j].pos in (*_NOMINAL, "PRON"))

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


def _accusative(token: Token) -> bool:
    """Whether a token is an accusative without article."""
    return "acc" in token.features.split()


def _governs(token: Token) -> bool:
    """Whether a token is a preposition, written by itself or with its noun."""
    letter = token.clitic == "pro" or len(token.form) == 1
    return token.pos == "PREP" or (letter and token.pos not in ("CONJ", "PART", "PUNCT", "PRON", "NUM"))
