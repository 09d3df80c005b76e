"""What every command shares: exit codes, messages, the checks of what is asked for, the reader of a language."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from riwaya.errors import RiwayaError

if TYPE_CHECKING:
    from riwaya.pipeline import Reader

DONE, NOTHING_DONE, WRONG_USE, PARTLY_DONE = 0, 1, 2, 3

LanguageOption = Annotated[str, typer.Option("--language", help="The language pack to read with.")]


def say(message: object) -> None:
    """Write one line to stderr."""
    print(message, file=sys.stderr)


def fail(error: RiwayaError) -> NoReturn:
    """Write the error's one line and end."""
    say(error)
    raise SystemExit(NOTHING_DONE) from None


def check_day(published: str | None) -> None:
    """Refuse a day that is no ISO 8601 date or time."""
    from datetime import datetime

    if published:
        try:
            datetime.fromisoformat(published)
        except ValueError:
            raise typer.BadParameter(f"{published!r} is no day such as 2022-09-13", param_hint="--published") from None


def open_reader(language: str) -> Reader:
    """The reader of a language; its pack lives as long as the process, so the garbage collector need not walk it."""
    from riwaya.pipeline import load, spare_collector

    reader = load(language)
    spare_collector()
    return reader
