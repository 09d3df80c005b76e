"""Tables: a pack's TSV files, read with strict checks.

The first line names the columns, the first column is `id`. Lines that begin with `#` are comments. A cell that
holds several values parts them by `|`. What is wrong is refused with file, line and reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from riwaya.errors import PackError

Row = Mapping[str, str]

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
# Signs that hide in Arabic text and make two equal words differ: tatweel, presentation forms, bidi controls.
_HIDDEN = re.compile("[\u0640\ufb50-\ufdff\ufe70-\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, parted by `|`.

    >>> values("a b|c")
    ('a b', 'c')
    """
    if "|" not in cell:
        return (cell.strip(),) if cell and not cell.isspace() else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read_table(path: Path, *, required: tuple[str, ...] = (), hidden_ok: bool = False) -> list[dict[str, str]]:
    """The rows of a TSV file as dictionaries; raises PackError (pack.table) with file, line and reason."""

    def refuse(line: int, reason: str, todo: str) -> PackError:
        return PackError("pack.table", reason, where=f"{path.name}:{line}", todo=todo)

    text = _text(path)
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line and line[0] != "#" and not line.isspace()]
    if not lines:
        raise refuse(1, "the table is empty", "give it a line of column names")
    columns = lines[0][1].split("\t")
    missing = {"id", *required} - set(columns)
    if columns[0] != "id" or missing:
        raise refuse(lines[0][0], f"columns missing: {', '.join(sorted(missing)) or 'id must be first'}", "add them")
    hidden_ok = hidden_ok or not _HIDDEN.search(text)
    rows: list[dict[str, str]] = []
    last, empty = "", [""] * len(columns)
    for number, line in lines[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(columns):
            raise refuse(number, f"{len(cells)} cells under {len(columns)} columns", "remove a tab")
        row = dict(zip(columns, cells + empty[len(cells) :], strict=True))
        if not _ID.fullmatch(cells[0]):
            raise refuse(number, f"id {cells[0]!r} is not made of a-z, 0-9, '.', '-', '_'", "write an ASCII id")
        if cells[0] <= last:
            raise refuse(number, f"id {cells[0]!r} stands after {last!r}", "sort by id, each id once")
        if not hidden_ok and (found := _HIDDEN.search(line)):
            raise refuse(number, f"hidden sign U+{ord(found.group()):04X}", "remove it")
        last = cells[0]
        rows.append(row)
    return rows


def _text(path: Path) -> str:
    """The text of a UTF-8 file; raises PackError where it is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError("pack.table", f"cannot be read ({error})", where=str(path), todo="save it as UTF-8") from error
