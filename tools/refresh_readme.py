"""Writes the outputs of commands into README.md and docs/tour.md anew.

    python tools/refresh_readme.py

What stands between `<!-- run COMMAND -->` and `<!-- end -->` is the command and what it writes. All commands of a
page run in one folder, which holds the page's first block of text as `report.txt`, and `examples` and `tests`. In a
command, `clm-2` is the second claim that an output before it has shown, `evt-1` the first event, `rep-1` the first
report. After ` # only` stand the fields of a record that are shown, `claims.2` being the second claim alone.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from riwaya.cli import main as riwaya

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "tour.md")
WIDTH = 104

_BLOCK = re.compile(r"(<!-- run (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
_REPORT = re.compile(r"```text\n(.*?)```", re.DOTALL)
_ID = re.compile(r"\b(rep|clm|evt)_[0-9a-f]{8,16}")
_NUMBERED = re.compile(r"\b(rep|clm|evt)-(\d+)\b")


def refreshed(page: str) -> str:
    """The page with the output of its commands as they are today."""
    seen: dict[str, list[str]] = {"rep": [], "clm": [], "evt": []}
    with tempfile.TemporaryDirectory() as folder:
        if report := _REPORT.search(page):
            Path(folder, "report.txt").write_text(report[1], encoding="utf-8")
        for shown in ("examples", "tests"):
            Path(folder, shown).symlink_to(ROOT / shown)
        with contextlib.chdir(folder):
            return _BLOCK.sub(lambda block: block[1] + _shown(block[2], seen) + block[3], page)


def _shown(line: str, seen: dict[str, list[str]]) -> str:
    """The command and its output as a block; ids that come out are added to those seen."""
    command, _, only = line.partition(" # only ")
    command = _NUMBERED.sub(lambda name: seen[name[1]][int(name[2]) - 1], command)
    output = run(command)
    for found in _ID.finditer(output):
        if not any(one.startswith(found[0]) for one in seen[found[1]]):
            seen[found[1]].append(found[0])
    if only:
        output = "\n".join(_laid_out(_picked(json.loads(output), only.split())))
    return f"```console\n$ {command}\n{output.rstrip()}\n```\n"


def run(command: str) -> str:
    """What a `riwaya` command writes to stdout and stderr; raises RuntimeError where it fails."""
    line, _, file = command.partition(" < ")
    output = io.StringIO()
    given = io.BytesIO(Path(file).read_bytes() if file else b"")
    with _as_command(shlex.split(line), io.TextIOWrapper(given)), contextlib.redirect_stdout(output):
        try:
            riwaya()
        except SystemExit as end:
            if end.code:
                raise RuntimeError(f"{command}: exit code {end.code}") from end
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines())


@contextlib.contextmanager
def _as_command(arguments: list[str], stdin: io.TextIOWrapper) -> Iterator[None]:
    """A stretch in which this process has another command line and standard input, and a width of its own."""
    before = sys.argv, sys.stdin, os.environ.get("COLUMNS")
    sys.argv, sys.stdin, os.environ["COLUMNS"] = arguments, stdin, str(WIDTH)
    try:
        yield
    finally:
        sys.argv, sys.stdin = before[:2]
        os.environ.pop("COLUMNS")
        if before[2] is not None:
            os.environ["COLUMNS"] = before[2]


def _picked(record: dict[str, Any], fields: list[str]) -> dict[str, Any]:
    """The named fields of a record, of a list one member where a number is given."""
    picked = {}
    for field in fields:
        name, _, number = field.partition(".")
        picked[name] = [record[name][int(number) - 1]] if number else record[name]
    return picked


def _laid_out(value: Any, indent: int = 0, before: str = "") -> Iterator[str]:
    """A JSON value in lines: what is short stays on one."""
    line = " " * indent + before + json.dumps(value, ensure_ascii=False)
    if len(line) <= WIDTH or not isinstance(value, dict | list):
        yield line
        return
    members = [(f'"{key}": ', part) for key, part in value.items()] if isinstance(value, dict) else None
    opening, closing = "{}" if members is not None else "[]"
    yield " " * indent + before + opening
    parts = members if members is not None else [("", part) for part in value]
    for number, (name, part) in enumerate(parts, 1):
        *lines, last = _laid_out(part, indent + 1, name)
        yield from lines
        yield last + ("," if number < len(parts) else "")
    yield " " * indent + closing


def main() -> None:
    """Nothing; rewrites the pages that have changed, and names them."""
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = refreshed(before)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(f"{page.relative_to(ROOT)}: written anew")


if __name__ == "__main__":
    main()
