"""A rule: a name, a pattern and what it gives; its name stays on what it found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from riwaya.rules.elements import Capture, Context
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
    examples: tuple[Trial, ...]
    counter_examples: tuple[Trial, ...]
    known_failures: tuple[Trial, ...]


class RuleMatch(NamedTuple):
    """A rule that matched the tokens `start` to `end`, and what its elements took."""

    rule: Rule
    start: int
    end: int
    captures: Mapping[str, Capture]


class RuleIndex:
    """Rules by the words of their anchors: one pass over a sentence finds all that can match there."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Only rules that find the same kind of thing belong in one index."""
        by_key: dict[str, dict[str, list[Rule]]] = {kind: {} for kind in ("lexicon", "form", "lemma", "mention")}
        for rule in rules:
            for kind, word in rule.pattern.keys:
                by_key[kind].setdefault(word, []).append(rule)
        self._by_lexicon, self._by_form, self._by_lemma, self._by_mention = by_key.values()

    def matches(self, context: Context) -> Iterator[RuleMatch]:
        """Every match in the sentence, by the anchor's place; one a rule and anchor."""
        for i in range(context.first, context.last):
            for rule in self._rules_at(context, i):
                if found := rule.pattern.match(context, i):
                    start, end, captures = found
                    yield RuleMatch(rule, start, end, dict(captures))

    def _rules_at(self, context: Context, i: int) -> list[Rule]:
        """The rules whose anchor stands at a token, each once."""
        token = context.tokens[i]
        found: list[Rule] = []
        if (by_lexicon := self._by_lexicon) and (hits := context.hits.get(i)):
            for hit in hits:
                if hit.entry.lexicon in by_lexicon:
                    found += by_lexicon[hit.entry.lexicon]
        if by_form := self._by_form:
            if token.form in by_form:
                found += by_form[token.form]
            if token.stem in by_form:
                found += by_form[token.stem]
        if by_lemma := self._by_lemma:  # a lemma may have to be looked up: it is asked for only by rules that want it
            found += by_lemma.get(token.lemma, ())
        if (by_mention := self._by_mention) and i in context.mentions:
            for mention in context.mentions[i]:
                found += by_mention.get(mention.kind, ())
        return found if len(found) < 2 else list({rule.id: rule for rule in found}.values())
