"""Lemmas: from the tables of the pack, from the dictionary, by rules; and that the dictionary is read late."""

from __future__ import annotations

import subprocess
import sys

import pytest

from riwaya.language.lemmas import Lemmas
from riwaya.model import Block, Report, Span
from riwaya.packs import load_pack
from riwaya.pipeline import Reader

LEMMAS = Lemmas(load_pack("ar"))


@pytest.mark.parametrize(
    ("typed", "pos", "lemma"),
    [
        ("سيارات", "NOUN", "سياره"),
        ("نوافذ", "NOUN", "نافذه"),
        ("تزحلق", "NOUN", "تزحلق"),
        ("إخراج", "NOUN", "اخراج"),
        ("برتقالية", "ADJ", "برتقالي"),
        ("متفائل", "ADJ", "متفايل"),
        ("يستحمون", "VERB", "استحم"),
        ("رقصت", "VERB", "رقص"),
        ("بحر", "NOUN", "بحر"),
        ("زغبطون", "NOUN", "زغبطون"),
    ],
)
def test_a_word_comes_back_to_its_lemma(typed: str, pos: str, lemma: str) -> None:
    assert LEMMAS.lemma(typed, pos) == lemma


def test_tokens_have_the_lemma_of_the_tables_and_else_that_of_the_dictionary(reader: Reader) -> None:
    text = "وقالت إن نوافذها كبيرة"
    blocks = (Block(kind="paragraph", span=Span(0, len(text))),)
    tokens = reader.analyse(Report.make(text=text, language="ar", blocks=blocks, published=None)).tokens
    assert [token.lemma for token in tokens] == ["و", "قال", "ان", "نافذه", "هو", "كبير"]


def test_reading_a_report_does_not_read_the_dictionary() -> None:
    text = "وقالت إنها غادرت البلدة مساء."
    code = f"import sys, riwaya; riwaya.load('ar').read_text({text!a}); sys.exit('simplemma' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
