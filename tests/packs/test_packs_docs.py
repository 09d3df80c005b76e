"""docs/packs.md: every pattern takes what the page says, every rule on it passes its own trials."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from riwaya.claims import ClaimTables, claim_contexts
from riwaya.cli import app
from riwaya.evaluate.trials import cases_of, run_case, trial_report
from riwaya.packs import HOME, load_pack
from riwaya.pipeline import Reader
from riwaya.rules.pattern import ELEMENTS, compile_pattern
from riwaya.rules.rule import RuleIndex

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)
RULES = [block for block in BLOCKS if block.startswith("rule:")]
PATTERNS = [block for block in BLOCKS if not block.startswith("rule:")]


@pytest.mark.parametrize("block", PATTERNS, ids=lambda block: block.splitlines()[1])
def test_a_pattern_takes_the_words_that_the_page_gives(block: str, reader: Reader) -> None:
    head = re.match(r"# text: (.+)\n# takes: (.+)\n", block)
    assert head, f"a pattern needs its text and what it takes:\n{block}"
    pattern = compile_pattern(yaml.safe_load(block), reader.pack.key)
    assert pattern.lexicons <= {entry.lexicon for _, entry in reader.pack.entries}
    found = reader.code(trial_report(reader, head[1])).claimed.found
    rule = replace(reader.pack.rules[0], pattern=pattern)
    contexts = (context for _, context in claim_contexts(found, ClaimTables.of(reader.pack)))
    matches = (match for context in contexts for match in RuleIndex([rule]).matches(context))
    assert {found.analysed.words(match.start, match.end) for match in matches} == {head[2]}


def test_every_element_is_shown() -> None:
    shown = {name for block in PATTERNS for name in ELEMENTS if re.search(rf"\b{name}:", block)}
    assert shown == set(ELEMENTS)


@pytest.mark.parametrize("block", RULES, ids=lambda block: block.partition("\n")[0])
def test_a_rule_of_the_page_passes_its_trials(block: str, own_pack: Path) -> None:
    folder, name = yaml.safe_load(block)["rule"].split(".")[1:]
    (own_pack / "rules" / folder / f"{name}.yaml").write_text(block, encoding="utf-8")
    reader = Reader(load_pack("ar"))
    cases = list(cases_of(reader.pack.rules, f"{folder}.{name}::"))
    assert len(cases) >= 3
    assert [failure for case in cases if (failure := run_case(case, reader))] == []


def test_the_page_names_the_commands_that_there_are() -> None:
    for command in re.findall(r"`riwaya pack (\w+)", PAGE):
        assert CliRunner().invoke(app, ["pack", command, "--help"]).exit_code == 0


def test_the_page_names_files_that_there_are() -> None:
    for name in set(re.findall(r"`((?:lexicon|gazetteer)/[a-z-]+\.tsv|[a-z]+\.tsv|pack\.toml)`", PAGE)):
        assert (HOME / "ar" / name).exists(), name
