"""Every rule finds something in texts that were not written for it: the examples, the gold, the tests' sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riwaya.model.layers import Coded
from riwaya.pipeline import Reader

TESTS = Path(__file__).parents[1]
FOLDERS = ("find", "claims", "events", "cli", "pipeline")
ARABIC_SENTENCE = re.compile(r"^\W*[\u0621-\u064a]+(?:\W+[\u0621-\u064a]+){2}")
SILENT = {
    # rule: why no text here needs it
}  # type: dict[str, str]


def sentences() -> Iterator[str]:
    """The Arabic sentences of the tests, and the paragraphs of the gold reports."""
    for path in (path for folder in FOLDERS for path in sorted((TESTS / folder).glob("*.py"))):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
                yield from filter(ARABIC_SENTENCE.search, node.value.splitlines())
    for path in sorted((TESTS / "gate" / "reports").glob("*.txt")):
        yield from filter(str.strip, path.read_text(encoding="utf-8").splitlines())


def fired(coded: Coded) -> set[str]:
    """The rules that found something in a text."""
    mentions = {mention.rule for mention in (*coded.claimed.found.mentions, *coded.doers)}
    return mentions | {claim.rule for claim in coded.claimed.claims}


@pytest.fixture(scope="module")
def found(reader: Reader, code: Callable[[str], Coded]) -> set[str]:
    """The rules that found something in any text."""
    examples = (TESTS.parent / "examples").glob("2022-*")
    reports = (reader.read_page(path.read_bytes(), name=path.name).report for path in examples)
    read = [code("\n".join(sentences())), *map(reader.code, reports)]
    return {rule for coded in read for rule in fired(coded)}


def test_every_rule_fires_on_a_text_that_is_not_its_own(found: set[str], reader: Reader) -> None:
    others = {rule.id for rule in reader.pack.rules if rule.finds not in ("claim", "attribution")}
    assert others - found == set(SILENT)  # of rules of claims: test_every_claim_rule_fires.py


def test_no_sentence_here_is_an_example_of_a_rule(reader: Reader) -> None:
    own = {trial.text for rule in reader.pack.rules for trial in (*rule.examples, *rule.counter_examples)}
    assert not own & set(sentences())


def test_whatever_finds_something_has_a_name(found: set[str], reader: Reader) -> None:
    rules = {rule.id for rule in reader.pack.rules}
    assert all(
        name in rules
        for name in found
        if name.startswith(("ar.claims.", "ar.times.", "ar.places.", "ar.actors.", "ar.events."))
    )
