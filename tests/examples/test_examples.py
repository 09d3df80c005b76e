"""The example reports are what examples/README.md and expected.tsv say they are."""

from __future__ import annotations

import csv
import re
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree, html

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
COPIES = ("2022-09-13-bayan-alkhalij.html", "2022-09-13-difaf-magharibiya.html")
UNDECLARED = "2022-09-15-marsa-dijla.html"
CLEAN_TEXT = "2022-09-14-wakalat-sawahil.txt"
SAMPLE = "نموذجية"
LONG = 80  # characters: a text of this length is no phrase that two reports share by chance

SHOWN = [
    ("2022-09-13-difaf-magharibiya.html", "شتنبر"),
    ("2022-09-13-sawt-albosfor.html", r'"[^"<>=]*[ء-ي][^"<>=]*"'),
    ("2022-09-14-almarqab-alurduni.txt", r"(?m)^اقرأ أيضا:"),
    ("2022-09-14-mawj-alnil.html", r"\bفى\b"),
    ("2022-09-14-sada-almarfa.html", "أيلول/سبتمبر"),
    ("2022-09-15-marsa-dijla.html", "طلب عدم ذكر اسمه"),
    ("2022-09-15-qalam-alyasmin.txt", "[\u064b-\u0652]"),
    ("2022-09-15-qalam-alyasmin.txt", "”[^“”]+”"),
    ("2022-09-15-qawafil-alsharq.html", "[٠-٩]"),
]


def readme_table() -> list[dict[str, str]]:
    """The rows of the table in examples/README.md."""
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    lines = [line.strip("|").split("|") for line in readme.splitlines() if line.startswith("|")]
    columns, _, *rows = ([cell.strip().strip("`") for cell in line] for line in lines)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def expected_rows() -> list[dict[str, str]]:
    """The rows of expected.tsv."""
    with (HERE / "expected.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


TABLE = {row["file"]: row for row in readme_table()}
EXPECTED = {row["file"]: row for row in expected_rows()}
PAGES = [name for name in TABLE if name.endswith(".html")]


def decoded(name: str) -> str:
    """The characters of an example, in the encoding that the table gives."""
    return (EXAMPLES / name).read_bytes().decode(TABLE[name]["encoding"].split(",")[0])


def long_texts(name: str) -> set[str]:
    """The runs of text that are longer than LONG: the paragraphs, and hardly anything else."""
    runs = page_texts(decoded(name)) if name.endswith(".html") else decoded(name).splitlines()
    return {" ".join(run.split()) for run in runs if len(run.strip()) > LONG}


def page_texts(content: str) -> list[str]:
    """Every run of text of a page between two tags, scripts and styles apart."""
    page = html.fromstring(content)
    etree.strip_elements(page, "script", "style", with_tail=False)
    return [str(run) for run in page.itertext()]


def test_the_table_lists_every_file_of_the_folder() -> None:
    files = {path.name for path in EXAMPLES.iterdir()} - {"README.md"}
    assert files == TABLE.keys() == EXPECTED.keys()


@pytest.mark.parametrize("name", TABLE)
def test_names_begin_with_the_day_and_sort_by_it(name: str) -> None:
    assert name.isascii()
    assert name.startswith(f"{TABLE[name]['published']}-")
    assert TABLE[name]["published"] == EXPECTED[name]["published"]
    assert list(TABLE) == sorted(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_decodes_and_holds_its_title(name: str) -> None:
    content = decoded(name)
    assert EXPECTED[name]["title"] in content
    assert EXPECTED[name]["outlet"] in content
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]", content)


@pytest.mark.parametrize("name", [name for name in TABLE if TABLE[name]["encoding"].startswith("windows")])
def test_windows_pages_are_not_utf8(name: str) -> None:
    content = (EXAMPLES / name).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
    assert (b"charset" in content.lower()) is (name != UNDECLARED)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_parses_and_is_marked_as_a_sample(name: str) -> None:
    page = html.fromstring(decoded(name))
    marks = {meta.get("name"): meta.get("content") for meta in page.iter("meta")}
    assert marks["robots"] == "noindex"
    assert "invented" in (marks["riwaya:sample"] or "")
    assert SAMPLE in " ".join(page_texts(decoded(name)))


def test_a_scraped_text_is_marked_in_its_last_line() -> None:
    texts = [name for name in TABLE if name.endswith(".txt")]
    marked = {name for name in texts if SAMPLE in decoded(name).splitlines()[-1]}
    assert marked == set(texts) - {CLEAN_TEXT}


@pytest.mark.parametrize("name", TABLE)
def test_length_and_punctuation(name: str) -> None:
    paragraphs = long_texts(name)
    assert 8 <= int(EXPECTED[name]["paragraphs"]) <= 16
    assert len(paragraphs) >= 8
    for paragraph in paragraphs:
        assert not re.search(r"[ء-ي][,;?]|\s[،؛.:]|[،؛](?=[ء-ي])|  ", paragraph), paragraph


def test_only_the_agency_copies_share_paragraphs() -> None:
    texts = {name: long_texts(name) for name in TABLE}
    shared = {(a, b): texts[a] & texts[b] for a, b in combinations(texts, 2)}
    assert {pair for pair, paragraphs in shared.items() if paragraphs} == {COPIES}
    assert len(shared[COPIES]) >= 6


@pytest.mark.parametrize(("name", "pattern"), SHOWN)
def test_shows_what_the_table_promises(name: str, pattern: str) -> None:
    assert re.search(pattern, decoded(name))


def test_figures_of_the_dead_differ_by_claimant_and_day() -> None:
    first_day = " ".join(decoded(name) for name in TABLE if name.startswith("2022-09-13"))
    last_day = decoded("2022-09-16-majadif.html")
    assert {"49", "50"} <= set(re.findall(r"\d+", first_day))
    assert {"49", "50", "71", "105", "135"} <= set(re.findall(r"\d+", last_day))
