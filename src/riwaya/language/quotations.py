"""Quotations: stretches in quotation marks of every style, nested, unbalanced, or over several paragraphs.

Of a quotation over several paragraphs each begins with an opening mark and only the last one closes, or else the
first paragraph opens it and the last one closes it: every paragraph holds a piece of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.language.marks import Marks, Paired, pair_marks
from riwaya.model import Issue
from riwaya.model.layers import Quotation, Token

_Bounds = Sequence[tuple[int, int, int]]
_FARTHEST = 4  # paragraphs without a mark that a quotation runs over at most
_SHORTEST = 3  # tokens of a piece that closes before its paragraph ends, its opening mark included


def find_quotations(
    text: str, tokens: Sequence[Token], bounds: _Bounds, marks: Marks
) -> tuple[tuple[Quotation, ...], tuple[Issue, ...]]:
    """The quotations of each block, by their first token, and an issue for each mark without its partner.

    `bounds` are (block, first token, end).
    """
    blocks = [
        _Block(first, last, pair_marks(text, tokens, first, last, marks)) for _, first, last in bounds if first < last
    ]
    pieces = _pieces(tokens, blocks, marks)
    joined = {piece.mark for piece in pieces if piece.mark is not None}
    quotations = [piece.quotation for piece in pieces]
    lost: list[int] = []
    whole = {quotation.start - 1 for quotation in quotations if quotation.opened}
    for _, last, paired in blocks:
        quotations += [Quotation(s + 1, e, paired.level(s), closed=True) for s, e in paired.pairs if s not in whole]
        unclosed = [i for i in paired.unclosed if i not in joined]
        quotations += [Quotation(i + 1, last, n, closed=False) for n, i in enumerate(unclosed) if i + 1 < last]
        lost += [*unclosed, *(i for i in paired.stray if i not in joined)]
    filled = (quotation for quotation in quotations if quotation.start < quotation.end)
    return tuple(sorted(filled)), tuple(_unbalanced(tokens[i]) for i in sorted(lost))


class _Block(NamedTuple):
    """A paragraph and its marks."""

    first: int
    last: int
    paired: Paired


class _Piece(NamedTuple):
    """What one paragraph holds of a quotation over several, and its mark that has no partner there, if any."""

    quotation: Quotation
    mark: int | None


def _pieces(tokens: Sequence[Token], blocks: Sequence[_Block], marks: Marks) -> list[_Piece]:
    """The pieces of all quotations that run over several paragraphs."""
    pieces: list[_Piece] = []
    n = 0
    while n < len(blocks):
        found = _run(tokens, blocks[n : n + 40], marks)
        pieces += found
        n += max(len(found) - 1, 1)  # the last piece's paragraph may open another
    return pieces


def _run(tokens: Sequence[Token], blocks: Sequence[_Block], marks: Marks) -> list[_Piece]:
    """The pieces of the quotation that the first of some paragraphs leaves open; none where no other closes it."""
    opened = blocks[0].paired.unclosed[:1]
    if not opened:
        return []
    mark, last = opened[0], blocks[0].last
    pieces = [_Piece(Quotation(mark + 1, last, 0, closed=False, more=True), mark)]
    bare = 0
    for block in blocks[1:]:
        if tokens[block.first].form in marks.all and _alike(tokens, block.first, mark, marks):
            piece = _repeated(block)
            bare = 0
        else:
            piece = _bare(block)
            bare += 1
        if piece is None or bare > _FARTHEST:
            return []
        pieces.append(piece)
        if not piece.quotation.more:
            return pieces
    return []


def _alike(tokens: Sequence[Token], i: int, mark: int, marks: Marks) -> bool:
    """Whether two marks are of one family."""
    return marks.family[tokens[i].form] == marks.family[tokens[mark].form]


def _repeated(block: _Block) -> _Piece | None:
    """The piece of a paragraph that begins with the opening mark again."""
    first, last, paired = block
    if first in paired.unclosed:
        return _Piece(Quotation(first + 1, last, 0, closed=False, more=True), first)
    end = next((e for s, e in paired.pairs if s == first), None)
    if end is None or (end - first < _SHORTEST and end < last - 2):
        return None
    return _Piece(Quotation(first + 1, end, 0, closed=True), None)


def _bare(block: _Block) -> _Piece | None:
    """The piece of a paragraph without an opening mark: up to its stray closing one, or the whole of it."""
    first, last, paired = block
    if paired.stray:
        end = paired.stray[0]
        return _Piece(Quotation(first, end, 0, closed=True, opened=False), end)
    if paired.unclosed:
        return None
    return _Piece(Quotation(first, last, 0, closed=False, opened=False, more=True), None)


def _unbalanced(token: Token) -> Issue:
    """The issue of a mark without its partner."""
    return Issue(
        code="quotation.unbalanced",
        span=token.span,
        said=f"the quotation mark {token.form} has no partner in its paragraph",
    )
