"""How quickly a first record is there, and a page read once all is loaded.

    python benchmarks/reading_speed.py                    every report of examples/
    python benchmarks/reading_speed.py PAGE...            these pages
    python benchmarks/reading_speed.py PAGE --profile     and the three largest costs of each stage

`first` is a page's first reading in this process, `again` the median of 20 more: its words have been segmented
before. On a machine that others use too, `--clock processor` counts only this process's own time.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from riwaya.packs import load_pack
from riwaya.pipeline import spare_collector
from stages import CLOCKS, STAGES, Clock, Stages, costs, example_pages, peak_megabytes

COLD_STARTS = 7
READINGS = 20
PROFILED = 5
LARGEST = 3
# What a new process does up to its first record; it writes the moment after each step, in seconds.
FIRST_RECORD = """
import json, resource, sys, time
from pathlib import Path
clock = getattr(time, sys.argv[2])
page, moments = Path(sys.argv[1]).read_bytes(), [clock()]
from riwaya.pipeline import load
moments.append(clock())
reader = load("ar")
moments.append(clock())
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)
reader.read_page(page)
moments.append(clock())
print(json.dumps([moments, held]))
"""
STEPS = ("import", "pack", "first record")


def main() -> None:
    """Prints the figures of the pages that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="*", metavar="PAGE")
    parser.add_argument("--profile", action="store_true", help="print the largest costs of each stage")
    parser.add_argument("--clock", choices=list(CLOCKS), default="wall")
    options = parser.parse_args()
    pages = options.pages or example_pages()
    if missing := [str(page) for page in pages if not page.is_file()]:
        parser.error(f"no such file: {', '.join(missing)}")
    _print_cold(pages[0], CLOCKS[options.clock])
    stages = Stages(load_pack("ar"))
    spare_collector()  # as the command line does
    stages.read(b"<html><body><p>\xd8\xa3\xd9\x88\xd9\x84 \xd8\xa7\xd9\x84\xd9\x82\xd8\xb1\xd8\xa7\xd8\xa1\xd8\xa9</p>")
    _print_loaded(stages, [page.read_bytes() for page in pages], CLOCKS[options.clock])
    print(f"peak memory {peak_megabytes():.0f} MB")
    if options.profile:
        _print_costs(stages, [page.read_bytes() for page in pages])


def _print_cold(page: Path, clock: Clock) -> None:
    """Prints how long a new process needs to the first record, and for which steps."""
    command = [sys.executable, "-c", FIRST_RECORD, str(page), clock.__name__]
    starts, held = [], 0
    for _ in range(COLD_STARTS):
        moments, held = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        starts.append([after - before for before, after in pairwise(moments)])
    print(f"import to first record, of {page.name}: median of {COLD_STARTS} new processes")
    for step, seconds in zip(STEPS, zip(*starts, strict=True), strict=True):
        print(f"  {step:<14} {median(seconds):7.2f} s")
    print(f"  {'together':<14} {median(map(sum, starts)):7.2f} s")
    print(f"  memory once the pack is loaded: {held} MB\n")


def _print_loaded(stages: Stages, pages: Sequence[bytes], clock: Clock) -> None:
    """Prints what each stage needs for a page, on average over the pages."""
    records, firsts = zip(*(stages.read(page, clock) for page in pages), strict=True)
    rounds = [[stages.read(page, clock)[1] for page in pages] for _ in range(READINGS)]
    again = {stage: median(sum(page[stage] for page in one) for one in rounds) for stage in STAGES}
    first = {stage: sum(page[stage] for page in firsts) for stage in STAGES}
    n, words = len(pages), sum(len(record.text.split()) for record in records)
    total, total_first = median(sum(sum(page.values()) for page in one) for one in rounds), sum(first.values())
    print(f"once loaded: {n} {'page' if n == 1 else 'pages'}, {words / n:.0f} words each; ms a page")
    print(f"  {'':<14} {'first':>7} {'again':>7} {'share':>7}")
    for stage in STAGES:
        print(f"  {stage:<14} {_ms(first[stage], n)} {_ms(again[stage], n)} {again[stage] / sum(again.values()):7.0%}")
    print(f"  {'together':<14} {_ms(total_first, n)} {_ms(total, n)}")
    print(f"  {'words a second':<14} {words / total_first:7,.0f} {words / total:7,.0f}")
    naming, naming_first = (sum(seconds[stage] for stage in ("language", "find")) for seconds in (again, first))
    print(f"  {'text to names':<14} {words / naming_first:7,.0f} {words / naming:7,.0f} words a second\n")


def _ms(seconds: float, n: int) -> str:
    """The milliseconds for one of `n`, as a cell."""
    return f"{1000 * seconds / n:7.2f}"


def _print_costs(stages: Stages, pages: Sequence[bytes]) -> None:
    """Prints the functions of each stage that take most of the time by themselves."""
    layers: list[Any] = list(pages)
    for stage in STAGES:
        profile = cProfile.Profile()
        for _ in range(PROFILED):
            given = [profile.runcall(stages.steps[stage], layer) for layer in layers]
        layers = given
        print(f"\n{stage}: the largest costs, ms a page while profiled")
        for cost, calls, name in costs(profile)[:LARGEST]:
            per_page = PROFILED * len(pages)
            print(f"  {1000 * cost / per_page:7.2f}  {calls / per_page:8.0f} calls  {name}")


if __name__ == "__main__":
    main()
