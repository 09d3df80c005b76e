"""Lexicons: the words of a pack, found in a sentence by one look-up per token.

Every entry of every lexicon stands in one trie over folded words without their article, so that a text is
looked up once for all lexicons, however many they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.model.layers import Entry, Hit, Token


class _Node:
    """A node of the trie: the entries that end here, and where the next words lead."""

    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.next: dict[str, _Node] = {}


class Trie:
    """All entries of a pack under their words."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, words: Sequence[str], entry: Entry) -> None:
        """Enter an entry under its words (folded, without the article)."""
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        node.entries.append(entry)

    def hits_at(self, tokens: Sequence[Token], start: int, last: int) -> Iterator[Hit]:
        """Every entry that begins at the token `start` and ends before `last`, shorter ones first."""
        node, i = self._root.next.get(tokens[start].stem), start + 1
        while node is not None:
            for entry in node.entries:
                if not entry.article or (entry.article == "with") == tokens[start].definite:
                    yield Hit(start, i, entry)
            node = node.next.get(tokens[i].stem) if i < last and node.next else None
            i += 1
