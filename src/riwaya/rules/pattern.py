"""Patterns: what a rule looks for, compiled to functions over the tokens of a sentence.

A pattern is a list of elements. Each element is one of these, under a name of its own:

    lexicon: NAME | [NAME...]   an entry of a lexicon; `with: {column: value | [value...]}` narrows it, and so
                                does `definite: true | false` (with or without the article)
    form: [WORD...]             one token by its folded form, or by its stem without the article
    lemma: [WORD...]            one token by its lemma
    pos: [TAG...]               one token by its part of speech
    mention: KIND | [KIND...]   a whole mention that an earlier step found; `with` narrows it by its value
    quotation: any              a stretch in quotation marks, marks included; captured without them
    gap: [LEAST, MOST]          that many tokens, as few as will do; `not: [ELEMENT...]` may not be among them
    rest: sentence              all tokens up to the end of the sentence
    at: start | end             nothing, but only at that end of the sentence
    group: [ELEMENT...]         the elements one after the other, captured as one
    optional: [ELEMENT...]      the elements, or nothing
    any: [[ELEMENT...]...]      the first of these that lets the rest of the pattern match
    not: [ELEMENT...]           nothing, where these do not follow

`as: NAME` captures what an element took. One element is the anchor: the engine looks for its words alone, and
tries a pattern only where they stand, rightwards from there, then leftwards. It is the one marked
`anchor: true`, or else the first lexicon, form or lemma at the top level.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from riwaya.model.layers import Hit, Mention, Quotation, Token


class Capture(NamedTuple):
    """What an element took: the tokens `start` to `end`, and the entry or mention where it was one."""

    start: int
    end: int
    hit: Hit | None = None
    mention: Mention | None = None


Captures = tuple[tuple[str, Capture], ...]


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


Then = Callable[[int, Captures], "tuple[int, Captures] | None"]
Match = Callable[[Context, int, Captures, Then], "tuple[int, Captures] | None"]
Key = tuple[str, str]  # ("lexicon", name), ("form", word) or ("lemma", word)

ELEMENTS = (
    "lexicon",
    "form",
    "lemma",
    "pos",
    "mention",
    "quotation",
    "gap",
    "rest",
    "at",
    "group",
    "optional",
    "any",
    "not",
)
_OPTIONS = {"lexicon": {"with", "definite"}, "mention": {"with"}, "gap": {"not"}}
_COMMON = {"as", "anchor"}


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says why."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: the keys of its anchor, and the two ways from it."""

    keys: tuple[Key, ...]
    forward: Match  # from the anchor, the anchor included
    backward: Match  # from before the anchor
    names: frozenset[str]  # of its captures
    lexicons: frozenset[str]  # that it refers to

    def match(self, context: Context, anchor: int) -> tuple[int, int, Captures] | None:
        """The first match with the anchor at that token: its first token, its end, its captures."""
        starts: list[int] = []

        def leftwards(end: int, captures: Captures) -> tuple[int, Captures] | None:
            def found(start: int, all_captures: Captures) -> tuple[int, Captures]:
                starts.append(start)
                return end, all_captures

            return self.backward(context, anchor, captures, found)

        result = self.forward(context, anchor, (), leftwards)
        return (starts[-1], *result) if result else None


def compile_pattern(elements: Sequence[Mapping[str, Any]], key: Callable[[str], str]) -> Pattern:
    """The pattern of a rule; `key` folds its words. Raises PatternError."""
    if not elements:
        raise PatternError("the pattern is empty")
    at = _anchor(elements)
    names: set[str] = set()
    lexicons: set[str] = set()
    _collect(elements, names, lexicons)
    return Pattern(
        _keys(elements[at], key),
        _sequence(elements[at:], key, step=1),
        _sequence(elements[:at], key, step=-1),
        frozenset(names),
        frozenset(lexicons),
    )


