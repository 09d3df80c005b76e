"""Every example, counter-example and known failure of every rule of every pack: one test each.

What is wrong is told as `riwaya pack test` tells it: text, gloss, wanted, found.
"""

from __future__ import annotations

import pytest

import riwaya
from riwaya.evaluate.trials import Case, cases_of, run_case
from riwaya.packs import load_pack, pack_codes

CASES = [pytest.param(case, id=case.id) for code in pack_codes() for case in cases_of(load_pack(code).rules)]


@pytest.mark.parametrize("case", CASES)
def test_trial(case: Case) -> None:
    reader = riwaya.load(case.rule.id.partition(".")[0])
    if failure := run_case(case, reader):
        pytest.fail(f"\n{failure}", pytrace=False)
