"""The measures of events in sentences: what they count, what they leave out, what they say of broken gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.errors import GoldError
from riwaya.evaluate.components.events import measure_events
from riwaya.evaluate.components.roles import measure_roles
from riwaya.pipeline import Reader

ROWS = """id,label,text
1,yes,قصفت الطائرات الروسية بلدة أريحا وقتل ستة مدنيين.
2,easy no,نفت الوزارة أن تكون طائراتها قصفت المخيم.
3,difficult no,قتل أربعة جنود ماليين في كمين نصبه مسلحون.
4,ambiguous,هاجم مسلحون مخفرا قرب الحدود.
"""


def test_sentences_on_which_annotators_agree_are_counted(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "assault.csv").write_text(ROWS, encoding="utf-8")
    measured = measure_events(reader, tmp_path)
    assert {name: round(figure, 2) for name, figure in measured.figures().items()} == {
        "assault.precision": 0.5,
        "assault.recall": 1.0,
        "assault.f1": 0.67,
        "relevant assault.precision": 0.5,
        "relevant assault.recall": 1.0,
        "relevant assault.f1": 0.67,
    }
    assert [line.split("\t")[1] for line in measured.mistakes] == ["قتل أربعة جنود ماليين في كمين نصبه مسلحون."]


def test_sentences_of_peace_are_counted_beside_the_events_found_in_them(reader: Reader, tmp_path: Path) -> None:
    text = "# words of war\nقتل جنديان في كمين قرب كيدال.\nاستشهد الكاتب ببيت للمتنبي.\n"
    (tmp_path / "peace.txt").write_text(text, encoding="utf-8")
    measured = measure_events(reader, tmp_path)
    assert measured.figures() == {"peace": 0.5}
    assert measured.notes == (("events per 100 sentences of peace", "100.0"),)


def test_a_folder_without_gold_and_an_unknown_label_are_told(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no assault\.csv or protest\.csv or peace\.txt"):
        measure_events(reader, tmp_path)
    (tmp_path / "protest.csv").write_text("id,label,text\n1,maybe,تظاهر المئات.\n", encoding="utf-8")
    with pytest.raises(GoldError, match="label 'maybe'") as raised:
        measure_events(reader, tmp_path)
    assert raised.value.where == f"{tmp_path / 'protest.csv'}:2"


def span(source: tuple[str, str, str], target: tuple[str, str, str], verb: str = "هاجم") -> dict[str, object]:
    """What one annotator marked: the words of each side with country and sector; no words for nobody."""
    sides = {"source": source, "target": target}
    actors = {f"{side}_actor": words.split() for side, (words, _, _) in sides.items()}
    roles = {f"{side}_role": {"main": main, "role": role} for side, (_, main, role) in sides.items()}
    return {"verb": verb.split(), **actors, **roles}


def measured(reader: Reader, folder: Path, spans: list[dict[str, object]]) -> dict[str, float]:
    """The figures for one sentence that annotators marked thus."""
    record = {"source": "X_20071208.1-1", "text": "هاجم الجيش المالي معسكرا للمتمردين قرب غاو.", "spans": spans}
    (folder / "assault_spans.json").write_text(json.dumps([record], ensure_ascii=False), encoding="utf-8")
    return measure_roles(reader, folder).figures()


ARMY, REBELS, NOBODY = ("الجيش المالي", "MLI", "MIL"), ("المتمردين", "None", "REB"), ("", "", "")


def test_a_side_is_right_by_country_and_sector_of_most(reader: Reader, tmp_path: Path) -> None:
    right = measured(reader, tmp_path, [span(ARMY, REBELS), span(ARMY, REBELS), span(NOBODY, NOBODY)])
    wrong = measured(reader, tmp_path, [span(REBELS, ARMY)] * 2)
    assert (right["source"], wrong["source"]) == (1.0, 0.0)


def test_where_most_marked_nobody_there_is_to_be_nobody(reader: Reader, tmp_path: Path) -> None:
    assert measured(reader, tmp_path, [span(NOBODY, REBELS)] * 2)["source"] == 0.0


def test_sides_without_agreement_and_sentences_without_a_verb_are_left_out(reader: Reader, tmp_path: Path) -> None:
    split = measured(reader, tmp_path, [span(ARMY, REBELS), span(REBELS, REBELS)])
    assert "source" not in split
    assert measured(reader, tmp_path, [span(ARMY, REBELS, verb="")] * 2) == {}
