"""Lexicons: the words of a pack, found in a sentence by one look-up per token.

Every entry of every lexicon stands in one trie over folded words without their article, so that a text is
looked up once for all lexicons, however many they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from functools import cached_property

from riwaya.model.layers import Entry, Hit, Token


class _Node:
    """A node of the trie: the entries that end here, and where the next words lead."""

    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.next: dict[str, _Node] = {}


class Trie:
    """All entries of a pack under their words; what follows a first word is read when a text first has that word."""

    def __init__(self, stems: Callable[[str], Sequence[str]], single: Mapping[str, Sequence[Entry]]) -> None:
        """`stems` gives the words of a phrase as a text has them: folded, without the article, clitics apart.

        `single` are the entries of one word, which are not added again.
        """
        self._stems, self._single = stems, single
        self._rows: dict[str, list[tuple[Sequence[str], str, Entry]]] = defaultdict(list)
        self._nodes: dict[str, _Node] = {}

    def add(self, words: Sequence[str], entry: Entry, rest: str = "") -> None:
        """Enter an entry under its words; `rest` are those that follow, as its table spells them."""
        self._rows[words[0]].append((words[1:], rest, entry))

    @cached_property
    def first_words(self) -> Container[str]:
        """The words that entries begin with, once all are entered."""
        return self._single.keys() | self._rows.keys()

    def _node(self, first: str) -> _Node:
        """The node of a first word, built when it is first asked for."""
        node = _Node()
        node.entries += self._single.get(first, ())
        for words, rest, entry in self._rows.get(first, ()):
            at = node
            for word in (*words, *(self._stems(rest) if rest else ())):
                at = at.next.setdefault(word, _Node())
            at.entries.append(entry)
        node.entries.sort(key=lambda entry: entry[:2])  # by lexicon and row, however they were entered
        self._nodes[first] = node
        return node

    def hits_at(self, tokens: Sequence[Token], start: int, last: int) -> list[Hit]:
        """Every entry that begins at the token `start` and ends before `last`, shorter ones first."""
        first, i = tokens[start].stem, start + 1
        found: list[Hit] = []
        node = self._nodes.get(first) or (self._node(first) if first in self.first_words else None)
        while node is not None:
            for entry in node.entries:
                if not entry.article or (entry.article == "with") == tokens[start].definite:
                    found.append(Hit(start, i, entry))
            node = node.next.get(tokens[i].stem) if i < last and node.next else None
            i += 1
        return found
