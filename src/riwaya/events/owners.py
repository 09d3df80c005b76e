"""Owners: whose deed the noun or adjective before an event says it is.

"The army's attempt to storm the town", "the involvement of the rebels in attacks", "they are responsible for the
bombing".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.events.clauses import Scene
from riwaya.events.standing import StandingReader
from riwaya.events.subjects import SubjectReader
from riwaya.find.context import starting_in
from riwaya.model.layers import Analysed, Hit, Mention

_CONTROLS = 16  # tokens between a word that lends its owner and the event
_BETWEEN = ("NOUN", "ADJ", "NUM", "DET", "PRON", "PREP", "CONJ", "ADV", "LATIN", "PUNCT")
_SAID_OF = "said"
_PURPOSE = "purpose"  # the kind of adverbs that say what the subject of their clause is about to do
_STOPS = "stops"  # the kind of words whose owner acts against the event


class OwnerReader:
    """Reads the owners of events in one report."""

    def __init__(
        self, analysed: Analysed, actors: Sequence[Mention], standing: StandingReader, subjects: SubjectReader
    ) -> None:
        """`actors` stand in the order of their first tokens."""
        self._analysed, self._actors, self._standing, self._subjects = analysed, actors, standing, subjects

    def owners(self, scene: Scene) -> list[Mention]:
        """Who does what a noun names by the nearest word before it that lends its owner; nobody where none does."""
        for word in self._lending(scene):
            if word.entry.get("kind") == _STOPS:
                return []
            if owners := self._owners(word, scene):
                return owners
        return []

    def _owners(self, word: Hit, scene: Scene) -> list[Mention]:
        """The owners that one word lends."""
        end = scene.trigger.start
        if word.entry.get("kind") == _PURPOSE:
            return self._subjects.of_clause(word.start, scene)
        if word.entry.get("kind") == _SAID_OF:
            return self._nearest(word.start, scene)
        annexed = next(iter(starting_in(self._actors, word.end, end)), None)
        if annexed and annexed.start == word.end:
            return self._standing.joined(annexed, end)
        return self._nearest(word.start, scene) if self._analysed.has_pronoun(word.end - 1) else []

    def _lending(self, scene: Scene) -> Iterator[Hit]:
        """The words before a noun that lend their owners, the nearest first, over words that may stand between."""
        tokens = self._analysed.tokens
        for i in range(scene.trigger.start - 1, max(scene.sentence.start, scene.trigger.start - _CONTROLS) - 1, -1):
            if hit := self._analysed.hit(i, "control-nouns"):
                yield hit
            elif tokens[i].pos not in _BETWEEN or self._analysed.opens(i, "clause-openers", "complementisers"):
                return

    def _nearest(self, i: int, scene: Scene) -> list[Mention]:
        """The party that stands nearest before a token in its sentence, of those that may act."""
        before = [m for m in starting_in(self._actors, scene.sentence.start, i) if m.kind != "objective" and m.end <= i]
        return before[-1:]
