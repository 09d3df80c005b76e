"""Sentences: a block's tokens parted at full stops that stand in no quotation and after no initial."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.layers import Quotation, Sentence, Token


def split_sentences(
    tokens: Sequence[Token],
    bounds: Sequence[tuple[int, int, int]],
    quotations: Sequence[Quotation],
    ends: frozenset[str],
) -> tuple[Sentence, ...]:
    """The sentences of each block (number, first token, end), in order; marks at their ends belong to them."""
    quoted = {i for q in quotations if q.closed for i in range(q.start, q.end)}
    sentences: list[Sentence] = []
    for block, first, last in bounds:
        start = first
        for i in range(first, last):
            if tokens[i].form in ends and i not in quoted and not _initial(tokens, i, start):
                if i + 1 < last and tokens[i + 1].form in ends:
                    continue
                sentences.append(Sentence(start, i + 1, block))
                start = i + 1
        if start < last:
            sentences.append(Sentence(start, last, block))
    return tuple(sentences)


def _initial(tokens: Sequence[Token], i: int, start: int) -> bool:
    """Whether the stop at `i` belongs to an initial or an abbreviation of one letter."""
    return i > start and len(tokens[i - 1].form) == 1 and tokens[i - 1].form.isalpha() and not tokens[i - 1].clitic
