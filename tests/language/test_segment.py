"""The segmenter: which splits the clitics allow, which is chosen, and what is left whole."""

from __future__ import annotations

from collections.abc import Container
from concurrent.futures import ThreadPoolExecutor

import pytest

from riwaya.errors import PackError
from riwaya.language import segment
from riwaya.language.segment import Segment, Segmenter, Splitter
from riwaya.packs import HOME, Pack
from riwaya.rules.tables import values

PACK = Pack(HOME / "ar", {})
CLITICS = PACK.rows("clitics")
WEIGHTS = PACK.weights("segmenter", int)
FUNCTION_WORDS = PACK.rows("lexicon/function-words")


def segmenter(known: Container[str] = frozenset()) -> Segmenter:
    return Segmenter(CLITICS, WEIGHTS, known)


def parted(typed: str, known: Container[str] = frozenset()) -> str:
    word = PACK.key(typed)
    return "+".join(word[s.start : s.end] for s in segmenter(known).split(word, typed))


def host(typed: str) -> Segment:
    return next(s for s in segmenter().split(PACK.key(typed), typed) if not s.clitic)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("وقال", "و+قال"),
        ("بالصواريخ", "ب+الصواريخ"),
        ("للقوات", "ل+لقوات"),
        ("وللحكومة", "و+ل+لحكومه"),
        ("وسيتم", "و+س+يتم"),
        ("فإن", "ف+ان"),
        ("سيطرتها", "سيطرت+ها"),
        ("قواته", "قوات+ه"),
        ("وبسببهم", "و+ب+سبب+هم"),
        ("عليه", "علي+ه"),
        ("أنها", "ان+ها"),
        ("به", "ب+ه"),
        ("ولها", "و+ل+ها"),
        ("كقائد", "ك+قايد"),
    ],
)
def test_clitics_are_parted_from_their_host(typed: str, wanted: str) -> None:
    assert parted(typed) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "وزارة",
        "وقف",
        "بيان",
        "بعد",
        "فرنسا",
        "كان",
        "هذه",
        "لجنة",
        "سلاح",
        "قتل",
        "مدينة",
        "ليس",
        "بين",
        "واشنطن",
    ],
)
def test_words_that_begin_or_end_like_clitics_stay_whole(typed: str) -> None:
    assert parted(typed) == PACK.key(typed)


def test_a_ta_marbuta_is_no_pronoun_and_the_typed_letter_decides() -> None:
    assert parted("مدرسة") == "مدرسه"
    assert parted("قوته") == "قوت+ه"
    word = PACK.key("قوته")
    assert [s.clitic for s in segmenter().split(word, "قوتة")] == [""]


@pytest.mark.parametrize(
    ("typed", "stem", "definite"),
    [
        ("القوات", "قوات", True),
        ("للقوات", "قوات", True),
        ("والمدنيين", "مدنيين", True),
        ("إلى", "الي", False),
        ("ألمانيا", "المانيا", False),
        ("لمدينة", "مدينه", False),
    ],
)
def test_the_article_is_marked_and_left_out_of_the_stem(typed: str, stem: str, definite: bool) -> None:
    assert host(typed)[2:4] == (stem, definite)


@pytest.mark.parametrize(
    ("typed", "stem"),
    [
        ("سيطرتها", "سيطره"),
        ("قواتها", "قوات"),
        ("هجومه", "هجوم"),
        ("مدينتهم", "مدينه"),
        ("عملياته", "عمليات"),
    ],
)
def test_a_host_has_the_ending_that_it_has_without_a_pronoun(typed: str, stem: str) -> None:
    assert host(typed).stem == stem


def test_a_known_name_is_protected_alone_and_after_a_proclitic() -> None:
    assert parted("بلغراد", {"بلغراد"}) == "بلغراد"
    assert parted("وبلغراد", {"بلغراد"}) == "و+بلغراد"
    assert parted("كفرنبل", {"كفرنبل"}) == "كفرنبل"


def test_letters_as_typed_tell_where_a_word_begins() -> None:
    assert parted("كإنسان") == "ك+انسان"
    assert parted("بإعادة") == "ب+اعاده"


def test_a_word_of_a_phrase_is_known_unless_it_is_a_proclitic_and_a_word() -> None:
    found = Segmenter(CLITICS, WEIGHTS, {"شان"}, {"بشان", "زنجبار"})
    assert len(found.split("بشان", "بشأن")) == 2
    assert len(found.split("زنجبار", "زنجبار")) == 1


