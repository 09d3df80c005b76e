"""Sounds: ordered rewriting rules that bring a root and a pattern to the letters that are written.

A word is worked out in signs, one for each sound, and written at the end. Which signs there are, which rules, in
which order: the pack's knowledge, in `morphology/letters.tsv` and `morphology/sounds.tsv`. A rule is a regular
expression and what takes its place; its stage says when it is applied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from riwaya.errors import PackError
from riwaya.rules.tables import Row, values

_Rule = tuple[re.Pattern[str], str]


class Sounds:
    """The letters and the sound rules of a pack."""

    def __init__(self, letters: Iterable[Row], rules: Iterable[Row]) -> None:
        """`letters` and `rules` are the rows of the two tables; raises PackError (pack.morphology)."""
        self._signs: dict[str, str] = {}
        self._written: dict[int, str] = {}
        classes: Mapping[str, list[str]] = defaultdict(list)
        for row in letters:
            spellings = values(row["letter"])
            self._written[ord(row["sign"])] = spellings[0] if spellings else ""
            if row["class"] == "C":
                self._signs |= dict.fromkeys((*spellings, row["sign"]), row["sign"])
            classes[row["class"]].append(row["sign"])
        self._classes = {f"{{{name}}}": "".join(signs) for name, signs in classes.items()}
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        for row in rules:
            self._rules[row["stage"]].append((self._compiled(row), row["to"]))

    def _compiled(self, row: Row) -> re.Pattern[str]:
        """The regular expression of a rule, its classes spelt out."""
        pattern = row["from"]
        for name, signs in self._classes.items():
            pattern = pattern.replace(name, signs)
        try:
            return re.compile(pattern)
        except re.error as error:
            where, todo = f"morphology/sounds.tsv {row['id']}", "mend the expression"
            raise PackError("pack.morphology", str(error), where=where, todo=todo) from error

    def root(self, letters: str, *, where: str) -> str:
        """The signs of a root, its weak and doubled letters marked."""
        if odd := set(letters) - self._signs.keys():
            todo = "write letters of morphology/letters.tsv"
            raise PackError("pack.morphology", f"no root: {letters!r} ({odd})", where=where, todo=todo)
        return self._changed("root", "".join(self._signs[letter] for letter in letters))

    def heard(self, word: str) -> str:
        """A pattern filled with a root and affixes, as it sounds."""
        return self._changed("sound", word)

    def spellings(self, heard: str) -> list[str]:
        """The ways to write a word that sounds so: the usual one first."""
        variants = (rule.sub(to, heard) for rule, to in self._rules["variant"])
        written = (self._changed("spelling", word).translate(self._written) for word in (heard, *variants))
        return list(dict.fromkeys(written))

    def _changed(self, stage: str, word: str) -> str:
        """The word after the rules of a stage, one after the other."""
        for rule, to in self._rules[stage]:
            word = rule.sub(to, word)
        return word
