"""Everything that riwaya raises, drawn once.

    RiwayaError
    ├── SourceError          a source that cannot be read           source.*
    │   └── FetchError       a URL that cannot be fetched           fetch.*
    ├── PageError            a page that holds no report            page.*
    ├── PackError            a language pack that is wrong          pack.*
    ├── StoreError           a store that cannot be used            store.*
    │   └── UnknownId        an id that the store does not hold     store.unknown-id
    ├── GoldError            gold data that cannot be used          gold.*
    └── ServeError           an address that cannot be served on    serve.*

A message has three parts: what is wrong, where, and what to do about it.
Text that cannot be read, resolved or believed raises nothing: it is an `Issue` in the record.
The codes are listed, with what to do, in docs/errors.md; a test compares the two.
"""

from __future__ import annotations


class RiwayaError(Exception):
    """What is wrong, where, and what to do, under a stable code."""

    def __init__(self, code: str, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(code, what, where, todo)
        self.code, self.what, self.where, self.todo = code, what, where, todo

    def __str__(self) -> str:
        """The message on one line: where, what, what to do, code.

        >>> str(SourceError("source.missing", "no such file", where="a.html", todo="check the path"))
        'a.html: no such file; check the path [source.missing]'
        """
        where = f"{self.where}: " if self.where else ""
        todo = f"; {self.todo}" if self.todo else ""
        return f"{where}{self.what}{todo} [{self.code}]"


class SourceError(RiwayaError):
    """A file, folder or stream that cannot be read."""


class FetchError(SourceError):
    """A URL that cannot be fetched, or must not be."""


class PageError(RiwayaError):
    """A page from which no report can be taken."""


class PackError(RiwayaError):
    """A language pack with something wrong in it; `where` names the file and the entry."""


class StoreError(RiwayaError):
    """A store that cannot be opened, read or written."""


class UnknownId(StoreError):
    """An id that the store does not hold."""


class GoldError(RiwayaError):
    """Gold data that cannot be scored against."""


class ServeError(RiwayaError):
    """An address on which the pages cannot be served."""
