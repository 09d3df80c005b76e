"""Names: what the recogniser finds, beside and inside the actors and places of tables and rules.

What tables and rules found stays as it is. Where the recogniser sees a name inside of it, its value says where
(`name_span`, the tokens) and of what kind (`name_kind`): "the Egyptian foreign minister Sameh Shoukry" is the actor,
"Sameh Shoukry" his name. A name by itself becomes an actor or a place of its own, `by: model`, with a confidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.find.context import covered_until
from riwaya.find.recognise import Name, Recogniser
from riwaya.model.layers import Analysed, Mention
from riwaya.packs import Pack

_ACTORS = {"PERS": "person", "ORG": "organisation"}
_CITY = 4  # PLOVER's resolution of a place that is only known by name


class Names:
    """The names of a text by the recogniser of a pack; finds nothing where `pack.toml` switches it off."""

    def __init__(self, pack: Pack) -> None:
        """Reads the weights, if they are wanted."""
        self._rule = f"{pack.code}.models.names"
        wanted = pack.settings.get("models", {}).get("names", False)
        self._recogniser = Recogniser(pack.model("names")) if wanted else None

    def add(
        self, analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention], others: Sequence[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """The actors and places with their inner names, and those that only the recogniser sees."""
        if self._recogniser is None:
            return list(actors), list(places)
        names = self._recogniser.recognise(analysed, [*others, *actors, *places])
        taken = covered_until((*actors, *places, *(other for other in others if other.kind == "place")))
        new = [self._mention(analysed, name) for name in names if _free(name, taken)]
        inner = {i: name for name in names for i in range(name.start, name.end)}
        named = ([_named(mention, inner) for mention in mentions] for mentions in (actors, places))
        return tuple(  # type: ignore[return-value]
            sorted([*known, *(m for m in new if m.kind == kind)], key=lambda m: m.start)
            for kind, known in zip(("actor", "place"), named, strict=True)
        )

    def _mention(self, analysed: Analysed, name: Name) -> Mention:
        """The mention of a name that no table has."""
        found = {"by": "model", "confidence": name.confidence, "name_span": name[:2], "name_kind": name.kind}
        if name.kind not in _ACTORS:
            words = analysed.words(name.start, name.end)
            place = {"name": words, "lat": None, "lon": None, "country": None, "precision": _CITY, "sense": ""}
            return Mention(name.start, name.end, "place", self._rule, place | found)
        # The office before the name, its state and sector are joined to it later.
        actor = {"actor": "", "name": "", "iso3": "", "sector": "", "code": "UNK", "kind": _ACTORS[name.kind]}
        return Mention(name.start, name.end, "actor", self._rule, actor | found)


def _named(mention: Mention, inner: Mapping[int, Name]) -> Mention:
    """A mention with the name that stands in it, or that it is a part of."""
    name = next((inner[i] for i in range(mention.start, mention.end) if i in inner), None)
    if name is None:
        return mention
    return mention._replace(value={**mention.value, "name_span": (name.start, name.end), "name_kind": name.kind})


def _free(name: Name, taken: Mapping[int, int]) -> bool:
    """Whether a name touches nothing that was found before it."""
    return not any(i in taken for i in range(name.start, name.end))
