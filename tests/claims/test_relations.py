"""Relations: one source is silent on what another tells; two states blame each other."""

from __future__ import annotations

from typing import Any


def relations(code: Any, text: str) -> list[tuple[str, str, str]]:
    """Kind, and the words of both contents, of each relation in a text."""
    claimed = code(text).claimed
    words = {claim.id: claim.content.cut(claimed.found.analysed.report.text) for claim in claimed.claims}
    return [(relation.kind, words[relation.a], words[relation.b]) for relation in claimed.relations]


def test_a_source_is_silent_on_what_another_admits(code: Any) -> None:
    text = "اعترفت إثيوبيا بمقتل ثلاثة من جنودها، ولم تذكر إريتريا خسائرها."
    assert relations(code, text) == [("silence", "لم تذكر إريتريا خسائرها", "بمقتل ثلاثة من جنودها")]


def test_silence_in_another_sentence_is_no_relation(code: Any) -> None:
    assert relations(code, "اعترفت إثيوبيا بمقتل ثلاثة من جنودها.\n\nولم تعلق مصر على زيارة الوفد.") == []


def test_two_states_blame_each_other(code: Any) -> None:
    text = "اتهمت الهند باكستان بخرق الهدنة الباكستانية.\n\nوقالت باكستان إن الهند ارتكبت انتهاكات على الحدود."
    ((kind, later, earlier),) = relations(code, text)
    assert (kind, later) == ("contradicts", "الهند ارتكبت انتهاكات على الحدود")
    assert "خرق" in earlier


def test_two_states_that_blame_a_third_do_not_contradict(code: Any) -> None:
    text = "اتهمت الهند إيران بخرق الهدنة.\n\nواتهمت باكستان إيران بخرق الهدنة."
    assert relations(code, text) == []
