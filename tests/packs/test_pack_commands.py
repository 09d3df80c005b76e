"""`riwaya pack check`, `test`, `try` and `new`, as a linguist uses them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from riwaya.cli import app
from riwaya.errors import PackError
from riwaya.evaluate.check_pack import MENTIONS, PackCheck, check_pack
from riwaya.evaluate.new_rule import new_rule
from riwaya.evaluate.trials import trial_report
from riwaya.packs import load_pack
from riwaya.pipeline import Reader

TEXT = "أعلنت وزارة الدفاع التركية أمس أن ثلاثة جنود قتلوا في قصف على مدينة حلب، بحسب رويترز."


def pack(*words: str) -> Result:
    """The outcome of `riwaya pack ...`."""
    return CliRunner().invoke(app, ["pack", *words])


def refused(*words: str) -> PackError:
    """The error that `riwaya pack ...` ends with."""
    error = pack(*words).exception
    assert isinstance(error, PackError)
    return error


def change(path: Path, old: str, new: str) -> None:
    """Change a place of a file that is there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


class TestCheck:
    """`riwaya pack check`."""

    def test_the_arabic_pack_has_no_mistake(self) -> None:
        outcome = pack("check", "ar")
        assert "problems: 0" in outcome.output, outcome.output
        assert outcome.exit_code == 0

    @pytest.mark.parametrize(
        ("file", "old", "new", "line"),
        [
            ("pack.toml", 'conjunction = "و"', "", "pack.toml: conjunction: the setting is missing"),
            ("lexicon/agos.tsv", "qabl\t", "aqabl\t", "agos.tsv:5: id 'aqabl' stands after 'mundh'; sort by id"),
            ("lexicon/agos.tsv", "\nqabl\tfixed", "\nqabl\tfixt", "lexicon/agos.tsv qabl: unknown class 'fixt'"),
            ("lexicon/shapes.tsv", "id\tstarts", "id\tbegins", "lexicon/shapes.tsv: columns missing: starts"),
            ("rules/times/decade.yaml", "\nexamples:", "\nexamples: [", "rules/times/decade.yaml: is no YAML"),
            (
                "rules/times/decade.yaml",
                "finds: time",
                "finds: tim",
                "rules/times/decade.yaml: finds 'tim' in the folder",
            ),
            (
                "rules/times/decade.yaml",
                "lexicon: decades",
                "lexicon: decads",
                "rules/times/decade.yaml: no such lexicon",
            ),
            (
                "rules/times/year.yaml",
                "mention: number, as: year",
                "mention: numer, as: year",
                "rules/times/year.yaml: no such kind of mention",
            ),
            (
                "rules/actors/capital.yaml",
                "capital_match:",
                "capital_mach:",
                "lexicon capitals has no column capital_mach",
            ),
            (
                "rules/times/decade.yaml",
                "anchor: true}",
                "anchor: true}\n  - {pos: VREB}",
                "no such part of speech: VREB",
            ),
        ],
    )
    def test_a_mistake_is_one_line_with_its_place(
        self, own_pack: Path, file: str, old: str, new: str, line: str
    ) -> None:
        change(own_pack / file, old, new)
        outcome = pack("check", "ar")
        assert outcome.exit_code == 1
        (told,) = [one for one in outcome.output.splitlines() if line in one]
        assert "problems: 1" in outcome.output, told

    def test_mistakes_in_several_tables_are_told_together(self, own_pack: Path) -> None:
        for name in ("agos", "weapons"):
            (own_pack / "lexicon" / f"{name}.tsv").write_text("", encoding="utf-8")
        (own_pack / "clitics.tsv").unlink()
        problems = check_pack(load_pack("ar")).problems
        assert [line.partition(":")[0] for line in problems[:3]] == ["clitics.tsv", "agos.tsv", "weapons.tsv"]

    def test_a_trigger_without_its_concept_is_told(self, own_pack: Path) -> None:
        path = own_pack / "lexicon" / "triggers.tsv"
        lines = path.read_text(encoding="utf-8").splitlines()
        column = next(line for line in lines if line.startswith("id\t")).split("\t").index("concept")
        cells = lines[-1].split("\t")
        cells[column] = "no-concept"
        path.write_text("\n".join([*lines[:-1], "\t".join(cells)]), encoding="utf-8")
        assert check_pack(load_pack("ar")).problems == [
            f"lexicon/triggers.tsv:{cells[0]}: no such concept: 'no-concept'"
        ]

    def test_words_that_fold_together_are_to_be_looked_at(self, own_pack: Path) -> None:
        path = own_pack / "lexicon" / "agos.tsv"
        path.write_text(path.read_text(encoding="utf-8") + "zqabl\tfixed\tقبْل\tago\tago\n", encoding="utf-8")
        check: PackCheck = check_pack(load_pack("ar"))
        assert "agos: qabl, zqabl: the same words once folded: قبل" in check.warnings
        assert check.problems == []

    def test_the_kinds_of_mention_are_those_that_are_found(self, reader: Reader) -> None:
        coded = reader.code(trial_report(reader, TEXT + " دمرت طائرة مسيرة مدرسة أمس.", "2022-09-14"))
        assert {mention.kind for mention in coded.claimed.found.mentions} <= MENTIONS

    def test_an_unknown_pack_is_refused(self) -> None:
        assert refused("check", "xx").code == "pack.unknown"


