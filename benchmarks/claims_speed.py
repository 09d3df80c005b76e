"""How many sentences a second the claims stage reads, its share of the whole flow, and its three largest costs.

    python benchmarks/claims_speed.py            every report of examples/
    python benchmarks/claims_speed.py FOLDER     every page (.html, .htm) and text (.txt) under a folder

What is counted is the time of this process on one core: of the first reading, when most words are met for the first
time, and the median of some rounds after it.
"""

from __future__ import annotations

import argparse
import cProfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from riwaya.errors import PageError
from riwaya.model.layers import Coded, Found
from riwaya.packs import load_pack
from riwaya.pipeline import spare_collector
from stages import EXAMPLES, STAGES, Stages, costs

SUFFIXES = {".html", ".htm", ".txt"}
ROUNDS = 7
PROFILED = 5
LARGEST = 3


class Read(NamedTuple):
    """Pages that hold a report: what they were, what the claims stage begins with, and what came out."""

    first: Mapping[str, float]  # the seconds that each stage took for all of them
    pages: Sequence[bytes]
    found: Sequence[Found]
    coded: Sequence[Coded]


def main() -> None:
    """Prints the figures of the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=EXAMPLES, metavar="FOLDER")
    folder = parser.parse_args().folder
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    if not paths:
        parser.error(f"no pages or texts in {folder}")
    stages = Stages(load_pack("ar"))
    spare_collector()  # as the command line does
    read = read_pages(stages, [path.read_bytes() for path in paths])
    if not read.pages:
        parser.error(f"none of the {len(paths)} files in {folder} holds a report")
    print(f"{len(read.pages)} of {len(paths)} files hold a report; processor time on one core")
    seconds = stage_seconds(stages, read.pages)
    _print_shares(read.first, seconds, len(read.pages))
    _print_speed(read, seconds["claims"])
    _print_costs(stages, read.found)


def read_pages(stages: Stages, pages: Sequence[bytes]) -> Read:
    """The pages that hold a report, with their layers before and after the claims stage."""
    first = dict.fromkeys(STAGES, 0.0)
    kept: list[tuple[bytes, Found, Coded]] = []
    for page in pages:
        layers: dict[str, Any] = {}
        layer: Any = page
        try:
            for stage in STAGES:
                started = process_time()
                layer = layers[stage] = stages.steps[stage](layer)
                first[stage] += process_time() - started
        except PageError:
            continue
        kept.append((page, layers["find"], layers["events"]))
    return Read(first, [page for page, _, _ in kept], [found for _, found, _ in kept], [coded for _, _, coded in kept])


def stage_seconds(stages: Stages, pages: Sequence[bytes]) -> Mapping[str, float]:
    """The seconds that each stage takes for all pages."""
    rounds = [[stages.read(page, process_time)[1] for page in pages] for _ in range(ROUNDS)]
    return {stage: median(sum(page[stage] for page in one) for one in rounds) for stage in STAGES}


def _print_shares(first: Mapping[str, float], again: Mapping[str, float], pages: int) -> None:
    """Prints what each stage takes for a page, and its share of the flow, at the first reading and afterwards."""
    readings = [(seconds, sum(seconds.values())) for seconds in (first, again)]
    print(f"\n  {'':<12} {'first reading':>18} {'again':>18}")
    print(f"  {'':<12}" + f" {'ms a page':>10} {'share':>7}" * 2)
    for stage in STAGES:
        shares = (f" {1000 * seconds[stage] / pages:10.2f} {seconds[stage] / all_:7.1%}" for seconds, all_ in readings)
        print(f"  {stage:<12}" + "".join(shares))
    print(f"  {'together':<12}" + "".join(f" {1000 * all_ / pages:10.2f} {'':>7}" for _, all_ in readings))


def _print_speed(read: Read, seconds: float) -> None:
    """Prints how much the claims stage reads in a second."""
    sentences = sum(len(found.analysed.sentences) for found in read.found)
    words = sum(len(found.analysed.report.text.split()) for found in read.found)
    claims = sum(len(coded.claimed.claims) for coded in read.coded)
    print("\nclaims stage, a second")
    for name, count in (("sentences", sentences), ("words", words), ("claims", claims)):
        print(f"  {name:<12} {count / seconds:9,.0f}   of {count:,}")


def _print_costs(stages: Stages, found: Sequence[Found]) -> None:
    """Prints the functions of the claims stage that take most of the time by themselves."""
    profile = cProfile.Profile()
    for _ in range(PROFILED):
        for one in found:
            profile.runcall(stages.steps["claims"], one)
    print("\nclaims stage, the largest costs, ms a page while profiled")
    per_page = PROFILED * len(found)
    for cost, calls, name in costs(profile)[:LARGEST]:
        print(f"  {1000 * cost / per_page:7.2f}  {calls / per_page:8.0f} calls  {name}")


if __name__ == "__main__":
    main()
