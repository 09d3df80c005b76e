"""Reporting: whether a frame that a rule found reports anything, or is another word, a deed or a circumstance."""

from __future__ import annotations

from riwaya.claims.contents import Contents
from riwaya.claims.frames import Frame
from riwaya.claims.sources import Sources
from riwaya.model.layers import Analysed

_OBLIQUE = frozenset(("acc", "obl"))  # features of a participle that tells in what state somebody acts
GIVEN = ("support", "promise")  # acts of nouns that name what is given as well as what is said
OPENING = 2  # tokens at the head of a sentence: a conjunction, "and also"


class Reporting:
    """Tells the frames of one report that report anything."""

    def __init__(self, analysed: Analysed, sources: Sources, contents: Contents) -> None:
        """Reads on what is known of sources and of contents."""
        self._analysed, self._sources, self._contents = analysed, sources, contents

    def fits(self, frame: Frame) -> bool:
        """Whether a frame reports anything: its verb is not denied, and its source may be its subject."""
        cue, purpose = self._analysed.tokens[frame.cue[0]], frame.rule.gives.get("cue") == "definite"
        if not purpose and (cue.definite or self._purpose(frame)):  # "the revelation", a noun
            return False
        if "VERB" in frame.features.split() and self._sources.agreement.relates(frame.cue[0]):
            return False
        if self._hidden(frame.cue[0]):
            return False
        if self._conditional(frame) or ("VERB" in frame.features.split() and self._ours(frame.cue[0])):
            return False
        if self._noun(frame) or self._deed(frame) or self._matter(frame):
            return False
        if self._lacking(frame):
            return False
        if frame.content and self._spelt(frame.content[0] - 1):
            return False
        denied = frame.content is not None and self._denied(frame.cue[0])
        denied = denied and frame.rule.gives.get("cue") != "negated"
        if denied and (frame.act != "silence" or self._nobody(frame)):
            return False
        wants = frame.rule.gives.get("wants")
        if wants == "oblique" and _OBLIQUE.isdisjoint(cue.features.split()):
            return False
        if "ADJ" in frame.features.split() and "pl" in cue.features.split() and "pl" not in frame.features.split():
            return False  # "the demands", written as "demanding"
        if frame.act in GIVEN and self._circumstance(frame):
            return False
        if frame.act == "deny" and self._ruling(frame):
            return False
        if self._unjoined(frame):
            return False
        if wants and frame.source and not self._sources.credible(frame.source):
            return False
        if self._object(frame):
            return False
        if wants == "deed" and frame.act == "assert" and frame.content and not self._contents.tells(frame.content):
            return False
        if frame.inherits == "previous" and self._sources.agreement.describes(frame.cue[0]):
            return False
        if frame.content and not frame.exact and self._because(frame.content[0] - 1):
            return False
        if frame.inherits == "previous" and (self._things(frame.cue[0] - 1) or self._alternative(frame.cue[0])):
            return False
        if frame.rule.gives.get("where") == "headline" and frame.source and self._sources.signs(frame.source):
            return False  # "Gaza - Reuters: ..."
        if frame.inherits == "sentence" and frame.cue[0] - 1 in self._contents.opening:
            return False  # "(he said it was) «likely»"
        if not frame.order or frame.source is None or frame.via:  # the verb agrees with whom it comes by
            return True
        return self._sources.agreement.agree(frame)

    def _noun(self, frame: Frame) -> bool:
        """Whether a cue is another word there: a verb that is annexed to a noun ("the need to urge them"), a participle
        that is a plural ("the demands of"), a noun that is an adjective."""
        tokens, (i, _) = self._analysed.tokens, frame.cue
        cue, read = tokens[i], frame.features.split()
        if read[:1] == ["NOUN"]:
            gives = frame.rule.gives
            relayed = gives.get("source") == "phrase" and gives.get("content") != "noun"  # not "security (sources)"
            return relayed and not (cue.definite or self._analysed.has_pronoun(frame.cue[1] - 1))
        if read[:1] == ["ADJ"]:
            return cue.pos == "NOUN" and "pl" in cue.features.split() and "sg" in read
        clause = frame.content is not None and tokens[frame.content[0] - 1].pos == "COMP"
        said = clause or frame.rule.gives.get("speaker") == "unnamed"
        if read[:1] != ["VERB"] or not i or cue.pos != "NOUN" or said or self._sources.ends_name(i):
            return False
        before = tokens[i - 1]
        return before.pos == "NOUN" and not (before.definite or before.clitic or "acc" in before.features.split())

    def _matter(self, frame: Frame) -> bool:
        """Whether the source of a frame but stands for what was told: "the matter, which proves that"."""
        if frame.source is None or frame.source[1] - frame.source[0] > 1:
            return False
        analysed, (start, _) = self._analysed, frame.source
        return analysed.opens(start, "points-back") and not analysed.hit(start, "sources")

    def _unjoined(self, frame: Frame) -> bool:
        """Whether a participle that brings a noun ("affirming its respect for") stands after no pause and does not tell
        by its form, after what ends there, that it is a state in which somebody acts."""
        before, cue = frame.cue[0] - 1, self._analysed.tokens[frame.cue[0]]
        noun = frame.inherits == "sentence" and frame.rule.gives.get("content") == "noun"
        if not noun or "ADJ" not in frame.features.split() or before < 0:
            return False
        token = self._analysed.tokens[before]
        if token.pos in ("PUNCT", "CONJ"):
            return False
        ended = token.definite or token.clitic == "en" or token.pos == "NUM" or self._sources.ends_name(frame.cue[0])
        return not ended or _OBLIQUE.isdisjoint(cue.features.split())

    def _spelt(self, i: int) -> bool:
        """Whether a complementiser at a token is but a letter of the name of an outlet ("si en en", CNN)."""
        return self._analysed.tokens[i].pos == "COMP" and self._sources.names_within(i)

    def _lacking(self, frame: Frame) -> bool:
        """Whether a negation is annexed to a noun of saying: "not inviting him", "the lack of an announcement"."""
        before = self._analysed.tokens[frame.cue[0] - 1] if frame.cue[0] else None
        return "NOUN" in frame.features.split() and before is not None and before.pos == "NEG"

    def _deed(self, frame: Frame) -> bool:
        """Whether a verb tells what was done, not what was said: a court's refusal.

        Of an attack "that they claimed" the attack is what is claimed, not the verb.
        """
        if frame.act == "claim_responsibility" and frame.content and frame.content[0] >= frame.cue[0]:
            return frame.cue[0] > 0 and self._analysed.relative(frame.cue[0] - 1)
        refused = frame.act == "deny" and self._analysed.opens(frame.cue[0], "refusals")
        return refused and frame.source is not None and self._sources.judges(frame.source)

    def _because(self, i: int) -> bool:
        """Whether a complementiser is part of "because", which brings a reason and nothing that is said."""
        tokens = self._analysed.tokens
        joined = i > 0 and tokens[i].pos == "COMP" and tokens[i - 1].clitic == "pro"
        return joined and self._analysed.preposition(i - 1) == "to"

    def _conditional(self, frame: Frame) -> bool:
        """Whether a condition opens right before a frame, or before "was": "if he refuses", "if China condemned".

        "Unless" right after a pronoun of its own is none: "which is what it did not".
        """
        analysed, tokens, first = self._analysed, self._analysed.tokens, frame.start
        opened = (i for i in range(max(first - OPENING, 0), first) if analysed.opens(i, "conditions"))
        return any(i == 0 or tokens[i - 1].pos != "PRON" or tokens[i - 1].clitic == "en" for i in opened)

    def _things(self, i: int) -> bool:
        """Whether what was told is the subject of the verb after a token: "this proves that", "which proves that"."""
        if i < 0:
            return False
        token = self._analysed.tokens[i]
        points = self._analysed.opens(i, "points-back")
        this = token.pos in ("DET", "CONJ") and not token.clitic and points
        related = self._analysed.relative(i) and i > 0 and self._analysed.opens(i - 1, "points-back")
        return this or related or self._sources.headless(i)

    def _object(self, frame: Frame) -> bool:
        """Whether what follows a verb ends as no subject does: "called (on) the protesters to"."""
        if frame.source is None or frame.via or frame.source[0] != frame.cue[1] or "VERB" not in frame.features.split():
            return False
        start = frame.source[0]
        oblique = "obl" in self._analysed.tokens[start].features.split()
        return oblique and not self._sources.names_actor(start)

    def _hidden(self, i: int) -> bool:
        """Whether a word at a token but tells that a source is not named: "asking not to mention his name"."""
        hits = (self._analysed.hit(at, "anonymity") for at in range(max(i - OPENING, 0), i))
        noun = self._analysed.tokens[i].pos == "NOUN"
        return noun and any(hit is not None and hit.end > i for hit in hits)

    def _ours(self, i: int) -> bool:
        """Whether a verb of the first person stands before one with a pronoun: "we had warned", not "he warned us"."""
        tokens = self._analysed.tokens
        at = i - 1 - (i > 0 and tokens[i - 1].pos == "PART")
        first = at >= 0 and tokens[at].pos == "VERB" and "1" in tokens[at].features.split()
        return first and self._analysed.has_pronoun(i)

    def _alternative(self, i: int) -> bool:
        """Whether "or" joins a word at a token to a noun: "(declined) confirming or denying", no verb of denial."""
        tokens = self._analysed.tokens
        joined = i > 1 and tokens[i - 1].pos == "CONJ" and not tokens[i - 1].clitic
        return joined and tokens[i - 2].pos in ("NOUN", "ADJ") and self._analysed.opens(i, "saying-nouns")

    def _purpose(self, frame: Frame) -> bool:
        """Whether a preposition makes a noun of purpose of a cue ("in order to demand of them"): nobody has said it."""
        before, tokens = frame.cue[0] - 1, self._analysed.tokens
        if before < 0 or tokens[before].pos != "PREP" or tokens[before].clitic != "pro":
            return False
        features = frame.features.split()
        return "ADJ" in features or ("NOUN" in features and self._analysed.preposition(before) == "to")

    def _ruling(self, frame: Frame) -> bool:
        """Whether a frame is the refusal of a court, which rules on a request and says nothing."""
        if frame.source is None or frame.content is None or not self._analysed.opens(frame.cue[0], "refusals"):
            return False
        clause = self._analysed.tokens[frame.content[0] - 1].pos == "COMP"
        return not clause and self._analysed.opens(frame.source[0], "courts")

    def _circumstance(self, frame: Frame) -> bool:
        """Whether "by" or "in" makes a circumstance of a noun of saying: what is given there is no word ("by its
        backing of the rebels", "to go on in its support of")."""
        return "NOUN" in frame.features.split() and self._analysed.preposition(frame.cue[0] - 1) in ("bi", "in")

    def _nobody(self, frame: Frame) -> bool:
        """Whether the source of a frame is "any": nobody claimed it."""
        return frame.source is not None and self._analysed.hit(frame.source[0], "negated-wholes") is not None

    def _denied(self, i: int) -> bool:
        """Whether a negation stands before a verb: "did not say"."""
        return i > 0 and self._analysed.hit(i - 1, "refrains") is not None
