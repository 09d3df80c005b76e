"""Standing: how each party of a clause stands to the trigger: before it, annexed to it, behind which preposition.

Parties that stand side by side ("the army and the police") share a number, and the relation of the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.events.sufferers import ARMED
from riwaya.events.things import ThingReader
from riwaya.find.context import covered_until, starting_in
from riwaya.language.phrases import Phrases
from riwaya.model.layers import Analysed, Hit, Mention, Sentence

_FAR = 80  # tokens between a trigger and a party of its clause
_REACH = 5  # tokens between a preposition and the party that it governs
_PLACES = ("places", "capitals", "states")  # names, which govern no noun
_BETWEEN_SIDES, _RELATIVE = "between", 10  # the role of sides; tokens of a relative clause before them
_HOST = "host"  # the role of words such as "by the mediation of"
_WORDS = 3  # tokens of a preposition at most
_JOINED = 6  # tokens between two parties that stand side by side
_STRUCK = ("on", "against", "genitive", "after", "before")  # how that stands which is attacked and no party
_BEFORE_VERB = ("CONJ", "COMP", "PART", "PRON")
_ALLIES = ("loyal", "backed")  # links of people to a party that has no part in what they do
_BELONGING = "of"  # the link of what belongs to a party
_UNDERGONE = ("act-noun", "hurt-noun")  # frames of nouns whose genitive undergoes it
_NOMINAL = ("NOUN", "ADJ", "NUM", "DET")
_BESIDE = (*_NOMINAL, "CONJ", "PRON")


class Role(NamedTuple):
    """An actor mention of the clause and how it stands to the trigger."""

    mention: Mention
    relation: str  # "before", "genitive", "after", "far", or the role of its preposition
    number: int = 0  # shared by those who stand side by side


class StandingReader:
    """Reads how the parties of one report stand."""

    def __init__(
        self, analysed: Analysed, actors: Sequence[Mention], numbers: Sequence[Mention], phrases: Phrases
    ) -> None:
        """`actors` stand in the order of their first tokens; `numbers` are counts before them."""
        self._analysed, self._actors, self._phrases = analysed, actors, phrases
        self._counted = covered_until(numbers)
        self._named = covered_until(actors)
        self._acting = covered_until(m for m in actors if m.kind != "objective")
        self._forces = {m.end for m in actors if m.kind == "actor" and m.value["sector"] in ARMED}
        self.things = ThingReader(analysed, self._named)
        self._marks = {q.start - 1 for q in analysed.quotations if q.opened} | {q.end for q in analysed.quotations}
        triggers = analysed.anchors.lexicons.get("triggers", ())
        self._added = [i for i in triggers if i and analysed.tokens[i - 1].pos == "CONJ"]  # events that "and" adds
        self._brought_in = [i for i in triggers if i and self._brings_in(i - 1)]  # events that a preposition brings in

    def standing(self, scene: Scene) -> list[Role]:
        """How the actors of the clause stand to its trigger, in their order."""
        roles: list[Role] = []
        first, last = max(scene.start, scene.trigger.start - _FAR), min(scene.end, scene.trigger.end + _FAR)
        for number, mention in enumerate(starting_in(self._actors, first, last)):
            if scene.is_verb and scene.trigger.covers(mention):  # a noun of the same spelling
                continue
            if mention.start < scene.trigger.start < mention.end:  # a word of the party's own name
                continue
            role = Role(mention, self._relation(mention, scene), number)
            if mention.kind == "objective" and not self._is_struck(role, scene):
                continue
            before = roles[-1] if roles else None
            if before and self._beside(before.mention, mention, scene):
                role = before._replace(mention=mention)
            roles.append(role)
        return roles

    def between(self, scene: Scene) -> list[Role]:
        """The sides that the relative clause of a noun tells: "the war that broke out between the army and the"."""
        end = scene.end
        if scene.is_verb or end - scene.trigger.end > 1 or not self._analysed.relative(end):
            return []
        for mention in starting_in(self._actors, end, min(scene.sentence.end, end + _RELATIVE)):
            if self.preposition(mention.start, end) == _BETWEEN_SIDES:
                return [Role(m, _BETWEEN_SIDES) for m in self.joined(mention, scene.sentence.end)]
        return []

    def _is_struck(self, role: Role, scene: Scene) -> bool:
        """Whether what is no party stands as what is attacked, not as where something takes place."""
        return role.relation in _STRUCK and not role.mention.covers(scene.trigger)

    def free(self, start: int, end: int) -> Iterator[Mention]:
        """The actors from one token to another that no preposition governs; what is attacked never acts."""
        for mention in starting_in(self._actors, start, end):
            if mention.kind != "objective" and mention.end <= end and not self.preposition(mention.start, start):
                yield mention

    def is_named(self, i: int) -> bool:
        """Whether a token is part of a party's name."""
        return i in self._named

    def is_party(self, i: int) -> bool:
        """Whether a token is part of the name of a party that may act."""
        return i in self._acting

    def takes_verb(self, i: int, sentence: Sentence) -> bool:
        """Whether a word that is spelt like a verb and a noun stands where a verb may: after a party, a definite noun,
        or where a clause begins."""
        before = self._analysed.tokens[i - 1]
        return i == sentence.start or i - 1 in self._named or before.definite or before.pos in _BEFORE_VERB

    def pauses(self, i: int) -> bool:
        """Whether a comma stands at a token."""
        return self._phrases.pauses(i)

    def is_mark(self, i: int) -> bool:
        """Whether a token is a quotation mark, which parts no phrase."""
        return i in self._marks

    def is_counted(self, i: int) -> bool:
        """Whether a number stands before a token."""
        return i - 1 in self._counted

    def joined(self, first: Mention, end: int) -> list[Mention]:
        """A party and those that stand side by side with it, up to a token."""
        found = [first]
        for mention in starting_in(self._actors, first.end, end):
            if not self._side_by_side(found[-1], mention):
                break
            found.append(mention)
        return found

    def _beside(self, one: Mention, other: Mention, scene: Scene) -> bool:
        """Whether two parties stand side by side on one side of the trigger."""
        parted = one.end <= scene.trigger.start < other.start
        return not parted and self._side_by_side(one, other)

    def _side_by_side(self, one: Mention, other: Mention) -> bool:
        """Whether an "and" joins two parties: only nouns, adjectives and numbers stand round it."""
        between = range(one.end, other.start)
        if len(between) > _JOINED or not between:
            return False
        tokens = self._analysed.tokens
        fits = all(tokens[i].pos in _BESIDE or i in self._counted or self.is_mark(i) for i in between)
        return fits and sum(tokens[i].pos == "CONJ" for i in between) == 1

    def _relation(self, mention: Mention, scene: Scene) -> str:
        """How an actor stands to the trigger."""
        trigger = scene.trigger
        if trigger.start < mention.start < trigger.end:  # whom the words of the trigger name: "expelled the envoy of"
            return "object"
        preposition = self.preposition(mention.start, scene.start)
        word = self._role_word(trigger.start)
        if word and preposition == word.entry.get("role") == _HOST:  # "by Saudi mediation" is one of the Saudis
            preposition = ""
        if mention.end <= trigger.start:
            return f"before-{preposition}" if preposition else "before"
        if (
            self._of_another(trigger.end, mention.start)
            or self._is_part(mention.start)
            or self._is_owner(mention.start)
        ):
            return "far"
        if self._of_what_is_spoken_of(scene, mention.start, governed=bool(preposition)):
            return "far"
        if preposition and self._of_next(trigger.end, mention.start):
            return "far"
        if preposition:
            return preposition
        between = {
            self._analysed.tokens[i].pos
            for i in range(trigger.end, mention.start)
            if not self.is_mark(i) and i not in self._counted
        }
        if mention.start >= trigger.end and self._is_closed(trigger):
            return "far" if between & {"VERB", "PUNCT"} else "after"
        if between <= {"ADJ", "PRON", "DET", "ADV"} or self._annexed(trigger, mention, scene.end):
            return "genitive"
        told = trigger.value["class"] != "verb" and any(map(self._is_trigger, range(trigger.end, mention.start)))
        return "far" if told or between & {"VERB", "PUNCT"} else "after"

    def _is_closed(self, trigger: Mention) -> bool:
        """Whether a noun can have no genitive: it has the article, or an adjective ends it."""
        last = trigger.end - 1
        token = self._analysed.tokens[last]
        adjective = token.pos == "ADJ" or any(hit.entry.get("adjective") for hit in self._analysed.hits[last])
        ended = trigger.end - trigger.start > 1 and adjective
        return trigger.value["class"] != "verb" and (token.definite or ended)

    def _of_another(self, start: int, end: int) -> bool:
        """Whether another event that a preposition brings in stands before a party: "killed in the shelling by"."""
        at = bisect_right(self._brought_in, start)
        return at < len(self._brought_in) and self._brought_in[at] < end

    def _of_next(self, start: int, end: int) -> bool:
        """Whether "and" adds another event before what a preposition brings: "to secure it and let them return"."""
        at = bisect_right(self._added, start + 1)
        return at < len(self._added) and self._added[at] < end

    def _of_what_is_spoken_of(self, scene: Scene, start: int, *, governed: bool) -> bool:
        """Whether who stands after a verb of speech undergoes the deed that is its object: "condemned the attack on".

        Whose deed it is may be accused ("the army's attack"); a party that a preposition governs was hit by it.
        """
        trigger = scene.trigger
        if trigger.value["class"] != "verb" or trigger.value["frame"] != "toward":
            return False
        for i in range(trigger.end, start):
            if i in self._named or i in self._counted:
                continue
            if self._analysed.tokens[i].pos in ("PREP", "COMP", "VERB"):
                return False
            if frame := self._analysed.cell(i, "triggers", "frame"):
                closed = self._analysed.tokens[i].definite  # no doer can be annexed to "the attack"
                return frame in _UNDERGONE or ((governed or closed) and frame == "doer-noun")
        return False

    def _is_part(self, start: int) -> bool:
        """Whether a party is some of those told of before it: "five were killed, among them an officer"."""
        hits = (self._analysed.hit(i, "among") for i in range(max(0, start - _WORDS), start))
        return any(hit is not None and hit.end <= start and hit.entry.get("kind") == "part" for hit in hits)

    def _is_owner(self, start: int) -> bool:
        """Whether the force before a party is its own, or is loyal to it or backed by it: "gunmen loyal to Ankara"."""
        hits = (self._analysed.hit(i, "member-links") for i in range(max(0, start - _WORDS), start))
        near = [hit for hit in hits if hit is not None and hit.end == start]
        own = any(hit.start in self._forces and hit.start < start - 1 for hit in near)
        return own or any(hit.entry.get("link") in _ALLIES for hit in near)

    def _brings_in(self, i: int) -> bool:
        """Whether a preposition stands at a token that tells of no target."""
        word = self._role_word(i)
        target = word is not None and word.entry.get("role") in ("on", "against")
        return self._analysed.tokens[i].pos == "PREP" and not target

    def _annexed(self, trigger: Mention, mention: Mention, last: int) -> bool:
        """Whether an actor stands in the chain of nouns that a noun of the trigger opens."""
        if trigger.value["class"] == "verb":
            return False
        phrase = self._phrases.at(trigger.start, last)
        return phrase is not None and mention.start < phrase.annexed

    def preposition(self, start: int, first: int) -> str:
        """The role that the preposition before a mention gives, over the nouns and counts that stand between them."""
        tokens, start = self._analysed.tokens, self.tied(start)
        i, least = start - 1, max(first, start - _REACH)
        if self._is_closed_before(start):
            return ""
        while i >= least:
            if i in self._counted:  # "a number of" is no origin
                i, least = i - 1, max(first, least - 1)
                continue
            hit = self._role_word(i)
            if hit and not (hit.entry.get("role") == "from" and self._is_quantity(hit.start - 1)):  # "two of the"
                role = hit.entry.get("role")
                since = role == "from" and hit.start and self._analysed.opens(hit.start - 1, "time-units")
                return "at" if since else role  # "a week from (after) the election of"
            if hit is None and i in self._named:
                return ""
            if hit is None and tokens[i].pos == "PREP":
                return "at" if self._reaches(i + 1, start) else ""
            if hit is None and tokens[i].pos != "CONJ" and (tokens[i].pos not in _NOMINAL or self._is_trigger(i)):
                return ""
            i -= 1
        return ""

    def tied(self, start: int) -> int:
        """Where the words begin that tie to a party what belongs to it, which is none itself: "the aircraft of"."""
        hits = (self._analysed.hit(i, "member-links") for i in range(max(0, start - _WORDS), start - 1))
        links = (hit.start for hit in hits if hit and hit.end == start and hit.entry.get("link") == _BELONGING)
        return next((at for at in links if at - 1 not in self._named), start)

    def _is_quantity(self, i: int) -> bool:
        """Whether a token is part of a count, or of a word such as "many"."""
        return i in self._counted or (i >= 0 and self._analysed.opens(i, "quantities"))

    def _is_closed_before(self, start: int) -> bool:
        """Whether the noun before a party governs nothing: "in the north the army", "in Gaza Israel"."""
        tokens, i = self._analysed.tokens, start - 1
        if i < 1 or tokens[i].clitic or tokens[i].pos not in ("NOUN", "ADJ") or i in self._named:
            return False
        both = tokens[i].definite and tokens[start].definite and tokens[start].pos == "NOUN"
        named = tokens[i - 1].pos == "PREP" and self._analysed.opens(i, *_PLACES)
        return both or (named and not self._analysed.opens(i, "directions", "place-heads"))

    def _reaches(self, first: int, start: int) -> bool:
        """Whether the phrase that begins at a token goes as far as another ("near the camp of the army")."""
        phrase = self._phrases.at(first, start + 1)
        return first == start or (phrase is not None and phrase.annexed > start)

    def _role_word(self, i: int) -> Hit | None:
        """The preposition, of several words perhaps ("at the hands of"), that a token is part of."""
        hits = (self._analysed.hit(j, "role-words") for j in range(max(i - _WORDS + 1, 0), i + 1))
        return next((hit for hit in hits if hit and hit.end > i), None)

    def _is_trigger(self, i: int) -> bool:
        """Whether a token is a word that names an event."""
        return self._analysed.hit(i, "triggers") is not None
