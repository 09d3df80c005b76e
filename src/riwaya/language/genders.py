"""Genders: nouns whose ending is feminine though they may be masculine."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.packs import Pack


class EitherGender(NamedTuple):
    """How nouns begin and end that may be of either gender: passive participles, and places ("the forum")."""

    start: str
    end: str

    @classmethod
    def of(cls, pack: Pack) -> EitherGender:
        """What a pack says of them, folded."""
        start, end = pack.settings["either_gender"]
        return cls(pack.key(start), pack.key(end))

    def fits(self, stem: str) -> bool:
        """Whether a stem is of such a noun."""
        return stem.startswith(self.start) and stem.endswith(self.end)
