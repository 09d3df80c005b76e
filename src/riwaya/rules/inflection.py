"""Inflection: the forms of a word by the affix paradigms of a pack's `inflection.tsv`.

A paradigm row says: of a word of this class, take this part of its base; if the part has this ending (of all
rows of the class and part, those with the longest fitting ending count), cut and add these affixes. The engine
only joins strings; which affixes there are is the pack's knowledge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from riwaya.errors import PackError
from riwaya.rules.tables import Row, values

# The order in which the parts of a base stand, by class of word; parts at the end may be missing.
PARTS = {
    "verb": ("perfect", "imperfect", "jussive", "stem"),
    "noun": ("singular", "plural", "plural2"),
    "adj": ("singular", "plural"),
}


class Form(NamedTuple):
    """One form of a word: its letters and its features ("VERB past 3 f sg")."""

    letters: str
    features: str


class _Affix(NamedTuple):
    """One paradigm row, ready to apply."""

    cut_prefix: int
    prefix: str
    cut_suffix: int
    suffix: str
    features: str
    unless: str  # a part: a base that has it takes this form from there


class Paradigms:
    """The affix paradigms of a pack."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """`rows` are those of `inflection.tsv`."""
        self._rows: dict[tuple[str, str], dict[str, list[_Affix]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            affix = _Affix(
                int(row["cut_prefix"] or 0),
                row["prefix"],
                int(row["cut_suffix"] or 0),
                row["suffix"],
                row["features"],
                row.get("unless", ""),
            )
            self._rows[row["class"], row["part"]][row["ending"]].append(affix)
        self._longest = max((len(ending) for endings in self._rows.values() for ending in endings), default=0)
        self._fitting: dict[tuple[str, str, str], Sequence[_Affix]] = {}  # by class, part and last letters

    def forms(self, word_class: str, base: str, *, where: str) -> list[Form]:
        """Every form of a word; raises PackError (pack.lexicon) for an unknown class."""
        if word_class == "fixed":
            return [Form(words, "") for words in values(base)]
        if word_class not in PARTS:
            raise PackError("pack.lexicon", f"unknown class {word_class!r}", where=where, todo="see inflection.tsv")
        forms: list[Form] = []
        for one in values(base):
            parts = {name: part.strip() for name, part in zip(PARTS[word_class], one.split("/"), strict=False)}
            for name, part in parts.items():
                if part:  # empty where the word lacks the part
                    forms += self._inflect(word_class, name, part, parts)
        return forms

    def _inflect(self, word_class: str, name: str, part: str, parts: Mapping[str, str]) -> list[Form]:
        """The forms of one part of a base: of its first word, where it has several."""
        head, blank, tail = part.partition(" ")
        length, after = len(head), blank + tail
        return [
            Form(f"{prefix}{head[cut_prefix : length - cut_suffix]}{suffix}{after}", features)
            for cut_prefix, prefix, cut_suffix, suffix, features, unless in self._affixes(word_class, name, head)
            if not (unless and parts.get(unless))
        ]

    def _affixes(self, word_class: str, name: str, head: str) -> Sequence[_Affix]:
        """The rows for a part of a base: those with the longest ending that it has."""
        at = word_class, name, head[-self._longest :]
        if at not in self._fitting:
            endings = self._rows[word_class, name]
            fitting = [ending for ending in endings if head.endswith(ending)]
            self._fitting[at] = endings[max(fitting, key=len)] if fitting else ()
        return self._fitting[at]
