"""Elements: the functions that patterns are compiled to, one maker for each kind of element.

Each is tried at a place between two tokens and goes on, rightwards (`step` 1) or leftwards (-1), by calling what
comes after it; it gives the end and the captures of the first way that works, or None.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, Protocol

from riwaya.model.layers import Anchors, Entry, Hit, Mention, Quotation, Token

Key = tuple[str, str]  # ("lexicon", name), ("form", word), ("lemma", word) or ("mention", kind)
QUOTATION: Key = ("quotation", "")  # something in quotation marks
COMPLEMENTISERS = "complementisers"  # the lexicon of words that open a clause as content


class Capture(NamedTuple):
    """What an element took: the tokens `start` to `end`, and the entry or mention where it was one."""

    start: int
    end: int
    hit: Hit | None = None
    mention: Mention | None = None


Captures = tuple[tuple[str, Capture], ...]


class Stretches(Protocol):
    """Stretches of a kind that a stage reads by itself; of several, the one to be tried first stands first."""

    def ends(self, start: int, last: int) -> Sequence[int]:
        """Where those end that begin at a token, at `last` at the latest."""

    def starts(self, end: int, first: int) -> Sequence[int]:
        """Where those begin that end at a token, at `first` at the earliest."""


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence as patterns see it: its tokens `first` to `last` and what stands where."""

    tokens: Sequence[Token]
    first: int
    last: int
    hits: Mapping[int, Sequence[Hit]]  # by first token
    hits_by_end: Mapping[int, Sequence[Hit]]
    mentions: Mapping[int, Sequence[Mention]]  # by first token
    mentions_by_end: Mapping[int, Sequence[Mention]]
    quotations: Mapping[int, Quotation]  # by the token of the opening mark
    quotations_by_end: Mapping[int, Quotation]  # by the token after the closing mark
    anchors: Anchors
    phrases: Mapping[str, Stretches] = field(default_factory=dict)  # by name: what the element `phrase` asks for
    marks: Sequence[int] | None = None  # the tokens of opening quotation marks, in order; None: not gathered
    standing: dict[object, Any] = field(default_factory=dict)  # what rules found in all sentences

    def reach(self, key: Key) -> tuple[int, int]:
        """The first and the last token of the sentence at which something of that key stands.

        Where nothing does, the first stands after the sentence and the last before it.
        """
        kind, name = key
        if kind == "quotation":
            at = self.marks
        else:
            at = (self.anchors.lexicons if kind == "lexicon" else self.anchors.words).get(name, ())
        if at is None:
            return self.first - 1, self.last
        start, end = bisect_left(at, self.first), bisect_left(at, self.last)
        return (at[start], at[end - 1]) if start < end else (self.last, self.first - 1)


_LONGEST_NAME = 4  # tokens

