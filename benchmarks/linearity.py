"""Whether the work grows with the length of a report only, also of one that nobody would write.

    python benchmarks/linearity.py                   all cases
    python benchmarks/linearity.py sentence verbs    some of them
    python benchmarks/linearity.py --largest 4       up to four times the smallest

Each case is read at 1, 2, 4, 8 and 16 times its smallest length; the figures are microseconds of this process for
each 1000 code points, by stage. `growth` is the power of the length that the time grew with over the last two
steps: 1.0 is linear, 2.0 means that twice the length takes four times as long. What is above the bar is marked.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from math import log
from time import process_time

from riwaya.packs import Pack, load_pack
from stages import STAGES, Stages, example_pages

BAR = 1.25
WORTH_MARKING_S = 0.02  # below it the clock says more about itself than about the work
LONG_S = 3.0
LIMIT_S = 20.0  # no larger text is read after one that took as long
TIMES = 3  # of which the quickest counts, unless one takes longer than `LONG_S`

Text = Callable[[int], str]  # by how many times its smallest length


def cases(pack: Pack, report: str) -> Mapping[str, Text]:
    """The texts to read, by the case's name."""
    words = [word for word in report.split() if word.isalpha()]
    verbs, triggers = _forms(pack, "says"), _forms(pack, "triggers")
    that = _forms(pack, "complementisers")[0]
    said = f"{verbs[0]} {_forms(pack, 'sources')[0]} {that} "
    marks = "".join(str(pair) for pair in pack.settings["quotation_marks"])
    return {
        "report": lambda n: "\n\n".join([report] * n),
        "sentence": lambda n: " ".join(words * n),  # without a stop
        "quotation-marks": lambda n: _opening(words) + _repeated(marks, 625 * n),
        "opening-marks": lambda n: _opening(words) + _repeated(f"{words[0]} {marks[0]}", 312 * n),
        "quotations": lambda n: _opening(words) + f"{marks[0]}{words[0]}{marks[1]} " * (312 * n),
        "commas": lambda n: _opening(words) + "\u060c" * (312 * n),
        "verbs": lambda n: " ".join((verbs * n)[: 188 * n]),
        "triggers": lambda n: " ".join((triggers * n)[: 188 * n]),
        "said-that": lambda n: said * (64 * n),
    }


def _forms(pack: Pack, lexicon: str) -> list[str]:
    """The single words of a lexicon, each once."""
    return list(dict.fromkeys(word for word, entry in pack.entries if entry.lexicon == lexicon and word.isalpha()))


def _opening(words: list[str]) -> str:
    """Some words before signs, so that the text passes for a report."""
    return " ".join(words[:100]) + " "


def _repeated(signs: str, length: int) -> str:
    """The signs again and again, to a length in code points."""
    return (signs * (length // len(signs) + 1))[:length]


def main() -> None:
    """Prints a table for each case that the command line names."""
    pack = load_pack("ar")
    stages = Stages(pack)
    longest = max(example_pages(), key=lambda page: page.stat().st_size)
    texts = cases(pack, stages.read(longest.read_bytes())[0].text)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", choices=[[], *texts], metavar="CASE", help=", ".join(texts))
    parser.add_argument("--largest", type=int, default=16, choices=[4, 8, 16])
    options = parser.parse_args()
    steep = [name for name in options.cases or texts if _print_case(name, texts[name], stages, options.largest)]
    print(f"\nsteeper than {BAR}: {', '.join(steep) or 'none'}")


def _print_case(name: str, text: Text, stages: Stages, largest: int) -> bool:
    """Prints what a case takes at each length; whether a stage is steeper than the bar."""
    readings = list(_readings(text, stages, largest))
    print(f"\n{name:<15}" + "".join(f"{length:>11,}" for length, _ in readings) + "   growth")
    steep = False
    for stage in (*STAGES, "together"):
        seconds = [(length, taken[stage]) for length, taken in readings]
        growth = _growth(seconds)
        marked = growth > BAR and seconds[-1][1] > WORTH_MARKING_S
        steep = steep or marked
        cells = "".join(f"{1e9 * taken / length:>11,.0f}" for length, taken in seconds)
        print(f"  {stage:<13}{cells} {growth:8.2f}{' <--' if marked else ''}")
    return steep


def _readings(text: Text, stages: Stages, largest: int) -> Iterator[tuple[int, dict[str, float]]]:
    """The length of each text and the seconds that its stages took; none after one above the limit."""
    for times in (1, 2, 4, 8, 16):
        words = text(times)
        seconds = _seconds(stages, words.encode())
        yield len(words), seconds
        if times >= largest or seconds["together"] > LIMIT_S:
            return


def _seconds(stages: Stages, page: bytes) -> dict[str, float]:
    """The seconds of each stage, and of all together: the quickest of some readings, of one where it is long."""
    readings: list[dict[str, float]] = []
    for _ in range(TIMES):
        readings.append(stages.read(page, process_time)[1])
        if sum(readings[0].values()) > LONG_S:
            break
    taken = {stage: min(reading[stage] for reading in readings) for stage in STAGES}
    return {**taken, "together": sum(taken.values())}


def _growth(seconds: list[tuple[int, float]]) -> float:
    """The power of the length that the time grew with over the last two steps."""
    (length, taken), (longer, more) = seconds[max(0, len(seconds) - 3)], seconds[-1]
    return log(more / taken) / log(longer / length) if longer > length and taken > 0 and more > 0 else 1.0


if __name__ == "__main__":
    main()
