"""The code books agree with each other, and the event lexicons of the Arabic pack with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import riwaya
from riwaya.model import PLOVER_TYPES, STATUSES
from riwaya.rules.inflection import Paradigms
from riwaya.rules.tables import read_table, values

PACKS = Path(riwaya.__file__).parent / "packs"
ONTOLOGY, LEXICON = PACKS / "_ontology", PACKS / "ar" / "lexicon"

# The CAMEO codes that each PLOVER type takes, longest prefix first; None where PLOVER dropped them.
CAMEO_TO_PLOVER = {
    "01": None, "02": None, "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "084": "RETREAT", "085": "RETREAT", "086": "RETREAT", "087": "RETREAT", "09": "ACCUSE",
    "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
FRAMES = {"does", "undergoes", "doer-noun", "act-noun", "hurt-noun", "mutual", "talks", "toward", "alone"}
CLASSES = {"verb", "noun", "adj", "fixed"}
PARTS = {
    "verb": ("perfect", "imperfect", "jussive", "stem"),
    "noun": ("singular", "plural", "plural2"),
    "adj": ("singular", "plural"),
}
SECTORS = set(
    values("COP|GOV|JUD|LEG|MIL|PRM|PTY|REB|SPY|UAF|UNK|AGR|BUS|CRM|CVL|EDU|ELI|JRN|LAB|MED|REF|OPP|PRE|REL|SOC")
)
WORD_TABLES = ("triggers", "weapons", "harms", "victims")

Row = dict[str, str]


def book(name: str) -> dict[str, Row]:
    """The rows of a code book by id."""
    return {row["id"]: row for row in read_table(ONTOLOGY / f"{name}.tsv")}


def words(name: str) -> list[Row]:
    """The rows of a lexicon of the Arabic pack."""
    return read_table(LEXICON / f"{name}.tsv", required=("class", "base", "gloss"))


@pytest.fixture(scope="module")
def modes() -> dict[str, set[str]]:
    """The modes of each PLOVER type."""
    return {row["type"]: set(values(row["modes"])) for row in book("plover").values()}


@cache
def paradigm_rows() -> list[Row]:
    """The rows of the paradigm table."""
    return read_table(LEXICON / "inflection.tsv")


def inflect(word_class: str, base: str) -> Iterator[str]:
    """The forms of a word: a second, slower reading of the paradigm table than the engine's."""
    if word_class == "fixed":
        yield from values(base)
        return
    rows = [row for row in paradigm_rows() if row["class"] == word_class]
    for one in values(base):
        parts = dict(zip(PARTS[word_class], one.split("/"), strict=False))
        for name, part in parts.items():
            head, *tail = part.split(" ")
            fits = [row for row in rows if row["part"] == name and head.endswith(row["ending"])]
            longest = max(len(row["ending"]) for row in fits)
            for row in fits:
                if len(row["ending"]) == longest and not parts.get(row["unless"]):
                    core = head[int(row["cut_prefix"]) : len(head) - int(row["cut_suffix"])]
                    yield " ".join([row["prefix"] + core + row["suffix"], *tail])


# --- code books


def test_plover_has_the_types_of_the_record(modes: dict[str, set[str]]) -> None:
    assert set(modes) == set(PLOVER_TYPES)


def test_cameo_follows_the_mapping_to_plover() -> None:
    for row in book("cameo").values():
        prefix = next(row["code"][:n] for n in (3, 2) if row["code"][:n] in CAMEO_TO_PLOVER)
        assert (row["plover"] or None) == CAMEO_TO_PLOVER[prefix], row["code"]
        assert row["id"] == "c" + row["code"]
        assert row["gloss"], row["code"]


def test_every_cameo_leaf_has_the_codes_above_it() -> None:
    codes = {row["code"] for row in book("cameo").values()}
    orphans = [code for code in codes if len(code) > 2 and code[:-1] not in codes]
    assert not orphans


def test_acled_has_its_six_types_and_25_sub_events() -> None:
    rows = book("acled").values()
    assert len({row["type"] for row in rows}) == 6
    assert len({row["sub_event"] for row in rows}) == 25


def test_concepts_keep_to_the_code_books(modes: dict[str, set[str]]) -> None:
    cameo, acled = book("cameo"), {(r["type"], r["sub_event"]) for r in book("acled").values()} | {("", "")}
    for row in book("concepts").values():
        assert row["mode"] in modes[row["plover"]] | {""}, row["id"]
        assert row["cameo"] in cameo, row["id"]
        assert (row["acled_type"], row["acled_sub"]) in acled, row["id"]
        assert row["about"], row["id"]
        assert row["note"] or cameo[row["cameo"]]["plover"] == row["plover"], row["id"]


