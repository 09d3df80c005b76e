"""What extraction takes from each example: day, outlet, title and every paragraph, and no furniture.

What is known to go wrong is named with its reason; it must keep failing until it is promoted.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from riwaya.extract import extract_report
from riwaya.model import Report
from riwaya.packs import load_pack

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FURNITURE = ("نموذجية", "اترك تعليقاً", "اقرأ أيضا", "الوسوم", "الأكثر قراءة", "عدد القراءات", "عدد المشاهدات")

with (HERE / "expected.tsv").open(encoding="utf-8", newline="") as lines:
    EXPECTED = {row["file"]: row for row in csv.DictReader(lines, delimiter="\t")}


every_report = pytest.mark.parametrize("name", list(EXPECTED))


@cache
def report_of(name: str) -> Report:
    """The report that extraction makes of an example."""
    return extract_report((EXAMPLES / name).read_bytes(), load_pack("ar"), name=name)


@every_report
def test_the_day_is_the_outlets_own(name: str) -> None:
    assert (report_of(name).published or "")[:10] == EXPECTED[name]["published"]


@every_report
def test_the_title_is_the_headline(name: str) -> None:
    assert report_of(name).title == EXPECTED[name]["title"]


@every_report
def test_a_page_names_its_outlet(name: str) -> None:
    assert (report_of(name).outlet or "") == EXPECTED[name]["outlet"]


@every_report
def test_every_paragraph_is_one_block(name: str) -> None:
    paragraphs = [block for block in report_of(name).blocks if block.kind == "paragraph"]
    assert len(paragraphs) == int(EXPECTED[name]["paragraphs"])


@every_report
def test_no_furniture_stands_in_a_block(name: str) -> None:
    report = report_of(name)
    blocks = [block.span.cut(report.text) for block in report.blocks]
    assert not [words for words in FURNITURE for block in blocks if words in block]
