"""Treebanks in CoNLL-U: sentences, their written words, and the syntactic words that these hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from riwaya.evaluate.components.measured import gold_file

_TREEBANKS = ("ar_pud-ud-test.conllu", "words.conllu")
_COLUMNS = 10
_ALONE = {"PUNCT", "SYM"}


class Node(NamedTuple):
    """A syntactic word: as typed, its lemma, its universal part of speech."""

    form: str
    lemma: str
    pos: str


class Tree(NamedTuple):
    """A sentence: its text, and the syntactic words of each written word."""

    text: str
    words: tuple[tuple[Node, ...], ...]

    def places(self) -> list[tuple[int, list[str]]]:
        """Where each written word begins in the text, and its syntactic words as typed."""
        places, at = [], 0
        for word in self.words:
            typed = "".join(node.form for node in word)
            start = self.text.find(typed, at)
            if start >= 0:
                places.append((start, [node.form for node in word]))
                at = start + len(typed)
        return places


def open_treebank(folder: Path) -> Iterator[Tree]:
    """The sentences of a folder's treebank; raises GoldError where there is none."""
    for sentence in gold_file(folder, *_TREEBANKS).read_text(encoding="utf-8").split("\n\n"):
        text = next((line[9:] for line in sentence.split("\n") if line.startswith("# text = ")), "")
        if text:
            yield Tree(text, tuple(_words(sentence)))


def _words(sentence: str) -> Iterator[tuple[Node, ...]]:
    """The written words of a sentence: what stands between blanks and punctuation."""
    word: list[Node] = []
    for line in sentence.split("\n"):
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            continue
        node = Node(cells[1], cells[2], cells[3])
        if node.pos in _ALONE and word:
            yield tuple(word)
            word = []
        word.append(node)
        if node.pos in _ALONE or "SpaceAfter=No" not in cells[9]:
            yield tuple(word)
            word = []
    if word:
        yield tuple(word)
