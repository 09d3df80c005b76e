"""Whatever is a record comes back from the store as it was put."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import (
    ACTS,
    LINK_KINDS,
    PLOVER_TYPES,
    STATUSES,
    Block,
    Claim,
    Event,
    Issue,
    Link,
    Party,
    Place,
    Record,
    Relation,
    Report,
    Span,
    Time,
)
from riwaya.model.terms import BlockKind, RelationKind, Speech, TimePrecision
from riwaya.store import Store

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
INTEGERS = st.integers(min_value=0, max_value=2**63 - 1)
FLOATS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
CONFIDENCE = st.floats(min_value=0, max_value=1)
TIMES = st.dates().map(str) | st.datetimes(timezones=st.timezones() | st.none()).map(lambda t: t.isoformat())


def one_of_type(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def ranges(draw: st.DrawFn) -> tuple[int, int | None]:
    lo, hi = draw(INTEGERS), draw(st.none() | INTEGERS)
    return (lo, hi) if hi is None or lo <= hi else (hi, lo)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Records of any text, with spans, ids and references that hold together."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))

    @st.composite
    def spans(draw: st.DrawFn) -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    span, words, maybe = spans(), WORDS, st.none() | WORDS
    links = st.builds(Link, span=st.none() | span, entity=words, actor=maybe, kind=st.sampled_from(LINK_KINDS))
    claims = st.builds(
        Claim,
        id=words,
        content=span,
        cue=st.none() | span,
        speech=one_of_type(Speech),
        act=st.sampled_from(ACTS),
        background=st.booleans(),
        confidence=CONFIDENCE,
        rule=words,
        chain=st.lists(links, max_size=4).map(tuple),
    )
    made = draw(st.lists(claims, max_size=4, unique_by=lambda claim: claim.id))
    claim_ids = [claim.id for claim in made]
    parties = st.lists(st.builds(Party, code=words, actor=maybe, name=words, span=st.none() | span), max_size=2).map(
        tuple
    )
    places = st.builds(
        Place,
        span=span,
        name=words,
        geonames=st.none() | INTEGERS,
        lat=FLOATS,
        lon=FLOATS,
        country=maybe,
        precision=st.none() | st.integers(1, 5),
    )
    times = st.builds(
        Time,
        span=span,
        lo=st.none() | TIMES,
        hi=st.none() | TIMES,
        precision=one_of_type(TimePrecision),
    )
    event_ids = draw(st.lists(words, max_size=3, unique=True))
    events = [
        Event(
            id=event_id,
            trigger=draw(span),
            plover=draw(st.sampled_from(PLOVER_TYPES)),  # type: ignore[arg-type]
            mode=draw(maybe),
            cameo=draw(words),
            acled=draw(st.none() | st.tuples(words, words)),
            actors=draw(parties),
            targets=draw(parties),
            place=draw(st.none() | places),
            time=draw(st.none() | times),
            status=draw(st.sampled_from(STATUSES)),  # type: ignore[arg-type]
            background=draw(st.booleans()),
            weapons=tuple(draw(st.lists(words, max_size=3))),
            killed=draw(st.none() | ranges()),
            injured=draw(st.none() | ranges()),
            harm_who=draw(maybe),
            claim=draw(st.sampled_from([None, *claim_ids])),
            same_as=draw(st.sampled_from([None, *event_ids])),
            relevance=draw(st.none() | CONFIDENCE),
            confidence=draw(CONFIDENCE),
            rule=draw(words),
        )
        for event_id in event_ids
    ]
    blocks = st.lists(st.builds(Block, kind=one_of_type(BlockKind), span=span), max_size=3).map(tuple)
    issues = st.lists(st.builds(Issue, code=words, span=st.none() | span, said=words), max_size=3).map(tuple)
    ids = st.sampled_from(claim_ids or [""])
    relations = st.builds(Relation, kind=one_of_type(RelationKind), a=ids, b=ids, about=words)
    report = Report.make(
        text=text,
        language=draw(words),
        blocks=draw(blocks),
        url=draw(maybe),
        outlet=draw(maybe),
        title=draw(maybe),
        byline=draw(maybe),
        published=draw(st.none() | TIMES),
        retrieved=draw(st.none() | TIMES),
        issues=draw(issues),
    )
    return Record(
        **report.model_dump(),
        claims=tuple(made),
        events=tuple(events),
        relations=tuple(draw(st.lists(relations, max_size=2 if claim_ids else 0))),
    )


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, fold: Callable[[str], str]) -> Iterator[Store]:
    """One store for all examples: what others left in it must not show."""
    with Store.open(tmp_path_factory.mktemp("store") / "riwaya.db", fold=fold) as opened:
        yield opened


@settings(max_examples=100, deadline=None)
@given(record=records())
def test_any_record_comes_back_equal(shared: Store, record: Record) -> None:
    shared.put(record, analyser="1")
    assert shared.record(record.id).model_copy(update={"retrieved": record.retrieved}) == record
    assert not shared.put(record, analyser="1")


def test_the_full_record_comes_back_equal(store: Store, full: Record) -> None:
    store.put(full, analyser="1")
    again = store.record(full.id)
    assert again == full
    assert again.to_json() == full.to_json()
