"""What tools have written into pages is what they would write today, and the Python in pages runs."""

from __future__ import annotations

import doctest
import os
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from riwaya.packs import load_pack

ROOT = Path(__file__).parents[2]
README, TOUR = ROOT / "README.md", ROOT / "docs" / "tour.md"
REFRESH = runpy.run_path(str(ROOT / "tools" / "refresh_readme.py"))
FACTS = runpy.run_path(str(ROOT / "tools" / "pack_facts.py"))
STALE = "the page is stale: `make docs` writes it anew"


@pytest.mark.parametrize("page", [README, TOUR], ids=lambda page: page.name)
def test_the_outputs_shown_are_those_of_today(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert REFRESH["refreshed"](text) == text, STALE


def test_the_counts_of_the_pack_are_those_of_today() -> None:
    pack = load_pack("ar")
    text = FACTS["readme"](pack).read_text(encoding="utf-8")
    assert FACTS["refreshed"](text, pack) == text, STALE


@pytest.mark.parametrize("page", [README, TOUR], ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.read_text(encoding="utf-8")
    report = re.search(r"```text\n(.*?)```", text, re.DOTALL)
    assert report
    (tmp_path / "report.txt").write_text(report[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL))
    examples = doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), 0)
    told: list[str] = []
    failed, tried = doctest.DocTestRunner().run(examples, out=told.append)
    assert tried > 0
    assert failed == 0, "".join(told)


def _run(command: str) -> Any:
    return REFRESH["run"](command)


def test_a_command_that_fails_is_no_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    width = os.environ.get("COLUMNS")
    with pytest.raises(RuntimeError, match="exit code 1"):
        _run("riwaya read missing.txt")
    assert os.environ.get("COLUMNS") == width


def test_a_stale_output_is_replaced() -> None:
    page = "```text\nقالت أرمينيا إن القصف توقف.\n```\n<!-- run riwaya --version -->\nold\n<!-- end -->\n"
    assert "old" not in REFRESH["refreshed"](page)
    assert "$ riwaya --version\nriwaya 0." in REFRESH["refreshed"](page)
