"""Sentences: a block's tokens parted at full stops that stand in no quotation and belong to no abbreviation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from riwaya.model.layers import Quotation, Sentence, Token

_LAST_NUMBER = 40  # of the items of a list
_BRACKETS = {"(": ")", "[": "]"}


class Stops(NamedTuple):
    """What parts sentences in a pack's language."""

    ends: frozenset[str]  # full stops, question marks
    pauses: frozenset[str]  # marks that go on with the sentence
    bullets: frozenset[str]  # marks that open an item of a list
    numbering: frozenset[str]  # marks after the number of an item
    titles: frozenset[str]  # abbreviations, folded, after whose stop a sentence always goes on
    units: frozenset[str]  # those after which one may end


def split_sentences(
    tokens: Sequence[Token], bounds: Sequence[tuple[int, int, int]], quotations: Sequence[Quotation], stops: Stops
) -> tuple[Sentence, ...]:
    """The sentences of each block (number, first token, end), in order; marks at their ends belong to them."""
    whole = [q for q in quotations if q.closed or q.more]
    quoted = {i for q in whole for i in range(q.start, q.end)}
    marks = {q.end for q in quotations if q.closed}
    splitter = _Splitter(tokens, stops, quoted, marks)
    return tuple(
        Sentence(start, end, block) for block, first, last in bounds for start, end in splitter.parts(first, last)
    )


class _Splitter:
    """Parts the blocks of one report."""

    def __init__(self, tokens: Sequence[Token], stops: Stops, quoted: set[int], marks: set[int]) -> None:
        """`quoted` are tokens in quotations, `marks` those that close one."""
        self._tokens, self._stops, self._quoted, self._marks = tokens, stops, quoted, marks

    def parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The sentences of a block: first token and end."""
        items = self._items(first, last)
        start = first
        for i in range(first, last):
            if i < start:
                continue
            token = self._tokens[i]
            if i > start and (i in items or token.form in self._stops.bullets) and i not in self._quoted:
                yield start, i
                start = i
            elif (token.form in self._stops.ends or i in self._marks) and self._ends(i, start, last):
                end = self._closing(i + 1, last)
                yield start, end
                start = end
        if start < last:
            yield start, last

    def _ends(self, i: int, start: int, last: int) -> bool:
        """Whether a sentence ends with a token: a stop, or a mark that closes a quotation."""
        tokens = self._tokens
        if i in self._quoted:
            return False
        if i in self._marks:
            return tokens[i - 1].form in self._stops.ends and self._opens_sentence(i + 1, last)
        if i + 1 < last and tokens[i + 1].form in self._stops.ends | self._stops.pauses:
            return False
        return not (self._abbreviates(i, start, last) or self._inside_word(i, last) or self._in_brackets(i, last))

    def _opens_sentence(self, i: int, last: int) -> bool:
        """Whether a conjunction written with a verb stands at a token."""
        tokens = self._tokens
        joined = i + 1 < last and tokens[i].clitic == "pro" and tokens[i].pos == "CONJ"
        return joined and tokens[i + 1].pos in ("VERB", "NEG")

    def _abbreviates(self, i: int, start: int, last: int) -> bool:
        """Whether the stop at `i` belongs to an initial, an abbreviation or the number of an item."""
        if i <= start:
            return False
        before = self._tokens[i - 1]
        if before.pos == "NUM":
            return i - 1 == start and i + 1 < last
        run = i - 2 >= start and (self._letter(i - 2) or (i - 3 >= start and self._letter(i - 3)))
        if before.form in self._stops.units or (run and self._letter(i - 1)):
            return not (i + 1 == last or self._opens_sentence(i + 1, last))
        return before.form in self._stops.titles or self._letter(i - 1)

    def _letter(self, i: int) -> bool:
        """Whether a token is a letter by itself."""
        token = self._tokens[i]
        return len(token.form) == 1 and token.form.isalpha() and not token.clitic

    def _inside_word(self, i: int, last: int) -> bool:
        """Whether a stop stands inside an address, a version, a foreign word."""
        sides = (self._tokens[i - 1], self._tokens[i + 1]) if 0 < i < last - 1 else ()
        touching = sides and sides[0].span.end + 1 == sides[1].span.start
        return bool(touching) and all(side.form.isascii() and side.form.isalnum() for side in sides)

    def _in_brackets(self, i: int, last: int) -> bool:
        """Whether dots stand in brackets by themselves: something was left out."""
        first = i
        while first and self._tokens[first].form in self._stops.ends:
            first -= 1
        return i + 1 < last and _BRACKETS.get(self._tokens[first].form) == self._tokens[i + 1].form

    def _closing(self, i: int, last: int) -> int:
        """The end of a sentence with the bracket or mark that is written right after its stop."""
        tokens = self._tokens
        while i < last and tokens[i].span.start == tokens[i - 1].span.end and self._closes(i):
            i += 1
        return i

    def _closes(self, i: int) -> bool:
        """Whether a token is a bracket or a mark that closes."""
        return self._tokens[i].form in _BRACKETS.values() or i in self._marks

    def _items(self, first: int, last: int) -> set[int]:
        """Where the items of a numbered list within a block begin, from the second on."""
        tokens = self._tokens
        items: list[int] = []
        for i in range(first, last - 2):
            token = tokens[i]
            if token.pos != "NUM" or tokens[i + 1].form not in self._stops.numbering or tokens[i + 2].pos == "NUM":
                continue
            touching = token.span.end == tokens[i + 1].span.start
            if touching and token.form.isdecimal() and int(token.form) == len(items) + 1 <= _LAST_NUMBER:
                items.append(i)
        return set(items[1:])
