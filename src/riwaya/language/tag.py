"""Parts of speech: what each word that no table of function words settles is in its sentence.

A log-linear tagger: whole-number weights for what a word looks like by itself, which are added up once for each
spelling, and for what stands around it, from the first word to the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

TAGS = ("VERB", "NOUN", "ADJ")  # what the tagger decides between

_AFFIX = 4  # the longest beginning and end of a word that are looked at
_NOTHING = (0, 0, 0)

Scores = tuple[int, int, int]  # of the tags, in their order


class Outlook(NamedTuple):
    """What is known of a token before its neighbours are."""

    settled: str  # its part of speech where a table settles it, otherwise ""
    scores: Scores  # of what it looks like by itself
    stem: str
    definite: bool
    last: str  # its last letter as typed
    verbal: bool = (
        True  # whether it can be a verb: not with the article, nor where lexicons have it as other words only
    )


def around(proclitic: str, definite: bool, enclitic: str) -> str:
    """What is written together with a host, as a name."""
    return f"{proclitic}{'*' if definite else ''}{'+' if enclitic else ''}"


def word_features(stem: str, typed: str, around: str, readings: str) -> Iterator[str]:
    """The names of what a word looks like by itself.

    `typed` are its letters before folding; `around` tells what is written together with it: proclitic, article,
    pronoun; `readings` are the parts of speech that the pack's lexicons give it, "" for none.
    """
    yield "a" + around
    yield "r" + readings
    yield f"s{stem}"
    yield f"l{min(len(stem), 8)}|{around}"
    yield f"t{typed[0]}|{typed[-1]}"
    for n in range(1, _AFFIX + 1):
        yield f"b{stem[:n]}|{len(stem) > n}"
        yield f"e{stem[-n:]}|{len(stem) > n}"


def place_features(earlier: str, before: str, word: Outlook, after: str) -> tuple[str, ...]:
    """The names of what stands around a word: `before` it as `seen` tells it, `after` it as `neighbour` does.

    `earlier` is the part of speech of the token before the one before.
    """
    start = f"{word.stem[:1]}{'*' if word.definite else ''}"
    return (
        "p" + before,
        f"q{earlier}|{before}",
        f"n{after}",
        f"m{before}|{after}",
        f"o{before}|{start}|{word.last}",
    )


class Tagger:
    """The tagger of a pack; safe to share between threads."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """`weights`: the model `tagger`, whose features end in a blank and the number of a tag, as against a noun."""
        columns: dict[str, list[int]] = {}
        for name, weight in weights.items():
            feature, _, tag = name.rpartition(" ")
            columns.setdefault(feature, [0, 0, 0])[int(tag)] = int(weight)
        self._weights: dict[str, Scores] = {name: (row[0], row[1], row[2]) for name, row in columns.items()}

    def scores(self, stem: str, typed: str, around: str, readings: str) -> Scores:
        """The scores of the tags of a word by itself."""
        rows = [self._weights.get(name, _NOTHING) for name in word_features(stem, typed, around, readings)]
        return sum(row[0] for row in rows), sum(row[1] for row in rows), sum(row[2] for row in rows)

    def tag(self, outlooks: Sequence[Outlook]) -> list[str]:
        """The part of speech of each token of a stretch of text."""
        weight = self._weights.get
        tags: list[str] = []
        last = earlier = before = ""
        for i, outlook in enumerate(outlooks):
            tag = outlook.settled
            if not tag:
                after = neighbour(outlooks[i + 1]) if i + 1 < len(outlooks) else ""
                verb, noun, adjective = outlook.scores
                for name in place_features(earlier, before, outlook, after):
                    row = weight(name)
                    if row:
                        verb, noun, adjective = verb + row[0], noun + row[1], adjective + row[2]
                tag = (
                    TAGS[0]
                    if outlook.verbal and verb > noun and verb > adjective
                    else TAGS[1]
                    if noun >= adjective
                    else TAGS[2]
                )
            tags.append(tag)
            earlier, last, before = last, tag, seen(outlook, tag)
        return tags


def seen(outlook: Outlook, tag: str) -> str:
    """How a token looks to those after it."""
    if outlook.settled:
        return outlook.stem if outlook.settled not in ("PUNCT", "NUM", "LATIN") else outlook.settled
    return f"{tag}{'*' if outlook.definite else ''}{outlook.last}"


def neighbour(outlook: Outlook) -> str:
    """How a token looks to the one before it, which comes first."""
    if outlook.settled:
        return outlook.stem if outlook.settled not in ("PUNCT", "NUM", "LATIN") else outlook.settled
    return f"{'*' if outlook.definite else ''}{outlook.last}"
