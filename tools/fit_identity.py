"""Fits the weights by which events are told to be one: the table `identity` of a pack's `pack.toml`.

    python tools/fit_identity.py [ar] [--write] [--reports DIR]

They are those of a log-linear model: of the events told before, and of none, a telling is of the one for which most
speaks. It learns from the own cases in `cases/events/` and the gate's reports, which say what is one, by the signs that
`events/likeness.py` finds there. The cases are few, so each weight is drawn to what it would be given by hand
(`BY_HAND`). Printed are the weights, and by five folds of the texts how many of the pairs of tellings that are joined
are one event, and how many of those that are one are joined.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from riwaya.errors import PackError
from riwaya.evaluate import read_gold
from riwaya.evaluate.align import bring_over
from riwaya.evaluate.event_cases import read_event_cases
from riwaya.evaluate.events import groups
from riwaya.evaluate.reading import Reading
from riwaya.evaluate.told_events import wanted_events
from riwaya.evaluate.trials import trial_report
from riwaya.events.code_events import Coder
from riwaya.events.identity import ALWAYS, Identity
from riwaya.events.kinship import Kinship
from riwaya.events.likeness import Likeness
from riwaya.events.told import Group, Told
from riwaya.model import Span
from riwaya.packs import HOME
from riwaya.pipeline import Reader, load

BY_HAND = {
    ALWAYS: -1.0,
    "kin-same": 1.0,
    "kin-same-harm": 0.7,
    "kin-broader": 0.0,
    "kin-narrower": 0.0,
    "kin-harms": 0.5,
    "kin-harm": 0.5,
    "kin-cousin": -0.5,
    "kin-apart": -1.0,
    "kin-other": -1.5,
    "here": 0.3,
    "here-harms": 1.5,
    "here-harm": 1.0,
    "here-toll": 1.0,
    "here-definite": 1.5,
    "here-indefinite": -0.8,
    "here-closed": -1.0,
    "here-again": -1.0,
    "describes": 1.0,
    "before": -3.0,
    "definite": 1.0,
    "definite-broader": 1.0,
    "indefinite": -0.8,
    "verb": -0.4,
    "title": 0.4,
    "title-indefinite": 0.0,
    "lead": 1.0,
    "another": -1.5,
    "bare": 1.0,
    "place": 1.0,
    "other-place": -2.0,
    "actor": 0.5,
    "other-actor": -2.0,
    "target": 0.5,
    "other-target": -2.0,
    "unlike-subject": -3.0,
    "unlike-actor": -2.0,
    "unlike-target": -1.0,
    "exchanged": -2.0,
    "toll": 1.5,
    "number": -1.5,
    "other-day": -3.0,
    "history-here": -1.0,
    "history-again": -0.5,
    "history-before": -2.5,
    "background": -1.0,
    "last": 0.3,
    "last-definite": 0.7,
    "last-here": 0.3,
    "new-killed": -0.5,
    "new-injured": -0.5,
    "far": -0.3,
    "fronted": -1.0,
    "turns": -1.0,
    "turns-definite": 0.0,
    "part": 1.5,
    "other-toll": -3.0,
    "other-means": -3.0,
    "other-status": -3.5,
    "other-wish": -0.5,
    "wished": 1.0,
    "goes-on": -0.5,
    "history-news": -2.5,
}
DRAWN = 30.0  # how strongly a weight is drawn to what it would be given by hand
STEPS, RATE = 150, 0.3
FOLDS = 5

Choice = tuple[list[list[str]], int]  # the signs of each event that a telling may be of, and which one it is; -1: none


class Text(NamedTuple):
    """The tellings of a text, and which expected event each is of, if it is of one, by its id."""

    told: Sequence[Told]
    expected: Mapping[str, int]


class _Wanted(NamedTuple):
    """A trigger of an expected event."""

    event: int
    type: str
    trigger: Span


def main() -> None:
    """Prints the weights and, when asked, writes them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", nargs="?", default="ar")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--reports", type=Path, default=Path("tests/gate/reports"))
    options = parser.parse_args()
    reader = load(options.pack)
    likeness = Likeness(Kinship(reader.pack.concepts))
    texts = [*_cases(reader), *_reports(reader, options.reports)]
    right, wrong, missed = _by_folds(texts, likeness)
    weights = fitted([choice for text in texts for choice in choices(text, likeness)])
    print("\n".join(f"{sign} = {weight}" for sign, weight in weights.items()))
    print(f"of pairs joined {right / max(right + wrong, 1):.3f} right; {right / max(right + missed, 1):.3f} are joined")
    if options.write:
        _write(HOME / options.pack / "pack.toml", weights)


def _cases(reader: Reader) -> Iterator[Text]:
    """The texts of the event cases."""
    coder = Coder(reader.pack)
    for case in read_event_cases(reader.pack):
        claimed = reader.code(trial_report(reader, case.text, case.published)).claimed
        told = coder.tellings(claimed)
        wanted = wanted_events(case.events, claimed.found.analysed)
        spans = [_Wanted(i, event.of["type"], span) for i, event in enumerate(wanted) for span in event.triggers]
        yield Text(told, _expected([(e.id, e.plover, e.trigger) for e in (one.event for one in told)], spans))


