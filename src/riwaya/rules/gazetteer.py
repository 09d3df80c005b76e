"""A gazetteer: tens of thousands of names of places that are looked up in a text, and read only where they occur.

Behind it stand the pack's own table and two tables that a tool derived: places, a line each, and names by their
first word, folded already. Loading those is to part two texts into lines; what an entry says is taken apart when a
text first names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from riwaya.errors import PackError
from riwaya.model.layers import Entry, Hit, Token

# The lexicons that derived entries belong to, with those of the pack's own table.
LEXICON, IN_CONTEXT = "places", "places-context"
CONTEXT = "?"  # before a row: the name counts only after a word such as city, town or village
_ARTICLE = {"+": "with", "-": "without"}  # before a row: it counts so only with, only without the article
_SHORTEST_KNOWN = 4

Stems = tuple[str, ...]
_Names = Sequence[tuple[Stems, Sequence[Entry]]]  # the further words of names, and the places these may be


@dataclass(frozen=True, eq=False)
class Derived:
    """The tables of a tool."""

    columns: Sequence[str] = ()
    rows: Sequence[str] = ()  # a place each, its cells parted by tabs
    names: Mapping[str, str] = field(default_factory=dict)  # by first word: `further words=row,row`, parted by |

    def names_of(self, first: str) -> Iterator[tuple[Stems, list[Entry]]]:
        """The names that begin with a word."""
        for name in self.names[first].split("|") if first in self.names else ():
            further, _, rows = name.partition("=")
            yield tuple(further.split()), [self._entry(number) for number in rows.split(",")]

    def _entry(self, number: str) -> Entry:
        """The entry of a row, given its number with a flag before it."""
        flag = "" if number[0].isdigit() else number[0]
        cells = self.rows[int(number.removeprefix(flag))].split("\t")
        columns = dict(zip(self.columns, cells, strict=True))
        columns |= {"geonames": columns["id"], "match": "context" if flag == CONTEXT else "country"}
        lexicon = IN_CONTEXT if flag == CONTEXT else LEXICON
        return Entry(lexicon, columns["id"], "", columns, _ARTICLE.get(flag, ""))


class Gazetteer:
    """Places by their names; a name is its words, folded and without their articles."""

    def __init__(self, own: Iterable[tuple[Stems, Entry]], derived: Derived) -> None:
        """`own` are the names of the pack's own table."""
        self._own: dict[str, list[tuple[Stems, Entry]]] = defaultdict(list)
        for stems, entry in own:
            self._own[stems[0]].append((stems[1:], entry))
        self._derived = derived
        self._read: dict[str, Mapping[str, _Names]] = {}
        self.first_words = self._own.keys() | derived.names.keys()
        self.known = frozenset(self._known())

    def _known(self) -> Iterator[str]:
        """The words that are names, or part of one, so that nobody takes them apart."""
        for first, names in self._own.items():
            yield first
            for further, _ in names:  # "in the north of" may stand inside a name: the clitic is parted there too
                yield from (word for word in further if word[1:] not in self.first_words)
        free = (word for word, cell in self._derived.names.items() if f"={CONTEXT}" not in cell)
        yield from (word for word in free if len(word) >= _SHORTEST_KNOWN)

    def hits_at(self, tokens: Sequence[Token], start: int, last: int) -> Iterator[Hit]:
        """Every name that begins at the token `start` and ends before `last`; a name takes no pronoun.

        A word of a name counts as it is written, too, where what looks like a clitic was parted from it.
        """
        first, then = tokens[start], start + 1
        ways = {first.stem: then}
        if then < last and tokens[then].word == first.word:
            whole, after = _written(tokens, start, last)
            ways[whole] = after
        for stem, then in ways.items():
            for end, entries in self._ending(stem, tokens, then, last) if stem in self.first_words else ():
                if not (end < last and tokens[end].clitic == "en"):
                    for entry in entries:
                        yield from _fitting(Hit(start, end, entry), first.definite)

    def _ending(self, first: str, tokens: Sequence[Token], at: int, last: int) -> Iterator[tuple[int, Sequence[Entry]]]:
        """Where each name ends that has a first word and goes on at a token, and the places it may be."""
        names = self._names_of(first)
        for _, entries in names.get("", ()):
            yield at, entries
        if at < last and len(names) > ("" in names):
            stem = tokens[at].stem
            whole, after = _written(tokens, at, last)
            for second, then in {stem: at + 1, whole: after if whole != stem else at + 1}.items():
                for further, entries in names.get(second, ()):
                    if end := _follow(tokens, then, last, further[1:]):
                        yield end, entries

    def named(self, stems: Stems) -> list[Entry]:
        """The places of exactly this name."""
        names = self._names_of(stems[0]).get(stems[1] if len(stems) > 1 else "", ()) if stems else ()
        return [entry for further, entries in names for entry in entries if further == stems[1:]]

    def _names_of(self, first: str) -> Mapping[str, _Names]:
        """The names that begin with a word, by their second word; under "" that which has no other."""
        if first not in self._read:
            names: dict[Stems, list[Entry]] = defaultdict(list)
            for further, entry in self._own.get(first, ()):
                names[further].append(entry)
            for further, entries in self._derived.names_of(first):
                names[further] += entries
            by_second: dict[str, list[tuple[Stems, Sequence[Entry]]]] = defaultdict(list)
            for further, entries in names.items():
                by_second[further[0] if further else ""].append((further, entries))
            self._read[first] = by_second
        return self._read[first]


def _written(tokens: Sequence[Token], start: int, last: int) -> tuple[str, int]:
    """A written word from a token of it on, without its article, and where it ends."""
    word, stem, end = tokens[start].word, tokens[start].stem, start + 1
    while end < last and tokens[end].word == word:
        stem += tokens[end].form
        end += 1
    return stem, end


def _follow(tokens: Sequence[Token], at: int, last: int, words: Stems) -> int:
    """Where the words that follow a name's first end; 0 where others stand there."""
    for word in words:
        if at >= last:
            return 0
        if tokens[at].stem == word:
            at += 1
            continue
        whole, at = _written(tokens, at, last)
        if whole != word:
            return 0
    return at


def _fitting(hit: Hit, definite: bool) -> Iterator[Hit]:
    """The hit, if the article is as its name has it; of a derived name else only for a context."""
    entry = hit.entry
    if not entry.article or (entry.article == "with") == definite:
        yield hit
    elif entry.get("population"):
        yield hit._replace(entry=entry._replace(lexicon=IN_CONTEXT))


def read_derived(folder: Path) -> Derived:
    """The tables of a folder, none where it is missing; raises PackError where they do not fit."""
    if not folder.is_dir():
        return Derived()
    try:
        columns, *rows = _lines(folder / "places.tsv")
        names = dict(line.split("\t", 1) for line in _lines(folder / "names.tsv"))
    except (OSError, ValueError) as error:
        raise PackError("pack.table", str(error), where=folder.name, todo="derive it again, see its README") from error
    return Derived(tuple(columns.split("\t")), rows, names)


def _lines(path: Path) -> list[str]:
    """The lines of a table without the comments at its head."""
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[first:]
