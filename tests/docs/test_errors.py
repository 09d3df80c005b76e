"""docs/errors.md lists every code of an error and an issue that the code can give, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from riwaya.cli import answers

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
ERRORS, ISSUES = PAGE.split("## Issues in a record")

_FAMILIES = ("source", "fetch", "page", "pack", "store", "gold", "serve")
_CODE = re.compile(rf"(?:{'|'.join(_FAMILIES)})\.(?!toml$|html$|tsv$)[a-z-]+")


def _listed(part: str) -> list[str]:
    """The codes that stand in the first column of the tables."""
    return re.findall(r"^\| `([a-z]+\.[a-z-]+)` \|", part, re.MULTILINE)


def _nodes() -> Iterator[ast.AST]:
    for path in (ROOT / "src").rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def _error_codes() -> set[str]:
    """Every string of the code that has the form of an error's code."""
    strings = (node.value for node in _nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {string for string in strings if _CODE.fullmatch(string)}


def _issue_codes() -> set[str]:
    """The codes of all issues that are made."""
    calls = (node for node in _nodes() if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Issue")
    codes = (keyword.value for call in calls for keyword in call.keywords if keyword.arg == "code")
    return {code.value for code in codes if isinstance(code, ast.Constant) and isinstance(code.value, str)}


def test_every_error_is_listed_and_no_other() -> None:
    assert set(_listed(ERRORS)) == _error_codes()


def test_every_issue_is_listed_and_no_other() -> None:
    assert set(_listed(ISSUES)) == _issue_codes()


def test_codes_stand_in_order_and_once() -> None:
    for section in re.split(r"^## ", PAGE, flags=re.MULTILINE):
        codes = _listed(section)
        assert codes == sorted(set(codes))


def test_every_error_says_what_to_do() -> None:
    rows = re.findall(r"^\| `[a-z]+\.[a-z-]+` \| (.+) \| (.+) \|$", ERRORS, re.MULTILINE)
    assert len(rows) == len(_listed(ERRORS))
    assert all(meaning.strip() and todo.strip() for meaning, todo in rows)


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    listed = [int(code) for code in re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE)]
    assert listed == [answers.DONE, answers.NOTHING_DONE, answers.WRONG_USE, answers.PARTLY_DONE]
