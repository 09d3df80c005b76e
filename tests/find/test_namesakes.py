"""Namesakes: a known surname behind somebody else's given name."""

from __future__ import annotations

from typing import Any

import pytest

OTHERS = [
    ("وقال بول بوش إن المصنع مغلق.", "بول بوش"),
    ("وقالت سارة نتنياهو إن الزيارة خاصة.", "سارة نتنياهو"),
    ("وأكد المحامي معد فياض أن موكله بريء.", "معد فياض"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_behind_another_given_name_a_surname_is_somebody_elses(mentions: Any, text: str, name: str) -> None:
    found = mentions("actor", text)
    assert (found[name]["kind"], found[name]["actor"]) == ("person", "")
    assert name.rpartition(" ")[2] not in found


SAME = [
    ("وقال ايميل لحود إن البلاد بخير.", "لحود", "emile-lahoud"),  # another spelling
    ("وقال بوتين إن الحوار مستمر.", "بوتين", "vladimir-putin"),
    ("وقال الرئيس بوتين إن الحوار مستمر.", "الرئيس بوتين", "vladimir-putin"),
]


@pytest.mark.parametrize(("text", "words", "actor"), SAME)
def test_a_surname_is_whom_the_gazetteer_has(mentions: Any, text: str, words: str, actor: str) -> None:
    found = next(value for name, value in mentions("actor", text).items() if name.endswith(words))
    assert str(found["actor"]).startswith(f"persons.{actor}")


LATER = "وأضاف بوش أن الطريق طويل."


@pytest.mark.parametrize(
    ("before", "known"),
    [
        ("وقال بول بوش إن المصنع مغلق.", False),
        ("وقال جورج بوش إن الحرب طويلة. وقال بول بوش إن المصنع مغلق.", True),
        ("وقال الرئيس بوش إن الحرب طويلة. وقال بول بوش إن المصنع مغلق.", True),
        ("وقال بول بوش إن المصنع مغلق. وقال جورج بوش إن الحرب طويلة.", True),
    ],
)
def test_a_bare_surname_is_the_namesakes_unless_the_other_is_told_of(mentions: Any, before: str, known: bool) -> None:
    later = mentions("actor", f"{before} {LATER}")["بوش"]
    assert str(later["actor"]).startswith("persons.") == known
