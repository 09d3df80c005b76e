"""What the tools that mark cases of claims and of events share: their files, their options, their table."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

from mark_cases import flow, rewritten, scalar
from riwaya.evaluate.trials import Finding
from riwaya.pipeline import Reader, load

_BY_TOOL = ("not found", "found with ", "found as one ")
Case = dict[str, Any]
Figures = Counter[tuple[str, str]]  # by row and column of the table


def mark_files(doc: str | None, kind: str, marked: Callable[[Case, Reader, Figures], Case]) -> Figures:
    """The figures of a pack's cases of a kind (claims, events); its files are written unless only these are asked."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", nargs="?", default="ar")
    parser.add_argument("--report", action="store_true", help="print the figures, write nothing")
    parser.add_argument("--only", nargs="*", default=[], metavar="FILE", help="names of files: levant")
    options = parser.parse_args()
    reader, figures = load(options.pack), Figures()
    for path in sorted((reader.pack.folder / "cases" / kind).glob("*.yaml")):
        if options.only and path.stem not in options.only:
            continue
        text = path.read_text(encoding="utf-8")
        cases = [marked(case, reader, figures) for case in yaml.safe_load(text)]
        if not options.report:
            sections = (_sections(case, kind) for case in cases)
            path.write_text("\n".join(rewritten(text, kind, sections)) + "\n", encoding="utf-8")
    return figures


def judged(wanted: Finding, why: str) -> Case:
    """An expected thing of a case, with why it counts as missed where it does; a reason by hand is kept."""
    without = {name: value for name, value in wanted.items() if name != "fails"}
    by_hand = str(wanted.get("fails", ""))
    if why:
        without["fails"] = by_hand if by_hand and not by_hand.startswith(_BY_TOOL) else why
    return without


def _sections(case: Case, kind: str) -> Iterator[str]:
    """The lines of what is expected in a paragraph, and of what is found besides."""
    yield f"  {kind}:" if case[kind] else f"  {kind}: []"
    for wanted in case[kind]:
        lines = [f"{name}: {_value(value)}" for name, value in wanted.items()]
        yield from (f"    {'-' if n == 0 else ' '} {line}" for n, line in enumerate(lines))
    if case["extra"]:
        yield "  extra:"
        yield from (f"    - {flow(finding)}" for finding in case["extra"])


def _value(value: object) -> str:
    """A field as YAML writes it; a list on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return flow(value)
    return str(value).lower() if isinstance(value, bool) else scalar(value)


def table(figures: Figures, head: str, rows: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    """The figures by row, and of all; rows without figures are left out."""
    wide = {column: max(9, len(column) + 1) for column in columns}
    yield f"{head:<20}" + "".join(f"{column:>{wide[column]}}" for column in columns)
    for row in (row for row in rows if any(figures[row, column] for column in columns)):
        yield f"{row:<20}" + "".join(f"{figures[row, column]:>{wide[column]}}" for column in columns)
    sums = {column: sum(figures[row, column] for row in rows) for column in columns}
    yield f"{'all':<20}" + "".join(f"{sums[column]:>{wide[column]}}" for column in columns)
