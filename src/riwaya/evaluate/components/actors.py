"""Actors: who acts and who is acted upon in the open event records, by the code on which the annotators agree.

Each text has the words that several annotators marked as source and as target of its event, with a country (`main`)
and a sector (`role`). Marked words that overlap are one actor; it counts where more than half of those who marked it
give the same label, two at least where the text had several annotators. What their labels mean for riwaya stands in
`packs/_ontology/event-records.tsv`. riwaya's code is that of the first mention in the marked words.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riwaya.errors import GoldError
from riwaya.evaluate.components.measured import Measured, gold_file, paragraph
from riwaya.evaluate.figures import Share, Tally
from riwaya.find.actors import ARMED, OUTLETS
from riwaya.model import Span
from riwaya.model.layers import Found, Mention
from riwaya.packs import HOME
from riwaya.pipeline import Reader
from riwaya.rules.tables import read_table, values

_FILES = ("assault_spans.json", "protest_spans.json")
WORD = re.compile(r"\w+")
_NOTHING, _GROUP = "-", "group"
SLOTS = ("main", "role")

Positions = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An actor as annotators marked it: the words of most of them (by number), all words, and the agreed labels."""

    core: Positions
    words: Positions
    labels: Mapping[str, str]  # by slot; "" where they do not agree


def measure_actors(reader: Reader, folder: Path) -> Measured:
    """The shares of agreed countries and sectors given; raises GoldError (gold.missing, gold.broken)."""
    accepts = accepted()
    counts: dict[str, list[bool]] = {"country": [], "stated country": [], "sector": [], "sector, same label": []}
    mistakes: Counter[str] = Counter()
    spans, words = Tally(), 0
    for text, marked in _read(folder):
        found = reader.find(paragraph(reader.pack.code, text))
        places = [Span(*match.span()) for match in WORD.finditer(text)]
        words += len(places)
        at = _by_word(found, places)
        missed = 0
        for one in marked:
            mention = _first(at, one)
            missed += mention is None
            for slot, name in zip(SLOTS, ("country", "sector"), strict=True):
                wanted = accepts.get((slot, one.labels[slot]), (one.labels[slot],))
                if one.labels[slot] and wanted:
                    right = _right(mention, slot, wanted)
                    counts[name].append(right)
                    if slot == "main" and wanted != (_NOTHING,):
                        counts["stated country"].append(right)
                    if slot == "role":
                        counts["sector, same label"].append(_right(mention, slot, wanted[:1]))
                    if not right:
                        told = " ".join(text[places[i].start : places[i].end] for i in sorted(one.core))
                        given = _given(mention, slot) if mention else "no mention"
                        mistakes[f"{name}\t{told}\twanted {'|'.join(wanted)}\tgot {given}"] += 1
        covered = {i for one in marked for i in one.words}
        extra = {m[:2] for i in at for m in at[i]} - {m[:2] for i in covered for m in at.get(i, ())}
        spans += Tally(len(marked) - missed, len(marked), len(marked) - missed + len(extra))
    shares = {name: Share(sum(judged), len(judged)) for name, judged in counts.items()}
    lines = tuple(f"{n}\t{line}" for line, n in mistakes.most_common())
    return Measured({**shares, "spans": spans}, words, mistakes=lines)


def _read(folder: Path) -> Iterator[tuple[str, list[Marked]]]:
    """Each text and the actors that were marked in it."""
    for _, record in read_records(folder, _FILES):
        text = record["text"]
        sides = (_side(text, record["spans"], side) for side in ("source", "target"))
        least = min(2, len(record["spans"]))
        yield text, [_agreed(group, least) for side in sides for group in side]


