"""Gists: what a claim says in a form that can be compared with what others say.

A gist holds the terms of a claim's content, each under one name for all words of one meaning that the pack knows:
the harm ("harm:killed"), the concept of an event ("event:shelling"), a name, otherwise the lemma, or the stem of a word
that no table has. Function words, numbers, times and words that say little are none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from riwaya.claims.counts import Count, Counts
from riwaya.claims.frames import Stretch
from riwaya.find.context import covered_until, starting_in
from riwaya.model import Claim, Link, Span
from riwaya.model.layers import Analysed, Found, Hit, Mention, Sentence
from riwaya.rules.tables import Row

_CONTENT = ("NOUN", "VERB", "ADJ", "LATIN", "PROPN")
_NEGATED = 4  # tokens after a negator that it may deny
_ASKING = ("with:", "needs:weapon")
_NAMES = ("actor", "place")


class Gist(NamedTuple):
    """What one claim says, where it stands, and who says it."""

    claim: Claim
    number: int  # in the order of the report
    content: Stretch
    cue: Stretch | None
    sentence: int
    block: int
    title: bool  # it stands in the title, or where a page repeats it
    at: Mapping[int, str]  # the terms of the content by their tokens
    terms: frozenset[str]
    denied: frozenset[str]  # of the terms, those that a negator denies
    counts: tuple[Count, ...]
    background: bool  # it tells of history, or of all that was since a day
    violent: bool  # it tells of harm or of an assault
    voice: frozenset[str]  # the words that name the speaker
    sides: frozenset[str]  # whom the speaker speaks for
    named: frozenset[str]  # the sides that cue and content name

    @property
    def speaker(self) -> Link:
        """Whose word the claim is."""
        return self.claim.chain[-1]


def hits_in(analysed: Analysed, words: Stretch, lexicon: str) -> list[Hit]:
    """The longest entry of a lexicon at each of some tokens at which one begins."""
    at = analysed.beginning(Sentence(*words, block=0), lexicon)
    return [hit for i in at if (hit := analysed.hit(i, lexicon))]


class Gists:
    """Reads the gists of one report."""

    def __init__(self, found: Found, concepts: Mapping[str, Row]) -> None:
        """Gathers what the terms are made of; `concepts` tell the type of an event."""
        self._analysed = found.analysed
        self._mentions = found.mentions
        titles = (block.span for block in found.analysed.report.blocks if block.kind == "title")
        self._title = " ".join(span.cut(found.analysed.report.text) for span in titles)
        self._counts = Counts(found)
        self._timed = covered_until(m for m in found.mentions if m.kind in ("time", "duration", "number"))
        self._names = _names(found.mentions)
        self._events = _events(found.mentions)
        self._violent = {f"event:{name}" for name, row in concepts.items() if row["plover"] == "ASSAULT"}
        self._sides = {
            str(m.value["actor"]): _side(m) for m in found.mentions if m.kind == "actor" and m.value["actor"]
        }

    def of(self, claim: Claim, number: int) -> Gist:
        """The gist of a claim; `number` is its place in the order of the report."""
        content = self.tokens(claim.content)
        sentence = bisect_right(self._analysed.sentences, content[0], key=lambda s: s.start) - 1
        block = self._analysed.report.blocks[self._analysed.sentences[sentence].block]
        at = {i: term for i in range(*content) if (term := self.term(i))}
        terms = frozenset(at.values())
        return Gist(
            claim=claim,
            number=number,
            content=content,
            cue=self.tokens(claim.cue) if claim.cue else None,
            sentence=sentence,
            block=self._analysed.sentences[sentence].block,
            title=block.span.cut(self._analysed.report.text) in self._title,
            at=at,
            terms=terms,
            denied=self._denied(content),
            counts=tuple(self._counts.of(content)),
            background=bool(hits_in(self._analysed, content, "background-marks")),
            violent=any(term in self._violent or term.startswith("harm:") for term in terms),
            voice=self._words(claim.chain[-1].span),
            sides=self._speaks_for(claim.chain),
            named=self._named(claim),
        )

    def tokens(self, span: Span) -> Stretch:
        """The tokens that a span of the text covers."""
        tokens = self._analysed.tokens
        start = bisect_right(tokens, span.start, key=lambda token: token.span.end)
        return start, max(start + 1, bisect_left(tokens, span.end, key=lambda token: token.span.start))

    def term(self, i: int) -> str:
        """The term that a token stands for; empty where it says little by itself."""
        if name := self._names.get(i):
            return name
        token = self._analysed.tokens[i]
        if token.pos not in _CONTENT or i in self._timed or self._analysed.hit(i, "light-words"):
            return ""
        if harm := self._analysed.hit(i, "harms"):
            return f"harm:{harm.entry.get('harm')}"
        return self._events.get(i) or token.base or token.stem

    def _denied(self, content: Stretch) -> frozenset[str]:
        """The terms of the negated verbs of a content; of one that says little by itself, the term after it.

        A negator before a noun is part of a name as often ("an aircraft without a pilot"), one in a number says no more
        than the number ("not fewer than ten").
        """
        tokens = self._analysed.tokens
        denied: set[str] = set()
        for hit in hits_in(self._analysed, content, "status-words"):
            verb = hit.end < content[1] and tokens[hit.end].pos == "VERB" and hit.start not in self._timed
            if not verb or hit.entry.get("status") != "denied" or hit.entry.get("class") != "fixed":
                continue
            terms = map(self.term, range(hit.end, min(hit.end + _NEGATED, content[1])))
            denied.update(islice(filter(None, terms), 1))
        return frozenset(denied)

    def _words(self, span: Span | None) -> frozenset[str]:
        """The stems of the words of a span."""
        tokens = self._analysed.tokens[slice(*self.tokens(span))] if span else ()
        return frozenset(token.stem for token in tokens if token.pos in _CONTENT)

    def _speaks_for(self, chain: Sequence[Link]) -> frozenset[str]:
        """The sides of the innermost source."""
        link = chain[-1]
        side = self._sides.get(link.actor or "", "")
        inside = self._actors(link.span) if link.span and not side else ()
        return frozenset(filter(None, (side, *map(_side, inside))))

    def _named(self, claim: Claim) -> frozenset[str]:
        """The sides that a claim names from its cue to the end of its content."""
        start = min(claim.cue.start if claim.cue else claim.content.start, claim.content.start)
        return frozenset(filter(None, map(_side, self._actors(Span(start, claim.content.end)))))

    def _actors(self, span: Span) -> Sequence[Mention]:
        """The actors that a span of the text names."""
        within = starting_in(self._mentions, *self.tokens(span))
        return [m for m in within if m.kind == "actor" and not m.value.get("both")]


def _side(actor: Mention) -> str:
    """The side that an actor belongs to: its state, or for a body that is no state's, the body itself."""
    value = actor.value
    return str(value["iso3"] if value.get("state") else value["actor"] or value["name"])


def _names(mentions: Sequence[Mention]) -> Mapping[int, str]:
    """The name that each token of an actor or place is part of; the words before a name keep their own terms."""
    names: dict[int, str] = {}
    for mention in mentions:
        if mention.kind in _NAMES and mention.value["name"] and not mention.value.get("refers"):
            part = mention.value.get("name_span")
            start, end = part if isinstance(part, tuple) else (mention.start, mention.end)
            for i in range(start, end):
                names.setdefault(i, f"name:{mention.value['name']}")
    return names


def _guarded(trigger: Mention) -> bool:
    """Whether a trigger asks for a word or a weapon beside it, for which nobody has looked yet."""
    return any(guard.startswith(_ASKING) for guard in str(trigger.value.get("when") or "").split(","))


def _events(mentions: Sequence[Mention]) -> Mapping[int, str]:
    """The concept of the event that a token names, where its triggers agree."""
    concepts: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.kind == "trigger" and not _guarded(mention):
            concepts.setdefault(mention.start, set()).add(str(mention.value["concept"]))
    return {i: f"event:{next(iter(of))}" for i, of in concepts.items() if len(of) == 1}
