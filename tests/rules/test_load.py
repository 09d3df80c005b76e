"""The loader of rule files: what it takes, and each refusal with file and reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from riwaya.errors import PackError
from riwaya.rules.load import load_rules
from riwaya.rules.rule import Rule, Trial

RULE: dict[str, Any] = {
    "rule": "xx.claims.said",
    "finds": "claim",
    "about": "A verb\n  of saying.",
    "pattern": [{"lexicon": "says", "as": "cue"}, {"rest": "sentence", "as": "content"}],
    "examples": [
        {"text": "he said it", "gloss": "he said it", "expected": {"cue": "said", "sources": [None], "content": "it"}},
        {"text": "she said so", "gloss": "she said so", "expected": {"cue": "said"}, "published": "2022-09-14"},
    ],
    "counter-examples": [{"text": "he left", "gloss": "he left", "why": "nothing is said"}],
}
Load = Callable[..., tuple[Rule, ...]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """A function that loads the rule above with some keys changed, or a text in its place."""

    def load(text: str | None = None, *, name: str = "claims/said.yaml", **changes: object) -> tuple[Rule, ...]:
        path = tmp_path / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        changed = {**RULE, **{key.replace("_", "-"): value for key, value in changes.items()}}
        kept = {key: value for key, value in changed.items() if value is not ...}
        path.write_text(yaml.safe_dump(kept) if text is None else text, encoding="utf-8")
        return load_rules(tmp_path / "rules", prefix="xx", lexicons=frozenset({"says"}), key=str.lower)

    return load


def test_a_rule_is_loaded_with_its_trials(load: Load) -> None:
    (rule,) = load(gives={"act": "deny"}, priority=3, known_failures=[{**RULE["examples"][0], "why": "too hard"}])
    assert (rule.id, rule.finds, rule.about) == ("xx.claims.said", "claim", "A verb of saying.")
    assert (rule.gives, rule.confidence, rule.priority) == ({"act": "deny"}, 0.8, 3)
    assert [trial.text for trial in rule.examples] == ["he said it", "she said so"]
    assert [trial.published for trial in rule.examples] == [None, "2022-09-14"]
    assert [trial.why for trial in (*rule.counter_examples, *rule.known_failures)] == ["nothing is said", "too hard"]
    assert rule.counter_examples[0].expected is None


def test_rules_are_sorted_by_their_paths(load: Load) -> None:
    load(name="times/a.yaml", rule="xx.times.a", finds="time")
    assert [rule.id for rule in load()] == ["xx.claims.said", "xx.times.a"]


def trials_of(rule: Rule) -> list[Trial]:
    """All trials of a rule."""
    return [*rule.examples, *rule.counter_examples, *rule.known_failures]


def example(**changes: object) -> list[dict[str, Any]]:
    """The examples, the first of them with some keys changed."""
    first = {key: value for key, value in {**RULE["examples"][0], **changes}.items() if value is not ...}
    return [first, RULE["examples"][1]]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": "a: [b"}, "is no YAML"),
        ({"text": "- a list"}, "is no mapping"),
        ({"text": ""}, "is no mapping"),
        ({"colour": "red"}, "unknown keys: colour; known are .*about"),
        ({"about": ...}, "keys missing: about"),
        ({"counter_examples": ...}, "keys missing: counter-examples"),
        ({"rule": "xx.claims.sad"}, "'xx.claims.sad' differs from the path; write xx.claims.said"),
        ({"finds": "time"}, "finds 'time' in the folder claims"),
        ({"finds": "thing"}, "finds 'thing' in the folder claims"),
        ({"examples": RULE["examples"][:1]}, "too few examples"),
        ({"counter_examples": []}, "too few examples"),
        ({"pattern": []}, "pattern: the pattern is empty"),
        ({"pattern": "said"}, "pattern: "),
        ({"pattern": [{"lexicon": "says"}, {"gap": 3}]}, "pattern: "),
        ({"pattern": [{"lexicon": "says", "with": {"takes": [True]}}]}, "pattern: YAML reads on, off"),
        ({"pattern": [{"lexicon": "say"}]}, "no such lexicon: say"),
        ({"examples": example(color="red")}, "unknown keys in an example: color"),
        ({"examples": example(gloss=...)}, "an example lacks gloss"),
        ({"examples": example(expected=...)}, "an example lacks expected"),
        ({"counter_examples": [{"text": "a", "gloss": "a"}]}, "an example lacks why"),
        ({"examples": example(expected={"cue": "says"})}, "'says' do not occur in the text"),
        ({"examples": example(expected={"sources": [None, "they"]})}, "'they' do not occur in the text"),
    ],
)
def test_what_is_wrong_is_refused_with_file_and_reason(changes: dict[str, Any], reason: str, load: Load) -> None:
    with pytest.raises(PackError, match=reason) as error:
        trials_of(*load(**changes))
    assert error.value.code == "pack.rule"
    assert error.value.where == "rules/claims/said.yaml"
    assert error.value.todo


@pytest.mark.parametrize(
    "changes",
    [
        {"examples": None},
        {"counter_examples": None},
        {"finds": ["claim"]},
        {"confidence": "high"},
        {"priority": "first"},
        {"gives": ["deny"]},
        {"examples": example(text=5)},
        {"examples": example(expected="said")},
        {"pattern": [{"lexicon": "says"}, {"gap": [3, 1]}]},
        {"pattern": [{"lexicon": "says"}, {"gap": ["a", "b"]}]},
        {"pattern": [{"lexicon": "says"}, {"rest": "word"}]},
        {"known_failures": [RULE["examples"][0]]},
    ],
)
def test_a_value_of_the_wrong_type_is_refused(changes: dict[str, Any], load: Load) -> None:
    with pytest.raises(PackError):
        trials_of(*load(**changes))


def test_trials_at_the_end_of_a_file_are_read_when_somebody_asks_for_them(load: Load) -> None:
    head = yaml.safe_dump({key: RULE[key] for key in ("rule", "finds", "about", "pattern")})
    (rule,) = load(f"{head}examples: [\ncounter-examples:\n")
    assert rule.about == "A verb of saying."
    with pytest.raises(PackError, match="is no YAML"):
        trials_of(rule)


def test_keys_after_the_trials_count(load: Load) -> None:
    (rule,) = load(f"{yaml.safe_dump(RULE, sort_keys=False)}priority: 4\n")
    assert rule.priority == 4
    assert len(trials_of(rule)) == 3
