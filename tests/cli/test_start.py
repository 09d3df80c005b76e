"""Starting: --help and --version are quick, and evaluate answers from gold reports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import riwaya

GATE = Path(__file__).parents[1] / "gate" / "reports"
HEAVY = ("pydantic", "sqlalchemy", "trafilatura", "fastapi", "lxml", "yaml", "alembic", "riwaya.pipeline")


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], set()),
        (["--version"], {"pydantic"}),  # typer's own, to take the arguments
        (["read", "--help"], {"pydantic"}),
    ],
)
def test_help_imports_nothing_heavy(arguments: list[str], allowed: set[str]) -> None:
    program = (
        "import sys\n"
        "from riwaya import cli\n"
        f"sys.argv = ['riwaya', *{arguments!r}]\n"
        "try:\n    cli.main()\n"
        f"finally:\n    print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert set(done.stderr.split()) <= allowed


def test_help_names_every_command(run: Any) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    for command in ("read", "show", "explain", "serve", "evaluate", "pack"):
        assert command in outcome.out


def test_version(run: Any) -> None:
    outcome = run("--version")
    assert (outcome.code, outcome.out.strip()) == (0, f"riwaya {riwaya.__version__}")


def test_without_a_command_the_help_is_shown(run: Any) -> None:
    outcome = run()
    assert outcome.code == 2
    assert "read" in outcome.out + outcome.err


def test_a_reader_that_goes_away_is_no_error(good: Path) -> None:
    program = "import sys; from riwaya.cli import main; main()"
    command = f"'{sys.executable}' -c '{program}' read '{good}' --format json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert len(done.stdout) == 10


def test_evaluate_reports_tells_the_scores(run: Any) -> None:
    outcome = run("evaluate", "reports", GATE, "--json")
    assert outcome.code == 0
    scores = json.loads(outcome.out)
    assert scores
    plain = run("evaluate", "reports", GATE)
    assert plain.code == 0
    assert all(": " in line for line in plain.out.strip().splitlines())


def test_evaluate_with_no_gold_is_one_line(run: Any, tmp_path: Path) -> None:
    outcome = run("evaluate", "reports", tmp_path)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert "[gold." in outcome.err