class TestTest:
    """`riwaya pack test`."""

    def test_the_trials_of_a_rule_are_run_and_counted(self) -> None:
        outcome = pack("test", "ar", "-k", "times.decade")
        assert outcome.output == "4 trials, 0 failed\n"
        assert outcome.exit_code == 0

    def test_a_failure_is_told_and_ends_with_1(self, own_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        change(own_pack / "rules" / "times" / "decade.yaml", '"1992-12-31"', '"1993-12-31"')
        monkeypatch.setattr("riwaya.cli.pack.open_reader", lambda code: Reader(load_pack(code)))
        outcome = pack("test", "ar", "-k", "times.decade")
        assert outcome.exit_code == 1
        assert outcome.output.startswith("ar.times.decade::example-1\n  text    عاد")
        assert "hi: 1993-12-31" in outcome.output
        assert outcome.output.endswith("\n\n4 trials, 1 failed\n")

    def test_a_name_that_no_trial_has_is_refused(self) -> None:
        assert refused("test", "ar", "-k", "no-such-rule").code == "pack.no-trial"


class TestTry:
    """`riwaya pack try`."""

    def test_every_stage_is_shown(self) -> None:
        outcome = pack("try", "ar", TEXT, "--published", "2022-09-14")
        assert outcome.exit_code == 0
        sections = {part.partition("\n")[0]: part for part in outcome.output.strip().split("\n\n")}
        assert list(sections) == ["tokens", "mentions", "claim rules", "claims", "events", "issues"]
        assert "says:aelana" in sections["tokens"]
        assert "وزارة الدفاع التركية" in sections["mentions"]
        assert "ar.actors.institution-of-state" in sections["mentions"]
        assert re.search(r"ar\.claims\.said-that\n +├─ cue +أعلنت\n", sections["claim rules"])
        assert "Turkish Ministry of Defence" in sections["claims"]
        assert "killed   3" in sections["events"]
        assert sections["issues"] == "issues\n  none"

    def test_columns_are_aligned(self) -> None:
        lines = pack("try", "ar", "قال الجيش").output.splitlines()
        tokens = lines[1 : lines.index("")]
        assert len({line.index(tag) for line, tag in zip(tokens, ("VERB", "NOUN"), strict=True)}) == 1

    def test_a_rule_that_matched_in_vain_is_shown(self) -> None:
        outcome = pack("try", "ar", "ولم يقل إن الطريق مفتوح.")
        assert "ar.claims.said-inherited" in outcome.output
        assert "└─ gives no claim" in outcome.output

    def test_a_speaker_that_nobody_is_stands_under_issues(self) -> None:
        assert "claim.unresolved-speaker" in pack("try", "ar", "وأضاف أن الطريق مفتوح.").output

    def test_a_blank_text_is_refused(self) -> None:
        assert refused("try", "ar", " ").code == "pack.trial"

    def test_a_day_that_is_none_is_refused(self) -> None:
        outcome = pack("try", "ar", TEXT, "--published", "tomorrow")
        assert outcome.exit_code == 2
        assert "--published" in outcome.output


class TestNew:
    """`riwaya pack new`."""

    @pytest.mark.parametrize("folder", ["times", "places", "actors", "claims"])
    def test_a_skeleton_is_refused_until_its_blanks_are_filled(self, own_pack: Path, folder: str) -> None:
        outcome = pack("new", "ar", f"{folder}/my-rule")
        path = own_pack / "rules" / folder / "my-rule.yaml"
        assert outcome.exit_code == 0
        assert str(path) in outcome.output
        assert f"rule: ar.{folder}.my-rule\n" in path.read_text(encoding="utf-8")
        assert f"rules/{folder}/my-rule.yaml:3: a blank is not filled: about: ???" in pack("check", "ar").output
        with pytest.raises(PackError, match="my-rule"):
            _ = load_pack("ar").rules

    def test_a_filled_skeleton_is_accepted(self, own_pack: Path) -> None:
        path = new_rule(load_pack("ar"), "times/my-rule")
        fills = {
            "about: ??? (what the rule finds, in one sentence)": "about: Dawn.",
            "pattern: ??? (a list of elements, see docs/packs.md)": "pattern: [{lexicon: day-parts, as: part}]",
            "source: ??? (the grammar or code book it follows; remove the line if there is none)\n": "",
            "{text: ???, lo: ???, hi: ???}": "{text: فجرا}",
            "text: ???": "text: وصلوا فجرا.",
            "??? (what it says, in English)": "They came at dawn.",
            "??? (why the rule must find nothing here)": "no part of the day",
            "???": "They came at dawn.",
        }
        text = path.read_text(encoding="utf-8")
        for blank, filled in fills.items():
            assert blank in text
            text = text.replace(blank, filled)
        path.write_text(text, encoding="utf-8")
        assert check_pack(load_pack("ar")).problems == []

    def test_a_rule_that_is_there_is_not_overwritten(self, own_pack: Path) -> None:
        path = own_pack / "rules" / "claims" / "said-that.yaml"
        before = path.read_bytes()
        assert refused("new", "ar", "claims/said-that").code == "pack.rule-exists"
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        "name", ["my-rule", "claims/My", "claims/a/b", "claims/../x", "claim/x", "claims/x-", "counts/x", ""]
    )
    def test_a_name_that_is_none_is_refused(self, own_pack: Path, name: str) -> None:
        error = refused("new", "ar", name)
        assert error.code == "pack.rule-name"
        assert "actors, claims, events, places, times" in error.todo
