"""What the tests of the stages share: the Arabic reader, and one paragraph read through every stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import riwaya
from riwaya.claims import Claimer
from riwaya.model import Block, Report, Span
from riwaya.model.layers import Coded, Found
from riwaya.pipeline import Reader

Code = Callable[..., Coded]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader of the Arabic pack."""
    return riwaya.load("ar")


@pytest.fixture(scope="session")
def code(reader: Reader) -> Code:
    """A function that takes a text, a paragraph a line, through every stage; published on a Wednesday."""

    def code(text: str, published: str | None = "2024-05-15") -> Coded:
        return reader.code(_report(text, published))

    return code


@pytest.fixture(scope="session")
def find(reader: Reader) -> Callable[[str], Found]:
    """A function that gives what a text names, a paragraph a line: what the claims stage begins with."""
    return lambda text: reader.find(_report(text, "2024-05-15"))


@pytest.fixture(scope="session")
def claimer(reader: Reader) -> Claimer:
    """The claims stage of the Arabic pack."""
    return Claimer(reader.pack)


def _report(text: str, published: str | None) -> Report:
    """The report whose paragraphs are the lines of a text."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", span=Span(start, start + len(line))))
        start += len(line) + 1
    return Report.make(text=text, language="ar", blocks=tuple(blocks), published=published)
