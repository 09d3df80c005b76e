"""A rule: a name, a pattern and what it gives; its name stays on what it found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from riwaya.rules.elements import Capture, Context, Key
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
        self._by_key: dict[Key, list[Rule]] = defaultdict(list)
        for rule in rules:
            for key in rule.pattern.keys:
                self._by_key[key].append(rule)
        self._kinds = frozenset(kind for kind, _ in self._by_key)
        self._lexicons = frozenset(name for kind, name in self._by_key if kind == "lexicon")

    def matches(self, context: Context) -> Iterator[RuleMatch]:
        """Every match in the sentence, by the anchor's place; one a rule and anchor."""
        for i in range(context.first, context.last):
            for rule in self._rules_at(context, i):
                if found := rule.pattern.match(context, i):
                    start, end, captures = found
                    yield RuleMatch(rule, start, end, dict(captures))

    def _rules_at(self, context: Context, i: int) -> list[Rule]:
        """The rules whose anchor stands at a token, each once."""
        hits = context.hits.get(i, ())
        if not hits and self._kinds == {"lexicon"}:
            return []
        token, get = context.tokens[i], self._by_key.get
        keys: list[Key] = []
        if self._lexicons and hits:
            names = {hit.entry.lexicon: None for hit in hits if hit.entry.lexicon in self._lexicons}
            keys += [("lexicon", name) for name in names]
        if "form" in self._kinds:
            keys += (
                (("form", token.form),) if token.form == token.stem else (("form", token.form), ("form", token.stem))
            )
        if "lemma" in self._kinds:
            keys.append(("lemma", token.lemma))
        found = [rule for key in keys for rule in get(key, ())]
        return found if len(found) < 2 else list({rule.id: rule for rule in found}.values())
