"""The tables of a pack: what is read, and what is refused with file, line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.rules.tables import read_table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a table is written."""
    return tmp_path / "words.tsv"


def test_rows_are_read_by_column(path: Path) -> None:
    path.write_text("# a comment\nid\tforms\tgloss\n\na-1\t one | two \tnumbers\nb\tthree\n", encoding="utf-8")
    assert read_table(path, required=("forms",)) == [
        {"id": "a-1", "forms": "one | two", "gloss": "numbers"},
        {"id": "b", "forms": "three", "gloss": ""},
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "words.tsv:1: the table is empty"),
        ("# only a comment\n", "words.tsv:1: the table is empty"),
        ("forms\tid\n", "words.tsv:1: columns missing: id must be first"),
        ("# c\nid\tgloss\n", "words.tsv:2: columns missing: forms"),
        ("id\tforms\na\tx\ty\n", "words.tsv:2: 3 cells under 2 columns"),
        ("id\tforms\nA b\tx\n", "words.tsv:2: id 'A b' is not made of"),
        ("id\tforms\n\tx\n", "words.tsv:2: id '' is not made of"),
        ("id\tforms\nb\tx\na\ty\n", "words.tsv:3: id 'a' stands after 'b'; sort by id"),
        ("id\tforms\na\tx\na\ty\n", "words.tsv:3: id 'a' stands after 'a'; sort by id, each id once"),
        ("id\tforms\na\tقـال\n", "words.tsv:2: hidden sign U\\+0640"),
        ("id\tforms\na\t\u200fقال\n", "words.tsv:2: hidden sign U\\+200F"),
        ("id\tforms\na\tﻗال\n", "words.tsv:2: hidden sign U\\+FED7"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(text: str, message: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=f"^{message}.*\\[pack.table\\]$"):
        read_table(path, required=("forms",))


def test_hidden_signs_may_be_allowed(path: Path) -> None:
    path.write_text("id\tfrom\ntatweel\tـ\n", encoding="utf-8")
    assert read_table(path, hidden_ok=True) == [{"id": "tatweel", "from": "ـ"}]


@pytest.mark.parametrize("content", [None, b"id\tforms\na\t\xff\n"])
def test_a_file_that_cannot_be_read_is_refused_with_its_path(content: bytes | None, path: Path) -> None:
    if content:
        path.write_bytes(content)
    with pytest.raises(PackError, match=r"cannot be read.*save it as UTF-8") as error:
        read_table(path)
    assert error.value.where == str(path)
