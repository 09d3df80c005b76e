"""The index finds what trying every rule at every token would find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from riwaya.rules.elements import Context
from riwaya.rules.pattern import compile_pattern
from riwaya.rules.rule import Rule, RuleIndex

WORDS = [
    "said",
    "the-said",
    "made",
    "clear",
    "denied",
    "that",
    "army",
    "armies",
    "the-army",
    "left/VERB",
    ".",
    "[",
    "]",
]

ANCHORS: list[dict[str, Any]] = [
    {"lexicon": "says", "as": "cue", "anchor": True},
    {"lexicon": ["says", "complementisers"], "with": {"act": "deny"}, "anchor": True},
    {"form": ["army", "that"], "anchor": True},
    {"lemma": ["armie", "army"], "anchor": True},
]
PARTS: list[dict[str, Any]] = [
    {"form": ["army"], "as": "who"},
    {"pos": ["NOUN"]},
    {"gap": [0, 2], "not": [{"pos": ["PUNCT"]}], "as": "gap"},
    {"optional": [{"lexicon": "complementisers"}]},
    {"any": [[{"form": ["clear"]}], [{"lexicon": "says"}, {"pos": ["NOUN"]}]]},
]
AFTER: list[dict[str, Any]] = [
    *PARTS,
    {"quotation": "any", "as": "content"},
    {"not": [{"lexicon": "complementisers"}]},
    {"rest": "sentence", "as": "content"},
]


def make_rule(number: int, pattern: list[dict[str, Any]]) -> Rule:
    """A rule with nothing but its pattern."""
    compiled = compile_pattern(pattern, str.lower)
    return Rule(f"r.{number}", "claim", "", "", compiled, {}, 0.5, 0, (), (), ())


patterns = st.builds(
    lambda before, anchor, after: [*before, anchor, *after],
    st.lists(st.sampled_from(PARTS), max_size=2),
    st.sampled_from(ANCHORS),
    st.lists(st.sampled_from(AFTER), max_size=2),
)


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    some=st.lists(patterns, min_size=1, max_size=5),
    edges=st.tuples(st.integers(0, 3), st.integers(0, 3)),
)
def test_the_index_finds_what_every_rule_tried_everywhere_finds(
    make_context: Callable[..., Context],
    words: list[str],
    some: list[list[dict[str, Any]]],
    edges: tuple[int, int],
) -> None:
    first = min(edges[0], len(words))
    context = make_context(" ".join(words), first=first, last=max(first, len(words) - edges[1]))
    rules = [make_rule(n, pattern) for n, pattern in enumerate(some)]
    tried = [
        (i, rule.id, *found[:2], dict(found[2]))
        for i in range(context.first, context.last)
        for rule in rules
        if (found := rule.pattern.match(context, i))
    ]
    indexed = [(m.rule.id, m.start, m.end, m.captures) for m in RuleIndex(rules).matches(context)]
    assert sorted(indexed, key=str) == sorted((one[1:] for one in tried), key=str)


def test_an_index_of_no_rules_finds_nothing(make_context: Callable[..., Context]) -> None:
    assert list(RuleIndex([]).matches(make_context("the army said that"))) == []
