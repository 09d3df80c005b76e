"""Sentences: where one ends, and where a full stop ends none."""

from __future__ import annotations

from typing import Any

import pytest


def sentences(code: Any, text: str) -> list[str]:
    """The sentences of a text."""
    layer = code(text).claimed.found.analysed
    return [layer.words(sentence.start, sentence.end) for sentence in layer.sentences]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("عاد الهدوء. ثم قصفت القرية.", ["عاد الهدوء.", "ثم قصفت القرية."]),
        ("هل عاد الهدوء؟ لا! ربما… غدا.", ["هل عاد الهدوء؟", "لا!", "ربما…", "غدا."]),
        ("عاد الهدوء... ثم قصفت القرية.", ["عاد الهدوء...", "ثم قصفت القرية."]),
        ("من المسؤول؟! لا أحد يعرف.", ["من المسؤول؟!", "لا أحد يعرف."]),
        ("وصل م. سالم إلى الجبهة. ثم عاد.", ["وصل م. سالم إلى الجبهة.", "ثم عاد."]),
        ("بلغ الطول 3.5 متر. ثم زاد.", ["بلغ الطول 3.5 متر.", "ثم زاد."]),
        ("عاد الهدوء، وفتحت المتاجر؛ ثم قصفت القرية", ["عاد الهدوء، وفتحت المتاجر؛ ثم قصفت القرية"]),
        ("قال «انتهى. لن نعود.» ثم خرج.", ["قال «انتهى. لن نعود.» ثم خرج."]),
        ('قال: "لا". ثم خرج.', ['قال: "لا".', "ثم خرج."]),
        ("قال «انتهى. لن نعود.", ["قال «انتهى.", "لن نعود."]),
        ('قال: "انتهى." وأضاف أنه عائد.', ['قال: "انتهى."', "وأضاف أنه عائد."]),
        ("نقلت أ.ف.ب. عن ضابط ذلك. وأفادت د.ب.أ. بذلك.", ["نقلت أ.ف.ب. عن ضابط ذلك.", "وأفادت د.ب.أ. بذلك."]),
        ("قال لوكالة أ ف ب. وتابع أنه عائد.", ["قال لوكالة أ ف ب.", "وتابع أنه عائد."]),
        ("نشره www.un.org أمس. ثم حذفه.", ["نشره www.un.org أمس.", "ثم حذفه."]),
        ("سمعنا [...] ثم هربنا.", ["سمعنا [...] ثم هربنا."]),
        ("1. ينسحب الجيش", ["1. ينسحب الجيش"]),
        ("البنود: 1- الهدنة 2- الأسرى", ["البنود: 1- الهدنة", "2- الأسرى"]),
        ("• الهدنة • الأسرى", ["• الهدنة", "• الأسرى"]),
        ("بيروت – أ ف ب – عاد الهدوء.", ["بيروت – أ ف ب –", "عاد الهدوء."]),
        ("الخرطوم (رويترز) - قال مسؤول إن الهدوء عاد.", ["الخرطوم (رويترز) -", "قال مسؤول إن الهدوء عاد."]),
        ("دمشق - وإن تأخرت - وافقت.", ["دمشق - وإن تأخرت - وافقت."]),
        # the credit of a picture ends its caption; other words in brackets end nothing
        (
            "حراس أمام بوابة الميناء (الفرنسية-أرشيف) قال المدير إن العمل عاد.",
            ["حراس أمام بوابة الميناء", "(الفرنسية-أرشيف)", "قال المدير إن العمل عاد."],
        ),
        ("الرصيف بعد الحريق (رويترز).", ["الرصيف بعد الحريق", "(رويترز)."]),
        ("وصل قائد القوات (الفيلق الثالث) إلى البلدة.", ["وصل قائد القوات (الفيلق الثالث) إلى البلدة."]),
        ("توقف السير (من دون سبب) ساعة.", ["توقف السير (من دون سبب) ساعة."]),
    ],
)
def test_sentences_end_at_stops_outside_quotations(code: Any, text: str, wanted: list[str]) -> None:
    assert sentences(code, text) == wanted


def test_a_sentence_never_runs_on_over_a_paragraph(code: Any) -> None:
    assert sentences(code, "عنوان بلا نقطة\nثم فقرة\nثم أخرى.") == ["عنوان بلا نقطة", "ثم فقرة", "ثم أخرى."]


def test_a_title_line_is_a_sentence_of_its_own_block(code: Any, reader: Any) -> None:
    text = "قصف على ميناء أوديسا\n\nأعلنت السلطات الأوكرانية أن القصف دمر صومعة للحبوب في الميناء ليل الثلاثاء، "
    text += "وأن فرق الإطفاء واصلت عملها حتى الصباح.\n"
    record = reader.read_text(text)
    layer = reader.code(record.report).claimed.found.analysed
    first = layer.sentences[0]
    assert record.blocks[first.block].kind == "title"
    assert layer.words(first.start, first.end) == "قصف على ميناء أوديسا"


def test_every_token_belongs_to_one_sentence(code: Any) -> None:
    layer = code("قال «لا. نعم» ثم م. خرج...\nعنوان؟! نعم").claimed.found.analysed
    covered = [i for sentence in layer.sentences for i in range(sentence.start, sentence.end)]
    assert covered == list(range(len(layer.tokens)))
