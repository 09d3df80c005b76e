"""Every command that a page shows exists, with its options."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from riwaya.cli import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.md")])
TARGETS = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
_SHOWN = re.compile(r"^\$ (?P<console>(?:riwaya|make) .+)$|`(?P<inline>(?:riwaya|make) [^`]+)`", re.MULTILINE)


def _commands(program: str) -> list[tuple[str, str]]:
    """Each command line of a program with the page that shows it."""
    found = []
    for page in PAGES:
        for match in _SHOWN.finditer(page.read_text(encoding="utf-8")):
            line = (match["console"] or match["inline"]).split(" < ")[0]
            if line.startswith(program + " "):
                found.append((page.relative_to(ROOT).as_posix(), line))
    return list(dict.fromkeys(found))


def _unknown(line: str) -> list[str]:
    """The words of a `riwaya` command line that name no command and no option."""
    command = typer.main.get_command(app)
    unknown = []
    for word in shlex.split(line)[1:]:
        if word.isupper():  # stands for a word of the reader's choice
            return unknown
        if hasattr(command, "commands") and not word.startswith("-"):
            if word not in command.commands:
                return [word]
            command = command.commands[word]
        elif word.startswith("-") and word != "-":
            options = {name for option in command.params for name in option.opts} | {"--help"}
            unknown += [] if word in options else [word]
    return unknown


@pytest.mark.parametrize(("page", "line"), _commands("riwaya"))
def test_a_command_that_is_shown_exists(page: str, line: str) -> None:
    assert _unknown(line) == [], f"{page}: {line}"


@pytest.mark.parametrize(("page", "line"), _commands("make"))
def test_a_target_that_is_shown_exists(page: str, line: str) -> None:
    assert line.split()[1] in TARGETS, page


def test_a_command_that_does_not_exist_would_be_found() -> None:
    assert _unknown("riwaya raed -") == ["raed"]
    assert _unknown("riwaya read - --fromat json") == ["--fromat"]
    assert _unknown("riwaya evaluate reports gold --json") == []


def test_the_help_of_make_names_every_target() -> None:
    described = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert described == TARGETS
