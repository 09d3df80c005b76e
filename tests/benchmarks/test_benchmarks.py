"""The benchmarks measure what they say: the flow as the reader runs it, and rules as they stand in the pack."""

import importlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import riwaya

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
STAGES = ("extraction", "language", "find", "claims", "events", "record")
EXAMPLE = BENCHMARKS.parent / "examples" / "2022-09-14-mawj-alnil.html"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch):
    """The modules of `benchmarks/`, by name."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))

    def imported(name: str) -> ModuleType:
        return importlib.import_module(name)

    return imported


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A benchmark that was run to its end."""
    return subprocess.run(
        [sys.executable, BENCHMARKS / script, *arguments], capture_output=True, text=True, check=False
    )


def test_the_stages_give_the_record_that_the_reader_gives(module):
    stages = module("stages")
    reader = riwaya.load("ar")
    record, seconds = stages.Stages(reader.pack).read(EXAMPLE.read_bytes())
    assert record == reader.read_page(EXAMPLE.read_bytes())
    assert tuple(seconds) == stages.STAGES


def test_growth_is_the_power_of_the_length(module):
    growth = module("linearity")._growth
    assert growth([(100, 1.0), (200, 2.0), (400, 4.0)]) == pytest.approx(1.0)
    assert growth([(100, 1.0), (200, 4.0), (400, 16.0)]) == pytest.approx(2.0)


def test_a_case_is_printed_by_stage_and_length():
    done = run("linearity.py", "commas", "--largest", "4")
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")] == [
        *STAGES,
        "together",
    ]
    assert "steeper than" in done.stdout


def test_a_page_that_is_not_there_is_named():
    done = run("reading_speed.py", "no-such-page.html")
    assert done.returncode == 2
    assert "no such file: no-such-page.html" in done.stderr


def test_the_claims_stage_is_measured_by_itself_and_within_the_flow(tmp_path):
    shutil.copy(EXAMPLE, tmp_path)
    (tmp_path / "no-report.txt").write_text("", encoding="utf-8")
    done = run("claims_speed.py", str(tmp_path))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "1 of 2 files hold a report; processor time on one core"
    assert [line.split()[0] for line in lines if "%" in line] == list(STAGES)
    assert [line.split()[0] for line in lines if " of " in line[10:] and line.startswith("  ")] == [
        *("sentences", "words", "claims")
    ]
    assert sum(" calls  " in line for line in lines) == 3


def test_a_folder_without_reports_is_named(tmp_path):
    done = run("claims_speed.py", str(tmp_path))
    assert done.returncode == 2
    assert f"no pages or texts in {tmp_path}" in done.stderr


def test_a_gap_becomes_a_first_token_and_any_number_more(module):
    translator = module("spacy_rules").Translator(key=str, lengths={"says": {1, 2}})
    said = {"lexicon": "says", "as": "cue", "anchor": True}
    gap = {"gap": [1, 24], "not": [{"pos": ["COMP"]}], "as": "source"}
    translation = translator.translate("a-rule", [said, gap, {"form": ["an"]}])
    free = {"_": {"free": {"IS_SUPERSET": ['[{"pos": ["COMP"]}]']}}}
    assert [tokens[-3:] for tokens, _ in translation.patterns] == [
        [free, {**free, "OP": "*"}, {"_": {"spellings": {"INTERSECTS": ["an"]}}}]
    ] * 2
    assert [len(tokens) for tokens, _ in translation.patterns] == [4, 5]
    assert not translation.left_out


def test_what_may_not_follow_is_asked_of_the_next_token(module):
    translator = module("spacy_rules").Translator(key=str, lengths={})
    elements = [{"form": "a", "anchor": True}, {"not": [{"pos": "PREP"}]}, {"rest": "sentence"}]
    ((tokens, anchor),) = translator.translate("a-rule", elements).patterns
    assert tokens[1:] == [{"_": {"free": {"IS_SUPERSET": ['[{"pos": "PREP"}]']}}}]
    assert anchor == 0


def test_a_way_through_a_mention_is_left_out_and_told(module):
    translator = module("spacy_rules").Translator(key=str, lengths={})
    elements = [{"any": [[{"mention": "actor"}], [{"pos": "NOUN"}]]}, {"form": "a", "anchor": True}]
    translation = translator.translate("a-rule", elements)
    assert [(len(tokens), anchor) for tokens, anchor in translation.patterns] == [(2, 1)]
    assert translation.left_out == {"mention"}


def test_without_spacy_the_comparison_says_so():
    if importlib.util.find_spec("spacy"):
        pytest.skip("spaCy is installed here")
    done = run("against_spacy.py")
    assert done.returncode == 1
    assert "spaCy is not installed" in done.stderr