def _anchor(elements: Sequence[Mapping[str, Any]]) -> int:
    """The index of the anchor among the elements of a pattern."""
    usable = [i for i, element in enumerate(elements) if {"lexicon", "form", "lemma"} & element.keys()]
    marked = [i for i in usable if elements[i].get("anchor")]
    if not usable:
        raise PatternError("no anchor: a lexicon, form or lemma must stand at the top level")
    return (marked or usable)[0]


def _keys(element: Mapping[str, Any], key: Callable[[str], str]) -> tuple[Key, ...]:
    """Under which the index finds the anchor."""
    name = next(name for name in ("lexicon", "form", "lemma") if name in element)
    return tuple((name, one if name == "lexicon" else key(one)) for one in listed(element[name]))


def _collect(elements: Sequence[Mapping[str, Any]], names: set[str], lexicons: set[str]) -> None:
    """Gather the names of captures and of lexicons from elements at every depth."""
    for element in elements:
        names.update(listed(element.get("as", ())))
        lexicons.update(listed(element.get("lexicon", ())))
        for inner in (element.get("group"), element.get("optional"), element.get("not"), *element.get("any", ())):
            _collect(inner or (), names, lexicons)


def listed(value: Any) -> tuple[Any, ...]:
    """The value as a tuple: itself when it is a list, alone when it is one thing.

    >>> listed("a"), listed(["a", "b"])
    (('a',), ('a', 'b'))
    """
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def _sequence(elements: Sequence[Mapping[str, Any]], key: Callable[[str], str], step: int) -> Match:
    """The elements one after the other; leftwards (`step` -1) from the last to the first."""
    matches = [_element(element, key, step) for element in elements[::step]]

    def run(context: Context, position: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        def from_element(n: int, at: int, taken: Captures) -> tuple[int, Captures] | None:
            if n == len(matches):
                return then(at, taken)
            return matches[n](context, at, taken, lambda i, c: from_element(n + 1, i, c))

        return from_element(0, position, captures)

    return run


def _element(element: Mapping[str, Any], key: Callable[[str], str], step: int) -> Match:
    """The match function of one element; raises PatternError for what is not one."""
    named = [name for name in ELEMENTS if name in element and not (name == "not" and "gap" in element)]
    if len(named) != 1:
        raise PatternError(f"an element must be exactly one of {', '.join(ELEMENTS)}: {dict(element)}")
    kind = named[0]
    if odd := set(element) - {kind} - _COMMON - _OPTIONS.get(kind, set()):
        raise PatternError(f"{kind} takes no {', '.join(sorted(odd))}")
    name = element.get("as", "")
    value = element[kind]
    if kind in ("form", "lemma", "pos"):
        return _single(_test(kind, value, key), name, step)
    if kind == "lexicon":
        return _lexicon(frozenset(listed(value)), _wanted(element), element.get("definite"), name, step)
    if kind == "mention":
        return _mention(frozenset(listed(value)), _wanted(element), name, step)
    if kind == "quotation":
        return _quotation(name, step)
    if kind == "gap":
        return _gap(value, [_element(e, key, 1) for e in element.get("not", ())], name, step)
    if kind == "rest":
        return _rest(str(value), name)
    if kind == "at":
        return _at(str(value))
    if kind == "not":
        return _negative(_sequence(value, key, 1), step)
    if kind == "group":
        return _group(_sequence(value, key, step), name)
    if kind == "optional":
        return _choice([_sequence(value, key, step), _sequence((), key, step)])
    return _choice([_sequence(one, key, step) for one in value])


def _wanted(element: Mapping[str, Any]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The columns that `with` asks for and the values that will do."""
    wanted = {column: listed(value) for column, value in element.get("with", {}).items()}
    if any(isinstance(one, bool) for some in wanted.values() for one in some):
        raise PatternError("YAML reads on, off, yes and no as true and false: put the word in quotation marks")
    return tuple((column, frozenset(map(str, some))) for column, some in wanted.items())


def _test(kind: str, value: Any, key: Callable[[str], str]) -> Callable[[Token], bool]:
    """The test of one token."""
    if kind == "pos":
        tags = frozenset(listed(value))
        return lambda token: token.pos in tags
    words = frozenset(key(word) for word in listed(value))
    if kind == "lemma":
        return lambda token: token.lemma in words
    return lambda token: token.form in words or token.stem in words


def _taken(captures: Captures, name: str, capture: Capture) -> Captures:
    """The captures with one more, where the element has a name."""
    return (*captures, (name, capture)) if name else captures


def _single(test: Callable[[Token], bool], name: str, step: int) -> Match:
    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        at = i if step > 0 else i - 1
        if context.first <= at < context.last and test(context.tokens[at]):
            return then(i + step, _taken(captures, name, Capture(at, at + 1)))
        return None

    return match


def _fits(get: Callable[[str], object], wanted: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    """Whether each wanted column holds one of its wanted values."""
    return all(not some.isdisjoint(str(get(column) or "").split("|")) for column, some in wanted)


def _lexicon(
    names: frozenset[str],
    wanted: tuple[tuple[str, frozenset[str]], ...],
    definite: bool | None,
    name: str,
    step: int,
) -> Match:
    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        hits = context.hits.get(i, ()) if step > 0 else context.hits_by_end.get(i, ())
        for hit in reversed(hits):  # the longest first
            inside = context.first <= hit.start and hit.end <= context.last
            article = definite is None or context.tokens[hit.start].definite == definite
            if hit.entry.lexicon in names and inside and article and _fits(hit.entry.get, wanted):
                to = hit.end if step > 0 else hit.start
                if result := then(to, _taken(captures, name, Capture(hit.start, hit.end, hit=hit))):
                    return result
        return None

    return match


def _mention(kinds: frozenset[str], wanted: tuple[tuple[str, frozenset[str]], ...], name: str, step: int) -> Match:
    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        mentions = context.mentions.get(i, ()) if step > 0 else context.mentions_by_end.get(i, ())
        for mention in mentions:
            if mention.kind in kinds and _fits(mention.value.get, wanted):
                to = mention.end if step > 0 else mention.start
                capture = Capture(mention.start, mention.end, mention=mention)
                if result := then(to, _taken(captures, name, capture)):
                    return result
        return None

    return match


def _quotation(name: str, step: int) -> Match:
    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        quotation = (context.quotations if step > 0 else context.quotations_by_end).get(i)
        if quotation is None:
            return None
        to = quotation.end + (1 if quotation.closed else 0) if step > 0 else quotation.start - 1
        return then(to, _taken(captures, name, Capture(quotation.start, quotation.end)))

    return match


def _gap(bounds: Sequence[int], barred: Sequence[Match], name: str, step: int) -> Match:
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


def _rest(of: str, name: str) -> Match:
    if of != "sentence":
        raise PatternError(f"rest: is 'sentence', not {of!r}")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        if i >= context.last:
            return None
        return then(context.last, _taken(captures, name, Capture(i, context.last)))

    return match


def _at(end: str) -> Match:
    if end not in ("start", "end"):
        raise PatternError(f"at: is 'start' or 'end', not {end!r}")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        return then(i, captures) if i == (context.first if end == "start" else context.last) else None

    return match


def _negative(barred: Match, step: int) -> Match:
    if step < 0:
        raise PatternError("not: stands only after the anchor")

    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        return None if barred(context, i, (), lambda end, c: (end, c)) else then(i, captures)

    return match


def _group(sequence: Match, name: str) -> Match:
    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        def captured(to: int, taken: Captures) -> tuple[int, Captures] | None:
            return then(to, _taken(taken, name, Capture(min(i, to), max(i, to))))

        return sequence(context, i, captures, captured)

    return match


def _choice(choices: Sequence[Match]) -> Match:
    def match(context: Context, i: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        for choice in choices:
            if result := choice(context, i, captures, then):
                return result
        return None

    return match
