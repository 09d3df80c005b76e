"""Parts of speech: what the tagger makes of words in their sentences, and the features of unknown verbs."""

from __future__ import annotations

import pytest

from riwaya.language.tag import Tagger, outlook_of, packed_scores
from riwaya.model import Block, Report, Span
from riwaya.model.layers import Token
from riwaya.pipeline import Reader


def tokens(reader: Reader, text: str) -> tuple[Token, ...]:
    blocks = (Block(kind="paragraph", span=Span(0, len(text))),)
    return reader.analyse(Report.make(text=text, language="ar", blocks=blocks, published=None)).tokens


def tags(reader: Reader, text: str) -> str:
    return " ".join(token.pos for token in tokens(reader, text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("غادرت الحافلة القرية.", "VERB NOUN NOUN PUNCT"),
        ("سيغادر الوفد العاصمة غدا.", "PART VERB NOUN NOUN ADV PUNCT"),
        ("بعد قصف عنيف للمدينة", "PREP NOUN ADJ PREP NOUN"),
        ("لكنهم اعتقلوا الشاب النحيل", "CONJ PRON VERB NOUN ADJ"),
        ("الذي زرعوه", "PRON VERB PRON"),
        ("لم يجدوا أحدا", "NEG VERB NOUN"),
        ("وبعد ذلك قصف الجيش القرية", "CONJ PREP DET VERB NOUN NOUN"),
        ("وأكد ذلك مصدر أمني", "CONJ VERB DET NOUN ADJ"),
    ],
)
def test_words_are_told_by_their_look_and_their_neighbours(text: str, wanted: str, reader: Reader) -> None:
    assert tags(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("لم يتزحلقوا", "VERB pres 3 m pl subj"),
        ("وتزحلقت السيارة", "VERB past 3 f sg"),
        ("قد يتزحلق الطفل", "VERB pres 3 m sg"),
    ],
)
def test_a_verb_that_no_table_has_gets_its_features_from_its_affixes(text: str, features: str, reader: Reader) -> None:
    assert [token.features for token in tokens(reader, text) if token.pos == "VERB"] == [features]


def test_a_word_that_cannot_be_a_verb_is_none() -> None:
    verbal = Tagger(dict.fromkeys(("pPREP", "nPUNCT"), packed_scores(900, 0)))
    outlooks = [
        outlook_of("PREP", 0, "x", False, "x"),
        outlook_of("", packed_scores(900, 0), "y", True, "y", verbal=False),
    ]
    assert verbal.tag(outlooks) == ["PREP", "NOUN"]
    assert verbal.tag([outlooks[1]._replace(verbal=True)]) == ["VERB"]


def test_nothing_has_no_tags(reader: Reader) -> None:
    assert Tagger({}).tag([]) == []
    assert tags(reader, "") == ""


@pytest.mark.parametrize(
    ("text", "pos"),
    [
        (
            "اتفق الوفدان على موعد، ثم على مكان. ونفى النائب سالم علي ذلك.",
            "NOUN",
        ),  # the report types the preposition otherwise
        ("اتفق الوفدان علي موعد، ثم على مكان. واتفقا علي الثمن.", "PREP"),  # it types it both ways
        ("اتفق الوفدان علي موعد.", "PREP"),  # it may type it so everywhere
    ],
)
def test_a_name_that_is_folded_like_a_preposition_is_told_by_its_spelling(text: str, pos: str, reader: Reader) -> None:
    assert {token.pos for token in tokens(reader, text) if token.typed == "علي"} == {pos}
