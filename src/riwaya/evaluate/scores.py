"""Scores: all figures over a set of gold reports.

The measure: claims are paired by their content (overlap of at least .5, one to one), links by span or name,
events as the groups that `same_as` makes, by a trigger and the PLOVER type, relations by their kind and their two
claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from riwaya.evaluate.align import bring_over
from riwaya.evaluate.claims import ClaimPair, claim_figures, judged_claims, pair_claims
from riwaya.evaluate.events import event_figures, groups, judged_events, pair_groups, same_event
from riwaya.evaluate.figures import Bin, Figure, Share, Tally, calibration_gap, reliability
from riwaya.evaluate.gold import GoldReport
from riwaya.evaluate.mistakes import Mistake, claim_mistakes, event_mistakes, relation_mistakes
from riwaya.evaluate.pairing import same_source
from riwaya.evaluate.reading import Reading
from riwaya.evaluate.relations import relation_figures
from riwaya.model import Record


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of all reports; `dropped` counts spans that do not stand in the gold's text."""

    reports: int
    words: int
    dropped: int
    claim_overlap: float
    tallies: Mapping[str, Tally]
    shares: Mapping[str, Share]
    claim_bins: tuple[Bin, ...]
    event_bins: tuple[Bin, ...]
    mistakes: tuple[Mistake, ...]

    def tally(self, name: str) -> Tally:
        """The tally of that name, an empty one where nothing was counted."""
        return self.tallies.get(name, Tally())

    def share(self, name: str) -> Share:
        """The share of that name, an empty one where nothing was counted."""
        return self.shares.get(name, Share())

    def extra_per_1000(self, name: str) -> float:
        """How many claims or events were found that the gold does not have, per 1,000 words."""
        tally = self.tally(name)
        return 1000 * (tally.found - tally.hit) / self.words if self.words else 0.0

    def figures(self) -> dict[str, float]:
        """Every figure for which there was anything to count, 0 to 1: F1 of tallies, rate of shares."""
        tallies = {f"{name}.f1": tally.f1 for name, tally in self.tallies.items() if tally.gold}
        return tallies | {name: share.rate for name, share in self.shares.items() if share.of}

    def to_dict(self) -> dict[str, Any]:
        """The scores as JSON values, the derived figures included."""
        return asdict(self) | {
            "figures": self.figures(),
            "extra_per_1000_words": {name: self.extra_per_1000(name) for name in ("claims", "events")},
            "calibration_gap": {
                "claims": calibration_gap(self.claim_bins),
                "events": calibration_gap(self.event_bins),
            },
        }


@dataclass(slots=True)
class _Counts:
    """What grows from report to report."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    shares: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    overlaps: list[float] = field(default_factory=list)
    claims: list[tuple[float, bool]] = field(default_factory=list)
    events: list[tuple[float, bool]] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    dropped: int = 0

    def add(self, figure: Figure) -> None:
        """Adds a figure to those of its name."""
        name, value = figure
        if isinstance(value, Tally):
            self.tallies[name] += value
        else:
            self.shares[name] += value


def evaluate_reports(
    gold: Sequence[GoldReport], read: Callable[[GoldReport], Record], *, details: bool = False
) -> Scores:
    """The scores of what `read` makes of the gold reports; `details` lists every mistake."""
    counts = _Counts()
    for report in gold:
        record = read(report)
        found, dropped = bring_over(Reading.of(record), record.text, report.text)
        counts.dropped += dropped
        _count_claims(report, found, counts, details)
        _count_events(report, found, counts, details)
    overlaps = counts.overlaps
    return Scores(
        reports=len(gold),
        words=sum(len(report.text.split()) for report in gold),
        dropped=counts.dropped,
        claim_overlap=sum(overlaps) / len(overlaps) if overlaps else 0.0,
        tallies=dict(counts.tallies),
        shares=dict(counts.shares),
        claim_bins=reliability(counts.claims),
        event_bins=reliability(counts.events),
        mistakes=tuple(counts.mistakes),
    )


def _count_claims(report: GoldReport, found: Reading, counts: _Counts, details: bool) -> None:
    """Counts the claims of one report and how they stand to each other."""
    sides = report.reading.claims, found.claims
    pairs: list[ClaimPair] = pair_claims(*sides, same_source(report.reading, found, report.text))
    relations = report.reading.relations, found.relations
    for figure in (*claim_figures(*sides, pairs), *relation_figures(*relations, pairs)):
        counts.add(figure)
    counts.overlaps += (p.overlap for p in pairs)
    counts.claims += judged_claims(found.claims, pairs)
    if details:
        counts.mistakes += claim_mistakes(report.id, report.text, sides, pairs)
        counts.mistakes += relation_mistakes(report.id, report.text, (report.reading, found), pairs)


def _count_events(report: GoldReport, found: Reading, counts: _Counts, details: bool) -> None:
    """Counts the events of one report."""
    sides = groups(report.reading.events), groups(found.events)
    pairs = pair_groups(*sides, same_event)
    for figure in event_figures(*sides, pairs):
        counts.add(figure)
    counts.events += judged_events(found.events, report.reading.events)
    if details:
        counts.mistakes += event_mistakes(report.id, report.text, sides, pairs)
