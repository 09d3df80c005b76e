"""Relations: what the claims of one report are to each other, and how that is explained."""

from __future__ import annotations

from typing import Any


def test_a_source_is_silent_on_what_another_admits(related: Any) -> None:
    text = "اعترفت إثيوبيا بمقتل ثلاثة من جنودها، ولم تذكر إريتريا خسائرها."
    assert related(text) == [("silence", "لم تذكر إريتريا خسائرها", "بمقتل ثلاثة من جنودها")]


def test_silence_on_something_else_is_no_relation(related: Any) -> None:
    assert related("اعترفت إثيوبيا بمقتل ثلاثة من جنودها.\n\nولم تعلق مصر على زيارة الوفد.") == []


def test_two_claims_stand_in_one_relation(related: Any) -> None:
    """A denial in answer to an accusation is the answer, not the contradiction too."""
    text = "اتهمت إثيوبيا إريتريا بحشد قواتها.\nوردا على هذه الاتهامات نفت إريتريا أن تكون قد حشدت قواتها."
    assert [kind for kind, _, _ in related(text)] == ["answers"]


def test_a_relation_is_told_in_one_line(code: Any) -> None:
    text = (
        "قالت وزارة الصحة إن عشرة مدنيين قتلوا في قصف على مدينة تعز.\n"
        "وقال الدفاع المدني إن سبعة مدنيين قتلوا في القصف على تعز."
    )
    (relation,) = code(text).claimed.relations
    assert relation.about.endswith("give other numbers: سبعة مدنيين against عشرة مدنيين")


def test_the_claims_of_a_relation_are_explained_by_it(code: Any) -> None:
    claimed = code("اعترفت إثيوبيا بمقتل ثلاثة من جنودها، ولم تذكر إريتريا خسائرها.").claimed
    (relation,) = claimed.relations
    steps = {of: claimed.explanations[of].steps[-1] for of in (relation.a, relation.b)}
    assert {step.name for step in steps.values()} == {"silence"}
    assert steps[relation.b].words == "لم تذكر إريتريا خسائرها"
    assert steps[relation.a].why == relation.about


def test_many_claims_are_compared_with_few(code: Any) -> None:
    """A report that says one thing over and over has no relation for each two of its claims."""
    cities = ("حلب", "حمص", "حماة", "إدلب", "دمشق", "درعا", "الرقة", "تدمر")
    lines = [f"وقال مسعف إن القصف تواصل على مدينة {city} يوم {day}." for day in range(1, 11) for city in cities]
    claimed = code("\n".join(lines)).claimed
    assert len(claimed.relations) <= len(claimed.claims)
