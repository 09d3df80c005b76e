"""What extraction asks of a language pack, and the tables of page words compiled once for each pack."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from riwaya.extract.bylines import Bylines
from riwaya.extract.dates import DateWords
from riwaya.extract.furniture import Furniture
from riwaya.rules.tables import values


class PackWords(Protocol):
    """The part of a language pack that extraction needs."""

    @property
    def code(self) -> str:
        """The language's ISO 639-1 code."""

    @property
    def letters(self) -> re.Pattern[str]:
        """One letter of the pack's script."""

    def key(self, words: str) -> str:
        """The words as they are looked up: folded, digits in ASCII, blanks single."""

    def rows(self, table: str) -> Sequence[Mapping[str, str]]:
        """The rows of a table, named by its path in the pack."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The tables of a pack that tell the parts of a page from one another."""

    pack: PackWords
    furniture: Furniture
    bylines: Bylines
    dates: DateWords
    neighbours: Mapping[str, str]  # letters of other languages in the same script, by language code


_compiled: dict[int, PageWords] = {}


def page_words(pack: PackWords) -> PageWords:
    """The page words of a pack, compiled at the first call; raises PackError (pack.table)."""
    known = _compiled.get(id(pack))
    if known is None or known.pack is not pack:
        known = _compiled[id(pack)] = _compile(pack)
    return known


def _compile(pack: PackWords) -> PageWords:
    """The page words of a pack, read from its tables."""
    return PageWords(
        pack=pack,
        furniture=Furniture(pack.rows("lexicon/furniture"), pack.key),
        bylines=Bylines(pack.rows("lexicon/bylines"), pack.key),
        dates=DateWords(pack.rows("lexicon/months"), pack.rows("lexicon/weekdays"), pack.key),
        neighbours={row["code"]: "".join(values(row["letters"])) for row in pack.rows("lexicon/neighbours")},
    )
