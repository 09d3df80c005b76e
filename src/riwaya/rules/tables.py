"""Tables: a pack's TSV files, read with strict checks.

The first line names the columns, the first column is `id`. Lines that begin with `#` are comments. A cell that
holds several values parts them by `|`. What is wrong is refused with file, line and reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read_table(path: Path, *, required: tuple[str, ...] = (), hidden_ok: bool = False) -> list[dict[str, str]]:
    """The rows of a TSV file as dictionaries; raises PackError (pack.table) with file, line and reason."""

    def refuse(line: int, reason: str, todo: str) -> PackError:
        return PackError("pack.table", reason, where=f"{path.name}:{line}", todo=todo)

    lines = [(n, line) for n, line in enumerate(_lines(path), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise refuse(1, "the table is empty", "give it a line of column names")
    columns = lines[0][1].split("\t")
    missing = {"id", *required} - set(columns)
    if columns[0] != "id" or missing:
        raise refuse(lines[0][0], f"columns missing: {', '.join(sorted(missing)) or 'id must be first'}", "add them")
    rows: list[dict[str, str]] = []
    last = ""
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise refuse(number, f"{len(cells)} cells under {len(columns)} columns", "remove a tab")
        row = dict(zip(columns, [c.strip() for c in cells] + [""] * (len(columns) - len(cells)), strict=True))
        if not _ID.fullmatch(row["id"]):
            raise refuse(number, f"id {row['id']!r} is not made of a-z, 0-9, '.', '-', '_'", "write an ASCII id")
        if row["id"] <= last:
            raise refuse(number, f"id {row['id']!r} stands after {last!r}", "sort by id, each id once")
        if not hidden_ok and (found := _HIDDEN.search(line)):
            raise refuse(number, f"hidden sign U+{ord(found.group()):04X}", "remove it")
        last = row["id"]
        rows.append(row)
    return rows


def _lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file without their ends; raises PackError where it is none."""
    try:
        yield from path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError("pack.table", f"cannot be read ({error})", where=str(path), todo="save it as UTF-8") from error
