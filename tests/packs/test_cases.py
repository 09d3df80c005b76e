"""The paragraphs of the pack's cases: every expected mention is found, and nothing else."""

from __future__ import annotations

import pytest

from riwaya.evaluate.cases import Paragraph, read_cases, run_paragraph
from riwaya.packs import load_pack
from riwaya.pipeline import Reader

CASES = list(read_cases(load_pack("ar")))
YESTERDAY = {"kind": "time", "text": "أمس", "lo": "2024-05-14"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_mention_is_found_and_nothing_else(case: Paragraph, reader: Reader) -> None:
    assert run_paragraph(case, reader) == []


def test_every_case_has_an_id_of_its_own() -> None:
    assert len({case.id for case in CASES}) == len(CASES)


def judged(reader: Reader, *mentions: dict[str, object], extra: tuple[dict[str, object], ...] = ()) -> list[str]:
    """What is wrong with the reading of the sentence, given what is expected."""
    return run_paragraph(Paragraph("x", "وصلت القافلة أمس.", "2024-05-15", mentions, extra), reader)


def test_what_is_wrong_is_told(reader: Reader) -> None:
    assert judged(reader, YESTERDAY) == []
    assert judged(reader)[0].startswith("found, not expected  kind: time · text: أمس · lo: 2024-05-14")
    assert judged(reader, {**YESTERDAY, "lo": "2024-05-13"})[0].startswith("missed  kind: time")
    assert judged(reader, {**YESTERDAY, "fails": "why"})[0].startswith("found now")
    assert judged(reader, {**YESTERDAY, "lo": "2024-05-13", "fails": "why"}) == []
    assert judged(reader, extra=({**YESTERDAY, "why": "no"},)) == []
    assert judged(reader, YESTERDAY, extra=({"kind": "place", "text": "أمس", "why": "no"},))[0].startswith("no longer")