def test_broader_concepts_are_of_the_same_type_and_end_somewhere() -> None:
    concepts = book("concepts")
    for name, row in concepts.items():
        line = [name]
        while broader := concepts[line[-1]]["broader"]:
            assert concepts[broader]["plover"] == row["plover"], (name, broader)
            assert broader not in line, line
            line.append(broader)
        assert row["harms"] in ("", "its", "told"), name


# --- triggers


def test_every_plover_type_and_every_concept_has_a_trigger() -> None:
    concepts, used = book("concepts"), {row["concept"] for row in words("triggers")}
    assert used == set(concepts)
    assert {concepts[concept]["plover"] for concept in used} == set(PLOVER_TYPES)


def test_triggers_are_complete_and_use_known_labels() -> None:
    for row in words("triggers"):
        assert row["class"] in CLASSES, row["id"]
        assert row["frame"] in FRAMES, row["id"]
        assert (row["voice"] in {"active", "passive", "both"}) is (row["class"] == "verb"), row["id"]
        assert row["status"].removeprefix("usually ") in {"", *STATUSES}, row["id"]
        assert row["gloss"], row["id"]
        assert row["seen"], row["id"]


WORDLESS = {"alone", "bare", "counted", "noun", "own", "refers"}  # guards that ask for no words


def guards(row: Row) -> dict[str, tuple[str, ...]]:
    """The guards of a trigger: kind to words."""
    return {part.partition(":")[0]: values(part.partition(":")[2]) for part in row["when"].split(",") if part}


def test_guards_are_single_words_without_clitics() -> None:
    for row in words("triggers"):
        for kind, said in guards(row).items():
            assert kind in {"needs", "with", "names", "without", "by", "not-after", "not-before", *WORDLESS}, row["id"]
            assert bool(said) is (kind not in WORDLESS), row["id"]
            if kind == "needs":
                assert set(said) <= {"actor", "weapon", "armed", "conflict"}, row["id"]
            assert not [word for word in said if " " in word or word.startswith("ال")], row["id"]


def test_the_example_of_a_trigger_shows_it() -> None:
    for row in words("triggers"):
        seen = bare(row["seen"])
        assert any(bare(form) in seen for form in inflect(row["class"], row["base"])), row["id"]
        complements = guards(row).get("with") or guards(row).get("names", ())
        assert not complements or any(bare(word) in seen for word in complements), row["id"]


def test_a_counter_example_is_kept_out_by_a_guard() -> None:
    for row in words("triggers"):
        kinds = guards(row)
        if row["counter"] and not kinds.keys() & {"needs", "with", "names", "without", "by", *WORDLESS}:
            neighbours = [bare(word) for said in kinds.values() for word in said]
            assert any(word in bare(row["counter"]) for word in neighbours), row["id"]


@pytest.mark.parametrize("table", WORD_TABLES)
def test_no_two_entries_share_a_base_form_unless_their_guards_differ(table: str) -> None:
    seen: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in words(table):
        for base in values(row["base"]):
            parts = [base] if row["class"] == "fixed" else base.split("/")
            for part in parts:
                seen[row["class"], bare(part), row.get("when", "")].add(row["id"])
    assert not {key: ids for key, ids in seen.items() if len(ids) > 1}


def bare(words_of: str) -> str:
    """The words without articles, hamza carriers and final letters on one spelling."""
    plain = " ".join(word.removeprefix("ال") for word in words_of.split())
    return plain.translate(str.maketrans("أإآىةؤئ", "اااي" + "هوي"))


@pytest.mark.parametrize("table", WORD_TABLES)
def test_bases_have_no_more_parts_than_their_class(table: str) -> None:
    for row in words(table):
        if row["class"] != "fixed":
            for base in values(row["base"]):
                parts = base.split("/")
                assert len(parts) <= len(PARTS[row["class"]]), row["id"]
                assert all(part == part.strip() != "" for part in parts), row["id"]


# --- weapons, harms, victims


def test_weapons_imply_modes_of_assault(modes: dict[str, set[str]]) -> None:
    for row in words("weapons"):
        assert row["mode"] in modes["ASSAULT"] | {""}, row["id"]
        assert row["kind"], row["id"]


def test_harms_and_victims_use_known_labels() -> None:
    for row in words("harms"):
        assert row["harm"] in {"killed", "injured", "missing", "captured", "displaced"}, row["id"]
        assert row["part"] in {"verb", "count-noun", "verbal-noun", "manner"}, row["id"]
        assert row["class"] != "verb" or row["part"] == "verb", row["id"]
    assert {row["sector"] for row in words("victims")} <= SECTORS


# --- inflection


def test_paradigm_rows_are_well_formed() -> None:
    for row in paradigm_rows():
        assert row["part"] in PARTS[row["class"]], row["id"]
        assert row["features"].split()[0] == row["class"].upper(), row["id"]
        assert int(row["cut_prefix"]) in {0, 1}, row["id"]
        assert 0 <= int(row["cut_suffix"]) <= len(row["ending"]), row["id"]