def read_records(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The records of the files that a folder has, each with the name of its file.

    Raises GoldError (gold.missing, gold.broken).
    """
    gold_file(folder, *names)
    for path in (folder / name for name in names):
        try:
            records = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        except ValueError as error:
            raise GoldError("gold.broken", f"no JSON ({error})", where=str(path), todo="mend the file") from error
        for record in records:
            yield path.name, record


def _side(
    text: str, annotators: Iterable[Mapping[str, Any]], side: str
) -> list[list[tuple[Positions, Mapping[str, str]]]]:
    """What annotators marked as one side of the event, parted into groups that overlap."""
    groups: list[list[tuple[Positions, Mapping[str, str]]]] = []
    for annotator in annotators:
        words, role = annotator[f"{side}_actor"], annotator[f"{side}_role"]
        positions = located(text, words)
        if not positions:
            continue
        same = [group for group in groups if any(positions & other for other, _ in group)]
        groups = [group for group in groups if group not in same]
        groups.append([*(one for group in same for one in group), (positions, role if isinstance(role, dict) else {})])
    return groups


def located(text: str, words: Sequence[str]) -> Positions:
    """The words of the text, by number, that a list of words stands for: in their order, as near as can be."""
    typed = WORD.findall(text)
    wanted = [part for word in words for part in WORD.findall(word)]
    best: list[int] = []
    for first in (i for i, word in enumerate(typed) if wanted and word == wanted[0]):
        at = [first]
        for word in wanted[1:]:
            at.append(next((i for i in range(at[-1] + 1, len(typed)) if typed[i] == word), len(typed)))
        if at[-1] < len(typed) and (not best or at[-1] - at[0] < best[-1] - best[0]):
            best = at
    return frozenset(best or (typed.index(word) for word in wanted if word in typed))


def _agreed(group: Sequence[tuple[Positions, Mapping[str, str]]], least: int) -> Marked:
    """A group of marked words as one actor, with the labels that so many give at least."""
    votes = Counter(i for positions, _ in group for i in positions)
    core = frozenset(i for i, n in votes.items() if 2 * n > len(group)) or frozenset(votes)
    labels = {}
    for slot in SLOTS:
        label, n = Counter(role.get(slot, "") for _, role in group).most_common(1)[0]
        labels[slot] = label if n >= least and 2 * n > len(group) else ""
    return Marked(core, frozenset(votes), labels)


def accepted() -> dict[tuple[str, str], tuple[str, ...]]:
    """What may be given for each label of the records, by slot and label."""
    rows = read_table(HOME / "_ontology" / "event-records.tsv")
    return {(row["slot"], row["label"]): values(row["accepts"]) for row in rows}


def _by_word(found: Found, places: Sequence[Span]) -> dict[int, list[Mention]]:
    """The parties that a text names, by the number of each word that they cover, the longest first."""
    at: dict[int, list[Mention]] = defaultdict(list)
    parties = [m for m in found.mentions if m.kind in ("actor", "victim") and m.value["kind"] not in OUTLETS]
    for mention in sorted(parties, key=lambda m: (m.start - m.end, m.kind)):
        span = found.analysed.span(mention.start, mention.end)
        for i, place in enumerate(places):
            if place.start < span.end and span.start < place.end:
                at[i].append(mention)
    return at


def _first(at: Mapping[int, Sequence[Mention]], marked: Marked) -> Mention | None:
    """The first mention in the words that most annotators marked, or else in those of any."""
    for words in (marked.core, marked.words):
        if mention := next((at[i][0] for i in sorted(words) if at.get(i)), None):
            return mention
    return None


def _right(mention: Mention | None, slot: str, wanted: Sequence[str]) -> bool:
    """Whether what riwaya gives for marked words is what may be given; where it finds nothing, it gives nothing."""
    given = _given(mention, slot) if mention else ""
    if _GROUP in wanted:
        return mention is not None and mention.value["kind"] in ARMED
    return (given or _NOTHING) in wanted


def _given(mention: Mention, slot: str) -> str:
    """The country or the sector of a mention."""
    if slot == "main":
        return str(mention.value["iso3"])
    return str(mention.value["sector"])
