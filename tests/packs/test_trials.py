"""How a trial is judged: what meets an expectation, what a failure says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from riwaya.errors import PackError
from riwaya.evaluate.trials import COUNTER_EXAMPLE, EXAMPLE, KNOWN_FAILURE, Case, cases_of, run_case, trial_report
from riwaya.pipeline import Reader
from riwaya.rules.rule import Rule, Trial

SAID = "قالت وزارة الصحة اليمنية إن المستشفى أغلق. وأضافت أن الأطباء غادروه."
FIRST = {"cue": "قالت", "sources": ["وزارة الصحة اليمنية"], "content": "المستشفى أغلق", "act": "assert"}


@pytest.fixture(scope="module")
def rules(reader: Reader) -> Mapping[str, Rule]:
    """The rules of the pack by their last names."""
    return {rule.id.rpartition(".")[2]: rule for rule in reader.pack.rules}


def case(rule: Rule, kind: str, text: str, expected: Mapping[str, Any] | None, published: str | None = None) -> Case:
    """A trial of a rule."""
    return Case("the-id", kind, rule, Trial(text, "the gloss", "the reason", expected, published))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("said-that", FIRST),
        ("said-that", {"speech": "indirect"}),
        ("said-inherited", {"cue": "أضافت", "sources": [None], "content": "الأطباء غادروه"}),
        ("institution-of-state", {"text": "وزارة الصحة اليمنية", "code": "YEM GOV", "kind": "ministry"}),
    ],
)
def test_an_example_passes_when_one_finding_has_every_field(
    name: str, expected: dict[str, Any], rules: Mapping[str, Rule], reader: Reader
) -> None:
    assert run_case(case(rules[name], EXAMPLE, SAID, expected), reader) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"cue": "أضافت"},
        {"content": "المستشفى"},
        {"sources": ["وزارة الصحة"]},
        {"sources": [None]},
        {"sources": []},
        {"act": "deny"},
        {"speech": "direct"},
        {"colour": "red"},
    ],
)
def test_an_example_fails_when_one_field_differs(
    wrong: dict[str, Any], rules: Mapping[str, Rule], reader: Reader
) -> None:
    assert run_case(case(rules["said-that"], EXAMPLE, SAID, {**FIRST, **wrong}), reader)


def test_fields_are_not_gathered_from_two_findings(rules: Mapping[str, Rule], reader: Reader) -> None:
    text = "قالت باريس إن الجسر أغلق. قالت لندن إن الجسر فتح."
    for source, content in (("باريس", "الجسر أغلق"), ("لندن", "الجسر فتح")):
        assert not run_case(case(rules["said-that"], EXAMPLE, text, {"sources": [source], "content": content}), reader)
    assert run_case(case(rules["said-that"], EXAMPLE, text, {"sources": ["باريس"], "content": "الجسر فتح"}), reader)


def test_a_failure_tells_text_gloss_wanted_and_found(rules: Mapping[str, Rule], reader: Reader) -> None:
    told = run_case(case(rules["said-that"], EXAMPLE, SAID, {"cue": "أضافت", "sources": [None]}), reader)
    assert told.splitlines() == [
        "the-id",
        f"  text    {SAID}",
        "  gloss   the gloss",
        "  wanted  cue: أضافت · sources: [null]",
        "  found   cue: قالت · content: المستشفى أغلق · sources: [وزارة الصحة اليمنية]"
        " · act: assert · speech: indirect",
    ]


def test_where_the_rule_found_nothing_the_other_rules_are_told(rules: Mapping[str, Rule], reader: Reader) -> None:
    told = run_case(case(rules["said-quote"], EXAMPLE, SAID, FIRST), reader)
    assert "  found   nothing by this rule\n  found   by ar.claims.said-that: cue: قالت" in told


def test_a_counter_example_fails_when_the_rule_finds_anything(rules: Mapping[str, Rule], reader: Reader) -> None:
    assert run_case(case(rules["said-quote"], COUNTER_EXAMPLE, SAID, None), reader) == ""
    told = run_case(case(rules["said-that"], COUNTER_EXAMPLE, SAID, None), reader)
    assert "  wanted  nothing (the reason)\n  found   cue: قالت" in told


@pytest.mark.parametrize(("name", "expected"), [("said-that", FIRST), ("said-quote", None)])
def test_a_known_failure_that_passes_is_to_be_promoted(
    name: str, expected: dict[str, Any] | None, rules: Mapping[str, Rule], reader: Reader
) -> None:
    assert "move it to the examples" in run_case(case(rules[name], KNOWN_FAILURE, SAID, expected), reader)


@pytest.mark.parametrize(("name", "expected"), [("said-that", {"cue": "أضافت"}), ("said-that", None)])
def test_a_known_failure_that_fails_is_well(
    name: str, expected: dict[str, Any] | None, rules: Mapping[str, Rule], reader: Reader
) -> None:
    assert run_case(case(rules[name], KNOWN_FAILURE, SAID, expected), reader) == ""


def test_the_day_of_publication_counts(rules: Mapping[str, Rule], reader: Reader) -> None:
    text, rule = "وقع الانفجار أمس.", rules["relative-day"]
    expected = {"text": "أمس", "lo": "2022-09-13", "hi": "2022-09-13"}
    assert run_case(case(rule, EXAMPLE, text, expected, "2022-09-14"), reader) == ""
    assert "lo: null" in run_case(case(rule, EXAMPLE, text, expected), reader)
    assert run_case(case(rule, EXAMPLE, text, {"text": "أمس", "lo": None}), reader) == ""


def test_cases_carry_the_ids_of_rule_kind_and_number(rules: Mapping[str, Rule]) -> None:
    trial = Trial("t", "g", "", None, None)
    rule = replace(rules["said-that"], examples=(trial, trial), counter_examples=(trial,), known_failures=(trial,))
    assert [one.id for one in cases_of([rule])] == [
        "ar.claims.said-that::example-1",
        "ar.claims.said-that::example-2",
        "ar.claims.said-that::counter-example-1",
        "ar.claims.said-that::known-failure-1",
    ]
    assert [one.id for one in cases_of([rule], "that::example-2")] == ["ar.claims.said-that::example-2"]


@pytest.mark.parametrize(
    ("text", "published", "reason"), [("  ", None, "the text is blank"), ("نص", "tomorrow", "'tomorrow' is no day")]
)
def test_a_trial_that_is_none_is_refused(text: str, published: str | None, reason: str, reader: Reader) -> None:
    with pytest.raises(PackError, match=reason) as error:
        trial_report(reader, text, published)
    assert error.value.code == "pack.trial"
