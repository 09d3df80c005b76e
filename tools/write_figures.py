"""Writes docs/figures.md anew: the figures of every component on open data, and on the gate's own.

    python tools/write_figures.py FOLDER

FOLDER holds the open data sets, each in a folder of its own (docs/figures.md says where they come from); a set that
is not there is left out and named. No test compares the page, for the data are not part of the project.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import riwaya
from riwaya.errors import GoldError
from riwaya.evaluate import evaluate_reports, read_gold, table
from riwaya.evaluate.components import MEASURES
from riwaya.pipeline import Reader

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "figures.md"
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


def report_rows(reader: Reader, folder: Path) -> Iterator[str]:
    """A row for each figure of whole reports."""
    yield from ("| whole reports | on open data |", "|---|---|")
    scores = evaluate_reports(
        read_gold(folder / "reports"), lambda report: reader.read_text(report.text, published=report.published)
    )
    yield from (f"| {name.strip()} | {value} |" for name, value in table(scores))


def main() -> None:
    """Writes the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    reader = riwaya.load("ar")
    figures = "\n".join((*component_rows(reader, folder), "", *report_rows(reader, folder)))
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_FIGURES.sub(lambda block: f"{block[1]}{figures}\n{block[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
