"""Parts of speech: what each word that no table of function words settles is in its sentence.

A log-linear tagger: whole-number weights for what a word looks like by itself, which are added up once for each
spelling, and for what stands around it, from the first word to the last.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from riwaya.language.sums import Sums, joined, parted

TAGS = ("VERB", "NOUN", "ADJ")  # what the tagger decides between

START = "."  # what stands before the first word of a text, as the weights know it
_AFFIXES = range(1, 5)  # how many letters the beginnings and ends of a word have that are looked at

_ALIKE = ("NUM", "LATIN")  # these look all alike to the words around them

Scores = int  # of a verb and of an adjective, as against a noun, packed: adding them adds both
UNSCORED: Scores = 0
_VERB = "VERB"
_LANE = 32  # bits of the first of them


class Outlook(NamedTuple):
    """What is known of a token before its neighbours are; see `outlook_of`."""

    settled: str  # its part of speech where a table settles it, otherwise ""
    scores: Scores  # of what it looks like by itself
    stem: str
    definite: bool
    last: str  # its last letter as typed
    verbal: bool  # whether it can be a verb: not with the article, nor where lexicons have it as other words only
    readings: str  # the parts of speech that the pack's tables give it
    neighbour: str  # how it looks to the one before it, which comes first
    kind: str  # what it is to the one before it, as far as that is known: settled, definite, or neither


def outlook_of(
    settled: str, scores: Scores, stem: str, definite: bool, last: str, verbal: bool = True, readings: str = ""
) -> Outlook:
    """What is known of a token before its neighbours are, with what these see of it."""
    kind = settled or ("*" if definite else "-")
    neighbour = f"{'*' if definite else ''}{last}"
    if settled:
        neighbour = settled if settled in ("PUNCT", *_ALIKE) else stem
    return Outlook(settled, scores, stem, definite, last, verbal, readings, neighbour, kind)


def around(proclitic: str, definite: bool, enclitic: str) -> str:
    """What is written together with a host, as a name."""
    return f"{proclitic}{'*' if definite else ''}{'+' if enclitic else ''}"


def word_features(stem: str, typed: str, around: str, readings: str) -> list[str]:
    """The names of what a word looks like by itself.

    `typed` are its letters before folding; `around` tells what is written together with it: proclitic, article,
    pronoun; `readings` are the parts of speech that the pack's lexicons give it, "" for none.
    """
    length = len(stem)
    names = [f"a{around}", f"r{readings}", f"s{stem}", f"l{min(length, 8)}|{around}", f"t{typed[0]}|{typed[-1]}"]
    for n in _AFFIXES:
        names += (f"b{stem[:n]}|{length > n}", f"e{stem[-n:]}|{length > n}")
    return names


def place_features(earlier: str, before: str, word: Outlook, after: str, ahead: str) -> tuple[str, ...]:
    """The names of what stands around a word: `before` it as `seen` tells it, `after` it as `neighbour` does.

    `earlier` is the part of speech of the token before the one before, `ahead` tells the kind of the one after.
    """
    return (
        *_before_features(word.readings, earlier, before),
        *_side_features(before, after),
        *_edge_features(before, word.stem[:1], word.definite, word.last),
        *_ahead_features(word.readings, before, ahead),
    )


def _before_features(readings: str, earlier: str, before: str) -> tuple[str, ...]:
    """What the two tokens before a word give."""
    return "p" + before, f"q{earlier}|{before}", f"f{readings}|{earlier}|{before}"


def _side_features(before: str, after: str) -> tuple[str, ...]:
    """What the tokens on both sides of a word give."""
    return f"n{after}", f"m{before}|{after}"


def _edge_features(before: str, first: str, definite: bool, last: str) -> tuple[str, ...]:
    """What the token before a word gives with the word's first and last letter."""
    return (f"o{before}|{first}{'*' if definite else ''}|{last}",)


def _ahead_features(readings: str, before: str, ahead: str) -> tuple[str, ...]:
    """What a word gives with the token before it and the kind of the one after."""
    return (f"d{readings}|{before}|{ahead}",)


class Tagger:
    """The tagger of a pack; safe to share between threads."""

    def __init__(self, weights: Mapping[str, Scores], closing: Collection[str] = ()) -> None:
        """`weights`: the model `tagger`; `closing`: words for what was told, which no noun without the article follows
        but a verb may ("after that | attacked ...")."""
        self._weights, self._closing = weights, closing
        self._before = Sums(weights, _before_features)
        self._sides = Sums(weights, _side_features)
        self._edges = Sums(weights, _edge_features)
        self._ahead = Sums(weights, _ahead_features)

    def scores(self, stem: str, typed: str, around: str, readings: str) -> Scores:
        """The scores of the tags of a word by itself."""
        return sum(filter(None, map(self._weights.get, word_features(stem, typed, around, readings))))

    def tag(self, outlooks: Sequence[Outlook]) -> list[str]:
        """The part of speech of each token of a stretch of text."""
        befores, sides, edges, aheads = self._before, self._sides, self._edges, self._ahead
        tags: list[str] = []
        earlier, last, before, stem = "", "PUNCT", START, ""
        for outlook, following in zip(outlooks, (*outlooks[1:], None), strict=False):
            tag = outlook.settled
            if not tag:
                after, ahead = (following.neighbour, following.kind) if following else ("", "")
                readings = outlook.readings
                verb, adjective = parted(
                    outlook.scores
                    + befores[readings, earlier, before]
                    + sides[before, after]
                    + edges[before, outlook.stem[:1], outlook.definite, outlook.last]
                    + aheads[readings, before, ahead],
                    _LANE,
                )
                tag = "ADJ" if adjective > 0 else "NOUN"
                told = stem in self._closing and _VERB in readings
                if outlook.verbal and (told or (verb > 0 and verb > adjective)):
                    tag = _VERB
            tags.append(tag)
            earlier, last, before, stem = last, tag, seen(outlook, tag), outlook.stem
        return tags


def packed_scores(verb: int, adjective: int) -> Scores:
    """The scores of a verb and of an adjective as one number."""
    return joined(verb, adjective, _LANE)


def scores_of(cell: str) -> Scores:
    """The weights that a cell of the model `tagger` holds.

    >>> scores_of("35 -12") == packed_scores(35, -12)
    True
    """
    verb, _, adjective = cell.partition(" ")
    return packed_scores(int(verb), int(adjective))


def seen(outlook: Outlook, tag: str) -> str:
    """How a token looks to those after it."""
    if outlook.settled:
        return outlook.stem if outlook.settled not in _ALIKE else outlook.settled
    return tag + outlook.neighbour
