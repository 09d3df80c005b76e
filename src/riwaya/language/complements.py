"""Complements: the noun phrases that follow a verb in its clause, as far as word forms tell them apart.

A definite noun or a name closes a phrase, so that only adjectives follow; an accusative opens another; words of
time are passed over; what a preposition governs is no complement.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any, NamedTuple

from riwaya.model.layers import Hit, Sentence, Token

NOMINAL = {"NOUN", "ADJ", "NUM"}
_FAR = 24  # tokens after the verb that are looked at
_ENDS = {"VERB", "CONJ", "NEG", "PUNCT"}
_Hits = Sequence[Sequence[Hit]]


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


class Complements:
    """The finder of noun phrases after a verb."""

    def __init__(
        self,
        words: Mapping[str, Any],
        openers: Container[str],
        agents: Sequence[tuple[str, ...]],
        known: Callable[[str], bool],
    ) -> None:
        """`words`: the lexicons and endings of `[voice]` in pack.toml; `openers`: signs before direct speech;
        `agents`: the words before a doer; `known`: whether the pack has a word, any other is taken for a name."""
        self._adverbs, self._names = frozenset(words["adverbs"]), frozenset(words["names"])
        self._numbers, self._adjectival = frozenset(words["numbers"]), tuple(words["adjectival"])
        self._openers, self._known = openers, known
        self._agents: dict[str, list[tuple[str, ...]]] = {}  # by their first word
        for phrase in agents:
            self._agents.setdefault(phrase[0], []).append(phrase)

    def after(self, tokens: Sequence[Token], i: int, sentence: Sentence, hits: _Hits) -> Clause:
        """What follows the verb up to the end of its clause."""
        phrases: list[Phrase] = []
        content = agent = governed = False
        j, last = i + 1, min(sentence.end, i + _FAR)
        while j < last:
            token = tokens[j]
            if self._agent_at(tokens, j, last):
                agent = True
                break
            if token.pos == "COMP" or token.form in self._openers:
                content = True
                break
            joined = token.pos == "CONJ" and token.clitic == "pro" and phrases and j + 1 < last
            if skipped := self._adverb(hits, j, last):
                j += skipped
                while j < last and tokens[j].definite and tokens[j].pos in NOMINAL:
                    j += 1  # the morning of Sunday, last week
            elif governs(token):
                governed, j = True, j + 1
            elif joined and tokens[j + 1].pos in NOMINAL:
                j = self._phrase(tokens, j + 1, last, hits)  # with what stands before it
            elif token.pos in NOMINAL or token.pos == "DET" or (token.pos == "VERB" and (governed or j == i + 1)):
                end = self._phrase(tokens, j, last, hits, governed=governed)
                if not governed:
                    phrases.append(Phrase(j, end))
                governed, j = False, end
            elif token.pos in _ENDS:
                break
            else:
                governed, j = False, j + 1
        direct = i + 1 < last and governs(tokens[i + 1])
        return Clause(tuple(phrases), content, agent, direct)

    def _agent_at(self, tokens: Sequence[Token], j: int, last: int) -> bool:
        """Whether a phrase that names the doer begins here, and a noun or a pronoun follows it."""
        for words in self._agents.get(tokens[j].form, ()):
            after = j + len(words)
            if after < last and all(tokens[j + n].form == word for n, word in enumerate(words)):
                return tokens[after].pos in NOMINAL or tokens[after].clitic == "en"
        return False

    def _adverb(self, hits: _Hits, j: int, last: int) -> int:
        """How many tokens a word of time takes up, a number before it too; 0 for any other word."""
        counted = 1 if hits[j] and j + 1 < last and self.number(hits[j]) else 0
        longest = j
        for hit in hits[j + counted]:
            if hit.end > longest and hit.entry.lexicon in self._adverbs:
                longest = hit.end
        return longest - j

    def number(self, at: Sequence[Hit]) -> bool:
        """Whether a word of number stands here."""
        for hit in at:  # noqa: SIM110 (asked so often that a generator would cost more than the look)
            if hit.entry.lexicon in self._numbers:
                return True
        return False

    def _phrase(self, tokens: Sequence[Token], j: int, last: int, hits: _Hits, *, governed: bool = False) -> int:
        """Where the noun phrase ends that begins here; after a preposition any definite words belong to it."""
        name = self.name(hits[j]) or (not governed and self._unknown(tokens, j, last))
        determined = tokens[j].definite
        closed = determined or bool(name)  # then only adjectives follow
        accusative = _accusative(tokens[j]) or self.number(hits[j])
        whole = not name and _unannexed(tokens[j])
        closed = closed or whole
        j += max(name, 1)
        while j < last and not whole and not self._adverb(hits, j, last) and not governs(tokens[j]):
            token = tokens[j]
            described = self._describes(token)
            beside = token.definite and (described or governed)
            if token.clitic == "en":
                closed = True
            elif token.pos not in (*NOMINAL, "DET") or (closed and not beside) or (_accusative(token) > accusative):
                break
            elif name := self.name(hits[j]) or (not governed and self._unknown(tokens, j, last)):
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
        return token.pos == "ADJ" or (token.pos in NOMINAL and looks and not token.clitic)

    def name(self, at: Sequence[Hit]) -> int:
        """How many tokens the name takes up that begins here; 0 where there is none."""
        longest = 0
        for hit in at:
            if hit.entry.lexicon in self._names:
                longest = max(longest, hit.end - hit.start)
        return longest

    def _unknown(self, tokens: Sequence[Token], j: int, last: int) -> int:
        """How many words that the pack does not know stand here, without article: most are names."""
        end = j
        while end < last and tokens[end].pos == "NOUN" and not tokens[end].definite and not tokens[end].clitic:
            if self._known(tokens[end].stem):
                break
            end += 1
        return end - j


def _unannexed(token: Token) -> bool:
    """Whether a noun is in the sound plural or the dual with its last letter, so that no noun is annexed to it."""
    features = set(token.features.split())
    return not token.definite and bool({"pl", "du"} & features) and bool({"nom", "obl"} & features)


def _accusative(token: Token) -> bool:
    """Whether a token is an accusative without article."""
    return "acc" in token.features.split()


def governs(token: Token) -> bool:
    """Whether a token is a preposition, written by itself or with its noun."""
    letter = token.clitic == "pro" or len(token.form) == 1
    return token.pos == "PREP" or (letter and token.pos not in ("CONJ", "PART", "PUNCT", "PRON", "NUM"))
