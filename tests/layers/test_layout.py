"""The flow is the layout: who imports whom, and what stands where."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "riwaya"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = ("read", "extract", "language", "find", "claims", "events")
LETTER = re.compile(r"[\u0621-\u063a\u0641-\u064a]")


def test_a_folder_imports_only_what_stands_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_touches_a_store_or_writes_to_the_terminal(stage: str) -> None:
    for path in (SOURCE / stage).glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "riwaya.store" not in text
        assert not re.search(r"\b(?:print|sys\.exit)\(", text)


def test_no_folder_or_module_is_a_drawer_for_everything() -> None:
    names = {part for path in MODULES for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert not names & {"utils", "util", "core", "common", "helpers", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_engine_names_a_language(path: Path) -> None:
    code = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(code):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not is_doctest(node.value):
            assert not LETTER.search(node.value), node.value


def is_doctest(words: str) -> bool:
    """Whether a string is documentation with an example in it."""
    return ">>> " in words
