"""Links: lines between and after the paragraphs of a page that lead elsewhere, and are no part of its report."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from riwaya.model.layers import Analysed

_LONGEST = 15  # tokens of a line that leads elsewhere
_ENDED = 1 / 2  # of the paragraphs must end with a mark, for one that does not to stand out


def links(analysed: Analysed, ends: frozenset[str]) -> frozenset[int]:
    """The blocks that are headlines of other reports, between paragraphs that end with one of some marks."""
    blocks = [list(sentences) for _, sentences in groupby(analysed.sentences, key=attrgetter("block"))]
    ended = [
        analysed.tokens[block[-1].end - 1].form in ends or _quoted(analysed, block[-1].end - 1) for block in blocks
    ]
    begun = ended.index(True) if True in ended else len(blocks)
    body = range(begun + 1, len(blocks) - 1)
    if not body or sum(ended[begun:]) < _ENDED * len(ended[begun:]):
        return frozenset()
    short = [i for i in body if not ended[i] and blocks[i][-1].end - blocks[i][0].start <= _LONGEST]
    return frozenset(blocks[i][0].block for i in short)


def _quoted(analysed: Analysed, i: int) -> bool:
    """Whether a token is a mark of quotation."""
    return analysed.tokens[i].pos == "PUNCT"
