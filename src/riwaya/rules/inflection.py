"""Inflection: the forms of a word by the affix paradigms of a pack's `inflection.tsv`.

A paradigm row says: of a word of this class, take this part of its base; if the part has this ending (of all
rows of the class and part, those with the longest fitting ending count), cut and add these affixes. The engine
only joins strings; which affixes there are is the pack's knowledge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Affix:
    """One paradigm row, ready to apply."""

    cut_prefix: int
    prefix: str
    cut_suffix: int
    suffix: str
    features: str
    unless: str  # a part: a base that has it takes this form from there

    def apply(self, part: str) -> str:
        """The letters of the form that the row makes of a part."""
        return self.prefix + part[self.cut_prefix : len(part) - self.cut_suffix] + self.suffix


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

    def forms(self, word_class: str, base: str, *, where: str) -> Iterator[Form]:
        """Every form of a word; raises PackError (pack.lexicon) for an unknown class."""
        if word_class == "fixed":
            yield from (Form(words, "") for words in values(base))
            return
        if word_class not in PARTS:
            raise PackError("pack.lexicon", f"unknown class {word_class!r}", where=where, todo="see inflection.tsv")
        for one in values(base):
            parts = {name: part.strip() for name, part in zip(PARTS[word_class], one.split("/"), strict=False)}
            for name, part in parts.items():
                yield from self._inflect(word_class, name, part, parts)  # empty where the word lacks the part

    def _inflect(self, word_class: str, name: str, part: str, parts: Mapping[str, str]) -> Iterator[Form]:
        """The forms of one part of a base: of its first word, where it has several."""
        if not part:
            return
        head, _, tail = part.partition(" ")
        endings = self._rows[word_class, name]
        fitting = [ending for ending in endings if head.endswith(ending)]
        for affix in endings[max(fitting, key=len)] if fitting else ():
            if affix.unless and parts.get(affix.unless):
                continue
            letters = affix.apply(head)
            yield Form(f"{letters} {tail}" if tail else letters, affix.features)
