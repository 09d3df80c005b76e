"""Segments: a report's text cut at every boundary of the marks upon it.

HTML elements nest, marks overlap. So a text is shown as a row of segments that lie side by side, each with all
the marks that cover it; put together they are the text again, letter for letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from riwaya.model import Span

Role = Literal["content", "cue", "link", "trigger", "place", "time", "party", "issue"]
CORE: tuple[Role, ...] = ("content", "trigger", "issue")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the report that something in the record points at: `card` is the key of that something."""

    span: Span
    role: Role
    card: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text and the marks that cover it, the widest first."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that the piece plays, each once."""
        return tuple(dict.fromkeys(mark.role for mark in self.marks))

    @property
    def keys(self) -> tuple[str, ...]:
        """For each card that the piece belongs to: its key, or "KEY-part" where the piece is no core of it."""
        return tuple(dict.fromkeys(mark.card if mark.role in CORE else f"{mark.card}-part" for mark in self.marks))

    @property
    def pointed(self) -> tuple[str, ...]:
        """The keys of the cards that are meant by pointing at the piece.

        They are the claims that it is a cue or a link of, else the one that has it in the narrowest content; the
        event of the narrowest mark; the issue.
        """
        said = [mark.card for mark in self.marks if mark.role in ("cue", "link")] or self._narrowest("content")
        told = self._narrowest("trigger") or self._narrowest("place", "time", "party")
        return tuple(dict.fromkeys([*said, *told, *self._narrowest("issue")]))

    def _narrowest(self, *roles: Role) -> list[str]:
        """The key of the narrowest mark that has one of the roles, if there is any."""
        return [mark.card for mark in self.marks if mark.role in roles][-1:]

    @property
    def depth(self) -> int:
        """How many claims have the piece in their content."""
        return sum(mark.role == "content" for mark in self.marks)

    def first(self, role: Role) -> Mark | None:
        """The narrowest mark of a role, if the piece has one."""
        return next((mark for mark in reversed(self.marks) if mark.role == role), None)


def segments(text: str, within: Span, marks: Sequence[Mark], cuts: Iterable[int] = ()) -> list[Segment]:
    """The segments of a part of the text, in order; `cuts` are further places to part it at.

    >>> name, saying = Mark(Span(3, 7), "link", "c1"), Mark(Span(0, 7), "content", "c2")
    >>> [(s.text, s.roles) for s in segments("to Baku.", Span(0, 8), [name, saying])]
    [('to ', ('content',)), ('Baku', ('content', 'link')), ('.', ())]
    """
    here = sorted((mark for mark in marks if mark.span.overlap(within)), key=_widest_first)
    edges = {place for mark in here for place in mark.span} | set(cuts)
    inner = sorted(place for place in edges if within.start < place < within.end)
    found: list[Segment] = []
    open_marks: list[Mark] = []
    waiting = here[::-1]
    for start, end in zip([within.start, *inner], [*inner, within.end], strict=True):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            open_marks.append(waiting.pop())
        found.append(Segment(start, text[start:end], tuple(sorted(open_marks, key=_width, reverse=True))))
    return found


def _widest_first(mark: Mark) -> tuple[int, int]:
    """The order in which marks open."""
    return mark.span.start, -mark.span.end


def _width(mark: Mark) -> int:
    """How many code points the mark covers."""
    return mark.span.end - mark.span.start


def word_start(text: str, place: int, floor: int = 0) -> int:
    """Where the word that holds `place` begins: nothing may be set between letters that join.

    >>> word_start("in Baku", 5)
    3
    """
    while place > floor and not text[place - 1].isspace():
        place -= 1
    return place
