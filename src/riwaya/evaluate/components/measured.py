"""What a measure of a component gives, and how it reads its gold data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from riwaya.errors import GoldError
from riwaya.evaluate.figures import Share, Tally
from riwaya.model import Block, Report, Span
from riwaya.pipeline import Reader


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a component, as rows for a person, and what was read otherwise than the gold, a line each."""

    counts: Mapping[str, Share | Tally]
    words: int = 0  # of the texts that were read
    notes: tuple[tuple[str, str], ...] = ()  # further rows: speed, what the gold leaves out
    mistakes: tuple[str, ...] = ()

    def figures(self) -> dict[str, float]:
        """Every figure by its name: the rate of a share; precision, recall and F1 of a tally."""
        figures: dict[str, float] = {}
        for name, count in self.counts.items():
            if isinstance(count, Share):
                figures[name] = count.rate
            else:
                figures |= {
                    f"{name}.precision": count.precision,
                    f"{name}.recall": count.recall,
                    f"{name}.f1": count.f1,
                }
        return figures

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What is measured, and the figures; of a tally also what was found beside the gold, per 1,000 words."""
        return [(name, self._told(count)) for name, count in self.counts.items()] + list(self.notes)

    def _told(self, count: Share | Tally) -> str:
        """A count in words."""
        if isinstance(count, Share):
            return f"{count.rate:.2%} ({count.right} of {count.of})"
        rates = f"P {count.precision:.3f} R {count.recall:.3f} F1 {count.f1:.3f}"
        false = f", {1000 * (count.found - count.hit) / self.words:.1f} false per 1,000 words" if self.words else ""
        return f"{rates} (gold {count.gold}, found {count.found}{false})"


Measure = Callable[[Reader, Path], Measured]


def gold_file(folder: Path, *names: str) -> Path:
    """The first of the files that the folder has; raises GoldError (gold.missing)."""
    if path := next((folder / name for name in names if (folder / name).is_file()), None):
        return path
    wanted = " or ".join(names)
    raise GoldError("gold.missing", f"no {wanted} in the folder", where=str(folder), todo="check the path")


def read_sections(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a file, each with its name: a line after a #."""
    name, lines = "", list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), "#"]:
        if not line.startswith("#"):
            lines.append(line)
            continue
        if lines:
            yield name, "\n".join(lines)
        name, lines = line.removeprefix("#").strip(), []


def paragraphs(language: str, text: str, published: str | None = None) -> Report:
    """A text as a report, a paragraph a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", span=Span(start, start + len(line))))
        start += len(line) + 1
    return Report.make(text=text, language=language, blocks=tuple(blocks), published=published)


def paragraph(language: str, text: str, published: str | None = None) -> Report:
    """A text as a report of one paragraph."""
    block = Block(kind="paragraph", span=Span(0, len(text)))
    return Report.make(text=text, language=language, blocks=(block,), published=published)
