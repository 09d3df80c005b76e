"""A rule: a name, a pattern and what it gives; its name stays on what it found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from riwaya.model.layers import Entry
from riwaya.rules.elements import Capture, Context, Key, fits_columns
from riwaya.rules.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Trial:
    """A text that a rule must find something in (`expected`), or must not (None)."""

    text: str
    gloss: str
    why: str
    expected: Mapping[str, Any] | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its file says it."""

    id: str
    finds: str
    about: str
    source: str
    pattern: Pattern
    gives: Mapping[str, str]
    confidence: float
    priority: int
    examples: Sequence[Trial]
    counter_examples: Sequence[Trial]
    known_failures: Sequence[Trial]


class RuleMatch(NamedTuple):
    """A rule that matched the tokens `start` to `end`, and what its elements took."""

    rule: Rule
    start: int
    end: int
    captures: Mapping[str, Capture]


class _Reach(dict[Key, tuple[int, int]]):
    """From where to where the words that patterns need stand in a sentence: a pattern without them is not tried.

    The first and the last place of a key are looked up when a pattern first asks for it.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def __missing__(self, key: Key) -> tuple[int, int]:
        found = self[key] = self._context.reach(key)
        return found

    def provides(self, pattern: Pattern, anchor: int) -> bool:
        """Whether all that a pattern needs stands on its side of an anchor."""
        for group in pattern.needs:  # generators would cost more than the looks
            for key in group:
                if self[key][1] > anchor:
                    break
            else:
                return False
        for group in pattern.needs_before:
            for key in group:
                if self[key][0] < anchor:
                    break
            else:
                return False
        return True


class _Standing(NamedTuple):
    """The tokens of a report at which words of anchors stand, in order, and the rules of each."""

    at: Sequence[int]
    rules: Mapping[int, Mapping[str, Rule]]


class RuleIndex:
    """Rules by the words of their anchors: one pass over a sentence finds all that can match there."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Only rules that find the same kind of thing belong in one index."""
        by_key: dict[str, dict[str, dict[str, Rule]]] = {kind: {} for kind in ("lexicon", "form", "lemma", "mention")}
        for rule in rules:
            for kind, word in rule.pattern.keys:
                by_key[kind].setdefault(word, {})[rule.id] = rule
        self._by_lexicon, self._by_form, self._by_lemma, self._by_mention = by_key.values()
        self._by_entry: dict[tuple[str, str], Mapping[str, Rule]] = {}

    def matches(self, context: Context) -> Iterator[RuleMatch]:
        """Every match in the sentence, by the anchor's place; one a rule and anchor."""
        reach = _Reach(context)
        for i, rules in self._anchored(context):
            for rule in rules:
                if not reach.provides(rule.pattern, i):
                    continue
                if found := rule.pattern.match(context, i):
                    start, end, captures = found
                    yield RuleMatch(rule, start, end, dict(captures))

    def _anchored(self, context: Context) -> Iterator[tuple[int, Iterable[Rule]]]:
        """The tokens of the sentence at which anchors stand, in order, each with its rules."""
        first, last = context.first, context.last
        standing = context.standing.get(self)
        if standing is None:
            standing = context.standing[self] = self._standing(context)
        at = standing.at[bisect_left(standing.at, first) : bisect_left(standing.at, last)]
        if not self._by_lemma and not self._by_mention:
            return ((i, standing.rules[i].values()) for i in at)
        found = {i: dict(standing.rules[i]) for i in at}
        if self._by_lemma:  # a lemma is worked out when it is asked for
            for i in range(first, last):
                found.setdefault(i, {}).update(self._by_lemma.get(context.tokens[i].lemma, {}))
        if self._by_mention:
            for i in range(first, last):
                for mention in context.mentions.get(i, ()):
                    found.setdefault(i, {}).update(self._by_mention.get(mention.kind, {}))
        return ((i, found[i].values()) for i in sorted(found))

    def _standing(self, context: Context) -> _Standing:
        """Where the words of anchors stand in the whole report of a sentence."""
        found: dict[int, dict[str, Rule]] = {}
        for name in self._by_lexicon:
            for i in context.anchors.lexicons.get(name, ()):
                for hit in context.hits[i]:
                    if hit.entry.lexicon == name and (fitting := self._fitting(hit.entry)):
                        found.setdefault(i, {}).update(fitting)
        for word, rules in self._by_form.items():
            for i in context.anchors.words.get(word, ()):
                found.setdefault(i, {}).update(rules)
        return _Standing(sorted(found), found)

    def _fitting(self, entry: Entry) -> Mapping[str, Rule]:
        """The rules whose anchor an entry may be, by its columns; worked out once for each row."""
        key = entry.lexicon, entry.id
        if key not in self._by_entry:
            rules = self._by_lexicon[entry.lexicon]
            self._by_entry[key] = {i: r for i, r in rules.items() if fits_columns(entry.get, r.pattern.wanted)}
        return self._by_entry[key]
