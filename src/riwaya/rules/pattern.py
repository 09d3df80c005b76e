"""Patterns: what a rule looks for, compiled to functions over the tokens of a sentence.

A pattern is a list of elements. Each element is one of these, under a name of its own:

    lexicon: NAME | [NAME...]   an entry of a lexicon; `with: {column: value | [value...]}` narrows it, and so
                                does `definite: true | false` (with or without the article)
    form: [WORD...]             one token by its folded form, or by its stem without the article
    lemma: [WORD...]            one token by its lemma
    pos: [TAG...]               one token by its part of speech
    feature: [FEATURE...]       one token by one of the features of its form: vn, a verbal noun
    mention: KIND | [KIND...]   a whole mention that an earlier step found; `with` narrows it by its value
    quotation: any | clause     a stretch in quotation marks, marks included; captured without them; `clause`: more
                                than a few words without a verb, which are the name of something
    phrase: NAME                a stretch that the stage reads by itself; for claims `subject` and `source`, the words
                                that name one with all that belongs to them, and `circumstance`, where, when, how and
                                to whom something was said
    complement: KIND            what the entry captured as `of` (or as `cue`) takes before its content, by its column
                                `takes`: `clause`, its preposition and the complementiser; `noun`, its preposition;
                                `object`, nothing; `person-clause` and so on: after the person addressed or accused
    gap: [LEAST, MOST]          that many tokens, as few as will do; `not: [ELEMENT...]` may not be among them
    rest: sentence              all tokens up to the end of the sentence
    at: start | end             nothing, but only at that end of the sentence
    group: [ELEMENT...]         the elements one after the other, captured as one
    optional: [ELEMENT...]      the elements, or nothing
    any: [[ELEMENT...]...]      the first of these that lets the rest of the pattern match
    not: [ELEMENT...]           nothing, where these do not follow

`as: NAME` captures what an element took. One element is the anchor: the engine looks for its words alone, and
tries a pattern only where they stand, rightwards from there, then leftwards. It is the one marked
`anchor: true` (a lexicon, form, lemma or mention), or else the first lexicon, form or lemma at the top level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.rules.elements import (
    COMPLEMENTISERS,
    QUOTATION,
    Captures,
    Context,
    Key,
    Match,
    PatternError,
    Then,
    Wanted,
    choice,
    complement,
    gap,
    group,
    lexicon_entry,
    listed,
    mention,
    negative,
    phrase,
    quotation,
    rest,
    sentence_edge,
    single_token,
    token_test,
)

ELEMENTS = (
    "lexicon",
    "form",
    "lemma",
    "pos",
    "feature",
    "mention",
    "quotation",
    "phrase",
    "complement",
    "gap",
    "rest",
    "at",
    "group",
    "optional",
    "any",
    "not",
)
_OPTIONS = {
    "lexicon": {"with", "definite"},
    "pos": {"definite"},
    "mention": {"with"},
    "gap": {"not"},
    "complement": {"of"},
}
_COMMON = {"as", "anchor"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: the keys of its anchor, and the two ways from it."""

    keys: tuple[Key, ...]
    forward: Match  # from the anchor, the anchor included
    backward: Match  # from before the anchor
    names: frozenset[str]  # of its captures
    lexicons: frozenset[str]  # that it refers to
    mentions: frozenset[str]  # the kinds of mention that it asks for
    wanted: Wanted = ()  # the columns that an entry must have to be the anchor
    needs: tuple[frozenset[Key], ...] = ()  # of each group one must stand after the anchor in its sentence
    needs_before: tuple[frozenset[Key], ...] = ()  # and of each of these one before it

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
    mentions: set[str] = set()
    _collect(elements, names, lexicons, mentions)
    return Pattern(
        _keys(elements[at], key),
        _sequence(elements[at:], key, step=1),
        _sequence(elements[:at], key, step=-1),
        frozenset(names),
        frozenset(lexicons),
        frozenset(mentions),
        _wanted(elements[at]) if "lexicon" in elements[at] else (),
        tuple(_needs(elements[at + 1 :], key)),
        tuple(_needs(elements[:at], key)),
    )


def _anchor(elements: Sequence[Mapping[str, Any]]) -> int:
    """The index of the anchor among the elements of a pattern."""
    usable = [i for i, element in enumerate(elements) if {"lexicon", "form", "lemma"} & element.keys()]
    marked = [
        i for i, element in enumerate(elements) if element.get("anchor") and (i in usable or "mention" in element)
    ]
    if not usable and not marked:
        raise PatternError("no anchor: a lexicon, form or lemma must stand at the top level")
    if any(_marks(inner) for element in elements for inner in nested(element)):
        raise PatternError("anchor: marks only an element at the top level")
    return (marked or usable)[0]