def test_every_part_of_every_class_has_a_default_row() -> None:
    defaults = {(r["class"], r["part"]) for r in paradigm_rows() if not r["ending"]}
    assert defaults == {(c, p) for c, parts in PARTS.items() for p in parts}


@pytest.mark.parametrize(
    ("word_class", "base", "expected"),
    [
        ("verb", "أعلن/يعلن", "أعلن أعلنت أعلنا أعلنتا أعلنوا يعلن تعلن نعلن يعلنان تعلنان يعلنون يعلنوا"),
        ("verb", "قال/يقول/يقل/قل", "قال قالت قالا قالوا قلنا يقول تقول نقول يقولون يقولوا يقل تقل نقل"),
        ("verb", "نفى/ينفي", "نفى نفت نفيا نفتا نفوا نفينا ينفي تنفي ننفي ينفيان ينفون ينفوا ينف تنف"),
        ("verb", "دعا/يدعو", "دعا دعت دعوا دعتا دعونا يدعو تدعو ندعو يدعوان يدعون يدعوا يدع"),
        ("verb", "سعى/يسعى", "سعى سعت سعيا سعوا سعينا يسعى تسعى نسعى يسعيان يسعون يسعوا يسع"),
        ("verb", "لقي/يلقى", "لقي لقيت لقيا لقوا لقينا يلقى تلقى يلقيان يلقون يلقوا يلق"),
        ("verb", "أصر/يصر/يصر/أصرر", "أصر أصرت أصرا أصروا أصررنا يصر تصر نصر يصرون يصروا"),
        ("verb", "هدد/يهدد", "هدد هددت هددا هددوا هددنا يهدد تهدد نهدد يهددون يهددوا"),
        ("verb", "استولى/يستولي", "استولى استولت استوليا استولوا استولينا يستولي تستولي يستولون يستول"),
        ("verb", "بدأ/يبدأ", "بدأ بدأت بدآ بدأوا بدؤوا يبدأ تبدأ يبدؤون يبدأون يبدآن"),
        ("verb", "جاء/يجيء", "جاء جاءت جاءا جاؤوا جاءوا جئنا يجيء تجيء يجيئون يجئ"),
        ("verb", "أطلق سراح/يطلق سراح", "أطلق سراح|أطلقت سراح|أطلقوا سراح|تطلق سراح|يطلقون سراح"),
        ("noun", "هجوم/هجمات", "هجوم هجوما هجومان هجومين هجمات"),
        ("noun", "قتيل/قتلى", "قتيل قتيلا قتيلان قتيلين قتلى"),
        ("noun", "مسؤول/مسؤولون", "مسؤول مسؤولا مسؤولان مسؤولين مسؤولون مسؤولو مسؤولي"),
        ("noun", "غارة/غارات", "غارة غارتان غارتين غارتا غارتي غارات"),
        ("noun", "اعتداء/اعتداءات", "اعتداء اعتداءان اعتداءين اعتداءات"),
        ("adj", "أرميني", "أرميني أرمينية أرمينيان أرمينيين أرمينيتان أرمينيتين أرمينيون أرمينيات"),
        ("adj", "مؤكد", "مؤكد مؤكدا مؤكدة مؤكدان مؤكدين مؤكدتان مؤكدون مؤكدو مؤكدي مؤكدات"),
        ("adj", "داعٍ", "داع داعي داعيا داعية داعيان داعيين داعون داعين داعيات"),
        ("adj", "بريء/أبرياء", "بريء بريئا بريئة بريئين أبرياء"),
    ],
)
def test_paradigms_give_the_forms_of_the_grammar(word_class: str, base: str, expected: str) -> None:
    forms = set(inflect(word_class, base))
    wanted = set(expected.split("|") if "|" in expected else expected.split())
    assert wanted - forms == set()


@pytest.mark.parametrize(
    ("word_class", "base", "wrong"),
    [
        ("verb", "نفى/ينفي", "نفىت نفىوا ينفيون"),
        ("verb", "دعا/يدعو", "دعات دعاوا يدعوون"),
        ("noun", "غارة/غارات", "غارةان غاراتا غارةا"),
        ("noun", "اعتداء/اعتداءات", "اعتداءا"),
        ("adj", "داعٍ", "داعٍون داعٍة"),
    ],
)
def test_paradigms_give_no_form_against_the_grammar(word_class: str, base: str, wrong: str) -> None:
    assert not set(wrong.split()) & set(inflect(word_class, base))


@pytest.mark.parametrize("table", WORD_TABLES)
def test_the_engine_reads_the_paradigms_alike(table: str) -> None:
    paradigms = Paradigms(paradigm_rows())
    for row in words(table):
        forms = {form.letters for form in paradigms.forms(row["class"], row["base"], where=table)}
        assert forms == set(inflect(row["class"], row["base"])), row["id"]
