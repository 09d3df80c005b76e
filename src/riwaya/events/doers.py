"""Doers: who does what a trigger names where no word of its own clause says so.

A verb that controls the trigger lends it its subject ("the army launched an attack", "tried to storm") or its object
("called on the rebels to withdraw"); a verb of doing after a noun has the doer after it ("an attack that gunmen
carried out"); a verb whose subject is a pronoun has the one of the clause before, or the speaker ("said that it had
killed three").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from riwaya.events.clauses import Scene
from riwaya.events.standing import StandingReader
from riwaya.events.subjects import SubjectReader
from riwaya.find.context import starting_in
from riwaya.model import Claim
from riwaya.model.layers import Analysed, Hit, Mention

_APPOSED = 2  # tokens between a noun and the relative clause that describes it
_CONTROLS = 16  # tokens between a controlling verb and what it controls
_DESCRIBES = 8  # tokens between a noun of attack and the verb that says who did it
_BETWEEN = ("NOUN", "ADJ", "NUM", "DET", "PRON", "PREP", "CONJ", "ADV", "LATIN")
_TO_OBJECT = ("object", "warns")  # kinds of verbs that lend whom they speak to
_WITH = "with"  # the kind of verbs that lend their subject to what they are done with
_NOT_OF_DOERS = {"answers": ("doer-noun",), "warns": ("doer-noun", "mutual")}  # frames of what somebody else does
_EXPOSED = "exposed"  # the kind of verbs whose subject undergoes what stands behind "to"
_SUFFERING = ("suffers", _EXPOSED)
_BRACKETS = ("(", ")")
_ARMY = "MIL"
_FORCES = ("weapons", "group-heads", "institutions")  # lexicons of what strikes for its owner
_PASSIVE, _FIRST = "pass", "1"


class DoerReader:
    """Reads the doers in one report."""

    def __init__(
        self,
        analysed: Analysed,
        actors: Sequence[Mention],
        claims: Iterable[Claim],
        standing: StandingReader,
        subjects: SubjectReader,
    ) -> None:
        """`actors` stand in the order of their first tokens; of `claims` those are noted whose cue names an event."""
        self._analysed, self._actors, self._standing, self._subjects = analysed, actors, standing, subjects
        self._cues = {claim.cue.end: claim for claim in claims if claim.cue}
        self._by_id = {str(m.value["actor"]): m for m in actors if m.value["actor"]}

    def told_after(self, scene: Scene) -> list[Mention]:
        """Who carried it out by a verb of doing after the noun ("an attack that gunmen carried out")."""
        tokens, last = self._analysed.tokens, scene.sentence.end
        for i in range(scene.trigger.end, min(last, scene.trigger.end + _DESCRIBES)):
            verb = self._control(i)
            if verb and verb.entry.get("kind") == "does" and self._analysed.has_pronoun(i):
                doer = next(iter(starting_in(self._actors, verb.end + 1, last)), None)
                if doer and self._right_after(verb.end + 1, doer):
                    return self._standing.joined(doer, last)
                force = self._analysed.opens(verb.end + 1, "weapons", "institutions", "victims")
                return (
                    self.owner(scene) if force and self._analysed.has_pronoun(verb.end + 1) else []
                )  # "that its aircraft flew"
            if tokens[i].pos == "PRON" and self._analysed.relative(i):
                continue
            if tokens[i].pos not in ("NOUN", "ADJ", "DET", "PART"):
                break
        return self._by(scene)

    def _by(self, scene: Scene) -> list[Mention]:
        """By whom the relative clause right after a noun says that it was: "the shelling that reached it by rebels"."""
        start, last = scene.trigger.end, min(scene.sentence.end, scene.trigger.end + _CONTROLS)
        if start >= last or not self._analysed.relative(start):
            return []
        for i in range(start + 1, last):
            word = self._analysed.hit(i, "role-words")
            if word and word.entry.get("role") == "by":
                doer = next(iter(starting_in(self._actors, word.end, word.end + 1)), None)
                return self._standing.joined(doer, scene.sentence.end) if doer else []
            if self._analysed.tokens[i].pos in ("COMP", "CONJ", "PUNCT") or self._analysed.hit(i, "triggers"):
                return []
        return []

    def _right_after(self, start: int, mention: Mention) -> bool:
        """Whether only words that may stand before a noun in its phrase part a verb from a party."""
        return all(self._analysed.tokens[i].pos in ("NUM", "DET", "NOUN", "ADJ") for i in range(start, mention.start))

    def is_controlled(self, scene: Scene) -> bool:
        """Whether a verb controls a noun."""
        return self._controlling(scene) is not None

    def lent(self, scene: Scene) -> list[Mention]:
        """Whom the verb that controls a noun lends as its doer: its subject, or whom it speaks to."""
        verb = self._controlling(scene)
        if verb is None:
            return []
        end = scene.trigger.start
        between = list(self._standing.free(verb.end, end))
        first = self._standing.joined(between[0], end) if between else []
        kind, told = verb.entry.get("kind"), self._subjects.noted(verb.start)
        if kind == _EXPOSED and not self._is_behind_to(scene):
            return []
        if kind == _WITH and not self._is_behind_with(scene):
            return []
        if scene.trigger.value["frame"] in _NOT_OF_DOERS.get(kind, ()):
            return []
        if told:
            return [m for m in between if m not in told] if kind in _TO_OBJECT else told
        if kind in _TO_OBJECT:
            before = any(True for _ in self._standing.free(scene.start, verb.start))
            return between[len(first) :] or (first if before else [])
        if first:  # of a passive the noun itself would be the subject
            return first
        if kind == "does" and self._is_passive(verb.start):
            return []
        told = self._whose_thing(verb.start, scene) or self._subjects.told(verb.start, scene)
        return told or self.subject(verb.start, scene)

    def _whose_thing(self, verb: int, scene: Scene) -> list[Mention]:
        """Whose are the forces or weapons with a pronoun right before a verb, as its subject ("its aircraft")."""
        thing = verb - 2
        if thing <= scene.sentence.start or not self._analysed.has_pronoun(thing) or self._standing.is_named(thing):
            return []
        if not self._analysed.opens(thing, *_FORCES):
            return []
        return self.owner(scene._replace(trigger=scene.trigger._replace(start=thing, end=thing + 1)))

    def _is_behind_with(self, scene: Scene) -> bool:
        """Whether the nearest preposition before a noun is "with": "answered with a raid", not "answered the raid"."""
        for i in range(scene.trigger.start - 1, scene.sentence.start, -1):
            if self._analysed.tokens[i].pos == "PREP":
                return self._analysed.cell(i, "role-words", "role") == "with"
        return False

    def answering(self, scene: Scene) -> list[Mention]:
        """Who denies or refuses what a noun of speech names: "rejected the accusations"."""
        verb = self._controlling(scene)
        return self._subjects.noted(verb.start) if verb and verb.entry.get("kind") == "answers" else []

    def suffers(self, scene: Scene) -> bool:
        """Whether the verb that controls a noun is told of whom it befalls ("survived an attempt on his life")."""
        verb = self._controlling(scene)
        if verb is None or verb.entry.get("kind") not in _SUFFERING:
            return False
        return verb.entry.get("kind") != _EXPOSED or self._is_behind_to(scene)

    def _is_behind_to(self, scene: Scene) -> bool:
        """Whether the nearest preposition before a noun is "to", with no pronoun: "came under" something else."""
        for i in range(scene.trigger.start - 1, scene.sentence.start, -1):
            if self._analysed.tokens[i].pos == "PREP":
                return self._analysed.preposition(i) == "to" and not self._analysed.has_pronoun(i)
        return False

    def _controlling(self, scene: Scene) -> Hit | None:
        """The verb that controls a noun: the nearest before it in its clause."""
        tokens = self._analysed.tokens
        for i in range(scene.trigger.start - 1, max(scene.sentence.start, scene.trigger.start - _CONTROLS) - 1, -1):
            if tokens[i].pos == "VERB" or self._opens(i, scene):
                return self._control(i, verb=True)
            if self._standing.is_mark(i) or self._standing.pauses(i) or tokens[i].form in _BRACKETS:
                continue
            if tokens[i].pos not in _BETWEEN or self._closes(i, scene):
                return None
        return None

    def _closes(self, i: int, scene: Scene) -> bool:
        """Whether a token ends what a verb before it controls: a clause word, a cause, another event."""
        if self._analysed.opens(i, "clause-openers", "complementisers", "agos"):
            return True
        stops = self._analysed.cell(i, "control-nouns", "kind") == "stops"
        if stops or self._analysed.cell(i, "role-words", "role") == "cause":
            return True
        trigger = self._analysed.hit(i, "triggers")
        return trigger is not None and trigger.end < scene.trigger.start and not self._standing.is_named(i)

    def _opens(self, i: int, scene: Scene) -> bool:
        """Whether a controlling verb that is spelt like a noun stands where a verb may."""
        return self._control(i, verb=True) is not None and self._standing.takes_verb(i, scene.sentence)

    def _control(self, i: int, *, verb: bool = False) -> Hit | None:
        """The controlling verb at a token; `verb` says that it is one there."""
        hit = self._analysed.hit(i, "control-verbs")
        told = verb or self._analysed.tokens[i].pos == "VERB" or self._analysed.has_pronoun(i)
        return hit if told else None

    def _is_passive(self, i: int) -> bool:
        """Whether a verb is passive as far as its clause tells."""
        return _PASSIVE in self._analysed.tokens[i].features.split()

    def subject(self, at: int, scene: Scene) -> list[Mention]:
        """The subject of a verb at a token: the noun that its relative clause describes, the first of the content.

        A party after a preposition is none. Where none is named and a pronoun stands for it, it is the speaker.
        """
        if scene.relative is not None:
            return self.antecedent(scene)
        told = self._standing.free(scene.first, at)
        if first := next((mention for mention in told if not self._is_another(at, mention)), None):
            return self._standing.joined(first, at)
        return self._speaker(scene) if self.is_own(at, scene) else []

    def _is_another(self, at: int, mention: Mention) -> bool:
        """Whether a party cannot be the subject at a token: it does not agree, or is annexed to another event."""
        before = mention.start - 1
        noun = before >= 0 and self._analysed.tokens[before].pos == "NOUN"
        event = noun and self._analysed.opens(before, "harms", "attacks")
        return event or self._subjects.is_another(at, mention)

    def owner(self, scene: Scene) -> list[Mention]:
        """For whom the pronoun of a noun stands: the subject of its content, who is nearest there, or told of first."""
        at = scene.trigger.start
        inside = [m for m in starting_in(self._actors, scene.first, at) if m.kind != "objective" and m.end <= at]
        if scene.claim and inside and next(self._standing.free(scene.first, at), None) is None:
            return inside[-1:]
        if told := self._subjects.of_owner(scene.trigger.end, scene):
            return told
        told = self.subject(at, scene)
        if told and not self._subjects.may_mean(scene.trigger.end, told[0]):  # "denounced the army after its arrest of"
            told = self._subjects.meant(scene.trigger.end, scene, told) or told
        if told := told or self._speaker(scene):
            return told
        first = next(self._standing.free(scene.sentence.start, at), None)
        return self._standing.joined(first, at) if first else []

    def is_own(self, at: int, scene: Scene) -> bool:
        """Whether a verb is told of the speaker: in the first person, or by the pronoun before what he says."""
        before = scene.first - 1
        told = (
            before > 0
            and self._analysed.has_pronoun(before - 1)
            and self._analysed.opens(before - 1, "complementisers")
        )
        return told or _FIRST in self._analysed.tokens[at].features.split()

    def is_speaker(self, mentions: Sequence[Mention], scene: Scene) -> bool:
        """Whether some parties are the one whose word the scene is."""
        return bool(mentions) and list(mentions) == self._speaker(scene)

    def announcing(self, scene: Scene) -> list[Mention]:
        """The army whose word it is: that rebels were killed is told by those who killed them."""
        told = self._speaker(scene)
        return told if told and all(mention.value["sector"] == _ARMY for mention in told) else []

    def speaking(self, scene: Scene) -> list[Mention]:
        """Who speaks where the trigger is itself the cue of a claim ("the ministry condemned")."""
        start, end = self._analysed.span(scene.trigger.start, scene.trigger.end)
        claim = next((self._cues[at] for at in (end, end - 1) if at in self._cues), None)
        return self.innermost(claim) if claim and claim.cue and claim.cue.start <= start else []

    def _speaker(self, scene: Scene) -> list[Mention]:
        """The party whose word the scene is."""
        return self.innermost(scene.claim) if scene.claim else []

    def innermost(self, claim: Claim) -> list[Mention]:
        """The party whose word a claim is, where it is one of those who act."""
        link = claim.chain[-1] if claim.chain else None
        if link is None:
            return []
        if link.span is None:
            known = self._by_id.get(link.actor or "")
            return [known] if known else []
        tokens = self._analysed.tokens
        start = bisect_left(tokens, link.span.start, key=lambda token: token.span.start)
        end = bisect_left(tokens, link.span.end, lo=start, key=lambda token: token.span.start)
        return [m for m in starting_in(self._actors, start, end) if not self._is_sent_to(m, start)][:1]

    def _is_sent_to(self, mention: Mention, start: int) -> bool:
        """Whether a party within the words of a speaker is where he is sent: "the envoy to Yemen"."""
        before = self._analysed.tokens[mention.start - 1] if mention.start > start else None
        sent = self._analysed.cell(mention.start - 1, "role-words", "role") == "to"
        return sent and before is not None and not before.clitic

    def antecedent(self, scene: Scene) -> list[Mention]:
        """The party that a relative clause describes."""
        before = starting_in(self._actors, scene.sentence.start, scene.start)
        return [before[-1]] if before and scene.start - before[-1].end <= _APPOSED else []
