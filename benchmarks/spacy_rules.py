"""Our claim rules as patterns of spaCy's Matcher, as far as the Matcher can say them.

A Matcher tests one token at a time, so each thing that our engine asks of a stretch becomes something that is
written on a token beforehand:

    lexicon    the token says which elements an entry that begins there fits, and how long it is; a pattern for
               each length, filled up with free tokens
    gap, not   the token says which lists of barred elements leave it free; the longest length of a gap is not
               asked for, as a Matcher's `{1,24}` takes twice the time for each further token
    optional   a pattern with and one without
    any        a pattern for each of the choices
    rest       one more token, whatever it is

What has no such form is left out, and the rule is said to be translated in part: a mention or a quotation may be
of any length, the Matcher knows no end of a sentence, and what may not follow must be one token.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from riwaya.model.layers import Hit
from riwaya.rules.elements import Context, listed

Element = Mapping[str, Any]
Tokens = list[dict[str, Any]]  # a pattern of the Matcher


@dataclass(frozen=True)
class Translation:
    """A rule as patterns, with the place of the anchor in each, and the kinds of element that were left out."""

    rule: str
    patterns: tuple[tuple[Tokens, int], ...]
    left_out: frozenset[str]


@dataclass
class Translator:
    """Translates rules, and remembers what must be written on the tokens for them."""

    key: Any  # folds the words of a pattern
    lengths: Mapping[str, Iterable[int]]  # in tokens, of the entries of each lexicon
    lexicons: dict[str, Element] = field(default_factory=dict)  # the elements asked for, by name
    gates: dict[str, Sequence[Element]] = field(default_factory=dict)  # the barred elements, by name

    def translate(self, rule: str, elements: Sequence[Element]) -> Translation:
        """The rule's patterns; none where each way through it needs what a Matcher cannot say."""
        left_out: set[str] = set()
        ways = list(self._ways(elements, left_out))
        return Translation(rule, tuple(self._pattern(way) for way in ways), frozenset(left_out))

    def _ways(self, elements: Sequence[Element], left_out: set[str]) -> Iterator[Sequence[Element]]:
        """Every way through some elements, without choices and stretches of unknown length."""
        for way in product(*(list(self._choices(element, left_out)) for element in elements)):
            yield [element for part in way for element in part]

    def _choices(self, element: Element, left_out: set[str]) -> Iterator[Sequence[Element]]:
        """What one element may stand for; nothing where a Matcher has no form for it."""
        if "optional" in element:
            yield []
            yield from self._ways(element["optional"], left_out)
        elif "group" in element:
            yield from self._ways(element["group"], left_out)
        elif "any" in element:
            for choice in element["any"]:
                yield from self._ways(choice, left_out)
        elif "lexicon" in element:
            lengths = {n for name in listed(element["lexicon"]) for n in self.lengths.get(name, ())}
            yield from ([{**element, "length": n}] for n in sorted(lengths))
        elif "gap" in element and element["gap"][0] == 0:
            yield []
            yield [{**element, "gap": [1, element["gap"][1]]}]
        elif "mention" in element or "quotation" in element or element.get("at") == "end":
            left_out.update({"mention", "quotation", "at"} & element.keys())
        elif len(element.get("not", ())) > 1 and "gap" not in element:
            left_out.add("not")
        else:
            yield [element]

    def _pattern(self, way: Sequence[Element]) -> tuple[Tokens, int]:
        """The pattern of one way, and the place of the anchor's first token in it."""
        tokens: Tokens = []
        ahead: dict[str, Any] = {}  # what `at` and `not` ask of the next token
        anchor = 0
        for element in way:
            if "at" in element:
                ahead["SENT_START"] = True
            elif "not" in element and "gap" not in element:
                ahead["free"] = [*ahead.get("free", ()), self._gate(element["not"])]
            else:
                anchor = len(tokens) if element.get("anchor") else anchor
                first, *more = self._tokens(element)
                tokens += [_both(first, ahead), *more]
                ahead = {}
        return [_said(token) for token in tokens], anchor

    def _tokens(self, element: Element) -> Tokens:
        """The tokens of one element; `free` and `OP` still by themselves."""
        if "pos" in element:
            return [{"TAG": {"IN": list(listed(element["pos"]))}}]
        if "form" in element:
            return [{"spellings": [self.key(word) for word in listed(element["form"])]}]
        if "lexicon" in element:
            name = f"{self._named(element)} {element['length']}"
            return [{"entries": [name]}, *({} for _ in range(element["length"] - 1))]
        if "gap" in element:
            free = {"free": [self._gate(element.get("not", ()))]}
            return [free, {**free, "OP": "*"}]
        return [{}]  # the rest of the sentence

    def _named(self, element: Element) -> str:
        """The name under which a token says that it begins what this lexicon element asks for."""
        asked = {name: element[name] for name in ("lexicon", "with", "definite") if name in element}
        name = json.dumps(asked, sort_keys=True)
        self.lexicons[name] = asked
        return name

    def _gate(self, barred: Sequence[Element]) -> str:
        """The name under which a token says that none of these elements stands there."""
        name = json.dumps(barred, sort_keys=True)
        self.gates[name] = barred
        return name

    def entries(self, context: Context, i: int) -> list[str]:
        """What lexicon elements the entries that begin at a token fit, with their lengths."""
        hits = [hit for hit in context.hits.get(i, ()) if hit.end <= context.last]
        fitting = ((name, hit) for name, asked in self.lexicons.items() for hit in hits if _fits(asked, hit, context))
        return [f"{name} {hit.end - hit.start}" for name, hit in fitting]

    def free(self, context: Context, i: int) -> list[str]:
        """Which gates leave a token free."""
        return [name for name, barred in self.gates.items() if not any(self._stands(e, context, i) for e in barred)]

    def _stands(self, element: Element, context: Context, i: int) -> bool:
        """Whether an element of one token, or the beginning of a longer one, stands at a token."""
        token = context.tokens[i]
        if "pos" in element:
            return token.pos in listed(element["pos"])
        if "form" in element:
            return not {token.form, token.stem}.isdisjoint(map(self.key, listed(element["form"])))
        if "lexicon" in element:
            return any(_fits(element, hit, context) for hit in context.hits.get(i, ()))
        if "not" in element:
            return not self._stands(element["not"][0], context, i)
        if "mention" in element:
            return any(mention.kind in listed(element["mention"]) for mention in context.mentions.get(i, ()))
        return i in context.quotations


def _fits(asked: Element, hit: Hit, context: Context) -> bool:
    """Whether an entry is what a lexicon element asks for."""
    definite = asked.get("definite")
    return (
        hit.entry.lexicon in listed(asked["lexicon"])
        and definite in (None, context.tokens[hit.start].definite)
        and all(
            not set(hit.entry.get(column).split("|")).isdisjoint(listed(wanted))
            for column, wanted in asked.get("with", {}).items()
        )
    )


def _both(token: dict[str, Any], ahead: Mapping[str, Any]) -> dict[str, Any]:
    """A token that must be what is asked of it and what was asked before it."""
    free = [*token.get("free", ()), *ahead.get("free", ())]
    return {**token, **ahead, **({"free": free} if free else {})}


def _said(token: Mapping[str, Any]) -> dict[str, Any]:
    """A token as the Matcher wants it said."""
    own = {name: {"INTERSECTS": token[name]} for name in ("spellings", "entries") if name in token}
    if "free" in token:
        own["free"] = {"IS_SUPERSET": token["free"]}
    plain = {name: token[name] for name in ("TAG", "SENT_START", "OP") if name in token}
    return {**plain, **({"_": own} if own else {})}
