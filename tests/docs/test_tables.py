"""The glossary's names and the table of dependencies are those of the code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
DEPENDENCIES = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py")))
ROWS = re.findall(r"^\| ([\w ,]+) \| ([^|]+) \| ([^|]+) \| (.+) \|$", GLOSSARY, re.MULTILINE)
TERMS = [row for row in ROWS if row[0] != "term"]


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row[0])
def test_a_term_of_the_glossary_is_used_in_the_code(row: tuple[str, ...]) -> None:
    names, place = row[0].split(", "), row[3]
    for name in names:
        assert re.search(rf"\b{name}s?\b", CODE, re.IGNORECASE), name
    for name in re.findall(r"`([A-Z]\w+(?:\.\w+)?)`", place):
        owner, _, field = name.partition(".")
        assert re.search(rf"^class {owner}\b", CODE, re.MULTILINE), name
        assert not field or re.search(rf"^    (?:def )?{field}\b", CODE, re.MULTILINE), name


def test_a_term_stands_once_and_has_its_arabic_word() -> None:
    terms = [row[0] for row in TERMS]
    assert len(terms) == len(set(terms)) > 40
    assert all(re.search(r"[\u0621-\u064a]", row[1]) for row in TERMS)


def test_every_dependency_is_accounted_for_and_no_other() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {re.split(r"[<>=\[]", line)[0].lower() for line in settings["project"]["dependencies"]}
    table = DEPENDENCIES.split("### Not yet bundled")[0]
    told = {name.lower() for name in re.findall(r"^\| (\w+) \|(?!.*\| MB)", table, re.MULTILINE)}
    assert told == needed
