"""Inflection by paradigm rows."""

from __future__ import annotations

import pytest

from riwaya.errors import PackError
from riwaya.rules.inflection import Form, Paradigms


def row(word_class: str, part: str, ending: str, features: str, **affixes: str) -> dict[str, str]:
    """A paradigm row."""
    empty = {"prefix": "", "suffix": "", "cut_prefix": "", "cut_suffix": ""}
    return {"class": word_class, "part": part, "ending": ending, "features": features, **empty, **affixes}


PARADIGMS = Paradigms(
    [
        row("noun", "singular", "", "NOUN sg"),
        row("noun", "singular", "", "NOUN du", suffix="an"),
        row("noun", "singular", "a", "NOUN du", suffix="atan", cut_suffix="1"),
        row("noun", "plural", "", "NOUN pl"),
        row("verb", "perfect", "", "VERB past 3 f sg", suffix="at"),
        row("verb", "imperfect", "", "VERB pres 3 f sg", prefix="ta", cut_prefix="2"),
    ]
)


def forms(word_class: str, base: str) -> list[tuple[str, str]]:
    """The forms of a word."""
    return [(form.letters, form.features) for form in PARADIGMS.forms(word_class, base, where="t.tsv x")]


def test_affixes_are_added_and_cut() -> None:
    assert forms("verb", "katab/yaktub") == [("katabat", "VERB past 3 f sg"), ("taktub", "VERB pres 3 f sg")]


def test_rows_of_the_longest_fitting_ending_count() -> None:
    assert forms("noun", "malik") == [("malik", "NOUN sg"), ("malikan", "NOUN du")]
    assert forms("noun", "malika") == [("malikatan", "NOUN du")]


def test_parts_may_be_missing_and_bases_may_be_several() -> None:
    assert forms("noun", "/qura") == [("qura", "NOUN pl")]
    assert [letters for letters, _ in forms("noun", "bab|dar/dur")] == ["bab", "baban", "dar", "daran", "dur"]


def test_a_form_is_not_made_of_a_part_where_the_base_has_a_better_one() -> None:
    rows = [row("verb", "perfect", "", "VERB past 1 pl", suffix="na", unless="stem")]
    rows.append(row("verb", "stem", "", "VERB past 1 pl", suffix="na"))
    made = {
        base: [form.letters for form in Paradigms(rows).forms("verb", base, where="")] for base in ("rad", "qal///qul")
    }
    assert made == {"rad": ["radna"], "qal///qul": ["qulna"]}


def test_only_the_first_word_of_a_phrase_is_inflected() -> None:
    assert forms("verb", "katab kitab") == [("katabat kitab", "VERB past 3 f sg")]


def test_fixed_words_stand_as_they_are() -> None:
    assert list(PARADIGMS.forms("fixed", "in a word|at last", where="")) == [Form("in a word", ""), Form("at last", "")]
    assert forms("fixed", "") == []


def test_an_unknown_class_is_refused_with_its_place() -> None:
    with pytest.raises(PackError, match=r"^lexicon/x.tsv id: unknown class 'nuon'; .*\[pack.lexicon\]$"):
        list(PARADIGMS.forms("nuon", "bab", where="lexicon/x.tsv id"))
