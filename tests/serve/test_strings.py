"""The strings of the interface: complete in every language, and none too many."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import riwaya.serve
from riwaya.model import ACTS, LINK_KINDS, PLOVER_TYPES, STATUSES, Time
from riwaya.model.terms import RelationKind, Speech, TimePrecision
from riwaya.serve.interface import choose, interfaces
from riwaya.serve.timeline import AGES

SERVE = Path(riwaya.serve.__file__).parent
LANGUAGES = sorted(interfaces())
CLOSED = {
    "act": ACTS,
    "kind": LINK_KINDS,
    "plover": PLOVER_TYPES,
    "status": STATUSES,
    "speech": get_args(Speech),
    "relation": get_args(RelationKind),
    "relation_from": get_args(RelationKind),
    "time_precision": get_args(TimePrecision),
    "precision": ("1", "2", "3", "4", "5"),
    "month": tuple(map(str, range(1, 13))),
    "age": tuple(AGES),
}


def test_the_languages_have_the_same_keys() -> None:
    keys = [{table: set(rows) for table, rows in interfaces()[name].tables.items()} for name in LANGUAGES]
    assert LANGUAGES == ["ar", "en"]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", CLOSED)
def test_every_value_of_the_record_has_a_name(language: str, table: str) -> None:
    names = interfaces()[language].tables[table]
    assert set(names) == set(CLOSED[table])
    assert all(name.strip() for name in names.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_of_one_kind_have_different_names(language: str) -> None:
    for table in ("act", "kind", "plover", "status", "speech"):
        names = list(interfaces()[language].tables[table].values())
        assert len(set(names)) == len(names), table


def test_the_languages_take_the_same_values_in_each_string() -> None:
    arabic, english = (interfaces()[name].tables["page"] for name in LANGUAGES)
    for key in arabic:
        assert set(re.findall(r"{\w+}", arabic[key])) == set(re.findall(r"{\w+}", english[key])), key


def test_every_string_of_the_pages_is_used_and_every_used_one_exists() -> None:
    sources = [*SERVE.glob("templates/*.html"), *SERVE.glob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    said = set(re.findall(r"""\.say\(["'](\w+)["']""", text))
    keys = set(interfaces()["en"].tables["page"])
    assert said <= keys
    assert {key for key in keys if not re.search(rf"""["']{key}["']""", text)} == set()


@pytest.mark.parametrize(
    ("lo", "hi", "precision", "wanted"),
    [
        ("2022-09-13", "2022-09-13", "day", "13 September 2022"),
        ("2022-09-13", "2022-09-15", "day", "13 September 2022 – 15 September 2022"),
        ("2022-09-13T00:00:00", "2022-09-13T06:00:00", "part", "13 September 2022, 00:00 – 06:00"),
        ("2022-09-13T05:30:00+04:00", "2022-09-13T05:30:00+04:00", "minute", "13 September 2022, 05:30"),
        ("2022-09-01", "2022-09-30", "month", "September 2022"),
        ("1980-01-01", "1989-12-31", "decade", "1980 – 1989"),
        ("2022-09-13", None, "day", "13 September 2022"),
        (None, None, "day", "unresolved"),
    ],
)
def test_an_interval_is_written_as_precisely_as_it_is_known(
    lo: str | None, hi: str | None, precision: TimePrecision, wanted: str
) -> None:
    time = Time.model_validate({"span": (0, 1), "lo": lo, "hi": hi, "precision": precision})
    assert interfaces()["en"].when(time) == wanted


def test_a_range_of_harm_is_written_as_what_is_known() -> None:
    english = interfaces()["en"]
    assert [english.amount(n) for n in [(49, None), (50, 50), (40, 55), (0, 0)]] == [
        "at least 49",
        "50",
        "40–55",
        "0",
    ]


@pytest.mark.parametrize(
    ("asked", "remembered", "wanted"),
    [("en", None, "en"), (None, "en", "en"), ("ar", "en", "ar"), ("xx", None, "ar"), ("../en", "", "ar")],
)
def test_the_language_asked_for_goes_before_the_one_remembered(
    asked: str | None, remembered: str | None, wanted: str
) -> None:
    assert choose(asked, remembered).language == wanted