Then = Callable[[int, Captures], "tuple[int, Captures] | None"]
Match = Callable[[Context, int, Captures, Then], "tuple[int, Captures] | None"]
Wanted = tuple[tuple[str, frozenset[str]], ...]  # columns, and the values of which one will do


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says why."""


def listed(value: Any) -> tuple[Any, ...]:
    """The value as a tuple: itself when it is a list, alone when it is one thing.

    >>> listed("a"), listed(["a", "b"])
    (('a',), ('a', 'b'))
    """
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def token_test(
    kind: str, value: Any, key: Callable[[str], str], definite: bool | None = None
) -> Callable[[Token], bool]:
    """The test of one token; of its part of speech, where it matters, with or without the article."""
    if kind == "pos":
        tags = frozenset(listed(value))
        return lambda token: token.pos in tags and (definite is None or token.definite == definite)
    words = frozenset(key(word) for word in listed(value))
    if kind == "lemma":
        return lambda token: token.lemma in words
    if kind == "feature":
        return lambda token: not words.isdisjoint(token.features.split())
    return lambda token: token.form in words or token.stem in words


def _taken(captures: Captures, name: str, capture: Capture) -> Captures:
    """The captures with one more, where the element has a name."""
    return (*captures, (name, capture)) if name else captures


def single_token(test: Callable[[Token], bool], name: str, step: int) -> Match:
    """One token that passes a test."""

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        at = i if step > 0 else i - 1
        if context.first <= at < context.last and test(context.tokens[at]):
            return then(i + step, _taken(captures, name, Capture(at, at + 1)))
        return None

    return match


def fits_columns(get: Callable[[str], object], wanted: Wanted) -> bool:
    """Whether each wanted column holds one of its wanted values."""
    return all(not some.isdisjoint(str(get(column) or "").split("|")) for column, some in wanted)


def lexicon_entry(
    names: frozenset[str],
    wanted: Wanted,
    definite: bool | None,
    name: str,
    step: int,
) -> Match:
    """An entry of one of the lexicons, the longest first."""

    fitting: dict[tuple[str, str], bool] = {}  # by lexicon and row

    def fits(entry: Entry) -> bool:
        if not wanted:
            return True
        row = entry.lexicon, entry.id
        fit = fitting.get(row)
        if fit is None:
            fit = fitting[row] = fits_columns(entry.get, wanted)
        return fit

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        hits = context.hits.get(i) if step > 0 else context.hits_by_end.get(i)
        if not hits:
            return None
        for hit in reversed(hits):  # the longest first
            if hit.entry.lexicon not in names or hit.start < context.first or hit.end > context.last:
                continue
            if (definite is None or context.tokens[hit.start].definite == definite) and fits(hit.entry):
                to = hit.end if step > 0 else hit.start
                if result := then(to, _taken(captures, name, Capture(hit.start, hit.end, hit=hit))):
                    return result
        return None

    return match


def mention(kinds: frozenset[str], wanted: Wanted, name: str, step: int) -> Match:
    """A whole mention of one of the kinds, the longest first."""

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        mentions = context.mentions.get(i, ()) if step > 0 else context.mentions_by_end.get(i, ())
        for mention in mentions:
            inside = context.first <= mention.start and mention.end <= context.last
            if mention.kind in kinds and inside and fits_columns(mention.value.get, wanted):
                to = mention.end if step > 0 else mention.start
                capture = Capture(mention.start, mention.end, mention=mention)
                if result := then(to, _taken(captures, name, capture)):
                    return result
        return None

    return match


_POINTING = ("PRON", "DET", "COMP", "ADV", "PART")  # parts of speech that open a sentence and no name


def _is_name(context: Context, quotation: Quotation) -> bool:
    """Whether a few quoted words without a verb are the name of something."""
    words = context.tokens[quotation.start : quotation.end]
    short = len(words) <= _LONGEST_NAME
    pointing = bool(words) and words[0].pos in _POINTING and len(words) > 1  # "this is a lie"
    told = (token.pos == "VERB" or (token.pos == "NEG" and not words[i - 1].clitic) for i, token in enumerate(words))
    return short and not pointing and not any(told)  # "Médecins sans Frontières" has a negation within


def quotation(of: str, name: str, step: int) -> Match:
    """A stretch in quotation marks, captured without them; `of` is any, or clause: more than a name."""
    if of not in ("any", "clause"):
        raise PatternError(f"quotation: is 'any' or 'clause', not {of!r}")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        quotation = (context.quotations if step > 0 else context.quotations_by_end).get(i)
        if quotation is None or not context.first < quotation.start <= quotation.end <= context.last:
            return None
        if of == "clause" and _is_name(context, quotation):
            return None
        to = quotation.end + (1 if quotation.closed else 0) if step > 0 else quotation.start - 1
        return then(to, _taken(captures, name, Capture(quotation.start, quotation.end)))

    return match


def phrase(of: str, name: str, step: int) -> Match:
    """A stretch that the stage reads by itself, such as the words that name a source."""

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        stretches = context.phrases[of]
        for to in stretches.ends(i, context.last) if step > 0 else stretches.starts(i, context.first):
            if result := then(to, _taken(captures, name, Capture(min(i, to), max(i, to)))):
                return result
        return None

    return match


def complement(kind: str, of: str, step: int) -> Match:
    """What the captured entry takes before its content: its preposition and, before a clause, the complementiser."""
    clause, person, bare = kind.endswith("clause"), kind.startswith("person-"), kind.removeprefix("person-")
    if bare not in ("clause", "noun", "object"):
        raise PatternError(f"complement: is 'clause', 'noun' or 'object', with 'person-' before it or not: {kind!r}")
    if step < 0:
        raise PatternError("complement: stands only after the anchor")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        hit = next((capture.hit for taken, capture in reversed(captures) if taken == of), None)
        for preposition in _prepositions(hit.entry.get("takes"), bare, person=person) if hit else ():
            for end in _after(context, i, preposition):
                for to in _complementised(context, end) if clause else (end,):
                    if to < context.last and (result := then(to, captures)):
                        return result
        return None

    return match


@cache
def _prepositions(takes: str, kind: str, *, person: bool) -> Sequence[str]:
    """The names of the prepositions that may stand before a content, by the column `takes`; "" for none."""
    names: list[str] = []
    for one in takes.split("|"):
        bare = one.removeprefix("person-")
        if one.startswith("person-") != person or bare.endswith("that") != (kind == "clause"):
            continue
        if kind == "clause":
            names.append(bare.removesuffix("that").removesuffix("-"))
        elif (bare == "object") == (kind == "object"):
            names.append("" if bare == "object" else bare)
    return names


def _after(context: Context, i: int, preposition: str) -> Sequence[int]:
    """Where a preposition of that name ends that stands at a token; the token itself where none is wanted."""
    if not preposition:
        return (i,)
    hits = [hit for hit in context.hits.get(_inside(context, i), ()) if hit.entry.lexicon == "prepositions"]
    longest = max((hit.end for hit in hits), default=0)  # "with regard to" is no "with"
    return [hit.end for hit in hits if hit.end == longest and hit.entry.id == preposition]


def _complementised(context: Context, i: int) -> Sequence[int]:
    """Where a complementiser ends that stands at a token, unless it opens a longer name."""
    hits = context.hits.get(_inside(context, i), ())
    ends = [hit.end for hit in hits if hit.entry.lexicon == COMPLEMENTISERS]
    return ends if ends and max(hit.end for hit in hits) <= max(ends) else ()


def _inside(context: Context, i: int) -> int:
    """The token after an opening quotation mark, where one stands: he said "that ..."."""
    return i + (i in context.quotations)


def gap(bounds: Sequence[int], barred: Sequence[Match], name: str, step: int) -> Match:
    """Some tokens, as few as will do; none of them may be barred."""
    least, most = bounds
    if not 0 <= int(least) <= int(most):
        raise PatternError(f"gap: [least, most], not {list(bounds)}")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        for n in range(most + 1):
            to = i + step * n
            if not context.first <= to <= context.last:
                return None
            if n:
                at = to - 1 if step > 0 else to
                if any(bar(context, at, (), lambda end, c: (end, c)) for bar in barred):
                    return None
            if n >= least:
                capture = Capture(min(i, to), max(i, to))
                if result := then(to, _taken(captures, name if n else "", capture)):
                    return result
        return None

    return match


def rest(of: str, name: str) -> Match:
    """All tokens up to the end of the sentence."""
    if of != "sentence":
        raise PatternError(f"rest: is 'sentence', not {of!r}")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        if i >= context.last:
            return None
        return then(context.last, _taken(captures, name, Capture(i, context.last)))

    return match


def sentence_edge(end: str) -> Match:
    """Nothing, but only at that end of the sentence."""
    if end not in ("start", "end"):
        raise PatternError(f"at: is 'start' or 'end', not {end!r}")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        return then(i, captures) if i == (context.first if end == "start" else context.last) else None

    return match


def negative(barred: Match, step: int) -> Match:
    """Nothing, where what is barred does not follow."""
    if step < 0:
        raise PatternError("not: stands only after the anchor")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        return None if barred(context, i, (), lambda end, c: (end, c)) else then(i, captures)

    return match


def group(sequence: Match, name: str) -> Match:
    """Some elements one after the other, captured as one."""

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        def captured(to: int, taken: Captures) -> tuple[int, Captures] | None:
            return then(to, _taken(taken, name, Capture(min(i, to), max(i, to))))

        return sequence(context, i, captures, captured)

    return match


def choice(choices: Sequence[Match]) -> Match:
    """The first of several ways that lets the rest match."""

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        for choice in choices:
            if result := choice(context, i, captures, then):
                return result
        return None

    return match