def _reports(reader: Reader, folder: Path) -> Iterator[Text]:
    """The reports of a folder of gold reports."""
    coder = Coder(reader.pack)
    for gold in read_gold(folder):
        record = reader.read_text(gold.text, published=gold.published)
        found, _ = bring_over(Reading.of(record), record.text, gold.text)
        told = coder.tellings(reader.code(record.report.model_copy(update={"issues": ()})).claimed)
        known = enumerate(groups(gold.reading.events))
        spans = [_Wanted(i, event.plover, event.trigger) for i, group in known for event in group]
        yield Text(told, _expected([(event.id, event.plover, event.trigger) for event in found.events], spans))


def _expected(found: Iterable[tuple[str, str, Span]], wanted: Sequence[_Wanted]) -> dict[str, int]:
    """Which expected event each found one is of: on whose trigger it stands, of its type rather than of another."""
    expected: dict[str, int] = {}
    for event, plover, trigger in found:
        on = [one for one in wanted if one.trigger.overlap(trigger) > 0]
        if on:
            expected[event] = max(on, key=lambda one: (one.type == plover, one.trigger.overlap(trigger))).event
    return expected


def choices(text: Text, likeness: Likeness) -> Iterator[Choice]:
    """What there is to choose for each telling of a text, those before it being joined as expected."""
    known: dict[str, dict[int, Group]] = defaultdict(dict)
    for one in {told.event.id: told for told in text.told}.values():
        expected = text.expected.get(one.event.id)
        if expected is None:
            continue
        told = known[one.event.plover]
        last = next(reversed(told), None)
        signs = {
            i: found for i, group in told.items() if (found := likeness.signs(group, one, last=i == last)) is not None
        }
        if signs and (expected in signs or expected not in told):
            yield list(signs.values()), list(signs).index(expected) if expected in signs else -1
        if expected in told:
            told[expected].add(one, tells_harm=likeness.tells_harm(one))
            told[expected] = told.pop(expected)
        else:
            told[expected] = Group(one, tells_harm=likeness.tells_harm(one))


def fitted(examples: Sequence[Choice]) -> dict[str, float]:
    """The weights under which the expected choices are likely, drawn to those given by hand."""
    weights = dict(BY_HAND)
    seen: dict[str, float] = defaultdict(float)
    for _ in range(STEPS):
        slopes = {sign: DRAWN * (BY_HAND[sign] - weight) for sign, weight in weights.items()}
        for options, right in examples:
            for i, (signs, share) in enumerate(zip(options, _shares(options, weights), strict=True)):
                for sign in (ALWAYS, *signs):
                    slopes[sign] += (i == right) - share
        for sign, slope in slopes.items():
            seen[sign] += slope * slope
            weights[sign] += RATE * slope / sqrt(seen[sign] + 1e-6)
    return {sign: round(weight, 2) for sign, weight in weights.items()}


def _shares(options: Sequence[Sequence[str]], weights: Mapping[str, float]) -> list[float]:
    """How likely a telling is of each event that it may be of."""
    powers = [exp(weights[ALWAYS] + sum(weights[sign] for sign in signs)) for signs in options]
    return [power / (1 + sum(powers)) for power in powers]


def _by_folds(texts: Sequence[Text], likeness: Likeness) -> tuple[int, int, int]:
    """How many pairs of tellings are rightly joined, wrongly joined and missed by weights of the other texts."""
    right = wrong = missed = 0
    for fold in range(FOLDS):
        others = [text for i, text in enumerate(texts) if i % FOLDS != fold]
        weights = fitted([choice for text in others for choice in choices(text, likeness)])
        for text in texts[fold::FOLDS]:
            events = Identity(likeness, weights).same_events(text.told)
            joined = {event.id: event.same_as or event.id for event in events if event.id in text.expected}
            for a, b in ((a, b) for a in joined for b in joined if a < b):
                found, wanted = joined[a] == joined[b], text.expected[a] == text.expected[b]
                right, wrong, missed = right + (found and wanted), wrong + (found > wanted), missed + (wanted > found)
    return right, wrong, missed


def _write(path: Path, weights: Mapping[str, float]) -> None:
    """Writes the weights into a pack's settings."""
    text = path.read_text(encoding="utf-8")
    table = "".join(f"{sign} = {weight}\n" for sign, weight in weights.items())
    changed, found = re.subn(r"(?<=\[identity\]\n).*?(?=\n\n|\n\[|\Z)", lambda _: table.rstrip(), text, flags=re.DOTALL)
    if not found:
        raise PackError("pack.settings", "no table identity", where=path.name, todo="see events/likeness.py")
    path.write_text(changed, encoding="utf-8")


if __name__ == "__main__":
    main()
