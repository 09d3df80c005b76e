"""Acts: what a speaker does with a content that a neutral verb of saying brings: accuse, warn, promise, deny ..."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.claims.act_words import HEAD, ActWords
from riwaya.claims.agreement import Speaker
from riwaya.claims.contents import Contents
from riwaya.claims.frames import Frame, Stretch
from riwaya.claims.moods import asks
from riwaya.claims.sources import Sources
from riwaya.model.layers import Analysed, Hit

_CLAUSE = 2  # tokens of the shortest clause
_COMPLEMENT = 4  # tokens after a verb in which its preposition begins
_BLAME = 8  # tokens at the head of a clause in which a word of blame is what is said of somebody
_SUBJECT = 12  # tokens of a subject before its verb
_LONG = 16  # tokens up to the predicate of a subject that a relative clause describes
_AHEAD_ACTS = ("expect", "promise", "threaten", "warn")  # that go on in a clause of what will be
_AHEAD = 3  # tokens between the subject of a promise and the mark of its future
_PREPOSITIONS = frozenset(("about", "bi", "in", "of", "on", "to", "with"))  # that a verb may ask for


class Part(NamedTuple):
    """A part of a content with its act."""

    content: Stretch
    act: str


class Acts:
    """Reads the acts of one report."""

    def __init__(self, analysed: Analysed, contents: Contents, sources: Sources) -> None:
        """Reads on what is known of contents and of sources."""
        self._analysed, self._contents, self._sources = analysed, contents, sources
        self._words = ActWords(analysed, contents, sources)

    def parts(self, content: Stretch, frame: Frame, speaker: Speaker | None) -> Sequence[Part]:
        """The parts of a content by their acts; neighbours of one act, and clauses without a subject, stay together."""
        act, direct = frame.act, frame.direct
        if frame.judges and (judged := self._judged(content)):
            return [Part(content, judged)]
        if act != "assert":
            return [Part(content, act)]
        parts: list[Part] = []
        for clause in self._contents.clauses(content):
            first = self._opened(clause.content)
            own = self.act((first, clause.content[1]), speaker, direct=direct)
            ahead = not clause.sentence and self._ahead(first) and bool(parts) and parts[-1].act in _AHEAD_ACTS
            same = clause.joined and not self._sources.names_actor(clause.content[0] + 2)  # the subject before
            dependent = (own in ("assert", "promise") and ahead) or (same and own == "promise" and self._past(first))
            dependent = dependent or (own == "assert" and (same or self._resumed(clause.content)))
            warned = {"assert", "warn"} == {own, parts[-1].act} and not clause.sentence if parts else False
            if parts and parts[-1].content[1] - parts[-1].content[0] < _CLAUSE:  # "also", "in the end"
                parts[-1] = Part((parts[-1].content[0], clause.content[1]), own)
            elif parts and clause.follows:
                parts[-1] = Part((parts[-1].content[0], clause.content[1]), _foremost(parts[-1].act, own))
            elif parts and (parts[-1].act == own or dependent or warned):
                act = "warn" if warned else parts[-1].act
                parts[-1] = Part((parts[-1].content[0], clause.content[1]), act)
            else:
                parts.append(Part(clause.content, own))
        return [Part(self._contents.trimmed(part.content), part.act) for part in parts]

    def _past(self, i: int) -> bool:
        """Whether a verb in the past stands at a token: what was done is promised no more."""
        return "past" in self._analysed.tokens[i].features.split()

    def _resumed(self, clause: Stretch) -> bool:
        """Whether "and that" goes on about what the clause before is about: "and that he", "and that to him"."""
        first = self._opened(clause)
        token = self._analysed.tokens[min(first, clause[1] - 1)]
        return self._enclitic(first - 1) or (token.pos == "PREP" and self._enclitic(first + 1))

    def _opened(self, clause: Stretch) -> int:
        """Where a clause begins after "and that it"."""
        start, end = clause
        while start < end and (self._analysed.tokens[start].pos in ("CONJ", "COMP") or self._enclitic(start)):
            start += 1
        return start if start < end else clause[0]

    def _enclitic(self, i: int) -> bool:
        """Whether a pronoun that is written with the word before stands at a token."""
        return 0 <= i < len(self._analysed.tokens) and self._analysed.tokens[i].clitic == "en"

    def _ahead(self, start: int) -> bool:
        """Whether a clause tells what will be."""
        return any(self._analysed.hit(i, "undertakings") for i in range(start, start + _AHEAD))

    def act(self, content: Stretch, speaker: Speaker | None, *, direct: bool) -> str:
        """The act of a clause, from the words at its head; of one that a condition opens, from those after it."""
        content = self._contents.after_condition(content)
        if self._contents.conditional(content):
            return self._danger(content) or self._outcome(content) or "assert"
        told = self._verb(content, direct=direct) or self._noun(content) or self._own_verb(content, speaker)
        told = told or (direct and (self._performed(content) or self._asked(content))) or ""
        told = told or self._words.act(content, "modal-words", self._predicate(content))
        if told:
            warned = told == "expect" and (self._danger(content) or self._outcome(content))
            return warned or told  # "may have dire consequences"
        own = self._own_side(content, speaker) is not None and self._undertaking(content, speaker)
        return (
            self._denial(content, speaker, direct=direct)
            or self._told_of(content, speaker)
            or own  # "that Egypt will not allow the liquidation of"
            or self._words.act(content, "blame", max(_BLAME, self._predicate(content)))
            or self._insulted(content)
            or self._danger(content)
            or self._undertaking(content, speaker)
            or self._outcome(content)
            or self._responsibility(content, speaker)
            or "assert"
        )

    def _told_of(self, content: Stretch, speaker: Speaker | None) -> str:
        """Nothing but to assert, where a content tells what somebody else admitted, hoped for, promised or supports."""
        if self._analysed.tokens[content[0]].pos not in ("NOUN", "ADJ", "NUM", "DET"):
            return ""
        for i in range(content[0] + 1, min(content[0] + _SUBJECT, content[1])):
            token = self._analysed.tokens[i]
            if token.pos in ("COMP", "PUNCT") or self._analysed.relative(i):
                return ""
            if token.pos == "VERB" and token.base:
                hit = self._analysed.hit(i, "says")
                told = hit is not None and hit.entry.get("act") in ("admit", "support", "hope", "promise")
                return "assert" if told and self._own_side(content, speaker) is None else ""
        return ""

    def _danger(self, content: Stretch) -> str:
        """A warning, by a word of danger anywhere in a content."""
        return self._words.act(content, "dangers", content[1] - content[0])

    def _judged(self, content: Stretch) -> str:
        """The act of a description by a word of blame, outrage or insult; empty where it says nothing ill."""
        for i in range(*content):
            if self._analysed.opens(i, "blame", "dangers") or self._outrage(i):
                return "condemn"
            if insult := self._analysed.cell(i, "insults", "act"):
                return insult
        return ""

    def _insulted(self, content: Stretch) -> str:
        """The act of a short clause that ends in an insult, which is what it says of somebody: "he is a killer"."""
        start, end = content
        said = end - 1
        before = self._analysed.tokens[max(said - 1, 0)]
        subject = before.definite or before.pos == "PRON" or self._sources.names_actor(start)
        predicate = start < said < start + _BLAME and not self._analysed.tokens[said].definite
        return self._analysed.cell(said, "insults", "act") if subject and predicate else ""

    def _outrage(self, i: int) -> bool:
        """Whether a word that condemns stands at a token."""
        return self._analysed.cell(i, "modal-words", "act") == "condemn"

    def opens_with(self, cue: Stretch, content: Stretch, act: str) -> bool:
        """Whether a cue is the verb or noun that opens a content, of the same speaker: "said that he hopes", "they
        believe", "affirmed his readiness to"; `act` is that of the verb before the content."""
        tokens, first = self._analysed.tokens, cue[0]
        if act == "assert" and first == content[0] and tokens[first].pos == "NOUN" and self._enclitic(cue[1]):
            return True
        present = "pres" in tokens[first].features.split() and self._enclitic(first - 1)
        own = content[0] + (2 if content[0] + 2 < content[1] and self._enclitic(content[0] + 1) else 0)  # "his country"
        near = content[0] <= first < own + 2
        return near and (bool(self._verb((own, content[1]), direct=False)) or (present and first == content[0]))

    def _predicate(self, content: Stretch) -> int:
        """How many tokens the head of a clause has: up to its first finite verb, after a subject that stands first."""
        tokens, (start, end) = self._analysed.tokens, content
        relative = False
        for i in range(start, min(start + _SUBJECT, end)):
            if tokens[i].pos == "VERB" and not relative:
                return max(HEAD, i + 1 - start)
            relative = relative or self._analysed.relative(i)
        return _LONG if relative else HEAD

    def _verb(self, content: Stretch, *, direct: bool) -> str:
        """The act of a verb of saying that opens a content: "that he hopes", "we demand"."""
        person, (start, end) = "1" if direct else "3", content
        before = self._analysed.tokens[start].pos if start < end else ""
        at = start + (before in ("NEG", "PART", "PRON", "CONJ"))
        if before == "NEG" and at < end and self._analysed.cell(at, "negated-denials", "act") == "doubt":
            return "doubt"  # "that he does not believe that"
        hit = self._analysed.hit(at, "says") if at < end else None
        if hit is None or hit.entry.get("act") == "assert" or not self._has_complement(hit):
            return ""
        if self._analysed.tokens[at].pos in ("NOUN", "ADJ"):  # "a matter", written as "he ordered"
            return ""
        if before == "NEG" and hit.entry.get("act") in ("promise", "support", "hope"):  # "did not commit itself"
            return ""
        features = hit.entry.features.split()
        fits = not direct if not features else "pres" in features and person in features
        return hit.entry.get("act") if fits else ""

    def _performed(self, content: Stretch) -> str:
        """The act of the speaker's own stance that quoted words perform: "we repeat our call", "we renew our"."""
        hit = self._analysed.hit(content[0], "says")
        if hit is None or "pres" not in hit.entry.features.split():
            return ""
        for i in range(hit.end, min(hit.end + _COMPLEMENT, content[1])):
            noun = self._analysed.hit(i, "saying-nouns")
            if noun and self._enclitic(noun.end):
                return noun.entry.get("act") if noun.entry.get("act") != "assert" else ""
        return ""

    def _asked(self, content: Stretch) -> str:
        """A demand, by a command at the head of quoted words."""
        return "demand" if asks(self._analysed, self._contents.forms, content) else ""

    def _outcome(self, content: Stretch) -> str:
        """What is foreseen or warned of: something not the speaker's own that will win, fail, grow, do harm."""
        start, end = content
        for i in self._analysed.standing(start, min(start + self._predicate(content), end - 1), "prospects"):
            mark = self._analysed.hit(i, "prospects")
            at = mark.end + (self._analysed.tokens[mark.end].pos == "COMP") if mark and mark.end < end else end
            outcome = self._analysed.hit(at, "outcomes")
            future = self._analysed.opens(i, "undertakings")
            if outcome and outcome.end <= end and (future or not self._past(at)):  # not "has broken out"
                act: str = outcome.entry.get("act")
                return act
        return ""

    def _own_verb(self, content: Stretch, speaker: Speaker | None) -> str:
        """The act of a verb of saying after the speaker's own side as its subject: "that his country demands"."""
        own, end = self._own_side(content, speaker), content[1]
        return self._verb((own, end), direct=False) if own is not None and own < end else ""

    def _has_complement(self, hit: Hit) -> bool:
        """Whether a verb that says something only with a preposition has it: it "concedes", else it "hands over"."""
        asked = {way.removesuffix("-that") for way in hit.entry.get("takes").split("|")}
        if not asked <= _PREPOSITIONS:
            return True
        return any(self._analysed.preposition(i) in asked for i in range(hit.end, hit.end + _COMPLEMENT))

    def _noun(self, content: Stretch) -> str:
        """The act of a noun of saying that opens a content: "(affirmed) its rejection of", "its backing of"."""
        hit = self._analysed.hit(content[0], "saying-nouns")
        act = hit.entry.get("act") if hit and not self._analysed.tokens[hit.start].definite else ""
        return act if act not in ("assert", "accuse", "threaten", "warn", "expect") else ""

    def _denial(self, content: Stretch, speaker: Speaker | None, *, direct: bool) -> str:
        """Denial: a negation of anything at all, or the negated past of a deed at the head or of the speaker's side."""
        tokens, (start, end) = self._analysed.tokens, content
        own = self._own_side(content, speaker)
        wronged = own is None or self._analysed.opens(own, "blame")  # "the government did not keep to"
        if own is not None and not wronged and self._analysed.opens(own, "negations") and self._happens(own + 1):
            return "deny"
        if end - start == 1 and tokens[start].pos == "NEG":  # "no", and nothing else
            return "deny"
        for i in range(start, min(start + HEAD, end - 1)):
            negated = tokens[i].pos == "NEG" and self._analysed.hit(i, "negations")
            if negated and (self._any(i + 1, end) or (i == start and not direct and self._happens(i + 1))):
                return "deny"
        return ""

    def _happens(self, i: int) -> bool:
        """Whether a verb of happening, of dealing with others or of force stands at a token."""
        return self._analysed.opens(i, "happenings", "dealings", "harms", "triggers")

    def _any(self, start: int, end: int) -> bool:
        """Whether "any" or "at all" follows a negation within its clause."""
        return any(self._analysed.hit(i, "negated-wholes") for i in range(start, min(start + 2 * HEAD, end)))

    def _undertaking(self, content: Stretch, speaker: Speaker | None) -> str:
        """A promise or a threat: the speaker, or his own side, will do something; a journey or a meeting is a plan."""
        start, end = content
        own = self._own_side(content, speaker)
        at = own if own is not None else start
        for i in range(at, min(at + (_AHEAD if own is not None else 1), end - 1)):
            hit = self._analysed.hit(i, "undertakings")
            mine = own is not None or (hit is not None and self._mine(hit, start))
            if hit and mine and hit.end < end and not self._analysed.hit(hit.end, "plans"):
                return "threaten" if self._analysed.hit(hit.end, "threats") else "promise"
        return ""

    def _mine(self, hit: Hit, start: int) -> bool:
        """Whether what will be is the speaker's own doing: "that he will", "we shall"."""
        verb = self._analysed.tokens[min(hit.end, len(self._analysed.tokens) - 1)]
        told = [verb.features.split()]
        if "past" in told[0]:  # "I shall" is spelt as "he did"
            told += [reading.features.split() for reading in self._contents.forms.readings(verb.form)]
        return self._enclitic(start - 1) or any("pres" in features and "1" in features for features in told)

    def _own_side(self, content: Stretch, speaker: Speaker | None) -> int | None:
        """Where a subject of the speaker's own side ends that opens a content: his state, "his forces", "the party"."""
        start, end = content
        own = self._sources.own(start, speaker) if speaker else None
        if own is None and speaker and start < end and self._annexed(start):  # "the planes of the coalition"
            own = self._sources.own(start + 1, speaker)
        if own is None and start + 2 < end and self._analysed.tokens[start + 1].clitic == "en":
            return start + 2  # "his forces", "our country"
        side = self._analysed.hit(start, "own-sides") if own is None and speaker else None
        if side and speaker and speaker.link.kind in side.entry.get("kinds").split("|"):
            bare = side.end < end and not self._analysed.tokens[side.end].definite  # no "government of" another
            return side.end if bare and not self._sources.names_actor(side.end) else None
        return own

    def _annexed(self, i: int) -> bool:
        """Whether a noun stands at a token that may have what it belongs to after it."""
        token = self._analysed.tokens[i]
        return token.pos == "NOUN" and not token.definite

    def _responsibility(self, content: Stretch, speaker: Speaker | None) -> str:
        """A claim of responsibility: an armed group says that it, or its men, made an attack."""
        tokens, (start, end) = self._analysed.tokens, content
        own_noun = start + 2 < end and tokens[start + 1].clitic == "en"
        group = own_noun and self._analysed.hit(start, "group-heads") is not None
        if not group and (speaker is None or speaker.link.kind != "armed_group"):
            return ""
        at = start + (2 if own_noun else 0)
        attack = self._analysed.hit(at, "attacks") if at < end else None
        own = at > start or self._enclitic(start - 1) or "1" in tokens[at].features.split()
        if (attack and own) or self._struck(content) or self._answered(content):
            return "claim_responsibility"
        return ""

    def _answered(self, content: Stretch) -> bool:
        """Whether a content tells that the attack, which it opens with, is an answer to something, or revenge."""
        opens = self._analysed.opens(content[0], "triggers", "harms") and self._analysed.tokens[content[0]].definite
        near = range(content[0] + 1, min(content[0] + _SUBJECT, content[1]))
        return opens and any(self._analysed.opens(i, "retaliations") for i in near)

    def _struck(self, content: Stretch) -> bool:
        """Whether the head of a clause tells an attack by fighters: "a group of our men managed to shoot"."""
        head = range(content[0], min(content[0] + _BLAME, content[1]))
        fighters = next((i for i in head if self._analysed.opens(i, "fighters")), None)
        if fighters is None:
            return False
        near = range(content[0], min(fighters + _BLAME, content[1]))
        return any(self._analysed.opens(i, "attacks", "triggers") for i in near)


def _foremost(act: str, other: str) -> str:
    """The act of two clauses that are one word: of those that do more than assert, the first."""
    return other if act == "assert" else act
