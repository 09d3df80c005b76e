"""The stages of the flow one by one, timed: what the benchmarks of speed and of growth share."""

from __future__ import annotations

import cProfile
import pstats
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from riwaya.claims import Claimer
from riwaya.events import Coder
from riwaya.extract import extract_report
from riwaya.find import Finder
from riwaya.language import Language
from riwaya.model import Record
from riwaya.packs import Pack
from riwaya.pipeline import make_record

EXAMPLES = Path(__file__).parent.parent / "examples"
STAGES = ("extraction", "language", "find", "claims", "events", "record")

Clock = Callable[[], float]
# By what the option `--clock` calls it: what a user waits for, or what this process alone has used.
CLOCKS: Mapping[str, Clock] = {"wall": perf_counter, "processor": process_time}


class Stages:
    """The stages of the pack `ar`, each a function from one layer to the next."""

    def __init__(self, pack: Pack) -> None:
        """Builds every stage."""
        language, finder, claimer, coder = Language(pack), Finder(pack), Claimer(pack), Coder(pack)
        self.steps: Mapping[str, Callable[[Any], Any]] = {
            "extraction": lambda page: extract_report(page, pack, name="page"),
            "language": language.analyse,
            "find": finder.find,
            "claims": claimer.claim,
            "events": coder.code,
            "record": make_record,
        }

    def read(self, page: bytes, clock: Clock = perf_counter) -> tuple[Record, dict[str, float]]:
        """The record of a page, and the seconds that each stage took."""
        layer: Any = page
        seconds: dict[str, float] = {}
        for stage in STAGES:
            started = clock()
            layer = self.steps[stage](layer)
            seconds[stage] = clock() - started
        return layer, seconds


def example_pages() -> list[Path]:
    """The reports of the folder `examples/`, by name."""
    return sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".html", ".txt"})


def peak_megabytes() -> float:
    """The most memory that this process has held so far; 0.0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415  there is none on Windows
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1000)


def costs(profile: cProfile.Profile) -> list[tuple[float, int, str]]:
    """Own seconds, calls and name of each function, the dearest first."""
    raw: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    own_costs = ((own, calls, _place(*place)) for place, (_, calls, own, _, _) in raw.items())
    return sorted(own_costs, reverse=True)


def _place(file: str, line: int, function: str) -> str:
    """The name of a function with its module."""
    return f"{Path(file).parent.name}/{Path(file).name}:{line} {function}" if line else function
