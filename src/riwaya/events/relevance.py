"""Relevance: whether coders of event records would take the sentence of an event for a telling of one.

A log-linear model over the words of a sentence and what was read in it: its events of the type, their parties, place,
time, toll and neighbours, and whatever else is named. The weights come from `models/relevance.tsv` of a pack;
`tools/train_relevance.py` writes it. They are read when the first event is judged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import exp, sqrt

from riwaya.find.context import starting_in
from riwaya.model import Event, Party
from riwaya.model.layers import Found, Mention, Sentence, Token
from riwaya.packs import Pack

TYPES = ("ASSAULT", "PROTEST")  # what the weights were trained for, in the order of their columns
BIAS = "*"  # the name of the weight that each sentence has
SCALE = 100  # the weights are whole numbers
_LEAST = 5  # tokens; of a shorter sentence nothing is said
_HAPPENED = ("actual", "ongoing")
_AROUND = (-3, -2, -1, 1, 2, 3)  # tokens before a trigger, and after it
_LONG, _MANY = 8, 4  # from here on lengths and counts are alike
_STEP = 12  # tokens of one step of length
_TELLING = {  # what is told of each thing that is named
    "place": ("precision",),
    "actor": ("sector", "kind"),
    "number": ("sense",),
    "victim": ("id",),
    "weapon": ("kind",),
}
_LEXICONS = frozenset(("attacks", "blame", "harms", "status-words", "toll-words"))  # of which any entry tells

Weights = Mapping[str, Sequence[int]]


class Relevance:
    """The judge of relevance of a pack; safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Takes the pack; where its `pack.toml` wants no such model, nothing is judged."""
        self._pack = pack
        self._wanted = bool(pack.settings.get("models", {}).get("relevance", False))

    @cached_property
    def _weights(self) -> Weights:
        """The weights of each type, by feature."""
        return self._pack.weights("relevance", lambda cell: tuple(map(int, cell.split())))

    def judged(self, found: Found, events: Iterable[Event]) -> tuple[Event, ...]:
        """The events of a report; those of types that the model knows have their relevance."""
        listed = tuple(events)
        if not self._wanted:
            return listed
        relevant: dict[str, float] = {}
        for sentence, plover, told in units(found, listed):
            if sentence.end - sentence.start >= _LEAST:
                value = self._relevance(features(found, sentence, told), TYPES.index(plover))
                relevant.update((event.id, value) for event in told)
        return tuple(
            event.model_copy(update={"relevance": relevant[event.id]}) if event.id in relevant else event
            for event in listed
        )

    def _relevance(self, blocks: Sequence[set[str]], column: int) -> float:
        """The share of coders who would accept a sentence with these features."""
        weights = self._weights
        total = float(weights[BIAS][column])
        for names in blocks:
            if names:
                total += sum(weights[name][column] for name in names if name in weights) / sqrt(len(names))
        return round(1 / (1 + exp(-total / SCALE)), 2)


def units(found: Found, events: Iterable[Event]) -> Iterator[tuple[Sentence, str, list[Event]]]:
    """What is judged: each sentence with the events of one type in it, which must be a type that the model knows."""
    analysed = found.analysed
    told: dict[tuple[int, str], list[Event]] = {}
    for event in events:
        if event.plover in TYPES:
            at = _token(analysed.tokens, event)
            number = bisect_left(analysed.sentences, at + 1, key=lambda sentence: sentence.start) - 1
            told.setdefault((number, event.plover), []).append(event)
    for (number, plover), group in told.items():
        yield analysed.sentences[number], plover, group


def features(found: Found, sentence: Sentence, events: Sequence[Event]) -> tuple[set[str], set[str]]:
    """The names of what a sentence is judged by: its words, and what was read in it, by its `events` of one type."""
    tokens = found.analysed.tokens[sentence.start : sentence.end]
    named = starting_in(found.mentions, sentence.start, sentence.end)
    triggers = {(mention.start, mention.rule): mention for mention in named if mention.kind == "trigger"}
    read = {*_shape(tokens), *_named(named), *_hits(found, sentence), *_counts(events)}
    for event in events:
        at = _token(found.analysed.tokens, event)
        trigger = triggers.get((at, event.rule))
        read.update(_event(event, tokens[at - sentence.start], trigger, (at - sentence.start) / len(tokens)))
        end = (trigger.end if trigger else at + 1) - sentence.start
        read.update(_around(tokens, at - sentence.start, end))
    return set(_words(tokens)), read


def _token(tokens: Sequence[Token], event: Event) -> int:
    """The number of the token that an event's trigger begins with."""
    return bisect_left(tokens, event.trigger.start, key=lambda token: token.span.start)


