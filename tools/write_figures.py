"""Writes docs/figures.md anew: the figures of every component on open data, and on the gate's own.

The reliability of confidences goes into the pack's card of models, too.

    python tools/write_figures.py FOLDER

FOLDER holds the open data sets, each in a folder of its own (docs/figures.md says where they come from); a set that
is not there is left out and named. No test compares the page, for the data are not part of the project.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import riwaya
from riwaya.errors import GoldError
from riwaya.evaluate import evaluate_reports, read_gold, table
from riwaya.evaluate.components import MEASURES
from riwaya.pipeline import Reader

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "figures.md"
CARD = ROOT / "src" / "riwaya" / "packs" / "ar" / "models" / "README.md"
GATE = ROOT / "tests" / "gate"
# The folder of each component's open data; the others are measured on the gate's data alone.
OPEN = {
    "segmentation": "segmentation",
    "pos": "segmentation",
    "lemma": "segmentation",
    "time": "time",
    "numbers": "time",
    "names": "names",
    "places": "places",
    "actors": "events",
    "events": "events",
    "roles": "events",
}
_SPEED = "words a second"  # benchmarks/reading_speed.py measures that on a machine of its own
_FIGURES = re.compile(r"(<!-- figures -->\n).*?(<!-- end -->)", re.DOTALL)


def component_rows(reader: Reader, folder: Path) -> Iterator[str]:
    """A row for each figure of each component: on open data, and on the gate's own."""
    yield from ("| component | measured | on open data | on our own |", "|---|---|---|---|")
    for name, measure in MEASURES.items():
        own = dict(measure(reader, GATE / "components" / name).rows)
        try:
            measured = dict(measure(reader, folder / OPEN[name]).rows) if name in OPEN else {}
        except GoldError as error:
            print(error, file=sys.stderr)
            measured = {}
        for row in dict.fromkeys([*measured, *own]):
            if row == _SPEED:
                continue
            yield f"| {name} | {row} | {measured.get(row, '-')} | {own.get(row, '-')} |"


def report_rows(reader: Reader, folder: Path) -> list[tuple[str, str]]:
    """Each figure of whole reports: its name and its value."""
    scores = evaluate_reports(
        read_gold(folder / "reports"), lambda report: reader.read_text(report.text, published=report.published)
    )
    return [(name.strip(), value) for name, value in table(scores)]


def reliability(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The rows of confidences: what was said, and how often it was right."""
    yield from ("| confidence | right |", "|---|---|")
    yield from (f"| {name} | {value} |" for name, value in rows if name.startswith(("confidence of", "about ")))


def rewrite(path: Path, lines: Iterable[str]) -> None:
    """Puts lines in place of those between the marks of a page."""
    page, figures = path.read_text(encoding="utf-8"), "\n".join(lines)
    path.write_text(_FIGURES.sub(lambda block: f"{block[1]}{figures}\n{block[2]}", page), encoding="utf-8")


def main() -> None:
    """Writes the page and the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    reader = riwaya.load("ar")
    reports = report_rows(reader, folder)
    whole = ("| whole reports | on open data |", "|---|---|", *(f"| {name} | {value} |" for name, value in reports))
    rewrite(PAGE, (*component_rows(reader, folder), "", *whole))
    rewrite(CARD, reliability(reports))


if __name__ == "__main__":
    main()
