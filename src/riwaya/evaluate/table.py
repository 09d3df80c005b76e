"""The scores in rows for a person to read."""

from __future__ import annotations

from riwaya.evaluate.figures import Bin, Share, Tally, calibration_gap
from riwaya.evaluate.scores import Scores
from riwaya.model import RELATION_KINDS

_OF_CLAIMS = {"source": "source", "act": "act", "speech": "speech", "chain": "whole chain"}
_OF_EVENTS = {
    "actors": "actors",
    "actors_country": "actors' countries",
    "targets": "targets",
    "targets_country": "targets' countries",
    "mode": "mode",
    "acled": "ACLED",
    "status": "status",
    "background": "background",
}


def table(scores: Scores) -> list[tuple[str, str]]:
    """The rows of the scores: what is measured, and the figures."""
    return [
        (
            "reports",
            f"{scores.reports}, {scores.words} words, {scores.dropped} spans on no words of the gold",
        ),
        ("claims", f"{_tally(scores.tally('claims'))}, mean overlap {scores.claim_overlap:.2f}"),
        ("of matched claims", _shares(scores, _OF_CLAIMS)),
        ("chains of two links and more", _count(scores.share("long_chain"))),
        ("links", _tally(scores.tally("links"))),
        ("claims, source and act right", _tally(scores.tally("strict_claims"))),
        ("relations", _tally(scores.tally("relations"))),
        *((f"  {kind}", _tally(tally)) for kind in RELATION_KINDS if (tally := scores.tally(kind)).gold or tally.found),
        ("of relations whose claims were found", _count(scores.share("relations_of_found_claims"))),
        ("event triggers", _tally(scores.tally("triggers"))),
        ("events, trigger and type", _tally(scores.tally("events"))),
        ("violence that is news", _tally(scores.tally("violence"))),
        ("of matched events", _shares(scores, _OF_EVENTS)),
        ("numbers", _counts(scores, "killed", "injured")),
        ("places and times of the gold", _counts(scores, "place", "time")),
        ("extra per 1,000 words", _extra(scores)),
        *_reliability("claims", scores.claim_bins),
        *_reliability("events", scores.event_bins),
    ]


def _tally(tally: Tally) -> str:
    """Precision, recall, F1 and the counts."""
    rates = f"P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"
    return f"{rates} (gold {tally.gold}, found {tally.found})"


def _shares(scores: Scores, names: dict[str, str]) -> str:
    return ", ".join(f"{label} {scores.share(name).rate:.3f}" for name, label in names.items())


def _counts(scores: Scores, *names: str) -> str:
    return ", ".join(f"{name} {_count(scores.share(name))}" for name in names)


def _count(share: Share) -> str:
    return f"{share.right} of {share.of}"


def _extra(scores: Scores) -> str:
    return ", ".join(f"{scores.extra_per_1000(name):.1f} {name}" for name in ("claims", "events"))


def _reliability(name: str, bins: tuple[Bin, ...]) -> list[tuple[str, str]]:
    """A row for the gap between confidence and truth, and one for each range of confidence."""
    gap = (f"confidence of {name}", f"mean gap {calibration_gap(bins):.3f}")
    rows = [(f"  about {part.confidence:.2f}", f"right {part.right:.2f} of {part.count} {name}") for part in bins]
    return [gap, *rows] if bins else []