def _word(token: Token) -> str:
    """A word as the weights know it: its lemma where a table tells it; numbers are alike."""
    return "#" if token.pos == "NUM" else token.base or token.stem


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of a sentence, alone and in pairs."""
    words = [_word(token) for token in tokens if token.pos != "PUNCT"]
    yield from (f"l{word}" for word in words)
    yield from (f"b{a} {b}" for a, b in pairwise(("", *words)))


def _shape(tokens: Sequence[Token]) -> Iterator[str]:
    """The length of a sentence, and the tenses of its verbs."""
    verbs = [token for token in tokens if token.pos == "VERB"]
    tenses = [_tense(token) for token in verbs]
    yield f"long={min(_LONG, len(tokens) // _STEP)}"
    yield f"past={min(_MANY, tenses.count('past'))}"
    yield f"pres={min(_MANY, tenses.count('pres'))}"
    yield f"opens={_word(verbs[0]) if verbs else ''}"
    yield f"tense={tenses[0] if verbs else ''}"


def _tense(token: Token) -> str:
    """The tense of a verb, as far as its form tells it."""
    told = token.features.split()
    return told[1] if len(told) > 1 else ""


def _named(named: Iterable[Mention]) -> Iterator[str]:
    """What is named in a sentence."""
    for mention in named:
        yield f"m:{mention.kind}"
        for key in _TELLING.get(mention.kind, ()):
            yield f"m:{mention.kind}:{key}={mention.value.get(key) or ''}"


def _hits(found: Found, sentence: Sentence) -> Iterator[str]:
    """The entries of lexicons in a sentence that tell what did not happen, or how an attack is told."""
    for i in range(sentence.start, sentence.end):
        for hit in found.analysed.hits[i]:
            if hit.entry.lexicon in _LEXICONS:
                yield f"h:{hit.entry.lexicon}"
                yield f"h:{hit.entry.lexicon}={hit.entry.id}"


def _counts(events: Sequence[Event]) -> Iterator[str]:
    """How many events of a type a sentence has, and how many of them are told as news that happened."""
    yield f"events={min(_MANY, len(events))}"
    yield f"news={min(_MANY, sum(event.status in _HAPPENED and not event.background for event in events))}"


def _event(event: Event, token: Token, trigger: Mention | None, down: float) -> Iterator[str]:
    """What was read of an event; `down` is how far down in its sentence it stands."""
    concept = str(trigger.value["concept"]) if trigger else ""
    status = f"{event.status}{'-past' if event.background else ''}"
    parties = f"{bool(event.actors):d}{bool(event.targets):d}"
    pos = token.pos if token.pos in ("VERB", "NOUN") else ""
    known = "known" if token.definite else ""
    acled = event.acled[1] if event.acled else ""
    for name in (f"concept={concept}", f"mode={event.mode}", f"acled={acled}"):
        yield from (name, f"{name}|{status}", f"{name}|{parties}", f"{name}|{pos}")
    yield from (f"concept={concept}|{known}", f"form={pos}{known}", f"form={pos}|{_tense(token)}")
    yield from (f"status={status}", f"parties={parties}", f"parties={parties}|{status}|{pos}")
    yield f"rule={event.rule.rpartition('.')[2]}"
    yield f"place={event.place.precision if event.place else ''}"
    yield f"time={event.time.precision if event.time else ''}"
    yield f"there={event.place is not None:d}{event.time is not None:d}|{pos}"
    yield f"there={event.place is not None:d}{event.time is not None:d}|{parties}"
    yield f"killed={_size(event.killed)}"
    yield f"injured={event.injured is not None:d}"
    yield f"harm={bool(event.killed or event.injured):d}|{status}"
    yield f"again={event.same_as is not None:d}"
    yield f"voice={event.claim is not None:d}"
    yield f"down={int(4 * down)}"
    for side, sides in (("actor", event.actors), ("target", event.targets)):
        yield from _parties(side, sides)
    yield from (f"weapon={weapon}" for weapon in event.weapons)


def _parties(side: str, parties: Sequence[Party]) -> Iterator[str]:
    """The sectors of the parties of a side, and whether words of the report name them."""
    for party in parties:
        yield f"{side}={party.code.rpartition(' ')[2]}"
        yield f"{side}:told={party.span is not None:d}"


def _size(toll: tuple[int, int | None] | None) -> str:
    """The number of digits of a toll; none where it is not told."""
    return str(len(str(toll[0]))) if toll else ""


def _around(tokens: Sequence[Token], start: int, end: int) -> Iterator[str]:
    """The words and parts of speech around a trigger, which are the tokens `start` to `end` of its sentence."""
    for step in _AROUND:
        at = start + step if step < 0 else end + step - 1
        if 0 <= at < len(tokens):
            word = _word(tokens[at])
            yield from (f"x{step}={word}", f"x{'<' if step < 0 else '>'}={word}", f"x{step}:{tokens[at].pos}")
