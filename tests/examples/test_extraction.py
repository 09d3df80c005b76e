"""What extraction takes from each example: day, outlet, title and every paragraph, and no furniture.

What is known to go wrong is named with its reason; it must keep failing until it is promoted.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from riwaya.extract import extract_report
from riwaya.model import Report
from riwaya.packs import load_pack

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FURNITURE = ("نموذجية", "اترك تعليقاً", "اقرأ أيضا", "الوسوم", "الأكثر قراءة", "عدد القراءات", "عدد المشاهدات")

DATELINE = "2022-09-14-wakalat-sawahil.txt"
LAYOUT_TABLE = "2022-09-13-safh-ararat.html"
UNDECLARED = "2022-09-15-marsa-dijla.html"
OUTLET_FIRST = "the outlet before the headline in <title> is not parted from it"

with (HERE / "expected.tsv").open(encoding="utf-8", newline="") as lines:
    EXPECTED = {row["file"]: row for row in csv.DictReader(lines, delimiter="\t")}


def reports(known_failures: Mapping[str, str] | None = None) -> pytest.MarkDecorator:
    """The parameter `name` for every example; a known failure, file and reason, is expected to fail."""
    known = known_failures or {}
    marks = {name: pytest.mark.xfail(strict=True, reason=reason) for name, reason in known.items()}
    cases = [pytest.param(name, marks=marks[name]) if name in marks else name for name in EXPECTED]
    return pytest.mark.parametrize("name", cases)


@cache
def report_of(name: str) -> Report:
    """The report that extraction makes of an example."""
    return extract_report((EXAMPLES / name).read_bytes(), load_pack("ar"), name=name)


@reports({DATELINE: "a date within an agency's dateline is not read"})
def test_the_day_is_the_outlets_own(name: str) -> None:
    assert (report_of(name).published or "")[:10] == EXPECTED[name]["published"]


@reports({UNDECLARED: OUTLET_FIRST})
def test_the_title_is_the_headline(name: str) -> None:
    assert report_of(name).title == EXPECTED[name]["title"]


@reports({UNDECLARED: OUTLET_FIRST, LAYOUT_TABLE: OUTLET_FIRST})
def test_a_page_names_its_outlet(name: str) -> None:
    assert (report_of(name).outlet or "") == EXPECTED[name]["outlet"]


@reports({UNDECLARED: "a line 'outlet / desk' is taken for a paragraph"})
def test_every_paragraph_is_one_block(name: str) -> None:
    paragraphs = [block for block in report_of(name).blocks if block.kind == "paragraph"]
    assert len(paragraphs) == int(EXPECTED[name]["paragraphs"])


@reports()
def test_no_furniture_stands_in_a_block(name: str) -> None:
    report = report_of(name)
    blocks = [block.span.cut(report.text) for block in report.blocks]
    assert not [words for words in FURNITURE for block in blocks if words in block]
