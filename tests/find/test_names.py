"""Names: those that no table has, and those inside of the actors and places that tables and rules find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.evaluate.components.measured import paragraph
from riwaya.evaluate.components.names import read_passages, words_covered
from riwaya.find.labels import KINDS, LABELS, OUTSIDE, Transitions, names_in, pack_weights, unpack_weights
from riwaya.find.name_features import Phrases, Word, pair_features, words_of
from riwaya.find.recognise import Recogniser, elsewhere, labels_by_stem
from riwaya.model import Span
from riwaya.packs import load_pack
from riwaya.pipeline import Reader

PERSONS = [
    ("وقال خالد الدوسري إن موكله بريء.", "خالد الدوسري"),
    ("وأضاف سمير العجيلي أن المستشفى امتلأ بالجرحى.", "سمير العجيلي"),
    ("والتقى الوفد أندريه بيلوسوفيتش في العاصمة.", "أندريه بيلوسوفيتش"),
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_a_person_of_no_table_is_an_actor(mentions: Any, text: str, name: str) -> None:
    person = mentions("actor", text)[name]
    assert (person["kind"], person["by"], person["code"], person["actor"]) == ("person", "model", "UNK", "")
    assert 0 < person["confidence"] <= 1


def test_a_surname_by_itself_is_its_bearer_once_the_whole_name_was_read(mentions: Any) -> None:
    later = "وبحسب المرتضى فإن الدفعة الثانية جاهزة."
    assert mentions("actor", f"قال رئيس اللجنة سالم المرتضى إن التبادل تم. {later}")["المرتضى"]["kind"] == "person"
    assert "المرتضى" not in mentions("actor", later)


def test_no_name_goes_on_into_a_clause(mentions: Any) -> None:
    assert not any("أن" in name.split() for name in mentions("actor", "سجلت المنظمة أن القصف استهدف مدرسة."))


def test_a_place_of_no_table_has_no_coordinates(mentions: Any) -> None:
    place = mentions("place", "عقدت المباحثات في كوستانيفا بين الجانبين.")["كوستانيفا"]
    assert (place["lat"], place["lon"], place["country"], place["by"]) == (None, None, None, "model")


def test_a_person_is_one_actor_with_the_office_before_the_name(mentions: Any) -> None:
    person = mentions("actor", "وقال وزير الدفاع التونسي فرحات الحرشاني إن الحدود آمنة.")[
        "وزير الدفاع التونسي فرحات الحرشاني"
    ]
    assert (person["kind"], person["code"]) == ("person", "TUN MIL")


WHOLE = [  # names of the gazetteer, whatever the recogniser makes of them
    ("نقل المحققون خالد شيخ محمد إلى سجن سري.", "خالد شيخ محمد", "PERS"),
    ("ثم جاء رابع وهو برهم صالح وجلس.", "برهم صالح", "PERS"),
    ("بعد أن أعلنت إنرون إفلاسها.", "إنرون", "ORG"),
    ("أمر الملك عبد الله الثاني بتشكيل لجنة.", "عبد الله الثاني", "PERS"),  # without the title that the table has
]


@pytest.mark.parametrize(("text", "name", "kind"), WHOLE)
def test_a_sure_name_of_a_table_is_read_whole(reader: Reader, text: str, name: str, kind: str) -> None:
    found = reader.find(paragraph("ar", text))
    assert (name, kind) in [(found.analysed.words(n.start, n.end), n.kind) for n in found.names]


def test_a_name_of_a_table_keeps_its_reading(mentions: Any) -> None:
    person = mentions("actor", "وقال سيرغي لافروف إن الاجتماع تأجل.")["سيرغي لافروف"]
    assert person["actor"].startswith("persons.")
    assert "by" not in person


def test_nothing_is_named_where_the_model_is_off() -> None:
    pack = load_pack("ar")
    reader = Reader(replace(pack, settings={**pack.settings, "models": {"names": False}}))
    found = reader.find(_report(reader, PERSONS[0][0]))
    assert not found.names
    assert not [m for m in found.mentions if m.value.get("by") == "model"]


NAMES = [
    ("وقال وزير الدفاع التونسي فرحات الحرشاني إن الحدود آمنة.", [("فرحات الحرشاني", "PERS")]),
    ("وقال سيرغي لافروف إن الاجتماع تأجل.", [("سيرغي لافروف", "PERS")]),
    ("وقال السفير الأميركي في الأمم المتحدة إن المجلس سيجتمع.", [("الأمم المتحدة", "ORG")]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_a_name_inside_of_an_actor_is_told(reader: Reader, text: str, names: list[tuple[str, str]]) -> None:
    found = reader.find(_report(reader, text))
    told = [(found.analysed.span(name.start, name.end).cut(text), name.kind) for name in found.names]
    assert told == names


def test_a_word_is_told_what_it_is_elsewhere_in_the_text(reader: Reader) -> None:
    analysed = reader.analyse(_report(reader, "وقال سمير العجيلي ذلك. وغادر العجيلي الملعب."))
    first, second = (words_of(analysed, sentence) for sentence in analysed.sentences)
    labels = {word.stem: OUTSIDE for word in first} | {"سمير": LABELS.index("B-PERS"), "عجيلي": LABELS.index("I-PERS")}
    rows = [[labels[word.stem] for word in first], [OUTSIDE] * len(second)]
    seen = labels_by_stem([(first, rows[0]), (second, rows[1])])
    told = {word.stem: row for word, row in zip(second, elsewhere(second, rows[1], seen), strict=True)}
    assert set(seen) == {"عجيلي"}
    assert told["عجيلي"] == ["DI-PERS.all", "DPERS.all", "DPERS1"]
    assert told["ملعب"] == ["<DI-PERS.all"]


def test_packed_weights_add_up() -> None:
    a, b = (-5, 3, 0, 70_000, -9, 1), (5, 4, -2, -70_001, 0, 0)
    assert unpack_weights(pack_weights(a) + pack_weights(b)) == (0, 7, -2, -1, -9, 1)


def test_a_phrase_is_marked_where_its_words_stand_and_the_longest_counts(reader: Reader) -> None:
    analysed = reader.analyse(_report(reader, "فاز مانشستر يونايتد على تشيلسي."))
    words = words_of(analysed, analysed.sentences[0])
    marks: dict[int, frozenset[str]] = {}
    Phrases({"club": ["مانشستر", "مانشستر يونايتد", "تشيلسي"]}).mark([words], marks)
    told = {word.stem: sorted(marks[word.host]) for word in words if word.host in marks}
    assert told == {"مانشستر": ["club.B"], "يونايتد": ["club.I"], "تشيلسي": ["club.S"]}


def test_pairs_of_words_count_where_training_counts_them() -> None:
    words = [Word(i, stem, ("", stem, stem, "", "NOUN"), "NOUN") for i, stem in enumerate("abcd")]
    names = {name: i for i in range(len(words)) for name in pair_features(words, i)}
    told = {"c<a b": 1, "c>b c": 1, "c=b d": 2, "c2b c": 3, "c<^ a": 0, "c>d ^": 3}
    assert {name: names[name] for name in told} == told
    one = "0 0 0 0 0 1"
    for name, at in told.items():
        scores = [0] * 8
        Recogniser({name: one})._add_pairs(["^", "^", *"abcd", "^", "^"], scores)
        assert [i - 2 for i, score in enumerate(scores) if score] == [at], name


def test_the_best_row_lets_no_name_begin_in_its_middle() -> None:
    inner = LABELS.index("I-PERS") - 1
    words = [[0] * 6, [0] * 6, [-9] * 6]
    words[1][inner] = 20
    row = Transitions({}).best([pack_weights(word) for word in words], 0)
    assert names_in(row) == [(0, 2, "PERS")]


# As learnt ones are: to stay outside is worth much, and to begin a name right after another one little.
FOLLOWS = {
    "O": (60, 8, -30, 7, -22, 3, -18),
    **{f"B-{kind}": (-4, *([-35] * 2 * i), -35, 18, *([-35] * (4 - 2 * i))) for i, kind in enumerate(KINDS)},
    **{f"I-{kind}": (-6, *([-35] * 2 * i), -35, 12, *([-35] * (4 - 2 * i))) for i, kind in enumerate(KINDS)},
}
SCORES = st.lists(st.lists(st.integers(-90, 90), min_size=6, max_size=6), min_size=1, max_size=4)


@given(SCORES, st.integers(-20, 20))
def test_no_row_of_labels_is_better_than_the_best_row(words: list[list[int]], outside: int) -> None:
    best = Transitions(FOLLOWS).best([pack_weights(word) for word in words], outside)
    every = (_worth(row, words, outside) for row in product(range(len(LABELS)), repeat=len(words)))
    assert _worth(best, words, outside) == max(every)


def _worth(row: Sequence[int], words: Sequence[Sequence[int]], outside: int) -> float:
    """What a row of labels scores, the edges of the text counted as outside; nothing where it is no row."""
    if any(label % 2 == 0 and label and before not in (label, label - 1) for before, label in pairwise((0, *row))):
        return -inf
    steps = sum(FOLLOWS[LABELS[before]][label] for before, label in pairwise((0, *row, 0)))
    return steps + sum(word[label - 1] if label else outside for word, label in zip(words, row, strict=True))


def test_words_that_a_name_touches_are_its_words() -> None:
    words = [Span(0, 4), Span(5, 9), Span(10, 15)]
    assert words_covered(words, [(Span(6, 15), "LOC")]) == {(1, 3, "LOC")}


def test_gold_names_may_begin_with_an_inner_tag_and_end_with_the_sentence(tmp_path: Any) -> None:
    path = tmp_path / "names.txt"
    path.write_text("ا I-PERS\nب I-PERS\n\nج I-PERS\nد B-MISC\n", encoding="utf-8")
    (passage,) = read_passages("ar", path)
    assert passage.names == {(0, 2, "PERS"), (2, 3, "PERS")}


def _report(reader: Reader, text: str) -> Any:
    return paragraph(reader.pack.code, text)
