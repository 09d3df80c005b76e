"""A store on a small Arabic folding, and a record in which every field is filled."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riwaya.model import Block, Claim, Event, Issue, Link, Party, Place, Record, Relation, Report, Span, Time
from riwaya.model.folding import Fold
from riwaya.store import Store

TEXT = "باكو تعلن هدنة\nقالت وزارة الدفاع إن القصف أوقع ٢٧ قتيلًا في المدينة، ونفت أرمينيا ذلك."
FOLD = Fold({"أ": "ا", "إ": "ا", "ة": "ه", "ى": "ي", "\u064b": "", "\u064f": "", "\u0651": "", "٢": "2", "٧": "7"})


@pytest.fixture(scope="session")
def fold() -> Callable[[str], str]:
    return FOLD.key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "riwaya.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, fold=FOLD.key) as opened:
        yield opened


@pytest.fixture(scope="session")
def make() -> Callable[..., Record]:
    """Makes plain records of a text."""

    def make(text: str = "نص قصير", **fields: object) -> Record:
        report = Report.make(text=text, language="ar", blocks=(), **fields)  # type: ignore[arg-type]
        return Record(**report.model_dump())

    return make


def _at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="session")
def full() -> Record:
    """A record of every kind of value, with the longest chains and the shortest."""
    report = Report.make(
        text=TEXT,
        language="ar",
        blocks=(Block(kind="title", span=Span(0, 14)), Block(kind="paragraph", span=Span(15, len(TEXT)))),
        url="https://example.org/1",
        outlet="وكالة المثال",
        title="باكو تعلن هدنة",
        byline="مراسلنا",
        published="2020-10-10T12:00:00+04:00",
        retrieved="2020-10-11",
        issues=(Issue(code="time.weekday", span=_at("ذلك"), said="?"), Issue(code="text.short", said="!")),
    )
    ministry = Link(span=_at("وزارة الدفاع"), entity="Ministry of Defence", actor="aze.mod", kind="ministry")
    agency = Link(span=None, entity="Agency", kind="agency")
    claims = (
        Claim(
            id="clm_aaaa000000000001",
            content=_at("القصف أوقع ٢٧ قتيلًا"),
            cue=_at("قالت"),
            speech="indirect",
            act="assert",
            confidence=0.1 + 0.2,
            rule="ar.claims.said-that",
            chain=(agency, ministry),
        ),
        Claim(
            id="clm_aaaa000000000002",
            content=_at("ذلك"),
            cue=None,
            speech="mixed",
            act="deny",
            background=True,
            confidence=1.0,
            rule="ar.claims.denied",
            chain=(),
        ),
    )
    events = (
        Event(
            id="evt_bbbb000000000001",
            trigger=_at("القصف"),
            plover="ASSAULT",
            mode="bombard",
            cameo="194",
            acled=("Explosions/Remote violence", "Shelling/artillery/missile attack"),
            actors=(
                Party(code="ARM MIL", name="أرمينيا", span=_at("أرمينيا")),
                Party(code="AZE MIL", name="x"),
            ),
            targets=(Party(code="AZE CVL", actor="aze.cvl", name="y"),),
            place=Place(span=_at("المدينة"), name="Ganja", geonames=586523, lat=40.68, lon=46.36, precision=4),
            time=Time(span=_at("ذلك"), lo="2020-10-09", hi="2020-10-10", precision="day"),
            status="actual",
            weapons=("artillery", "قذائف"),
            killed=(27, None),
            injured=(0, 3),
            harm_who="civilians",
            claim="clm_aaaa000000000001",
            same_as="evt_bbbb000000000002",
            relevance=0.25,
            confidence=0.5,
            rule="ar.events.shelling",
        ),
        Event(
            id="evt_bbbb000000000002",
            trigger=_at("هدنة"),
            plover="AGREE",
            cameo="057",
            status="hypothetical",
            confidence=0.0,
            rule="ar.events.truce",
        ),
    )
    denial = Relation(kind="contradicts", a=claims[1].id, b=claims[0].id, about="القصف")
    return Record(**report.model_dump(), claims=claims, events=events, relations=(denial,))


@pytest.fixture
def dump(path: Path) -> Callable[[], str]:
    """Everything that the tables of the store's file hold."""

    def dump() -> str:
        connection = sqlite3.connect(path)
        try:
            return "\n".join(connection.iterdump())
        finally:
            connection.close()

    return dump
