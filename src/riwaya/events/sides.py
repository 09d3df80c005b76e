"""Sides: who fights beside those whom the words of fighting name.

"After battles with the rebels" are battles of the subject of the clause, "the army killed five rebels in clashes" tells
both sides of the clashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.events.clauses import Scene
from riwaya.events.standing import Role, StandingReader
from riwaya.events.subjects import SubjectReader
from riwaya.events.sufferers import BEARING, is_armed, is_body
from riwaya.find.context import starting_in
from riwaya.model.layers import Analysed, Mention

_NAMELESS = "UAF"
_BETWEEN, _TWO = "between", 2
_INSIDE = ("in", "with")  # how what a deed is done in, or by, is brought in


class SideReader:
    """Reads the sides in one report that the words of fighting leave out."""

    def __init__(
        self, analysed: Analysed, actors: Sequence[Mention], standing: StandingReader, subjects: SubjectReader
    ) -> None:
        """`actors` stand in the order of their first tokens."""
        self._analysed, self._actors, self._standing, self._subjects = analysed, actors, standing, subjects
        self._sentence = -1  # of the last deed
        self._doers: list[Role] = []
        self._struck: list[Role] = []
        self._deed = -1  # the verb that told it, if one did

    def note(self, scene: Scene, doers: Iterable[Role], struck: Iterable[Role]) -> None:
        """Keeps who did what to whom, for the fighting in which it was done."""
        self._sentence, self._doers, self._struck = scene.sentence.start, list(doers), list(struck)
        self._deed = scene.trigger.start if scene.is_verb else -1

    def inside(self, scene: Scene) -> list[Mention]:
        """The armed who did a deed in what an indefinite noun names: "arrested ten in a raid", of one clause."""
        at = scene.trigger.start - 1
        word = self._analysed.cell(at, "role-words", "role") if at >= 0 else None
        told = word in _INSIDE and not self._analysed.tokens[scene.trigger.start].definite
        clause = self._sentence == scene.sentence.start and scene.start <= self._deed < at
        armed = all(is_armed(role.mention) for role in self._doers)
        return [role.mention for role in self._doers] if told and clause and armed else []

    def others(self, scene: Scene, named: Sequence[Role], targets: Sequence[Role], plover: str) -> list[Role]:
        """The sides that are not `named`: of those who fight "with" somebody, or of the deed that was done in it."""
        if not named and self._is_between_them(scene):
            return self._both_before(scene)
        if len(named) == 1 and named[0].relation == "with":
            return self._before(scene, named[0])
        fighting = plover == "ASSAULT" and not scene.is_verb and not targets
        sides = self._of_deed(scene) if fighting else []
        starts, told = {role.mention.start for role in sides}, {role.mention.start for role in named}
        return [role for role in sides if role.mention.start not in told] if told <= starts else []

    def _is_between_them(self, scene: Scene) -> bool:
        """Whether "between" with a pronoun stands behind the words for fighting, over adjectives."""
        i, tokens = scene.trigger.end, self._analysed.tokens
        while i < scene.sentence.end and tokens[i].pos == "ADJ":
            i += 1
        between = i < scene.sentence.end and self._analysed.cell(i, "role-words", "role") == _BETWEEN
        return between and self._analysed.has_pronoun(i)

    def _both_before(self, scene: Scene) -> list[Role]:
        """The two who stand side by side nearest before the words."""
        before = starting_in(self._actors, scene.sentence.start, scene.trigger.start)
        sides = [m for m in before if is_body(m)]
        for one in reversed(sides[:-1]):
            both = self._standing.joined(one, scene.trigger.start)
            if len(both) == _TWO:
                return [Role(m, "between") for m in both]
        return []

    def _before(self, scene: Scene, other: Role) -> list[Role]:
        """The subject that the words share, or the armed who stand nearest before, none of the other side."""
        before = starting_in(self._actors, scene.sentence.start, scene.trigger.start)
        armed = [m for m in before if m.kind != "objective" and m.value["sector"] in BEARING]
        told = self._subjects.shared(scene) or armed[-1:]
        return [Role(m, "before") for m in told if m.value.get("code") != other.mention.value.get("code")]

    def _of_deed(self, scene: Scene) -> list[Role]:
        """Who did something to whom in some fighting, where both are sides of it."""
        at = scene.trigger.start - 1
        inside = at >= 0 and self._analysed.tokens[at].pos == "PREP" and self._sentence == scene.sentence.start
        both = self._doers and self._struck and all(_is_side(role.mention) for role in (*self._doers, *self._struck))
        return [*self._doers, *self._struck] if inside and both else []


def _is_side(mention: Mention) -> bool:
    """Whether a party may be a side of fighting by more than that it is armed: "gunmen" may be of any."""
    return is_armed(mention) and mention.value["sector"] != _NAMELESS
