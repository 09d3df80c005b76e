"""Marks: which quotation marks of a paragraph belong together.

Which way a mark opens is read from its neighbours before its shape: newspapers type a closing mark where an
opening one belongs, and straight marks have no shape at all. A paragraph whose marks do not come out even so is
read again by turns: what is not open opens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from riwaya.model.layers import Token

_OPEN, _CLOSE, _EITHER = "open", "close", "either"
_BEFORE_OPENING = "([{:/-\u2013\u2014\u0640"
_CLITIC = 2  # letters of the longest word that is written together with a mark after it


class Marks(NamedTuple):
    """The quotation marks of a pack."""

    opening: frozenset[str]
    closing: frozenset[str]
    single: frozenset[str]  # which may also be apostrophes: without a partner they are no quotation marks
    family: Mapping[str, int]  # marks that may close each other

    @property
    def all(self) -> frozenset[str]:
        """Every mark."""
        return self.opening | self.closing


class Paired(NamedTuple):
    """The marks of a paragraph, by their tokens."""

    pairs: tuple[tuple[int, int], ...]  # opening and closing, by the closing one
    unclosed: tuple[int, ...]  # outermost first
    stray: tuple[int, ...]  # closing marks of nothing

    def level(self, start: int) -> int:
        """How many quotations the one that opens at a token stands in."""
        return sum(s < start < e for s, e in self.pairs)

    @property
    def wrong(self) -> int:
        """How many marks have no partner."""
        return len(self.unclosed) + len(self.stray)


def make_marks(pairs: Sequence[str], single: Sequence[str]) -> Marks:
    """The marks of some pairs, an opening and a closing one each; those of `single` may be apostrophes."""
    both = [*pairs, *single]
    family: dict[str, int] = {}
    for number, pair in enumerate(both):
        same = family.get(pair[0], family.get(pair[1], number))
        family |= dict.fromkeys(pair, same)
    return Marks(
        frozenset(pair[0] for pair in both),
        frozenset(pair[1] for pair in both),
        frozenset("".join(single)),
        family,
    )


def pair_marks(text: str, tokens: Sequence[Token], first: int, last: int, marks: Marks) -> Paired:
    """The marks among the tokens `first` to `last` (half-open), each with its partner where it has one."""
    every = marks.all
    at = [i for i in range(first, last) if tokens[i].form in every]
    if not at:
        return Paired((), (), ())
    ways = {i: _way(text, tokens, i, every) for i in at}
    paired = _paired(tokens, ways, marks)
    if paired.wrong:
        by_turns = {i: way if tokens[i].form in marks.single else _EITHER for i, way in ways.items()}
        paired = min(paired, _paired(tokens, by_turns, marks, text), key=lambda p: p.wrong)
    return paired


def _way(text: str, tokens: Sequence[Token], i: int, every: frozenset[str]) -> str:
    """Which way the neighbours of a mark make it go; other marks beside it are looked over."""
    start, end = tokens[i].span
    while start and text[start - 1] in every:
        start -= 1
    while end < len(text) and text[end] in every:
        end += 1
    before, after = text[start - 1 : start], text[end : end + 1]
    free_before = not before or before.isspace() or before in _BEFORE_OPENING
    if after.isalnum():
        return _OPEN if free_before or _after_clitic(text, tokens, i) else _EITHER
    return _EITHER if free_before else _CLOSE


def _after_clitic(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether the word before a mark is one that is written together with what follows: and, by, to."""
    if not i or tokens[i - 1].form.isascii() or not tokens[i - 1].form.isalpha():
        return False
    start, end = tokens[i - 1].span
    return end == tokens[i].span.start and end - start <= _CLITIC and not text[start - 1 : start].strip()


def _paired(tokens: Sequence[Token], ways: Mapping[int, str], marks: Marks, text: str = "") -> Paired:
    """The marks paired, each going its way; with the text, a mark that may go either way is read by its shape."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    unclosed: list[int] = []
    stray: list[int] = []
    for i, way in ways.items():
        form = tokens[i].form
        if form in marks.single:
            _single(tokens, i, way, stack, pairs, marks)
        elif _opens(tokens, i, way, stack, marks, text):
            stack.append(i)
        elif partner := _partner(tokens, i, stack, marks):
            unclosed += [lost for lost in stack[partner:] if tokens[lost].form not in marks.single]
            del stack[partner:]
            pairs.append((stack.pop(), i))
        else:
            stray.append(i)
    unclosed += [i for i in stack if tokens[i].form not in marks.single]
    return Paired(tuple(pairs), tuple(sorted(unclosed)), tuple(stray))


def _single(
    tokens: Sequence[Token], i: int, way: str, stack: list[int], pairs: list[tuple[int, int]], marks: Marks
) -> None:
    """Open or close a quotation in single marks; a mark that fits neither is an apostrophe."""
    if way == _OPEN:
        stack.append(i)
    elif way == _CLOSE and stack and tokens[stack[-1]].form in marks.single:
        pairs.append((stack.pop(), i))


def _opens(tokens: Sequence[Token], i: int, way: str, stack: Sequence[int], marks: Marks, text: str) -> bool:
    """Whether a mark opens a quotation."""
    if way != _EITHER:
        return way == _OPEN
    token = tokens[i]
    shaped_open = token.form in marks.opening - marks.closing
    if not text:
        return shaped_open or not any(tokens[j].form not in marks.single for j in stack)
    after, before = text[token.span.end : token.span.end + 1], text[token.span.start - 1 : token.span.start]
    if not any(tokens[j].form not in marks.single for j in stack):
        shaped_close = token.form in marks.closing - marks.opening
        return not (shaped_close and after.isspace() and before.isalnum())
    return shaped_open and after.isalnum()


def _partner(tokens: Sequence[Token], i: int, stack: Sequence[int], marks: Marks) -> int:
    """How many marks of the stack stay up to the one that a closing mark closes, that one included; 0 for none."""
    double = [n for n, j in enumerate(stack, 1) if tokens[j].form not in marks.single]
    family = marks.family[tokens[i].form]
    alike = [n for n in double if marks.family[tokens[stack[n - 1]].form] == family]
    return (alike or double or [0])[-1]
