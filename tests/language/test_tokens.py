"""Tokens: written words, numbers and signs, with the clitics parted off, each with its place in the text."""

from __future__ import annotations

import unicodedata
from itertools import groupby, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import riwaya
from riwaya.model.layers import Analysed, Token

WORDS = "وللحكومة فبالقوات سيطرتها عليهم وبأسلحتهم قَصَفَتْ القُوّات الـمـديـنة إنها كتبها بهم والي ولا سيقصفون"
SIGNS = ["،", ".", "«", "»", '"', "12", "١٬٥٠٠", "3.5", "F-16", "(أ)", "%", "\u200f", "🕊"]
TEXTS = st.lists(st.sampled_from([*WORDS.split(), *SIGNS]), min_size=1, max_size=12).map(" ".join)


def analysed(code: Any, text: str) -> Analysed:
    """A text as language."""
    layer: Analysed = code(text).claimed.found.analysed
    return layer


def cuts(layer: Analysed) -> list[str]:
    """The words of each token as the text has them."""
    return [token.span.cut(layer.report.text) for token in layer.tokens]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("وسيطرتها", ["و", "سيطرت", "ها"]),
        ("طالبت كتل برلمانية", ["طالبت", "كتل", "برلمانية"]),
        ("فبالقوات", ["ف", "ب", "القوات"]),
        ("قَصَفَتْها الطائراتُ", ["قَصَفَتْ", "ها", "الطائراتُ"]),
        ("قـــال", ["قـــال"]),
        ("12,5% من 1,500", ["12,5", "%", "من", "1,500"]),
        ("طائرة F-16 وصاروخ", ["طائرة", "F", "-", "16", "و", "صاروخ"]),
        ("تشرين/أكتوبر", ["تشرين", "/", "أكتوبر"]),
    ],
)
def test_a_text_is_parted_into_syntactic_words(code: Any, text: str, tokens: list[str]) -> None:
    assert cuts(analysed(code, text)) == tokens


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_tokens_stand_in_order_and_lose_only_blanks_and_hidden_signs(text: str) -> None:
    reader = riwaya.load("ar")
    layer = reader.code(reader.read_text(f"قال الوزير {text} اليوم").report).claimed.found.analysed
    spans = [token.span for token in layer.tokens]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    between = [layer.report.text[before.end : after.start] for before, after in pairwise(spans)]
    assert all(unicodedata.category(sign) in ("Zs", "Cc", "Cf", "Lm") for gap in between for sign in gap)


def test_the_clitics_of_a_word_lie_side_by_side_in_it(code: Any) -> None:
    layer = analysed(code, WORDS)
    written = [group_cut(layer, list(group)) for _, group in groupby(layer.tokens, key=lambda token: token.word)]
    assert written == WORDS.split()


def group_cut(layer: Analysed, tokens: list[Token]) -> str:
    """The tokens of one written word put together."""
    return "".join(token.span.cut(layer.report.text) for token in tokens)


def test_every_written_word_has_one_host(code: Any) -> None:
    layer = analysed(code, WORDS)
    for _, group in groupby(layer.tokens, key=lambda token: token.word):
        assert [token.clitic for token in group].count("") == 1


@pytest.mark.parametrize(
    ("text", "pos"),
    [
        ("قصفت", "VERB"),
        ("إلى", "PREP"),
        ("لم", "NEG"),
        ("،", "PUNCT"),
        ("25", "NUM"),
        ("الميناء", "NOUN"),
    ],
)
def test_parts_of_speech_that_the_rules_rely_on(code: Any, text: str, pos: str) -> None:
    assert [token.pos for token in analysed(code, text).tokens] == [pos]


@pytest.mark.parametrize("text", ["أن", "إن"])
def test_the_complementisers_are_tagged_as_such(code: Any, text: str) -> None:
    assert [token.pos for token in analysed(code, text).tokens] == ["COMP"]


def test_the_article_makes_a_noun_of_what_may_be_a_verb(code: Any) -> None:
    (token,) = analysed(code, "القصف").tokens
    assert (token.pos != "VERB", token.definite, token.stem) == (True, True, "قصف")


def test_one_spelling_with_and_without_diacritics_is_one_word(code: Any) -> None:
    plain, vocalised, stretched = (analysed(code, text).tokens[0] for text in ("قصفت", "قَصَفَتْ", "قـصـفـت"))
    assert plain.form == vocalised.form == stretched.form
    assert plain.lemma == vocalised.lemma == stretched.lemma


def test_a_text_may_end_in_a_ligature_of_several_words(code: Any) -> None:
    assert cuts(analysed(code, "قال النبي ﷺ"))[:2] == ["قال", "النبي"]


def test_bylines_and_datelines_are_not_analysed(reader: Any) -> None:
    text = "القاهرة - وكالات\n\nقصفت الطائرات الميناء فجرا، فاحترقت ثلاث سفن كانت راسية فيه منذ أيام.\n"
    record = reader.read_text(text)
    layer = reader.code(record.report).claimed.found.analysed
    kinds = [record.blocks[sentence.block].kind for sentence in layer.sentences]
    assert {"byline", "dateline"} & {block.kind for block in record.blocks}
    assert set(kinds) <= {"title", "paragraph", "caption"}


def test_a_layer_tells_entries_and_pronouns_at_a_token_and_none_beyond_its_ends(code: Any) -> None:
    layer = analysed(code, "هاجم قواتها ضد المدينة بسلاح ضد")
    words = cuts(layer)
    role = words.index("ضد")
    assert layer.cell(role, "role-words", "role") == "against"
    assert layer.opens(role, "role-words")
    assert layer.cell(words.index("المدينة"), "role-words", "role") == ""
    assert layer.opens(len(words) - 1, "role-words")
    assert not layer.opens(-1, "role-words")
    assert layer.hit(-1, "role-words") is None
    assert layer.cell(len(words), "role-words", "role") == ""
    assert layer.has_pronoun(words.index("قوات"))
    assert not layer.has_pronoun(len(words) - 1)