def _marks(elements: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an element is marked as the anchor, at any depth."""
    return any("anchor" in element or any(map(_marks, nested(element))) for element in elements)


def _keys(element: Mapping[str, Any], key: Callable[[str], str]) -> tuple[Key, ...]:
    """Under which the index finds the anchor."""
    name = next(name for name in ("lexicon", "form", "lemma", "mention") if name in element)
    return tuple((name, one if name in ("lexicon", "mention") else key(one)) for one in listed(element[name]))


def _collect(elements: Sequence[Mapping[str, Any]], names: set[str], lexicons: set[str], mentions: set[str]) -> None:
    """Gather the names of captures and of lexicons, and the kinds of mention, from elements at every depth."""
    for element in elements:
        names.update(listed(element.get("as", ())))
        lexicons.update(listed(element.get("lexicon", ())))
        mentions.update(listed(element.get("mention", ())))
        for inner in nested(element):
            _collect(inner, names, lexicons, mentions)


def nested(element: Mapping[str, Any]) -> Iterator[Sequence[Mapping[str, Any]]]:
    """The lists of elements that stand inside one."""
    for inner in (element.get("group"), element.get("optional"), element.get("not"), *element.get("any", ())):
        yield inner or ()


def _needs(elements: Sequence[Mapping[str, Any]], key: Callable[[str], str]) -> Iterator[frozenset[Key]]:
    """What must stand somewhere for the elements to match: groups of keys, of each group one."""
    for element in elements:
        if "gap" in element or "not" in element:
            continue
        if "lexicon" in element:
            yield frozenset(("lexicon", str(name)) for name in listed(element["lexicon"]))
        elif "form" in element:
            yield frozenset(("form", key(word)) for word in listed(element["form"]))
        elif "quotation" in element:
            yield frozenset({QUOTATION})
        elif str(element.get("complement", "")).endswith("clause"):
            yield frozenset({("lexicon", COMPLEMENTISERS)})
        elif "group" in element:
            yield from _needs(element["group"], key)
        elif "any" in element:
            ways = [next(_needs(way, key), None) for way in element["any"]]
            if None not in ways:
                yield frozenset(one for way in ways if way for one in way)


def _sequence(elements: Sequence[Mapping[str, Any]], key: Callable[[str], str], step: int) -> Match:
    """The elements one after the other; leftwards (`step` -1) from the last to the first."""
    matches = [_element(element, key, step) for element in elements[::step]]
    run = matches.pop() if matches else _nothing
    while matches:
        run = _followed(matches.pop(), run)
    return run


def _nothing(_: Context, position: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
    """The match of no element."""
    return then(position, captures)


def _followed(match: Match, rest: Match) -> Match:
    """One element and then the others; linked beforehand, so that matching leaves no cycles to be collected."""

    def run(context: Context, position: int, captures: Captures, then: Then) -> tuple[int, Captures] | None:
        return match(context, position, captures, lambda i, c: rest(context, i, c, then))

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
    if kind in ("form", "lemma", "pos", "feature"):
        return single_token(token_test(kind, value, key, element.get("definite")), name, step)
    if kind == "lexicon":
        return lexicon_entry(frozenset(listed(value)), _wanted(element), element.get("definite"), name, step)
    if kind == "mention":
        return mention(frozenset(listed(value)), _wanted(element), name, step)
    if kind == "quotation":
        return quotation(str(value), name, step)
    if kind == "phrase":
        return phrase(str(value), name, step)
    if kind == "complement":
        return complement(str(value), element.get("of", "cue"), step)
    if kind == "gap":
        return gap(value, [_element(e, key, 1) for e in element.get("not", ())], name, step)
    if kind == "rest":
        return rest(str(value), name)
    if kind == "at":
        return sentence_edge(str(value))
    if kind == "not":
        return negative(_sequence(value, key, 1), step)
    if kind == "group":
        return group(_sequence(value, key, step), name)
    if kind == "optional":
        return choice([_sequence(value, key, step), _sequence((), key, step)])
    return choice([_sequence(one, key, step) for one in value])


def _wanted(element: Mapping[str, Any]) -> Wanted:
    """The columns that `with` asks for and the values that will do."""
    wanted = {column: listed(value) for column, value in element.get("with", {}).items()}
    if any(isinstance(one, bool) for some in wanted.values() for one in some):
        raise PatternError("YAML reads on, off, yes and no as true and false: put the word in quotation marks")
    return tuple((column, frozenset(map(str, some))) for column, some in wanted.items())