def test_given_parts_are_kept() -> None:
    found = segmenter().given("للسلطه", "للسلطة", ["ل", "لسلطه"])
    assert [(s.stem, s.definite, s.clitic) for s in found] == [("ل", False, "pro"), ("سلطه", True, "")]
    assert [s.stem for s in segmenter().given("مما", "مما", ["م", "ما"])] == ["م", "ما"]


def test_segments_cover_the_word_without_gap_or_overlap() -> None:
    for typed in ("وللحكومة", "سيطرتها", "فبأيهما", "ووو", "لل", "ه", "بكم", "والي"):
        word = PACK.key(typed)
        found = segmenter().split(word, typed)
        assert "".join(word[s.start : s.end] for s in found) == word
        assert [s.clitic for s in found].count("") == 1
        assert all(s.stem for s in found)


def test_without_weights_a_word_stays_whole() -> None:
    assert Segmenter(CLITICS, {}, ()).split("وقال", "وقال") == (Segment(0, 4, "وقال", False, ""),)


def test_an_unknown_side_is_refused_with_the_row() -> None:
    row = {"id": "x", "form": "x", "side": "left", "gives": "x", "article": "", "typed": ""}
    with pytest.raises(PackError, match=r"clitics\.tsv:x: unknown side 'left'; .*\[pack\.clitics\]"):
        Splitter([row])


def test_the_cache_is_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "_CACHED_WORDS", 2)
    one = segmenter()
    words = [("وقال", "وقال"), ("قواته", "قواته"), ("قواته", "قواتة"), ("وقال", "وقال")]
    assert [one.split(*w) for w in words] == [segmenter().split(*w) for w in words]
    assert len(one._cache) <= 2


def test_threads_get_the_same_splits() -> None:
    one = segmenter()
    words = [(PACK.key(w), w) for w in ("وقال", "سيطرتها", "للقوات", "هذه", "بعد")] * 50
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda w: one.split(*w), words)) == [segmenter().split(*w) for w in words]


def test_function_words_are_unique_when_folded_and_have_a_known_class() -> None:
    forms = [PACK.key(form) for row in FUNCTION_WORDS for form in values(row["forms"])]
    assert len(forms) == len(set(forms))
    assert {row["pos"] for row in FUNCTION_WORDS} <= {
        "PREP",
        "CONJ",
        "COMP",
        "PART",
        "PRON",
        "DET",
        "ADV",
        "NEG",
    }
    assert {row["match"] for row in FUNCTION_WORDS} == {"", "exact"}


def test_known_function_words_stay_whole_but_for_those_that_are_two_words_as_well() -> None:
    known = {PACK.key(form) for row in FUNCTION_WORDS for form in values(row["forms"]) if not row["match"]}
    split = [form for row in FUNCTION_WORDS for form in values(row["forms"]) if "+" in parted(form, known)]
    assert set(split) <= {"أيها", "كذلك", "لكي", "لما", "لماذا", "فحسب"}


def test_of_stems_parted_alike_the_known_one_is_taken() -> None:
    def stem(typed: str, known: Container[str]) -> tuple[str, bool]:
        return segmenter(known).split(PACK.key(typed), typed)[0][2:4]

    assert stem("الذي", {"ذي"}) == ("ذي", True)
    assert stem("مستواه", {"مستوي"}) == ("مستوي", False)
    assert stem("أعضاؤها", {"اعضاء"}) == ("اعضاء", False)


def test_a_host_that_no_pronoun_follows_yields_to_one_whose_last_letter_changes_before_it() -> None:
    known = {"قتلا", "قتلي", "اسرا", "هدفا"}
    owned = Segmenter(CLITICS, WEIGHTS, known, unowned={"قتلا", "اسرا", "هدفا"}.__contains__)
    assert [s.stem for s in owned.split("قتلاها", "قتلاها")] == ["قتلي", "ها"]
    assert [s.stem for s in owned.split("قتلا", "قتلا")] == ["قتلا"]
    assert next(s.stem for s in owned.split("هدفاها", "هدفاها")) == "هدفا"  # nothing else is known


def test_a_name_after_a_proclitic_wins_over_a_word_that_nobody_knows() -> None:
    words = {"وهران", "سبها"}
    named = Segmenter(CLITICS, WEIGHTS, words, names=words)
    assert [s.stem for s in named.split("كوهران", "كوهران")] == ["ك", "وهران"]
    assert [s.stem for s in named.split("وسبها", "وسبها")] == ["و", "سبها"]


def test_the_future_stands_before_the_letters_of_an_imperfect_alone() -> None:
    known = {"قطري", "سقطري"}
    assert len(Segmenter(CLITICS, WEIGHTS, known).split("سقطري", "سقطرى")) == 1
    assert parted("سيقاتل") == "س+يقاتل"
