"""Harm: how many were killed and injured, and who they were, from the words round a trigger.

A word of harm has a toll of its own, read by `riwaya.events.tolls`. A trigger that is a word of harm has that toll and
what is joined to it; an attack has the tolls that its clause goes on to tell, or the one that it is told as the cause
of ("two were killed in the attack").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.events.harm_words import PAUSES
from riwaya.events.tolls import Toll, TollReader
from riwaya.events.victims import Bounds
from riwaya.language.phrases import Phrases
from riwaya.model.layers import Analysed, Hit, Mention

_FAR = 80  # tokens between an attack and the toll that it caused
_WITHIN = ("in", "cause")  # roles of prepositions by which a pronoun points back to an attack
_NO_CAUSE = ("from", "about")  # roles of prepositions after which no cause stands
_ONE_COUNT = {"killed", "injured"}  # kinds of harm that one count joins
_JOINED = 10  # tokens between the killed and the injured of one count
_OPENS = 3  # tokens between a word that opens a clause and the word of harm that it goes on with
_UNDONE = ("attempted", "planned", "demanded", "threatened", "ongoing")
_NOT_YET = ("planned", "demanded", "threatened", "hypothetical")  # statuses of what hurt nobody
_ANYBODY = ("", "UAF")  # sectors of nouns for people of whom other words tell whose they are
_HURT = ("hurt-noun", "undergoes")  # frames of words that tell what befell somebody


class Harm(NamedTuple):
    """The killed and the injured as ranges, and who was hurt: sector and noun ("" where none is told), words."""

    killed: Bounds | None = None
    injured: Bounds | None = None
    sector: str = ""
    who: str = ""
    words: tuple[int, int] = (0, 0)  # the tokens that tell who was hurt, half-open
    exact: bool = False  # by a noun that leaves no doubt what they are: soldiers, civilians; not men, not gunmen


class HarmReader:
    """Reads the harm in one report."""

    def __init__(
        self, analysed: Analysed, mentions: Sequence[Mention], phrases: Phrases, pronouns: Mapping[str, str]
    ) -> None:
        """Sets up the reader of tolls; `pronouns` tells the number of each pronoun that is written with a word."""
        self._analysed = analysed
        self._tolls = TollReader(analysed, mentions, phrases, pronouns)
        self._words = self._tolls.words

    def is_harm(self, scene: Scene) -> bool:
        """Whether a trigger is itself a word of harm."""
        return self._kind(scene) != ""

    def continues(self, before: Scene, scene: Scene) -> bool:
        """Whether a trigger goes on with the harm of the one before it: "the death of three and wounding of five"."""
        kinds = self._kind(before), self._kind(scene)
        if set(kinds) != _ONE_COUNT or scene.trigger.start - before.trigger.end > _JOINED:
            return False
        return scene.trigger.start < self._last(before)

    def is_updated(self, scene: Scene) -> bool:
        """Whether a clause says that a toll has changed, or sums it up: "the number of the dead rose to"."""
        return any(self._analysed.opens(i, "count-changes") or self._sums_up(i) for i in range(scene.start, scene.end))

    def _sums_up(self, i: int) -> bool:
        """Whether a token is the figure of those who are known to be hurt: "the toll", "the number of the dead"."""
        tokens = self._analysed.tokens
        return self._words.kind(i) == "figure" and any(token.definite for token in tokens[i : i + 2])

    def _kind(self, scene: Scene) -> str:
        """The harm that a trigger names: killed, injured ..., or nothing."""
        return self._analysed.cell(scene.trigger.start, "harms", "harm")

    def read(self, scene: Scene, status: str) -> Harm:
        """The harm that a trigger tells of or causes; of what is not done, or goes on, only what a figure tells."""
        own = self._words.word(scene.trigger.start)
        if status in _NOT_YET and own is None:
            return Harm()
        tolls = self._by_word(scene, own) if own else self._by_attack(scene, status)
        done = status not in _UNDONE
        return _harm([toll for toll in tolls if done or toll.counted or self._caused(scene, toll, own=own is not None)])

    def _by_attack(self, scene: Scene, status: str) -> Sequence[Toll]:
        """The tolls of a trigger that is no word of harm: those after it, and those that it is told to cause."""
        return [*self._after(scene, verbs=status != "attempted"), *self._before(scene)]

    def _caused(self, scene: Scene, toll: Toll, *, own: bool) -> bool:
        """Whether a toll is told as what a trigger caused: by a verb of the past ("the fighting left some wounded"),
        or before an attack that is no word of harm itself ("some died in the fighting")."""
        if not own and toll.start < scene.trigger.start:
            return True
        between = self._analysed.tokens[scene.trigger.end : toll.start]
        return any(token.pos == "VERB" and "past" in token.features.split() for token in between)

    def _by_word(self, scene: Scene, own: Hit) -> Sequence[Toll]:
        """The tolls of a trigger that is a word of harm: its own, and of the other kind what follows."""
        first = self._tolls.read(own, scene.first, scene.last)
        further = [toll for toll in self._after(scene) if toll.kind != own.entry.get("harm")]
        return [first, *further] if first else further

    def _after(self, scene: Scene, *, verbs: bool = True) -> Iterator[Toll]:
        """The tolls that follow a trigger, up to where something else is told; those of verbs are those of another
        deed where a trigger was only tried."""
        last = self._last(scene)
        for i in range(scene.trigger.start, last):
            word = self._words.word(i)
            if word and not verbs and word.entry.get("part") == "verb":
                return
            toll = self._tolls.read(word, scene.first, last) if word else None
            if toll:
                yield toll

    def _last(self, scene: Scene) -> int:
        """Where the harm of a trigger ends: where another attack or another matter is told, or with the content."""
        last = min(scene.last, scene.trigger.end + _FAR)
        for i in range(scene.trigger.end, last):
            if self._ends(i, scene):
                return i
            if self._is_deed(i) and self._is_another(i, scene.trigger.end) and not self._befell(i, last):
                return i
            if self._words.word(i) and self._is_of_another(i, scene):
                return i
        return last

    def _is_of_another(self, i: int, scene: Scene) -> bool:
        """Whether the harm that a word tells is that of another attack: one before, or one that it points back to."""
        near = range(max(scene.trigger.end, i - _OPENS), i)
        if any((mark := self._mark(at)) and mark.end == i for at in near):
            return True
        return self._points_back(i + 1, scene.last) and any(map(self._is_deed, range(scene.trigger.end, i)))

    def _mark(self, i: int) -> Hit | None:
        """The word that begins at a token and brings in what came before: "after", "in answer to"."""
        hit = self._analysed.hit(i, "toll-words")
        return hit if hit and hit.entry.get("kind") in ("before", "after") else self._analysed.hit(i, "sequels")

    def _points_back(self, i: int, last: int) -> bool:
        """Whether a preposition and a pronoun stand at a token: "in which", "during which"."""
        within = i + 1 < last and self._analysed.cell(i, "role-words", "role") in _WITHIN
        return within and self._analysed.tokens[i + 1].clitic == "en"

    def _ends(self, i: int, scene: Scene) -> bool:
        """Whether at a token something else is told than a trigger's harm: by another speaker, of another attack."""
        if self._words.kind(i) == "apart":
            return not any(map(self._words.word, range(i, min(scene.last, i + _OPENS))))
        if self._analysed.tokens[i].pos == "CONJ" and i + 1 < scene.last:
            return self._analysed.tokens[i + 1].pos == "VERB" and self._analysed.opens(i + 1, "says")
        return self._analysed.relative(i) and self._describes(i - 1, scene.trigger.end)

    def _describes(self, i: int, first: int) -> bool:
        """Whether a relative clause after a token describes another deed: its adjectives may stand between, or "that"
        stands for it."""
        tokens = self._analysed.tokens
        if i >= first and tokens[i].pos in ("PRON", "DET"):
            return True
        while i > first and tokens[i].pos == "ADJ" and not self._is_deed(i):
            i -= 1
        return i >= first and self._is_deed(i)

    def _is_deed(self, i: int) -> bool:
        """Whether a token names an event that is no harm."""
        other = self._analysed.hit(i, "triggers")
        return bool(other and other.entry.get("frame") not in _HURT and not self._analysed.opens(i, "harms", "victims"))

    def _befell(self, i: int, last: int) -> bool:
        """Whether a token is no deed but brings in those hurt: "and there fell twenty dead in it"."""
        happens = self._analysed.opens(i, "happenings")
        return happens and any(map(self._words.word, range(i + 1, min(last, i + 1 + _OPENS))))

    def _is_another(self, i: int, first: int) -> bool:
        """Whether an attack stands apart from the one before it: after "and", or as what came before."""
        near = range(max(first, i - _OPENS + 1), i)
        return self._analysed.tokens[i - 1].pos == "CONJ" or any(
            self._words.kind(at) in ("before", "after") for at in near
        )

    def _before(self, scene: Scene) -> Iterator[Toll]:
        """The tolls before an attack that caused them, the nearest first."""
        if not self._causes(scene):
            return
        aside = False
        for i in range(scene.trigger.start - 1, max(scene.first, scene.trigger.start - _FAR) - 1, -1):
            form = self._analysed.tokens[i].form
            aside = form == ")" or (aside and form != "(")
            word = None if aside else self._words.word(i)
            if word is None and not aside and form != "(" and self._parts(i):
                return
            toll = self._tolls.read(word, scene.first, scene.last) if word else None
            if toll:
                yield toll

    def _causes(self, scene: Scene) -> bool:
        """Whether an attack stands where the cause of what was told is named: "in", "by", "when" and the attack."""
        near = range(scene.trigger.start - 1, max(scene.first, scene.trigger.start - _OPENS) - 1, -1)
        if any((hit := self._analysed.hit(i, "sequels")) and hit.end == scene.trigger.start for i in near):
            return False
        for i in near:
            if self._words.kind(i) == "before":
                return False
            if self._words.kind(i) in ("when", "after"):
                return True
            role = self._analysed.cell(i, "role-words", "role")
            if role == "cause" or (role not in _NO_CAUSE and self._analysed.tokens[i].pos == "PREP"):
                return True
        return False

    def _parts(self, i: int) -> bool:
        """Whether a token parts a toll from an attack after it: another verb, "whereas", "since", a full pause."""
        token = self._analysed.tokens[i]
        if token.pos == "VERB":
            befell = "pl" in token.features.split() and self._analysed.opens(i, "happenings")  # "the dead fell in"
            return not (befell or self._tolls.in_number(i) or self._analysed.opens(i, "people-words"))
        return token.form in PAUSES or token.pos == "COMP" or self._words.kind(i) in ("apart", "before")


def _harm(tolls: Sequence[Toll]) -> Harm:
    """The first toll of each kind, and who was hurt first."""
    killed = next((toll.bounds for toll in tolls if toll.kind in ("killed", "both")), None)
    injured = next((toll.bounds for toll in tolls if toll.kind in ("injured", "both")), None)
    noun = next((toll.noun for toll in tolls if toll.noun), None)
    words = next(((toll.start, toll.end) for toll in tolls), (0, 0))
    sector, who = (noun.get("sector"), noun.get("gloss")) if noun else ("", "")
    exact = noun is not None and sector not in _ANYBODY and not noun.get("armed")
    return Harm(killed, injured, sector, who, words, exact)
