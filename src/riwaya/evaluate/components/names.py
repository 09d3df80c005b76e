"""Names: persons, places and organisations as ANERcorp marks them: exact spans of written words.

The file holds a word and its tag (B-PERS, I-PERS ... O) a line, sentences parted by empty lines. It does not tell
where a report ends: so many sentences are read as one. The words keep their clitics: a name covers every word that
it touches. What is left out: MISC, and the tags of a kind that is none of the three.

What riwaya finds becomes a name thus. Where there is a recogniser, its names count: the title before a person, the
noun before a place are no part of one, and a name inside of a longer actor ("the ambassador to Israel") is one. It
looks at every actor and place: where it tells no name in them ("the airport", "the country") there is none. Only a
pack without a recogniser falls back on the longest entry of the gazetteer in an actor or place: states and capitals
are places, whoever acts for them; persons are persons; groups, organisations and outlets are organisations. Peoples,
demonyms, ministries and armies are no names there.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from riwaya.evaluate.components.measured import Measured, gold_file
from riwaya.evaluate.figures import Tally
from riwaya.model import Block, Report, Span
from riwaya.model.layers import Analysed, Found, Mention
from riwaya.pipeline import Reader

_FILES = ("anercorp_dev.txt", "anercorp_test.txt", "names.txt")
KINDS = ("PERS", "LOC", "ORG")
SENTENCES = 25  # of one report
_PLACES = ("states", "capitals", "places", "places-context")
_PERSONS = ("persons", "surnames")
_BODIES = tuple(
    f"{table}{more}" for table in ("groups", "organisations", "media") for more in ("", "-short", "-context")
)
_BY_LEXICON = {
    **dict.fromkeys(_PLACES, "LOC"),
    **dict.fromkeys(_PERSONS, "PERS"),
    **dict.fromkeys(_BODIES, "ORG"),
}

Tagged = tuple[str, str]  # a word, its tag
Place = tuple[int, int, str]  # of a name: first word, end, kind


class Passage(NamedTuple):
    """Some sentences as one report: where its words stand, and the names that the gold has."""

    report: Report
    words: list[Span]
    names: frozenset[Place]


def measure_names(reader: Reader, folder: Path) -> Measured:
    """Precision, recall and F1 of exact spans, together and by kind; raises GoldError where there is no file."""
    passages = list(read_passages(reader.pack.code, gold_file(folder, *_FILES)))
    recognised = bool(reader.pack.settings.get("models", {}).get("names", False))
    started = time.perf_counter()
    read = [reader.find(passage.report) for passage in passages]
    seconds = time.perf_counter() - started
    tallies = {kind: Tally() for kind in KINDS}
    mistakes: list[str] = []
    for passage, found in zip(passages, read, strict=True):
        got = words_covered(passage.words, named_spans(found, recognised=recognised))
        for kind in KINDS:
            wanted, given = ({name for name in names if name[2] == kind} for names in (passage.names, got))
            tallies[kind] += Tally(len(wanted & given), len(wanted), len(given))
        mistakes += _mistakes(passage, got)
    total = sum(len(passage.words) for passage in passages)
    counts = {"names": sum(tallies.values(), Tally()), **tallies}
    return Measured(counts, total, (("words a second", f"{total / seconds:,.0f}"),), tuple(mistakes))


def _mistakes(passage: Passage, got: frozenset[Place]) -> Iterator[str]:
    """What was missed and what was added, with the words around it."""
    for told, names in (("missed", passage.names - got), ("added", got - passage.names)):
        for start, end, kind in sorted(names):
            text, words = passage.report.text, passage.words
            before = Span(words[max(0, start - 4)].start, words[start].start).cut(text)
            after = Span(words[end - 1].end, words[min(len(words), end + 3) - 1].end).cut(text)
            name = Span(words[start].start, words[end - 1].end).cut(text)
            yield f"{told}\t{kind}\t{before}[{name}]{after}".replace("\n", " / ")


def read_passages(language: str, path: Path) -> Iterator[Passage]:
    """The reports of a file in ANERcorp's form."""
    sentences = [block for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    for first in range(0, len(sentences), SENTENCES):
        text, blocks, words, tags = "", [], [], []
        for sentence in sentences[first : first + SENTENCES]:
            start = len(text)
            for word, tag in _tagged(sentence):
                words.append(Span(len(text), len(text) + len(word)))
                tags.append(tag)
                text += word + " "
            blocks.append(Block(kind="paragraph", span=Span(start, len(text) - 1)))
            text = text[:-1] + "\n"
            tags.append("")  # no name goes on over the end of a sentence
        yield Passage(
            Report.make(text=text, language=language, blocks=tuple(blocks), published=None),
            words,
            frozenset(_gold_names(tags)),
        )


def _tagged(sentence: str) -> Iterator[Tagged]:
    """The words of a sentence with their tags."""
    for line in sentence.strip("\n").split("\n"):
        cells = line.split()
        if len(cells) > 1:
            yield cells[0], cells[-1]


def _gold_names(tags: Iterable[str]) -> Iterator[Place]:
    """The names that tags show; one that begins with an I- tag counts too. An empty tag is no word."""
    start, kind, i = 0, "", 0
    for tag in tags:
        if kind and tag != f"I-{kind}":
            yield start, i, kind
            kind = ""
        if not kind and tag[2:] in KINDS:
            start, kind = i, tag[2:]
        i += bool(tag)


def named_spans(found: Found, *, recognised: bool) -> list[tuple[Span, str]]:
    """The names of a report, each with its kind; `recognised`: a recogniser has read them."""
    if recognised:
        return [(found.analysed.span(name.start, name.end), name.kind) for name in found.names]
    spans: dict[tuple[int, int], str] = {}
    for mention in found.mentions:
        if mention.kind in ("actor", "place"):
            spans |= _names_of(mention, found.analysed)
    return [(found.analysed.span(*tokens), kind) for tokens, kind in spans.items()]


def _names_of(mention: Mention, analysed: Analysed) -> Mapping[tuple[int, int], str]:
    """The name that a mention holds, if any: its tokens, and its kind."""
    value = mention.value
    hits = [hit for hits in analysed.hits[mention.start : mention.end] for hit in hits if hit.end <= mention.end]
    named = [hit for hit in hits if hit.entry.lexicon in _BY_LEXICON]
    if not named or value.get("institution") or (mention.kind == "actor" and _is_body(value)):
        return {}
    name = max(named, key=lambda hit: hit.end - hit.start)
    return {(name.start, name.end): _BY_LEXICON[name.entry.lexicon]}


def _is_body(value: Mapping[str, object]) -> bool:
    """Whether an actor is a body or the people of a state: "the Armenian ministry of defence"."""
    table, _, entry = str(value["actor"]).partition(".")
    return table == "people" or (table == "states" and "." in entry)


def words_covered(words: Sequence[Span], names: Iterable[tuple[Span, str]]) -> frozenset[Place]:
    """The names as the words that they touch."""
    starts = [word.start for word in words]
    places = set()
    for span, kind in names:
        first = max(0, bisect_right(starts, span.start) - 1)
        places.add((first, bisect_right(starts, span.end - 1), kind))
    return frozenset(places)
