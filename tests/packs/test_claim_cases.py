"""The paragraphs of the pack's claim cases: every expected claim is found, and nothing else."""

from __future__ import annotations

from collections import Counter

import pytest

from riwaya.evaluate.claim_cases import CONSTRUCTIONS, ClaimCase, read_claim_cases, run_claim_case
from riwaya.packs import load_pack
from riwaya.pipeline import Reader

CASES = list(read_claim_cases(load_pack("ar")))
MINISTER = "وزير الدفاع التركي"
SAID = {
    "content": "العملية انتهت",
    "cue": "قال",
    "act": "assert",
    "speech": "indirect",
    "chain": [{"words": MINISTER, "kind": "person"}],
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_claim_is_found_and_nothing_else(case: ClaimCase, reader: Reader) -> None:
    assert run_claim_case(case, reader) == []


def test_every_case_has_an_id_of_its_own() -> None:
    assert [name for name, times in Counter(case.id for case in CASES).items() if times > 1] == []


def judged(reader: Reader, *claims: dict[str, object], extra: tuple[dict[str, object], ...] = ()) -> list[str]:
    """What is wrong with the claims of one sentence, given what is expected."""
    text = "قال وزير الدفاع التركي إن العملية انتهت."
    return run_claim_case(ClaimCase("x", CONSTRUCTIONS[0], text, None, claims, extra), reader)


def test_what_is_wrong_is_told(reader: Reader) -> None:
    assert judged(reader, SAID) == []
    assert judged(reader)[0].startswith("found, not expected  content: العملية انتهت · cue: قال")
    assert judged(reader, {**SAID, "act": "deny"})[0].startswith("missed  content: العملية انتهت")
    assert judged(reader, {**SAID, "fails": "why"})[0].startswith("found now")
    assert judged(reader, {**SAID, "act": "deny", "fails": "why"}) == []
    assert judged(reader, extra=({"content": "العملية انتهت", "why": "no"},)) == []
    assert judged(reader, SAID, extra=({"content": "العملية", "why": "no"},))[0].startswith("no longer")
