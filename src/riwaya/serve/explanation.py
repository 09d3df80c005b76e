"""What the pages need of an explanation: which rule fired, on which words, and why, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from riwaya.model import Record


class Step(Protocol):
    """One step of a rule: the part of its pattern, the words it fell on, and the reason."""

    @property
    def name(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def why(self) -> str: ...


class Explanation(Protocol):
    """The rule behind a claim or an event, what the rule is about, and its steps."""

    @property
    def rule(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def steps(self) -> Sequence[Step]: ...


Explain = Callable[[Record, str], Explanation | None]
