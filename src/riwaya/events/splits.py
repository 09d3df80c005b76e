"""Splits: who acts and who is acted on beside a trigger, by its frame, its voice and the pronoun at its end."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.events.clauses import Scene
from riwaya.events.doers import DoerReader
from riwaya.events.frames import BY_FRAME, Split, first, of, owned, spoken_to, with_object, without_subject
from riwaya.events.standing import Role, StandingReader
from riwaya.events.subjects import SubjectReader, is_several
from riwaya.events.sufferers import is_armed, is_body, is_unarmed, names_harm
from riwaya.model.layers import Analysed, Mention

_OWNED = ("doer-noun", "toward", "alone", "talks", "mutual")
_SIDES = ("between", "with")
_ACTIVE = "act"
_NEAR = 4  # tokens between a weapon and whose it is
_NOMINAL = ("NOUN", "ADJ", "NUM", "DET")
OF_THE_ARMED = ("shelling", "air-strike", "raid", "search", "crowd-control")  # concepts that a party annexed to it does
_GROUPS = ("REB", "UAF", "CRM")
_BLASTS = ("bombing", "car-bomb", "roadside-bomb", "destruction")  # concepts that no state body does
_STRUCK = (
    "objectives",
    "victims",
    "place-heads",
    "place-nouns",
    "places",
    "references",
)  # lexicons of what may be attacked
_CIRCUMSTANCES = ("directions", "day-words", "day-parts", "day-adverbs", "weekdays", "time-units", "relative-days")
_SHOT = "opening-fire"  # the concept of shooting something
BY_THING = "by-thing"  # the frame of a verb that no party does, but an attack or a weapon


class SplitReader:
    """Reads the splits in one report."""

    def __init__(
        self, analysed: Analysed, standing: StandingReader, doers: DoerReader, subjects: SubjectReader
    ) -> None:
        """Takes the readers of what stands in the clause and of what is told outside of it."""
        self._analysed, self._standing, self._doers, self._subjects = analysed, standing, doers, subjects

    def split(self, scene: Scene, frame: str, standing: Sequence[Role], *, harm: bool) -> tuple[str, Split]:
        """The frame that holds here, and who acts and is acted on.

        `harm` says that the trigger is a word of harm, whose voice the letters do not show.
        """
        if self.has_owner(scene):
            return frame, owned(standing)
        if frame == "act-noun" and self._analysed.has_pronoun(scene.trigger.end - 1):
            return frame, self._of_pronoun(scene, standing)
        if frame == "mutual" and not scene.is_verb:  # who bears no arms is a side only where the words say so
            standing = [role for role in standing if role.relation in _SIDES or not is_unarmed(role.mention)]
        if frame == "act-noun" and (split := self._by_genitive(scene, standing)):
            return frame, split
        if frame == "doer-noun" and scene.trigger.value["concept"] in _BLASTS:
            standing = [_as_struck(role) for role in standing]
        if frame == "toward" and scene.trigger.value["class"] == "noun":  # "a request from the government"
            standing = [self._as_speaking(role, scene) for role in standing]
        if frame == "undergoes":  # "most of them Iranians" (from the Iranians) did it to nobody
            standing = [role for role in standing if role.relation != "from" or not is_unarmed(role.mention)]
        if frame == "undergoes" and self._is_active_participle(scene, standing):
            frame = "toward"
        if frame == "toward" and scene.trigger.value["class"] == "adj":
            return frame, spoken_to(without_subject(standing))
        if frame in ("does", "toward") and scene.is_verb:
            return self._of_verb(scene, frame, standing, harm=harm)
        if frame == "talks" and scene.is_verb and not of(standing, "before", "genitive"):  # who visits stands first
            visitors = first(of(standing, "after"))
            standing = [role._replace(relation="genitive") if role in visitors else role for role in standing]
        return frame, BY_FRAME[frame](standing)

    def _as_speaking(self, role: Role, scene: Scene) -> Role:
        """A party right after a noun of speech and "from", as the one whose word it is."""
        near = role.mention.start == scene.trigger.end + 1 and not self._analysed.tokens[scene.trigger.start].definite
        return role._replace(relation="before") if role.relation == "from" and near else role

    def _by_genitive(self, scene: Scene, standing: Sequence[Role]) -> Split | None:
        """The split of a verbal noun whose genitive does it: what only the armed do, or an object follows."""
        doers = first(of(standing, "genitive"))
        near = bool(doers) and doers[0].mention.start == scene.trigger.end
        if not near or not is_body(doers[0].mention) or self._analysed.opens(scene.trigger.end, "sites"):
            return None
        by_force = scene.trigger.value["concept"] in OF_THE_ARMED and is_armed(doers[0].mention)
        objected = self._has_noun_object(doers[-1].mention, scene) or self._has_li_object(doers[-1].mention, scene)
        if not by_force and not objected:
            return None
        rest = [role for role in standing if role not in doers]
        return doers, first(of(rest, "genitive", "after")) or of(rest, "on", "against", "to")

    def _has_noun_object(self, doer: Mention, scene: Scene) -> bool:
        """Whether a definite noun right after the genitive can only be the object: it tells no time and no place."""
        tokens, at = self._analysed.tokens, doer.end
        if at + 1 >= scene.sentence.end or tokens[at].pos != "NOUN" or tokens[at].clitic:
            return False
        closed = tokens[doer.end - 1].definite and not self._analysed.opens(at, *_CIRCUMSTANCES)
        struck = tokens[at].definite or self._analysed.opens(at, "objectives", "victims")
        return closed and struck

    def _has_li_object(self, doer: Mention, scene: Scene) -> bool:
        """Whether "to" (li) brings a definite object, over adjectives, after the genitive: "its invasion of"."""
        tokens, at = self._analysed.tokens, doer.end
        while at < scene.sentence.end and tokens[at].pos == "ADJ":
            at += 1
        if at + 2 >= scene.sentence.end or not self._is_li(at) or tokens[at + 1].pos != "NOUN":
            return False
        struck = self._analysed.has_pronoun(at + 1) or self._analysed.opens(at + 1, *_STRUCK)
        return doer.kind == "actor" and struck

    def _is_li(self, i: int) -> bool:
        """Whether "to" (li) stands at a token, written as one with the noun after it."""
        return self._analysed.tokens[i].clitic == "pro" and self._analysed.cell(i, "role-words", "role") == "to"

    def _is_active_participle(self, scene: Scene, standing: Sequence[Role]) -> bool:
        """Whether a participle of one spelling for both voices has an object: "accusing armed groups of"."""
        at = scene.trigger.start
        adverbial = "acc" in self._analysed.tokens[at].features.split() or self._standing.pauses(at - 1)
        beside = any(role.mention.start == scene.trigger.end for role in standing)
        return scene.trigger.value["class"] == "adj" and adverbial and beside

    def _of_verb(self, scene: Scene, frame: str, standing: Sequence[Role], *, harm: bool) -> tuple[str, Split]:
        """The frame and the split of a verb that somebody does to somebody, or undergoes if it is passive."""
        standing = [role for role in standing if not self._is_of_another(role, scene)]
        if self._points_back(scene, standing):  # "a session that Tunisia called for"
            standing = [role for role in standing if role.relation != "before"]
        if self._analysed.has_pronoun(scene.trigger.end - 1):
            actors, targets = with_object(standing)
            if scene.trigger.value["concept"] == _SHOT:  # the pronoun stands for what is shot
                return frame, (actors, of(standing, "on", "against"))
            if actors and not targets and scene.relative is not None:
                targets = [Role(mention, "before") for mention in self._doers.antecedent(scene)]
            elif actors and not targets:
                meant = self._subjects.meant(scene.trigger.end, scene, [role.mention for role in actors])
                targets = [Role(mention, "before") for mention in meant]
            return frame, (actors, targets)
        if frame == "does" and of(standing, "by"):
            return "undergoes", BY_FRAME["undergoes"](standing)
        if harm:  # nobody is killed to somebody
            standing = [role for role in standing if role.relation != "to"]
        if frame == "does" and (split := self._by_thing(scene, standing)):
            return BY_THING, split
        if not of(standing, "before") and (official := self._subjects.official(scene)):
            rest = [role for role in standing if role.mention != official]
            return frame, spoken_to(([Role(official, "after")], without_subject(rest)[1]))
        told = self._has_only_object(scene, standing)
        actors, targets = without_subject(standing) if told else BY_FRAME[frame](standing)
        if frame == "does" and actors and not targets and self._is_hurt(actors, scene, harm=harm):
            doers = [Role(mention, "before") for mention in self._subjects.shared(scene) if not is_unarmed(mention)]
            return (frame, (doers, actors)) if doers else ("undergoes", ([], actors))
        return frame, spoken_to((actors, targets)) if frame == "toward" else (actors, targets)

    def _points_back(self, scene: Scene, standing: Sequence[Role]) -> bool:
        """Whether a party stands after a verb and a preposition with a pronoun, so that it is the verb's subject."""
        at = scene.trigger.end
        prepositional = at < scene.end and self._analysed.tokens[at].pos == "PREP" and self._analysed.has_pronoun(at)
        return prepositional and any(role.mention.start == at + 2 for role in of(standing, "genitive", "after"))

    def _by_thing(self, scene: Scene, standing: Sequence[Role]) -> Split | None:
        """The split of a verb that an attack or a weapon does: who acts is whose attack it is."""
        before = of(standing, "before")
        thing = self._standing.things.doing(scene, alone=not before)
        if thing is None:
            return None
        owners = [role for role in before if role.mention.start > thing] or self._possessor(thing, standing)
        noun = scene._replace(trigger=scene.trigger._replace(start=thing, end=thing + 1))
        told = self._doers.owner(noun) if self._analysed.has_pronoun(thing) else self._doers.lent(noun)
        doers = owners or [Role(mention, "before") for mention in told]
        return doers, without_subject([role for role in standing if role not in doers])[1]

    def _possessor(self, thing: int, standing: Sequence[Role]) -> list[Role]:
        """Whose an attack or a weapon is: right after it, over adjectives and "to" ("helicopters of the army")."""
        tokens = self._analysed.tokens
        near = (role for role in standing if thing < role.mention.start <= thing + _NEAR)
        owner = next(near, None)
        between = range(thing + 1, owner.mention.start) if owner else ()
        fits = all(tokens[i].pos in ("ADJ", "PREP", "LATIN") for i in between)
        belongs = owner is not None and owner.relation in ("genitive", "after", "to", "before-to", "before")
        return [owner] if owner and fits and belongs else []

    def _of_pronoun(self, scene: Scene, standing: Sequence[Role]) -> Split:
        """The split where a pronoun ends a verbal noun: it stands for who undergoes it."""
        if of(standing, "genitive"):  # no noun can follow the pronoun, so that it is a verb
            return with_object(standing)
        if self._has_object_after(scene.trigger.end + 1, scene):
            doers = [Role(mention, "before") for mention in self._doers.owner(scene)]
            acting = {role.mention.start for role in doers}
            return doers, first([role for role in of(standing, "to") if role.mention.start not in acting])
        subject = self._doers.subject(scene.trigger.start, scene)
        return of(standing, "by", "from"), [Role(mention, "before") for mention in subject]

    def _has_object_after(self, i: int, scene: Scene) -> bool:
        """Whether "to" (li), over adjectives, brings the object of a noun whose pronoun acts: "its bombing of"."""
        while i < scene.end and self._analysed.tokens[i].pos == "ADJ":
            i += 1
        return i < scene.end and self._is_li(i)

    def has_owner(self, scene: Scene) -> bool:
        """Whether a pronoun at the end of a noun of doing says whose deed it is ("its attack on")."""
        doing = scene.trigger.value["frame"] in _OWNED
        return not scene.is_verb and doing and self._analysed.has_pronoun(scene.trigger.end - 1)

    def is_active(self, scene: Scene, standing: Sequence[Role]) -> bool:
        """Whether a verb cannot be passive, so that it has a subject wherever that stands."""
        active = scene.trigger.value["voice"] == "active" or self._has_only_object(scene, standing)
        return scene.is_verb and active

    def may_be_verb(self, scene: Scene) -> bool:
        """Whether a trigger is a verb, or spelt like one too and where one may stand."""
        at = scene.trigger.start
        if not scene.is_verb and any(map(self._is_verb_of_deed, range(scene.start, at))):
            return False
        spelt = any(h.entry.lexicon == "triggers" and h.entry.get("class") == "verb" for h in self._analysed.hits[at])
        return scene.is_verb or (spelt and self._standing.takes_verb(at, scene.sentence))

    def _is_verb_of_deed(self, i: int) -> bool:
        """Whether a verb that names an event stands at a token: a clause has no second one without "and"."""
        return self._analysed.tokens[i].pos == "VERB" and self._analysed.opens(i, "triggers", "says")

    def may_be_passive(self, scene: Scene, frame: str) -> bool:
        """Whether a word of harm beside a party may be a passive: a verb, or a noun that no verb controls."""
        if frame == "act-noun":  # one spelling for both
            return not self._doers.is_controlled(scene)
        return frame == "does" and not (_is_plural(scene) and self.acts_on_something(scene))

    def acts_on_something(self, scene: Scene) -> bool:
        """Whether a noun follows a verb, though it is no party."""
        after = scene.trigger.end
        return after < scene.end and self._analysed.tokens[after].pos in _NOMINAL

    def _has_only_object(self, scene: Scene, standing: Sequence[Role]) -> bool:
        """Whether who stands after a verb can only be its object: by the verb's number or by the noun's case."""
        if _is_plural(scene) or self._doers.is_own(scene.trigger.start, scene):
            return True
        after = of(standing, "genitive", "after")
        if not after:
            return False
        alone = after[-1].number == after[0].number
        return self._is_oblique(after[0].mention) or (alone and self._is_object(scene, standing, after[0]))

    def _is_of_another(self, role: Role, scene: Scene) -> bool:
        """Whether a party before a verb cannot be its subject: it does not agree, or another noun is described."""
        at = scene.trigger.start
        before = role.relation == "before"
        return before and (self._subjects.describes(at) or self._subjects.is_another(at, role.mention))

    def _is_object(self, scene: Scene, standing: Sequence[Role], after: Role) -> bool:
        """Whether the only party after a verb, with none before it, is its object."""
        return not of(standing, "before") and self._subjects.is_object(scene, after.mention)

    def _is_oblique(self, mention: Mention) -> bool:
        """Whether the ending of a party's noun, by no number governed, shows that it is no subject."""
        tokens, i = self._analysed.tokens, mention.start
        return "obl" in tokens[i].features.split() and tokens[i - 1].pos in ("VERB", "PRON")

    def _is_hurt(self, alone: Sequence[Role], scene: Scene, *, harm: bool) -> bool:
        """Whether the only party beside a verb whose voice the letters do not show undergoes what it names.

        The armed rather take people than are taken, unless they are counted.
        """
        unarmed = all(is_unarmed(role.mention) for role in alone)
        if harm:
            counted = any(self._standing.is_counted(role.mention.start) for role in alone)
            return unarmed or counted or names_harm(self._analysed, scene.trigger.start)
        active = _ACTIVE in self._analysed.tokens[scene.trigger.start].features.split()
        return scene.trigger.value["voice"] == "both" and unarmed and not active


def _as_struck(role: Role) -> Role:
    """A party annexed to a blast, as what it strikes if it is no armed group: "the bombing of the embassy"."""
    grouped = role.mention.value["sector"] in _GROUPS
    return role if role.relation != "genitive" or grouped else role._replace(relation="on")


def _is_plural(scene: Scene) -> bool:
    """Whether a verb is in the plural or dual, and not of those who speak."""
    features = str(scene.trigger.value["features"]).split()
    return is_several(features) and "1" not in features
