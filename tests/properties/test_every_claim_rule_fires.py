"""Every rule of claims finds something in the examples, the gold reports or the pack's texts beside its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from riwaya.claims import Claimer
from riwaya.model.layers import Found
from riwaya.packs import load_pack
from riwaya.pipeline import Reader
from riwaya.rules.rule import Rule

ROOT = Path(__file__).parents[2]
PACK = load_pack("ar")
RULES = [rule for rule in PACK.rules if rule.finds in ("claim", "attribution")]
SILENT: Mapping[str, str] = {
    # rule: why no text there needs it
}


def own_texts(rule: Rule) -> set[str]:
    """The texts that stand in the file of a rule."""
    return {trial.text for trial in (*rule.examples, *rule.counter_examples, *rule.known_failures)}


def pack_texts() -> Iterator[str]:
    """The texts of the pack: those of all rules and of all cases."""
    for rule in PACK.rules:
        yield from own_texts(rule)
    for path in sorted((PACK.folder / "cases").rglob("*.yaml")):
        yield from (case["text"] for case in yaml.safe_load(path.read_text(encoding="utf-8")))


def reports(reader: Reader) -> Iterator[str]:
    """The texts of the examples and of the gold reports."""
    for path in sorted((ROOT / "examples").glob("2022-*")):
        yield reader.read_page(path.read_bytes(), name=path.name).text
    for path in sorted((ROOT / "tests" / "gate" / "reports").glob("*.txt")):
        yield path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def fired(reader: Reader, find: Callable[[str], Found], claimer: Claimer) -> Mapping[str, set[str]]:
    """The texts in which each rule found a claim."""
    fired: dict[str, set[str]] = defaultdict(set)
    for text in {*pack_texts(), *reports(reader)}:
        for claim in claimer.claim(find(text)).claims:
            fired[claim.rule].add(text)
    return fired


def case(rule: Rule) -> object:
    """A rule as a case of its own; one that is silent must stay so until it is promoted."""
    reason = SILENT.get(rule.id)
    return pytest.param(rule, id=rule.id, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


@pytest.mark.parametrize("rule", [case(rule) for rule in RULES])
def test_a_rule_fires_on_a_text_that_is_not_its_own(fired: Mapping[str, set[str]], rule: Rule) -> None:
    assert fired[rule.id] - own_texts(rule)


def test_what_is_said_to_be_silent_is_a_rule() -> None:
    assert SILENT.keys() <= {rule.id for rule in RULES}
