"""Agreement: whether a noun phrase may be the subject of a verb, by gender, number and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from riwaya.claims.frames import Frame, Stretch
from riwaya.claims.tables import AgreementTables
from riwaya.find.actors import OUTLETS
from riwaya.model import Link
from riwaya.model.layers import Analysed, Mention
from riwaya.rules.elements import Stretches

UNRESOLVED = "unresolved"  # the entity of a link whose source the report does not tell
_SHOWN = "f"  # the gender that a verb shows of any subject
_BEINGS = ("person", "unnamed")
_ADVERBIAL = 4  # tokens of an adverb that opens a clause: "for his part", "in Beirut"
_SAYS = ("says", "refusals")
_ACTS = ("plans", "speech-circumstances")  # verbs of meeting, publishing and holding
_HEADS = ("CONJ", "COMP", "PUNCT")  # after these a clause begins
_TOPICS = ("sources", "offices", "institutions", "group-heads")
_NAMES = ("places-context", "groups-context", "media-context", "organisations-context", "places", "surnames")
_PERSONAL = (*_TOPICS, "source-heads", "titles", "forenames", "victims", "name-openers")


class Speaker(NamedTuple):
    """The innermost link of a claim, with what agreement needs: gender ("m", "f", "") and number ("sg", "pl", "")."""

    link: Link
    gender: str
    number: str
    iso3: str
    outer: tuple[Link, ...] = ()  # the document by which it speaks

    def agrees(self, features: str) -> bool:
        """Whether a verb of these features ("VERB past 3 f sg") may have this speaker as its subject."""
        parts = features.split()
        gender, number = _gender(parts), _number(parts)
        fits_gender = not gender or not self.gender or gender == self.gender
        several = self.number == "pl"
        alone = self.number == "sg" and number in ("du", "pl")
        return fits_gender and not alone and not (several and (gender, number) == ("m", "sg"))

    def of_verb(self, features: str) -> Speaker:
        """The speaker with the gender that the verb shows of whom it is said: a surname alone tells none.

        A masculine verb shows it of a person only: it may stand before a body of feminine gender.
        """
        parts = features.split()
        gender = _gender(parts) if "VERB" in parts and self.number == "sg" else ""
        shown = gender if gender == _SHOWN or self.link.kind in _BEINGS else ""
        return self._replace(gender=shown) if shown and self.link.kind != "government" else self


def latest(speakers: Sequence[Speaker], features: str) -> Speaker | None:
    """The last speaker that may be the subject of a verb of these features."""
    return next((speaker for speaker in reversed(speakers) if speaker.agrees(features)), None)


def _gender(features: Sequence[str]) -> str:
    """The gender that features tell."""
    return next((part for part in features if part in ("m", "f")), "")


def _number(features: Sequence[str]) -> str:
    """The number that features tell."""
    return next((part for part in features if part in ("sg", "du", "pl")), "")


class Agreement:
    """Tells subjects in one report."""

    def __init__(
        self,
        analysed: Analysed,
        actors: Mapping[int, Sequence[Mention]],
        subjects: Stretches,
        tables: AgreementTables,
    ) -> None:
        """`actors` by their first token, `subjects` the stretches that may be one."""
        self._analysed, self._actors, self._subjects, self._tables = analysed, actors, subjects, tables

    def agree(self, frame: Frame) -> bool:
        """Whether a frame's source agrees with its verb: in gender, and in number where it stands before it."""
        features = frame.features.split()
        if frame.source is None or "VERB" not in features:
            return True
        if frame.order == "after" and self.describes(frame.cue[0]):
            return False
        start, gender, number = frame.source[0], _gender(features), _number(features)
        actor = next(iter(self._actors.get(start, ())), None)
        if frame.order == "before" and not (actor or self.topic(frame.source)):
            return False
        if not gender:
            return True
        if actor and actor.value["kind"] in ("person", "government", *OUTLETS):
            if frame.order == "after" and gender == "m" and self._is_called(actor):
                return False
            return number == "sg" or frame.order == "before"
        if frame.order == "after" and number != "sg":
            return False
        token = self._analysed.tokens[start]
        parts = token.features.split()
        things = token.form.endswith(self._tables.things) and frame.order == "before"  # bodies, whose verb is feminine
        if things and number == "pl" and gender == "m":
            return False
        several = "pl" in parts or "du" in parts or token.pos in ("DET", "NUM") or self.partial(start)
        if several or (frame.order == "before" and number == "pl"):
            return several or "sg" not in parts
        if frame.order == "after" and self.name(frame.source):  # a surname tells no gender
            return True
        own = self.of(start)[0]
        return own in (gender, "") or (own == "m" and "sg" not in parts and not self._described(start))

    def _is_called(self, actor: Mention) -> bool:
        """Whether a masculine verb before a government of feminine gender ("the authorities", "Russia") is not its own,
        but speaks to it, or of it."""
        if actor.value["kind"] != "government":
            return False
        kind, _, state = str(actor.value["actor"]).partition(".")
        if kind == "states" and "." not in state and not self._analysed.tokens[actor.start].definite:
            return state not in self._tables.masculine
        token = self._analysed.tokens[actor.start]
        return token.definite and (self.of(actor.start)[0] == "f" or token.form.endswith(self._tables.things))

    def _described(self, i: int) -> bool:
        """Whether a masculine singular adjective follows a noun: then it is no plural whose verb may be feminine."""
        tokens = self._analysed.tokens
        features = tokens[i + 1].features.split() if i + 1 < len(tokens) else ()
        return {"ADJ", "m", "sg"} <= set(features) and tokens[i + 1].definite == tokens[i].definite

    def owner(self, frame: Frame) -> Frame:
        """A frame of a noun with the features of whose it is, by the pronoun after it: "their demand" is of several."""
        if frame.features.split()[:1] != ["NOUN"]:
            return frame
        owned = frame.cue[1] < len(self._analysed.tokens) and self._analysed.has_pronoun(frame.cue[1] - 1)
        pronoun = self._analysed.tokens[frame.cue[1]].form if owned else ""
        return frame._replace(features=f"NOUN {self._tables.owners.get(pronoun, '')}".strip())

    def describes(self, i: int) -> bool:
        """Whether a verb in the present stands within a clause, after a noun: it describes it ("a draft that ...")."""
        tokens = self._analysed.tokens
        if i == 0 or "pres" not in tokens[i].features.split() or tokens[i - 1].clitic:
            return False
        opening = (
            any(tokens[k].pos in ("CONJ", "PUNCT", "COMP") for k in range(max(i - _ADVERBIAL, 0), i)) or i <= _ADVERBIAL
        )
        subject = i > 1 and tokens[i - 2].pos == "COMP" and tokens[i - 1].definite  # "that the matter bodes ill"
        return tokens[i - 1].pos in ("NOUN", "ADJ") and (subject or not opening)

    def relates(self, i: int) -> bool:
        """Whether what is written like a verb is a preposition ("the border between the two") or stands after one."""
        tokens = self._analysed.tokens
        before = tokens[i - 1] if i else None
        if before is None:
            return False
        if before.pos == "COMP" and "pres" in tokens[i].features.split():  # "that he say", which nobody has said yet
            return True
        governed = before.pos == "PREP" and not before.clitic and before.form not in self._tables.who
        stance = self._analysed.cell(i, "says", "takes") == "stance"  # with its noun it is no preposition
        return governed or (tokens[i].pos == "PREP" and before.pos not in ("CONJ", "PUNCT") and not stance)

    def of(self, i: int) -> tuple[str, str]:
        """Gender and number of a head, as far as its form tells."""
        token = self._analysed.tokens[i]
        features = token.features.split()
        several = "pl" in features or "du" in features or self._counts(i) or self._described_as_several(i)
        several = several or self._two(i)
        number = "pl" if several else "sg"
        ending = self._analysed.report.text[token.span.end - 1] in self._tables.feminine
        either = ending and "f" not in features and self._tables.either.fits(token.stem)
        feminine = "f" in features or (ending and number == "sg" and not either)  # men too have broken plurals so
        feminine = feminine or self._things(i) or (number == "sg" and self._opened(i))
        if either:
            return "", number
        return ("f" if feminine else "" if number == "pl" else "m"), number

    def _two(self, i: int) -> bool:
        """Whether a noun that ends like an accusative is annexed, which none is: a dual, "both ministers of"."""
        tokens = self._analysed.tokens
        after = tokens[i + 1] if i + 1 < len(tokens) and "acc" in tokens[i].features.split() else None
        if after is None or after.clitic:
            return False
        described = after.pos == "ADJ" and not after.definite and "f" not in after.features.split()
        return after.pos in ("NOUN", "ADJ") and not described

    def _opened(self, i: int) -> bool:
        """Whether a pronoun follows a feminine noun, whose ending is written otherwise there: "its ministry"."""
        token = self._analysed.tokens[i]
        changed = token.stem != token.form and token.stem.endswith(self._tables.folded)
        return changed and self._analysed.has_pronoun(i)

    def _things(self, i: int) -> bool:
        """Whether the plural of a body stands at a token, of which a verb in the feminine tells: "the forces"."""
        token, tokens = self._analysed.tokens[i], self._analysed.tokens
        if token.definite and token.stem in self._tables.bodies:
            return True
        person = any(actor.value["kind"] == "person" for actor in self._actors.get(i, ()))
        if person or not token.form.endswith(self._tables.things) or self._analysed.opens(i, "forenames", "surnames"):
            return False
        described = i + 1 < len(tokens) and tokens[i + 1].pos in ("NOUN", "ADJ") and not tokens[i + 1].clitic
        return bool(token.base or self._analysed.hits[i] or token.definite) and (token.definite or described)

    def _described_as_several(self, i: int) -> bool:
        """Whether an adjective in the plural follows a noun whose own form tells none: "the military commanders"."""
        tokens = self._analysed.tokens
        features = tokens[i + 1].features.split() if i + 1 < len(tokens) else ()
        return {"ADJ", "pl"} <= set(features) and tokens[i + 1].definite == tokens[i].definite

    def _counts(self, i: int) -> bool:
        """Whether a word for a number above one stands at a token: "hundreds", "dozens of", not "one of"."""
        several = self._analysed.opens(i, "numerals") and not self.one(i)
        return several or self._analysed.opens(i, "vague-numbers")

    def one(self, i: int) -> bool:
        """Whether "one" stands at a token: "one of the officials"."""
        return self._analysed.cell(i, "numerals", "value") == "1"

    def partial(self, i: int) -> bool:
        """Whether a noun leaves agreement to what it is part of."""
        return self._analysed.tokens[i].stem in self._tables.partial

    def annexed(self, start: int, end: int) -> int:
        """Where the nouns end that a noun opens, before a preposition or "and"."""
        tokens = self._analysed.tokens
        return next((i for i in range(start + 1, end) if tokens[i].pos in ("PREP", "CONJ")), end)

    def closed(self, start: int, end: int) -> bool:
        """Whether an article or a pronoun makes some nouns definite."""
        return any(token.definite or token.clitic == "en" for token in self._analysed.tokens[start:end])

    def topic(self, source: Stretch) -> bool:
        """Whether a source may open a clause as its topic: it is definite, known as a source, or counted."""
        tokens, (start, end) = self._analysed.tokens, source
        accusative = "acc" in tokens[start].features.split() and not tokens[start].definite
        if accusative and not self._after_but(start):  # "in Arab affairs", an adverb
            return False
        annexed = self.annexed(start, end)
        named = any(i in self._actors for i in range(start, annexed))
        known = named or self._analysed.opens(start, *_TOPICS) or self.name(source)
        return self.closed(start, annexed) or known or tokens[start].pos in ("DET", "NUM", "ADJ", "LATIN", "PUNCT")

    def _after_but(self, i: int) -> bool:
        """Whether "that" or "but" stands before a token, after which a subject is in the accusative."""
        before = self._analysed.tokens[i - 1] if i else None
        return before is not None and (before.pos == "COMP" or self._analysed.opens(i - 1, "content-enders"))

    def name(self, source: Stretch) -> bool:
        """Whether some words may be the name of somebody whom no table has: none of them is known, or tells a form."""
        tokens = self._analysed.tokens
        nouns = ("NOUN", "ADJ", "PROPN")
        return all(
            tokens[i].pos in nouns and not (tokens[i].base or tokens[i].clitic or self._means(i))
            for i in range(*source)
        )

    def _means(self, i: int) -> bool:
        """Whether some lexicon has a word, other than as a name that counts only beside what makes it one."""
        return any(hit.entry.lexicon not in _NAMES for hit in self._analysed.hits[i])

    def subjects_before(self, i: int, first: int, *, within: bool = False) -> Iterator[Stretch]:
        """The subjects of the verbs between two tokens, each right after its verb, or before it at its clause's head.

        Those of verbs that open a clause come first, then those within one ("the town that the army shelled"); of each
        the nearest first; `within`: also whom a relative clause describes, as the subject of its verb.
        """
        verbs = [at for at in range(i - 1, first - 1, -1) if self._verb(at)]
        for at in sorted(verbs, key=lambda at: not self._opens(at, first)):
            start = self._after(at)
            ends = self._subjects.ends(start, i)
            told = bool(ends) and self._personal(start) and (self._says(at) or not self._counted(start))
            topic = next(self._fronted(at, first, within=False), None)
            if topic and topic[1] == at and self._governs(topic):  # "Tehran receives the envoy and threatens to"
                yield topic
            elif told and not self._follows(at):
                yield start, next((end for end in ends if self._says(at) or not self._placed(start, end)), ends[0])
            elif fronted := next(self._fronted(at, first, within=within), None):
                yield fronted

    def _governs(self, topic: Stretch) -> bool:
        """Whether a topic is a government by its name: what stands after the verb is then no subject."""
        named = self._actors.get(topic[0], ())
        return any(actor.end == topic[1] and actor.value["kind"] == "government" for actor in named)

    def people_before(self, i: int, first: int) -> Iterator[Stretch]:
        """Whoever may speak and is named between two tokens, the nearest first, whom a preposition governs last."""
        told = []
        for start in range(i - 1, first - 1, -1):
            named = (
                self._personal(start)
                and not self._object(start)
                and not (start - 1 > first and (self._annexed_to(start) or self._of_speaking(start)))
            )
            if ends := self._subjects.ends(start, i) if named else ():
                told.append((start, ends[0]))
        yield from sorted(told, key=lambda people: self._governed(people[0]))

    def _of_speaking(self, i: int) -> bool:
        """Whether an adjective of an occasion of speaking stands at a token: "his conference | for the press"."""
        at = i - 1 - (self._analysed.tokens[i - 1].clitic == "en")
        return at >= 0 and self._analysed.opens(at, "occasions")

    def _counted(self, i: int) -> bool:
        """Whether a thing without the article stands at a token, which no verb but one of saying has for a subject."""
        return self._object(i) and not self._analysed.tokens[i].definite

    def _governed(self, i: int) -> bool:
        """Whether a preposition stands right before a token."""
        return i > 0 and self._analysed.tokens[i - 1].pos == "PREP"

    def _annexed_to(self, i: int) -> bool:
        """Whether a noun without the article right before a token, no verb at its sentence's head, is annexed to it."""
        before, token = self._analysed.tokens[i - 1], self._analysed.tokens[i]
        annexing = before.pos == "NOUN" and not before.definite and not before.clitic
        return annexing and (token.definite or token.pos == "NOUN")

    def _object(self, i: int) -> bool:
        """Whether a noun at a token is a document, or ends as an object does without the article."""
        document = self._analysed.cell(i, "sources", "kind") == "document"
        token = self._analysed.tokens[i]
        return document or (not token.definite and "acc" in token.features.split())

    def fronted(self, verb: int, first: int) -> Stretch | None:
        """The subject that stands before a verb at the head of its clause; None where none does."""
        return next(self._fronted(verb, first, within=False), None)

    def _fronted(self, verb: int, first: int, *, within: bool) -> Iterator[Stretch]:
        """The subjects that stand before a verb at the head of its clause: "that the president | gave his orders"."""
        related = verb > first and self._analysed.relative(verb - 1)  # "the movement that | dropped its demand"
        if related and not within:
            return
        end = verb - (related or self._analysed.tokens[verb - 1].pos == "PART")
        for start in self._subjects.starts(end, first):
            before = self._analysed.tokens[start - 1]
            opens = related or start == first or before.pos in _HEADS or (before.pos == "VERB" and not before.base)
            if opens and self._personal(start):
                yield start, end

    def doer(self, i: int, first: int) -> Stretch | None:
        """Who does what the nearest verb before a token tells, after the verb or before it; nobody of a passive."""
        for at in range(i - 1, first - 1, -1):
            token = self._analysed.tokens[at]
            if token.pos != "VERB" or "3" not in token.features.split():
                continue
            if "pass" in token.features.split():
                return None
            start = self._after(at)
            if ends := self._subjects.ends(start, i):
                end = next((end for end in ends if not self._placed(start, end)), ends[0])
                return (start, end) if self._personal(start) else None
            if starts := [start for start in self._subjects.starts(at, first) if self._personal(start)]:
                return starts[0], at
        return None

    def _follows(self, i: int) -> bool:
        """Whether a verb stands after its subject with a particle between: "the governor had | visited"."""
        tokens = self._analysed.tokens
        return i > 1 and tokens[i - 1].pos == "PART" and tokens[i - 2].pos in ("NOUN", "ADJ")

    def _after(self, i: int) -> int:
        """Where the subject of a verb may begin: after a preposition with a pronoun, "in which he ... affirmed"."""
        brings = i + 1 < len(self._analysed.tokens) and self._analysed.tokens[i + 1].pos == "PREP"
        return i + 3 if brings and self._analysed.has_pronoun(i + 1) else i + 1

    def _says(self, i: int) -> bool:
        """Whether a verb of saying stands at a token."""
        return self._analysed.opens(i, "says", "refusals")

    def _placed(self, start: int, end: int) -> bool:
        """Whether a preposition stands in some words that tells where they are, not for whom they speak."""
        tokens = self._analysed.tokens
        return any(tokens[i].pos == "PREP" and not self._analysed.hit(i, "on-behalf") for i in range(start, end))

    def _opens(self, i: int, first: int) -> bool:
        """Whether a verb opens a clause: nothing but "and", a mark or a particle stands before it."""
        before = self._analysed.tokens[i - 1]
        return i == first or before.pos in ("CONJ", "PUNCT", "PART") or (before.pos == "VERB" and not before.base)

    def _verb(self, i: int) -> bool:
        """Whether a verb of a third person stands at a token; one of saying, or one that opens a clause, also where it
        is taken for a noun."""
        token = self._analysed.tokens[i]
        if token.pos == "PREP":
            return False
        opens = i == 0 or self._analysed.tokens[i - 1].pos in _HEADS
        if token.pos == "VERB":
            return "3" in token.features.split()
        told = _SAYS + _ACTS if opens else _SAYS
        hits = (self._analysed.hit(i, name) for name in told) if self._analysed.hits[i] else ()
        return any("3" in hit.entry.features.split() for hit in hits if hit)

    def _personal(self, i: int) -> bool:
        """Whether somebody who may speak stands at a token."""
        counted = self._counts(i)  # "hundreds of workers"
        people = self._analysed.opens(i, *_PERSONAL) or (counted and self._analysed.opens(i + 1, *_PERSONAL))
        people = people or (self._analysed.opens(i, "demonyms") and self._analysed.opens(i + 1, "forenames"))
        return i in self._actors or people or (counted and self._analysed.tokens[i].definite)
