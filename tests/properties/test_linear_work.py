"""The work of the claims stage grows with the length of a report: patterns tried and steps taken, never seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from riwaya.claims import Claimer
from riwaya.model.layers import Found
from riwaya.pipeline import Reader
from riwaya.rules.pattern import Pattern

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("2022-*"))[::3]
MOST = 2.6  # times the work for twice the length
BLAME = "اتهمت أرمينيا أذربيجان بقصف قريتين على الحدود. واتهمت أذربيجان أرمينيا بزرع الألغام على الطريق."


def counted_steps(work: Callable[[], object]) -> int:
    """How many instructions of Python some work takes."""
    steps = 0

    def step(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        steps += event == "opcode"
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


def counted_trials(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many times some work tries a pattern at a token."""
    trials, match = 0, Pattern.match

    def counted(self: Pattern, *where: Any) -> Any:
        nonlocal trials
        trials += 1
        return match(self, *where)

    with monkeypatch.context() as patch:
        patch.setattr(Pattern, "match", counted)
        work()
    return trials


@pytest.fixture
def grown(
    find: Callable[[str], Found], claimer: Claimer, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, int], tuple[int, int]]:
    """A function that gives the patterns tried and the steps taken for a text so many times over."""

    def grown(text: str, times: int) -> tuple[int, int]:
        found = find("\n".join([text] * times))
        return counted_trials(lambda: claimer.claim(found), monkeypatch), counted_steps(lambda: claimer.claim(found))

    return grown


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_report_of_twice_the_length_is_little_more_than_twice_the_work(
    grown: Callable[[str, int], tuple[int, int]], reader: Reader, path: Path
) -> None:
    text = reader.read_page(path.read_bytes(), name=path.name).text
    once, twice, four_times = (grown(text, times) for times in (1, 2, 4))
    assert min(once) > 0
    assert all(more <= MOST * less for less, more in zip(once, twice, strict=True))
    assert all(more <= MOST * less for less, more in zip(twice, four_times, strict=True))


def test_many_accusations_are_little_more_work_than_their_number(
    grown: Callable[[str, int], tuple[int, int]],
) -> None:
    assert grown(BLAME, 16)[1] <= MOST * grown(BLAME, 8)[1]


def test_work_that_grows_with_the_square_is_seen() -> None:
    def work(n: int) -> int:
        return sum(1 for _ in range(n) for _ in range(n))

    assert counted_steps(lambda: work(200)) > MOST * counted_steps(lambda: work(100))
