"""Voice: what tells a passive from an active where spelling does not."""

from __future__ import annotations

from typing import Any

import pytest


def voices(code: Any, text: str) -> list[str]:
    """The voice of each verb, and of each verbal noun that has one."""
    tokens = code(text).claimed.found.analysed.tokens
    told = [next((one for one in t.features.split() if one in ("act", "pass")), "") for t in tokens]
    return [voice for voice, token in zip(told, tokens, strict=True) if voice or token.pos == "VERB"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال الوزير", ["act"]),
        ("قيل إن الوفد غادر", ["pass", "act"]),
        ("أصيب جنديان", ["pass"]),
        ("حوصرت المدينة", ["pass"]),
    ],
)
def test_spelling_shows_it(code: Any, text: str, wanted: list[str]) -> None:
    assert voices(code, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قصفت الطائرات الروسية مواقع المعارضة في إدلب.", "act"),  # subject and object
        ("قصفت المدينة.", "pass"),  # one noun phrase, which agrees
        ("قصفتها الطائرات.", "act"),  # the object is a pronoun
        ("المدينة قصفت أمس.", "pass"),  # a subject before, no object
        ("الطائرات التي قصفت المدينة عادت.", "act"),
        ("اعتقل عشرات الناشطين على يد قوات الأمن.", "pass"),  # the doer in a phrase of his own
        ("قصفت بلدة حدودية من قبل قوات مجهولة.", "pass"),
        ("اعتقل عشرون رجلا في العاصمة.", "pass"),  # a number and what it counts are one
        ("اعتقل الجيش عشرين رجلا.", "act"),
    ],
)
def test_what_stands_around_a_verb_tells_it(code: Any, text: str, wanted: str) -> None:
    assert voices(code, text)[0] == wanted


def test_a_clause_of_content_is_an_object(code: Any) -> None:
    assert voices(code, "أعلن الجيش أن الهدنة صامدة.")[0] == "act"


def test_nothing_is_said_where_nothing_tells(code: Any) -> None:
    assert voices(code, "وأعلن أن الهدنة صامدة.")[0] == ""


def test_a_verbal_noun_after_was_done_is_a_passive_in_sense(code: Any) -> None:
    assert voices(code, "تم تفكيك العبوة.") == ["act", "pass"]
