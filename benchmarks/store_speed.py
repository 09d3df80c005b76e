"""How quickly a store is filled, read and searched: `python benchmarks/store_speed.py [reports]`.

The reports are made up: 300 words each, drawn from a vocabulary in which the n-th word is 1/n as frequent
as the first, with 6 claims, 8 events and what belongs to them.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from pathlib import Path
from statistics import median
from time import perf_counter

from riwaya.model import (
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
    content_id,
)
from riwaya.packs import load_pack
from riwaya.store import Store
from riwaya.store.write import check

WORDS = 300
VOCABULARY = 20_000


def main(n_reports: int) -> None:
    """Nothing; prints one figure a line."""
    dice = random.Random(1)
    words = [_word(dice) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / n for n in range(1, VOCABULARY + 1)))
    records = [_record(dice.choices(words, cum_weights=weights, k=WORDS), n) for n in range(n_reports)]
    fold = load_pack("ar").key
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "riwaya.db"
        with Store.open(path, fold=fold) as store:
            _writing(store, records)
            _reading(store, records, words)
        _show("size of the file, KB a report", path.stat().st_size / n_reports / 1000)
        _show("opening it again, ms", _ms(lambda: Store.open(path, fold=fold).close()))


def _writing(store: Store, records: list[Record]) -> None:
    """Nothing; prints how quickly reports are stored."""
    single, batched = records[: len(records) // 4], records[len(records) // 4 :]
    singly = _seconds(lambda: [store.put(record, analyser="1") for record in single])
    together = _seconds(lambda: store.put_all(batched, analyser="1"))
    checking = _seconds(lambda: _check_all(batched))
    _show("put, reports/s", len(single) / singly)
    _show("put_all, reports/s", len(batched) / together)
    _show("  of which validation, %", 100 * checking / together)
    _show("put_all again, unchanged, reports/s", _rate(store, batched, "1"))
    _show("put_all again, replaced, reports/s", _rate(store, batched, "2"))


def _check_all(records: list[Record]) -> None:
    """Nothing; checks records as writing does."""
    for record in records:
        check(record)


def _reading(store: Store, records: list[Record], words: list[str]) -> None:
    """Nothing; prints how quickly records and lists come back."""
    _show("record, reports/s", 1000 / _ms(lambda: store.record(records[7].id)))
    _show("record_of a prefix, ms", _ms(lambda: store.record_of(records[7].claims[0].id[:10])))
    _show("reports, newest 50, ms", _ms(store.reports))
    for name, query in {
        "the most frequent word": words[0],
        "a word in the middle": words[300],
        "two words": f"{words[5]} {words[50]}",
        "a phrase": f'"{words[0]} {words[1]}"',
    }.items():
        found = store.count(query=query)
        _show(f"search, {name} ({found} found), ms", _ms(partial(store.reports, query=query)))


def _word(dice: random.Random) -> str:
    """A made-up word of two to seven Arabic letters."""
    return "".join(chr(dice.randint(0x0627, 0x063A)) for _ in range(dice.randint(2, 7)))


def _record(words: list[str], number: int) -> Record:
    """A record of the size of a news report."""
    text = " ".join(words)
    report = Report.make(
        text=text,
        language="ar",
        blocks=tuple(Block(kind="paragraph", span=Span(n * 100, n * 100 + 90)) for n in range(10)),
        url=f"https://example.org/{number}",
        outlet=f"outlet {number % 40}",
        title=text[:60],
        published=f"2020-10-{number % 28 + 1:02}",
        issues=(Issue(code="time.weekday", span=Span(5, 9), said="a weekday that the calendar does not know"),),
    )
    claims = tuple(_claim(report.id, n) for n in range(6))
    events = tuple(_event(report.id, n, claims[n % 6].id) for n in range(8))
    relation = Relation(kind="contradicts", a=claims[0].id, b=claims[1].id, about="shelling")
    return Record(**report.model_dump(), claims=claims, events=events, relations=(relation,))


def _claim(report_id: str, n: int) -> Claim:
    """A claim with a chain of two."""
    said = Span(n * 150, n * 150 + 60)
    return Claim(
        id=content_id("clm", report_id, n),
        content=said,
        cue=Span(said.start + 70, said.start + 74),
        speech="indirect",
        act="assert",
        confidence=0.9,
        rule="ar.claims.said-that",
        chain=(
            Link(span=Span(1, 9), entity="Reuters", actor="reuters", kind="agency"),
            Link(span=None, entity="Ministry of Defence", actor="arm.mod", kind="ministry"),
        ),
    )


def _event(report_id: str, n: int, claim_id: str) -> Event:
    """An event with an actor, a target, a place and a time."""
    return Event(
        id=content_id("evt", report_id, n),
        trigger=Span(n * 90, n * 90 + 5),
        plover="ASSAULT",
        mode="bombard",
        cameo="194",
        acled=("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        actors=(Party(code="ARM MIL", name="Armenia", span=Span(3, 9)),),
        targets=(Party(code="AZE CVL", name="Azerbaijan", span=Span(13, 19)),),
        place=Place(span=Span(20, 26), name="Ganja", lat=40.68, lon=46.36, country="AZE", precision=4),
        time=Time(span=Span(30, 34), lo="2020-10-10", hi="2020-10-10", precision="day"),
        status="actual",
        weapons=("artillery",),
        killed=(1, 3),
        claim=claim_id,
        confidence=0.8,
        rule="ar.events.shelling",
    )


def _rate(store: Store, records: list[Record], analyser: str) -> float:
    """How many reports a second go in."""
    return len(records) / _seconds(lambda: store.put_all(records, analyser=analyser))


def _seconds(work: Callable[[], object]) -> float:
    """How long some work takes, in seconds."""
    start = perf_counter()
    work()
    return perf_counter() - start


def _ms(work: Callable[[], object], times: int = 15) -> float:
    """How long some work takes, in milliseconds: the median of several times."""
    return 1000 * median(_seconds(work) for _ in range(times))


def _show(what: str, figure: float) -> None:
    """Nothing; prints a figure."""
    print(f"{what:<52} {figure:10.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
