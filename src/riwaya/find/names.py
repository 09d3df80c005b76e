"""Names: what the recogniser finds, beside and inside the actors and places of tables and rules.

What tables and rules found stays as it is: "the Egyptian foreign minister Sameh Shoukry" is the actor, "Sameh Shoukry"
the name inside. A name by itself becomes an actor or a place of its own, `by: model`, with a confidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from riwaya.find.context import covered_until
from riwaya.find.namesakes import part_namesakes
from riwaya.find.recognise import Recogniser
from riwaya.model.layers import Analysed, Mention, Name, Token
from riwaya.packs import Pack

_ACTORS = {"PERS": "person", "ORG": "organisation"}
_SURE = {"persons": "PERS", "firms": "ORG"}  # tables whose names can hardly mean something else
_SURENESS = 0.9
_SURNAME = 0.8  # confidence of a surname by itself after the whole name
_CITY = 4  # PLOVER's resolution of a place that is only known by name


class Named(NamedTuple):
    """The actors and places, those of the recogniser among them, and every name that it has read."""

    actors: list[Mention]
    places: list[Mention]
    names: tuple[Name, ...] = ()


class Names:
    """The names of a text by the recogniser of a pack; finds nothing where `pack.toml` switches it off."""

    def __init__(self, pack: Pack) -> None:
        """Reads the weights, if they are wanted."""
        self._rule = f"{pack.code}.models.names"
        self._stems = pack.stems
        wanted = pack.settings.get("models", {}).get("names", False)
        self._recogniser = Recogniser(pack.model("names")) if wanted else None

    def add(
        self, analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention], others: Sequence[Mention]
    ) -> Named:
        """The actors and places with those that only the recogniser sees, and all names."""
        if self._recogniser is None:
            return Named(list(actors), list(places))
        found = self._recogniser.recognise(analysed, [*others, *actors, *places])
        read = [_unclaused(analysed, name) for name in found]
        names = _settled(analysed, actors, read)
        actors, alone = part_namesakes(actors, names, analysed, self._stems)
        taken = covered_until((*actors, *places, *(other for other in others if other.kind == "place")))
        bare = (Name(i, i + 1, "PERS", _SURNAME) for i in [*alone, *_surnames(analysed, names, taken)])
        names = tuple(sorted({*names, *bare}))
        actors = _whole(actors, names, taken)
        new = [self._mention(analysed, name) for name in names if _free(name, taken)]
        all_actors, all_places = (
            sorted([*known, *(m for m in new if m.kind == kind)], key=lambda m: m.start)
            for kind, known in (("actor", actors), ("place", places))
        )
        return Named(all_actors, all_places, names)

    def _mention(self, analysed: Analysed, name: Name) -> Mention:
        """The mention of a name that no table has."""
        found = {"by": "model", "confidence": name.confidence}
        if name.kind not in _ACTORS:
            words = analysed.words(name.start, name.end)
            place = {"name": words, "lat": None, "lon": None, "country": None, "precision": _CITY, "sense": ""}
            return Mention(name.start, name.end, "place", self._rule, place | found)
        # The office before the name, its state and sector are joined to it later.
        actor = {"actor": "", "name": "", "iso3": "", "sector": "", "code": "UNK", "kind": _ACTORS[name.kind]}
        return Mention(name.start, name.end, "actor", self._rule, actor | found)


def _settled(analysed: Analysed, actors: Sequence[Mention], read: Sequence[Name]) -> tuple[Name, ...]:
    """The names that were read, with the persons and firms of the gazetteer that were passed over or not read whole."""
    hits = [hit for actor in actors for i in range(actor.start, actor.end) for hit in analysed.hits[i]]
    known = {(hit.start, hit.end): _SURE[hit.entry.lexicon] for hit in hits if hit.entry.lexicon in _SURE}
    titled = {hit.start for hit in hits if hit.entry.lexicon == "titles"}  # a name read behind its title is whole
    names = {i: name for name in read for i in range(name.start, name.end)}  # by each of their tokens
    for start, end in sorted(known, key=lambda span: span[0] - span[1]):  # the longest first
        touched = {names[i] for i in range(start, end) if i in names}
        inside = all(start <= name.start and name.end <= end for name in touched)
        if inside and not (len(touched) == 1 and start in titled):
            names |= dict.fromkeys(range(start, end), Name(start, end, known[start, end], _SURENESS))
    return tuple(sorted(set(names.values())))


def _unclaused(analysed: Analysed, name: Name) -> Name:
    """A name up to the clause that a complementiser opens within it: "the organisation | that the shelling"."""
    clause = (i for i in range(name.start + 1, name.end) if analysed.tokens[i].pos == "COMP")
    return name._replace(end=next(clause, name.end))


def _surnames(analysed: Analysed, names: Sequence[Name], taken: Mapping[int, int]) -> Iterator[int]:
    """Where the last words of persons' names stand alone further down, if they are no word of a lexicon."""
    tokens, covered = analysed.tokens, {i for name in names for i in range(name.start, name.end)}
    for stem, first in _last_words(analysed, names).items():
        for i in analysed.anchors.words.get(stem, ()):
            alone = i > first and i not in covered and i not in taken and not analysed.hits[i]
            if alone and tokens[i].stem == stem and tokens[i].pos in ("NOUN", "ADJ") and _surname(tokens[i]):
                yield i


def _surname(token: Token) -> bool:
    """Whether a word may be a surname by its form: it has the article, or no table has it."""
    return token.definite or not token.base


def _last_words(analysed: Analysed, names: Sequence[Name]) -> dict[str, int]:
    """The stems of the last words of persons' names, if they may be surnames, each with where it first stands."""
    lasts: dict[str, int] = {}
    for name in names:
        last = analysed.tokens[name.end - 1]
        if name.kind == "PERS" and name.end - name.start > 1 and _surname(last):
            lasts.setdefault(last.stem, name.end - 1)
    return lasts


def _whole(actors: Sequence[Mention], names: Sequence[Name], taken: Mapping[int, int]) -> list[Mention]:
    """The actors; of persons whose last words no table has ("Captain Frank | Pascual") with their whole names."""
    inside = {i: name for name in names if name.kind == "PERS" for i in range(name.start + 1, name.end)}
    longer = []
    for actor in actors:
        name = inside.get(actor.end) if actor.value.get("kind") == "person" and not actor.value.get("actor") else None
        free = (
            name is not None and actor.start <= name.start and all(i not in taken for i in range(actor.end, name.end))
        )
        longer.append(actor._replace(end=name.end) if name and free else actor)
    return longer


def _free(name: Name, taken: Mapping[int, int]) -> bool:
    """Whether a name touches nothing that was found before it."""
    return not any(i in taken for i in range(name.start, name.end))
