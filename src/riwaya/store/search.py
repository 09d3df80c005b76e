"""Finding reports by their words: an FTS5 table over the folded text, behind one small class.

Another database would need another class of this shape and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, column, delete, insert, select, table

Fold = Callable[[str], str]

_words = table("report_words", column("rowid"), column("words"), column("rank"))
_QUOTES = str.maketrans(dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e", '"'))
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
_TOKEN = re.compile(r"\w+")
_AROUND = 12  # words on either side in an excerpt


class SearchIndex:
    """The words of the reports, under the keys of the reports, on the spelling that `fold` gives."""

    def __init__(self, fold: Fold) -> None:
        """`fold` brings words that differ in spelling only to one key: a pack's folding."""
        self._fold = fold

    def add(self, connection: Connection, texts: Mapping[int, str]) -> None:
        """Nothing; makes the texts findable under their keys."""
        rows = [{"rowid": key, "words": self._fold(text)} for key, text in texts.items()]
        connection.execute(insert(_words), rows)

    def remove(self, connection: Connection, keys: Iterable[int]) -> None:
        """Nothing; forgets the texts of the keys."""
        connection.execute(delete(_words).where(_words.c.rowid.in_(list(keys))))

    def matches(self, query: str) -> Select[Any]:
        """The keys of the reports that hold all words and "phrases" of the query, with the rank of each.

        The best has the least rank. A query of marks alone finds nothing.
        """
        quoted = " ".join(f'"{piece}"' for piece in self._pieces(query)) or '""'
        return select(_words.c.rowid.label("key"), _words.c.rank).where(_words.c.words.match(quoted))

    def excerpt(self, text: str, query: str) -> str:
        """The words of the text, as they stand there, around the first that the query names."""
        sought = {token for piece in self._pieces(query) for token in _tokens(piece)}
        words, folded = text.split(), self._fold(text).split()
        # A word that folds to nothing moves the place by one: the words around make up for it.
        first = next((i for i, word in enumerate(folded) if sought & _tokens(word)), 0)
        start, end = max(0, first - _AROUND), first + _AROUND
        before, after = "… " if start else "", " …" if end < len(words) else ""
        return before + " ".join(words[start:end]) + after

    def _pieces(self, query: str) -> list[str]:
        """The folded words and phrases of a query, with nothing in them that FTS5 reads as syntax."""
        plain = _CONTROLS.sub(" ", query).translate(_QUOTES)
        pieces = (self._fold(phrase or word).replace('"', " ") for phrase, word in _PIECE.findall(plain))
        return [piece for piece in pieces if _TOKEN.search(piece)]


def _tokens(folded: str) -> set[str]:
    """The words of a folded text without the marks around them."""
    return set(_TOKEN.findall(folded.lower()))
