"""Links lead somewhere, files that are named exist, and the map shows the tree as it is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "riwaya"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *SOURCE.rglob("*.md"), *ROOT.glob("examples/*.md")])
OURS = [page for page in PAGES if page.name not in ("packs.md", "THIRD_PARTY_NOTICES.md")]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?:\]\(|src=\")([^)\"\s]+)[)\"]")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FILE = re.compile(r"`([\w./-]+(?:\.(?:py|tsv|toml|yaml|sh)|/))`")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _prose(page: Path) -> str:
    """A page without its blocks of code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def _anchors(page: Path) -> set[str]:
    """The anchors that the headings of a page give."""
    headings = _HEADING.findall(_prose(page))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(_prose(page)):
        path, _, anchor = link.partition("#")
        if "://" in link:
            continue
        goal = (page.parent / path).resolve() if path else page
        assert goal.exists(), link
        assert not anchor or anchor in _anchors(goal), link


@pytest.mark.parametrize("page", OURS, ids=_name)
def test_every_file_that_is_named_exists(page: Path) -> None:
    """A name may be shortened from the left: `pipeline.py`, `lexicon/says.tsv`."""
    folders = [ROOT / name for name in ("src", "tests", "docs", "tools", "examples", "benchmarks")]
    paths = [path for folder in folders for path in (folder, *folder.rglob("*"))]
    known = [f"/{_name(path)}{'/' if path.is_dir() else ''}" for path in [*paths, *ROOT.glob("*.*")]]
    missing = [file for file in _FILE.findall(_prose(page)) if not any(path.endswith(f"/{file}") for path in known)]
    assert missing == []


def _map() -> tuple[list[str], list[str]]:
    """The folders of the map in the README: those of the root, and those of `src/riwaya/`."""
    block = next(block for block in _FENCE.findall(README) if "\nsrc/riwaya/\n" in block)
    return re.findall(r"^([a-z]+)/", block, re.MULTILINE), re.findall(r"^  ([a-z]+)/", block, re.MULTILINE)


def _folders(place: Path) -> set[str]:
    return {path.name for path in place.iterdir() if path.is_dir() and path.name[0] not in "._"}


def test_the_map_shows_every_folder() -> None:
    top, inside = _map()
    assert set(top) == _folders(ROOT) - {"build", "dist"}
    assert set(inside) == _folders(SOURCE)


def test_the_map_is_in_the_order_of_the_layers() -> None:
    layers = [layer.split(".")[1] for layer in SETTINGS["tool"]["importlinter"]["contracts"][0]["layers"]]
    inside = _map()[1]
    assert inside == [layer for layer in reversed(layers) if layer in inside]


def test_the_citation_names_the_version() -> None:
    from riwaya import __version__

    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
