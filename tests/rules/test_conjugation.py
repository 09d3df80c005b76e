"""Conjugation: the verbs of the pack by root and form, against forms written by hand, and what holds of all."""

from __future__ import annotations

import re
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from riwaya.errors import PackError
from riwaya.packs import Pack, load_pack
from riwaya.rules.conjugation import Conjugator, Formed
from riwaya.rules.tables import values

ROOT = Path(__file__).parents[2]
TOOL = runpy.run_path(str(ROOT / "tools" / "conjugate_verbs.py"))
# How persons are named below.
PERSONS = {
    "3ms": "past 3 m sg",
    "3fs": "past 3 f sg",
    "3mp": "past 3 m pl",
    "3fp": "past 3 f pl",
    "3md": "past 3 m du",
    "1p": "past 1 pl",
    "1s": "past 1 sg",
    "y": "pres 3 m sg",
    "t": "pres 3 f sg",
    "yp": "pres 3 m pl",
    "yd": "pres 3 m du",
    "yfp": "pres 3 f pl",
    "ysubj": "pres 3 m pl subj",
    "juss": "pres 3 m sg juss",
    "i": "pres 1 sg",
    "imp": "imp 2 m sg",
}
# Verb, and some of its forms; `-` before a person: the passive.
BY_HAND = """
qssf-1   3ms قصف 3fs قصفت 3mp قصفوا 1p قصفنا y يقصف yp يقصفون ysubj يقصفوا
qwl-1    3ms قال 3fs قالت 3mp قالوا 3fp قلن 1p قلنا 1s قلت y يقول juss يقل yfp يقلن -3ms قيل -y يقال imp قل
kwn-1    3ms كان 1s كنت 1p كنا y يكون juss يكن yp يكونون
zyd-1    3ms زاد 1p زدنا y يزيد juss يزد
khwf-1   3ms خاف 1p خفنا y يخاف juss يخف
hhll-8   3ms احتل 3fs احتلت 1p احتللنا y يحتل juss يحتلل yfp يحتللن
mrr-10   3ms استمر 3fp استمررن y يستمر yp يستمرون
rdd-1    3ms رد 3mp ردوا 1p رددنا y يرد yfp يرددن
edd-4    3ms أعد 1p أعددنا y يعد
wqf-1    3ms وقف y يقف imp قف
wqf-4    3ms أوقف y يوقف -3ms أوقف
wdde-1   3ms وضع y يضع -y يوضع imp ضع
wse-1    3ms وسع y يسع
wrth-1   3ms ورث y يرث
wfq-8    3ms اتفق y يتفق 3mp اتفقوا
whm-8    3ms اتهم y يتهم
tkhdh-8  3ms اتخذ y يتخذ
zhr-8    3ms ازدهر y يزدهر
ssdm-8   3ms اصطدم y يصطدم
ddrr-8   3ms اضطر 1p اضطررنا y يضطر
ttle-8   3ms اطلع y يطلع
dew-8    3ms ادعى 3fs ادعت y يدعي juss يدع 3mp ادعوا
dew-1    3ms دعا 3fs دعت 3mp دعوا 1p دعونا 3md دعوا y يدعو juss يدع yp يدعون -3ms دعي -y يدعى
qddy-1   3ms قضى 3fs قضت 3mp قضوا 1p قضينا y يقضي yp يقضون juss يقض
rmy-1    3ms رمى 3fs رمت 3md رميا y يرمي yd يرميان
lqy-1    3ms لقي 3fs لقيت 3mp لقوا 1p لقينا y يلقى yp يلقون juss يلق
bqy-1    3ms بقي 3mp بقوا y يبقى
ray-1    3ms رأى 3fs رأت 3mp رأوا 1p رأينا y يرى yp يرون juss ير -y يرى
nfy-1    3ms نفى 3fs نفت 3mp نفوا y ينفي juss ينف
akd-2    3ms أكد 3fs أكدت y يؤكد t تؤكد yp يؤكدون i أؤكد
akhdh-1  3ms أخذ y يأخذ -y يؤخذ i آخذ imp خذ
aml-1    3ms أمل y يأمل i آمل
amr-1    3ms أمر y يأمر -y يؤمر imp مر
sal-1    3ms سأل -3ms سئل y يسأل -y يسأل
qra-1    3ms قرأ 3fs قرأت 3mp قرؤوا|قرأوا 3md قرآ y يقرأ yp يقرؤون|يقرأون -3ms قرئ
bda-1    3ms بدأ 3mp بدؤوا|بدأوا y يبدأ
lja-1    3ms لجأ 3fs لجأت yp يلجؤون|يلجأون
nsha-4   3ms أنشأ 3md أنشآ y ينشئ yp ينشئون -3ms أنشئ
jya-1    3ms جاء 3fs جاءت 3mp جاؤوا|جاءوا 3md جاءا 1p جئنا y يجيء juss يجئ
swa-4    3ms أساء 3fs أساءت y يسيء 1p أسأنا
amn-4    3ms آمن y يؤمن i أومن
awy-4    3ms آوى 3fs آوت y يؤوي yp يؤوون
ady-2    3ms أدى 3fs أدت y يؤدي yp يؤدون
aty-1    3ms أتى 3fs أتت y يأتي juss يأت
anf-10   3ms استأنف y يستأنف -3ms استؤنف
amr-6    3ms تآمر y يتآمر
rja-4    3ms أرجأ y يرجئ
dwr-4    3ms أدار y يدير
sswb-4   3ms أصاب 3fs أصابت 1p أصبنا y يصيب juss يصب -3ms أصيب -3mp أصيبوا -y يصاب
ghwl-8   3ms اغتال -3ms اغتيل y يغتال juss يغتل
ewd-10   3ms استعاد -3ms استعيد y يستعيد -y يستعاد juss يستعد
jwb-10   3ms استجوب y يستجوب
jwb-10-b 3ms استجاب y يستجيب
qyl-10   3ms استقال y يستقيل 1p استقلنا
hhssr-3  3ms حاصر -3ms حوصر y يحاصر
bdl-6    3ms تبادل y يتبادل
ssfy-2   3ms صفى 3fs صفت y يصفي
bny-5    3ms تبنى 3fs تبنت y يتبنى juss يتبن 3mp تبنوا
wly-10   3ms استولى 3fs استولت y يستولي
wfy-5    3ms توفي 3fs توفيت y يتوفى
wssy-4   3ms أوصى y يوصي
hhyy-4   3ms أحيا 3fs أحيت y يحيي 3mp أحيوا
syttr-q1 3ms سيطر y يسيطر
ttman-q1 3ms طمأن y يطمئن
mrkz-q2  3ms تمركز y يتمركز
eyn-2    3ms عين y يعين
qwm-3    3ms قاوم y يقاوم -3ms قووم
ewn-6    3ms تعاون y يتعاون
"""
# Verb, its verbal nouns, its participles (active, passive).
NOUNS = """
qssf-1   قصف قاصف مقصوف
qwl-1    قول قائل مقول
dew-1    دعوة داعي مدعو
nfy-1    نفي نافي منفي
sal-1    سؤال سائل مسؤول
akd-2    تأكيد مؤكد
smy-2    تسمية مسمي مسمى
hna-2    تهنئة مهنئ مهنأ
hjm-3    مهاجمة مهاجم
eln-4    إعلان معلن
dyn-4    إدانة مدين مدان
ettw-4   إعطاء معطي معطى
wqf-4    إيقاف موقف
amn-4    إيمان مؤمن
nsha-4   إنشاء منشئ منشأ
bny-5    تبني متبني متبنى
amr-6    تآمر متآمر
sal-6    تساؤل متسائل متساءل
zzhr-6   تظاهر متظاهر
fjr-7    انفجار منفجر
wfq-8    اتفاق متفق
hhll-8   احتلال محتل
edw-8    اعتداء معتدي معتدى
ghwl-8   اغتيال مغتال
ewd-10   استعادة مستعيد مستعاد
wly-10   استيلاء مستولي مستولى
qyl-4    إقالة مقيل مقال
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


@pytest.fixture(scope="module")
def verbs(pack: Pack) -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for row in pack.rows("lexicon/verbs")}


@pytest.fixture(scope="module")
def maker(pack: Pack) -> Conjugator:
    made: Conjugator = TOOL["conjugator"](pack)
    return made


@pytest.fixture(scope="module")
def formed(verbs: Any, maker: Conjugator) -> dict[str, list[Formed]]:
    return {name: list(maker.forms(row)) for name, row in verbs.items()}


def spelt(forms: list[Formed], person: str, voice: str) -> set[str]:
    """The spellings of a person; of a form that is written alike in both voices, whichever is asked for."""
    names = (f"VERB {person}", f"VERB {person} {voice}")
    return {word for form in forms if form.features in names for word in form.spellings}


def rows(table: str) -> list[list[str]]:
    """The rows of a table by hand."""
    return [line.split() for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(BY_HAND), ids=lambda row: row[0])
def test_finite_forms_are_those_written_by_hand(row: list[str], formed: dict[str, list[Formed]]) -> None:
    verb, *cells = row
    for person, wanted in zip(cells[::2], cells[1::2], strict=True):
        voice = "pass" if person.startswith("-") else "act"
        assert set(values(wanted)) <= spelt(formed[verb], PERSONS[person.lstrip("-")], voice), person


@pytest.mark.parametrize("row", rows(NOUNS), ids=lambda row: row[0])
def test_nouns_and_participles_are_those_written_by_hand(row: list[str], formed: dict[str, list[Formed]]) -> None:
    verb, *wanted = row
    assert list(dict.fromkeys(form.lemma for form in formed[verb] if form.word and form.word != "n2")) == wanted


def test_every_verb_has_what_a_verb_has(formed: dict[str, list[Formed]]) -> None:
    for verb, forms in formed.items():
        for person in ("past 3 m sg", "past 3 f sg", "past 3 m pl", "past 1 pl", "pres 3 m sg", "pres 3 m pl"):
            assert spelt(forms, person, "act"), f"{verb}: {person}"


def test_nothing_is_left_of_signs_and_marks(pack: Pack, formed: dict[str, list[Formed]]) -> None:
    letters = re.compile(r"[\u0621-\u063a\u0641-\u064a]+")
    for verb, forms in formed.items():
        for form in forms:
            assert all(letters.fullmatch(word) for word in form.spellings), (verb, form)


def test_hamzas_and_weak_letters_stand_as_spelling_wants_them(formed: dict[str, list[Formed]]) -> None:
    never = re.compile("اا|أا|آا|إ.*إ|ىو|ى.|ة.|وؤو|^ئ|^ؤ|^ء|أأ|ئئ|ؤؤ")
    odd = [(verb, word) for verb, forms in formed.items() for f in forms for word in f.spellings if never.search(word)]
    assert odd == []


def test_a_doubled_letter_is_parted_only_before_a_consonant(verbs: Any, formed: dict[str, list[Formed]]) -> None:
    """In forms whose middle is not doubled: raddat, radadna."""
    for verb, row in verbs.items():
        second, third = row["root"][-2:]
        if second != third or row["form"] not in ("1", "4", "7", "8", "10") or second in "تي":
            continue
        for form in formed[verb]:
            if not form.word and not re.search("juss|imp", form.features):
                parted = bool(re.search("3 f pl|past [12]", form.features))
                assert (second * 2 in form.spellings[0]) == parted, (verb, form)


def test_persons_begin_and_end_as_they_should(formed: dict[str, list[Formed]]) -> None:
    ends = {"past 3 f sg": "ت", "past 3 m pl": "وا", "past 1 pl": "نا", "pres 3 m pl": "ون", "pres 3 m pl subj": "وا"}
    begins = {"pres 3 m": "ي", "pres 3 f sg": "ت", "pres 1 pl": "ن"}
    for verb, forms in formed.items():
        for form in forms:
            person = form.features.removeprefix("VERB ").removesuffix(" act").removesuffix(" pass")
            assert all(word.endswith(ends.get(person, "")) for word in form.spellings), (verb, form)
            for begin, letter in begins.items():
                assert not person.startswith(begin) or form.spellings[0].startswith(letter), (verb, form)


def test_the_verbs_of_other_lexicons_are_in_the_table_and_agree(pack: Pack, formed: dict[str, list[Formed]]) -> None:
    """Of each base in says.tsv, triggers.tsv and the like: past and present of one verb, and its jussive."""
    known: dict[str, list[list[Formed]]] = {}
    for forms in formed.values():
        for past in spelt(forms, "past 3 m sg", "act") | spelt(forms, "past 3 m sg", "pass"):
            known.setdefault(past, []).append(forms)
    for table in ("says", "triggers", "harms", "status-words"):
        for row in pack.rows(f"lexicon/{table}"):
            for base in values(row["base"]) if row["class"] == "verb" else ():
                past, present, jussive, stem = (*base.split("/"), "", "", "")[:4]
                assert any(agree(forms, present, jussive, stem) for forms in known.get(past, [])), (table, base)


def agree(forms: list[Formed], present: str, jussive: str, stem: str) -> bool:
    """Whether one verb has a present, a jussive and a stem before consonants."""
    finite = {word: form.features for form in forms if not form.word for word in form.spellings}
    wanted = [word for word in (present, jussive, stem and stem.removesuffix("ن") + "نا") if word]
    return all(word in finite for word in wanted)


def test_the_generated_tables_are_those_of_today(pack: Pack) -> None:
    for name, text in TOOL["made"](pack).items():
        path = pack.folder / "morphology" / f"{name}.tsv"
        assert path.read_text(encoding="utf-8") == text, "stale: python tools/conjugate_verbs.py writes it anew"


def test_the_tool_shows_a_verb_by_its_past_and_by_its_id(pack: Pack) -> None:
    lines = list(TOOL["shown"](pack, "اغتال"))
    assert lines == list(TOOL["shown"](pack, "ghwl-8"))
    assert any("اغتيلت" in line and "past 3 f sg pass" in line for line in lines)
    assert list(TOOL["shown"](pack, "nothing")) == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [({"root": "قxف"}, "no root"), ({"root": "قص"}, "nothing for 3"), ({"vowels": ""}, "nothing for P")],
)
def test_a_row_that_cannot_be_conjugated_is_refused(
    changed: dict[str, str], message: str, verbs: Any, maker: Conjugator
) -> None:
    with pytest.raises(PackError, match=rf"verbs.tsv qssf-1: {message}.*\[pack.morphology\]"):
        list(maker.forms({**verbs["qssf-1"], **changed}))


def test_readings_name_features_lemma_and_verb(pack: Pack) -> None:
    by_verb = {(form.verb, form.features, form.lemma) for form in pack.forms.readings(pack.key("قصفت"))}
    assert by_verb == {("qssf-1", "VERB past 3 f sg", "قصف"), ("qssf-1", "VERB past 1 sg", "قصف")}
    form, _ = pack.forms.readings(pack.key("المفاوضات").removeprefix("ال"))
    assert (form.features, form.lemma, form.verb, form.word) == ("NOUN pl vn", "مفاوضه", "fwdd-3", "fwdd-3.n")
    assert pack.forms.readings("كلمه") == ()


def test_commands_and_i_are_read_and_do_not_count_as_known(pack: Pack) -> None:
    assert pack.forms.readings("اقصف")
    assert "اقصف" not in pack.forms.spellings
    assert "قصف" in pack.forms.spellings
