"""What the tests of the command line share: running it in this process, and a good report on disk."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from riwaya import cli

TEXT = """قصف على ميناء أوديسا

قالت وزارة الدفاع الأوكرانية إن القوات الروسية قصفت ميناء أوديسا فجر أمس، ما أدى إلى مقتل ثلاثة عمال وإصابة عشرة.

ونفت موسكو استهداف الميناء. وأضافت أن قواتها تضرب أهدافا عسكرية وحدها، وفقا لوكالة تاس.
"""


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A function that runs `riwaya` with some arguments."""
    monkeypatch.delenv("RIWAYA_STORE", raising=False)
    monkeypatch.delenv("RIWAYA_ALLOW_PRIVATE", raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["riwaya", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A report on disk."""
    path = tmp_path / "good.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
