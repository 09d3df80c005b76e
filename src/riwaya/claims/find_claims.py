"""The claims stage: Found -> Claimed. Rules find the frames; here they become claims with their chains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from riwaya.claims.acts import Acts
from riwaya.claims.agreement import UNRESOLVED, Speaker, latest
from riwaya.claims.circumstances import DASHES
from riwaya.claims.contents import Contents
from riwaya.claims.frames import Frame, Stretch, best_frames, make_frame
from riwaya.claims.relations import explain_relations, find_relations
from riwaya.claims.reporting import GIVEN, OPENING, Reporting
from riwaya.claims.sources import Sources, further
from riwaya.claims.stretches import claim_stretches
from riwaya.claims.tables import ClaimTables, Marks
from riwaya.find.actors import OUTLETS
from riwaya.find.context import Contexts
from riwaya.model import Claim, Issue, Link, content_id
from riwaya.model.layers import Claimed, Evidence, Explanation, Found, Sentence
from riwaya.packs import Pack
from riwaya.rules.elements import Context
from riwaya.rules.rule import RuleIndex

_LISTED = 4  # tokens between the first and the last of what is given: "its sympathy and its deep sorrow"
_BEGUN = 4  # tokens of a clause that is only begun before an attribution between commas


class Claimer:
    """The claims reader of a pack: its rules indexed once, then safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Indexes the rules that find claims and attributions."""
        self._claims = RuleIndex(rule for rule in pack.rules if rule.finds == "claim")
        self._attributions = RuleIndex(rule for rule in pack.rules if rule.finds == "attribution")
        self._tables = ClaimTables.of(pack)
        self._concepts, self._forms = pack.concepts, pack.forms

    def claim(self, found: Found) -> Claimed:
        """The report with its claims, in the order of their contents."""
        phrases = claim_stretches(found, self._tables)
        sources = Sources(found, phrases["subject"], self._tables)
        reading = _Reading(found, sources, Contents(found, self._tables.marks, self._forms), self._tables.marks)
        for sentence, context in Contexts(found.analysed).of(found.mentions, phrases):
            frames = list(
                map(sources.agreement.owner, best_frames(self._claims.matches(context), reading.reporting.fits))
            )
            told = (make_frame(match) for match in self._attributions.matches(context))
            attributions = _apart(a for a in told if reading.reporting.fits(a) and not reading.goes_on(a, sentence))
            reading.read(sentence, context, frames, attributions)
        reading.keep_heading()
        claims = tuple(sorted(reading.claims, key=lambda c: (c.content, c.id)))
        relations = find_relations(claims, found, self._concepts)
        why = explain_relations(reading.explanations, relations, claims, found.analysed.report.text)
        return Claimed(found, claims, relations, why, tuple(reading.issues))


def _apart(attributions: Iterable[Frame]) -> list[Frame]:
    """The attributions of a sentence from left to right; of those that overlap, the first."""
    kept: list[Frame] = []
    for frame in sorted(attributions, key=lambda f: (f.start, -f.end)):
        if not kept or frame.start >= kept[-1].end:
            kept.append(frame)
    return kept


@dataclass
class _Draft:
    """A claim in the making: its frame, content and chain."""

    frame: Frame
    content: Stretch
    chain: list[Link]
    why: list[Evidence] = field(default_factory=list)
    speaker: Speaker | None = None
    block: int = -1  # of a headline that goes on after its dots


@dataclass
class _Reading:
    """What has been read of a report so far: its claims, and who spoke."""

    found: Found
    sources: Sources
    contents: Contents
    marks: Marks
    claims: list[Claim] = field(default_factory=list)
    explanations: dict[str, Explanation] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    acts: Acts = field(init=False)
    reporting: Reporting = field(init=False)
    headlines: bool = True  # whether only headlines were read so far
    asked: bool = False  # whether the sentence before is a question
    heading: _Draft | None = None  # a headline whose last words are dots: it may go on
    scene: Stretch | None = None  # who acted since somebody spoke
    first: int = 0  # token of the sentence that is read
    opening: Frame | None = None  # the attribution at its head

    def __post_init__(self) -> None:
        """Acts and frames are read on what contents and sources tell."""
        self.acts = Acts(self.found.analysed, self.contents, self.sources)
        self.reporting = Reporting(self.found.analysed, self.sources, self.contents)

    def _own_stance(self, frame: Frame) -> bool:
        """Whether a frame is but a noun with a pronoun, which at the head of a content is that: "its solidarity"."""
        analysed = self.found.analysed
        if "NOUN" not in frame.features.split():
            return False
        if frame.source is None:
            return analysed.has_pronoun(frame.cue[1] - 1)
        own = frame.source[1] - frame.source[0] == 2 and analysed.has_pronoun(frame.source[0])
        return own and analysed.opens(frame.source[0], "own-sides", "references")  # "its rejection", "his country's"

    def goes_on(self, attribution: Frame, sentence: Sentence) -> bool:
        """Whether an attribution at the head of a sentence but goes on with the report: "moreover, the plan says"."""
        also = self.found.analysed.cell(attribution.start, "as-clauses", "kind") == "also"
        return also and attribution.start == sentence.start

    def _titled(self, frame: Frame) -> bool:
        """Whether a frame is a headline of a speaker and a colon."""
        return frame.rule.gives.get("where") == "headline" and frame.content is not None

    def _signs(self, headline: Frame, frames: Sequence[Frame]) -> bool:
        """Whether what stands before a colon signs the report: a verb of saying with its own speaker follows."""
        start = self.contents.begun(headline.content)[0] if headline.content else 0
        return any(f.cue[0] == start and f.source and f.source[0] >= f.cue[1] for f in frames)

    def _stopped(self, sentence: Sentence) -> bool:
        """Whether a full stop ends a sentence; the lines before the first that it ends are headlines."""
        return self._ended(sentence) and not self._dotted(sentence)

    def _ended(self, sentence: Sentence) -> bool:
        """Whether a mark ends a sentence."""
        return self.found.analysed.tokens[sentence.end - 1].form in self.marks.stops

    def _dotted(self, sentence: Sentence) -> bool:
        """Whether dots end a sentence, after which a headline goes on."""
        last = self.found.analysed.tokens[max(sentence.end - 2, sentence.start) : sentence.end]
        return all(token.form in self.marks.stops and token.form not in self.marks.questions for token in last)

    def keep_heading(self) -> None:
        """Make the claim of a headline that goes on no further."""
        if self.heading:
            self._keep(self.heading)
        self.heading = None

    def _heads(self, draft: _Draft, sentence: Sentence) -> bool:
        """Whether a headline of a speaker and a colon goes on after its dots."""
        dots = self._dotted(sentence) and sentence.end < len(self.found.analysed.tokens)
        return self._titled(draft.frame) and not draft.frame.direct and dots

    def read(
        self, sentence: Sentence, context: Context, frames: Sequence[Frame], attributions: Sequence[Frame]
    ) -> None:
        """Read the claims of one sentence."""
        if self.heading and self.heading.block == sentence.block and not frames and not attributions:
            self.heading.content = self.contents.trimmed((self.heading.content[0], sentence.end))
            return
        self.keep_heading()
        self.first = sentence.start
        self.speakers += self.sources.note(sentence.start, sentence.end)
        frames = [f for f in frames if not any(a.start <= f.cue[0] < a.end for a in attributions)]
        frames = [f for f in frames if not self.contents.narrated(f.cue)]
        self.headlines = self.headlines and not self._stopped(sentence)
        if not (self.headlines or self._ended(sentence)):
            frames = [f for f in frames if f.rule.gives.get("where") != "headline"]
        if not self.asked:
            frames = [f for f in frames if f.rule.gives.get("where") != "answer"]
        inner = [a for a in attributions if any(_within(a.cue, f) for f in frames)]
        attributions = [a for a in attributions if a not in inner]
        joints = [(frame, self.contents.joint(frame.start)) for frame in frames if self._beside(frame)]
        starts = [attribution.start for attribution in attributions]
        self.opening = next((a for a in attributions if a.source and a.start - sentence.start <= 1), None)
        frames = [f for f in frames if not (self._titled(f) and self._signs(f, frames))]
        opened = [(self.contents.begun(f.content), f.act) for f in frames if f.content and not f.direct]
        frames = [f for f in frames if not any(self.acts.opens_with(f.cue, *content) for content in opened)]
        begun = {content[0] for content, act in opened if act == "assert"}  # one may deny the call of another
        told = {(content[0], act) for content, act in opened}
        frames = [f for f in frames if not ((f.cue[0] in begun or (f.cue[0], f.act) in told) and self._own_stance(f))]
        given = [content[0] for content, act in opened if act in GIVEN]  # "its sympathy and its condolences to"
        frames = [f for f in frames if not (self._own_stance(f) and any(0 <= f.cue[0] - at <= _LISTED for at in given))]
        joints = [(frame, at) for frame, at in joints if frame in frames]
        drafts: list[_Draft] = []
        for frame in frames:
            borders = [*starts, *(joint for other, joint in joints if other is not frame)]
            if draft := self._draft(frame, borders, drafts):
                drafts.append(draft)
                for attribution in inner:
                    own = frame.source and attribution.source and attribution.source[0] in range(*frame.source)
                    if attribution.source and _within(attribution.cue, frame) and not own:
                        _put_outside(draft, self._links(attribution, attribution.source)[0])
        self._attribute(sentence, attributions, drafts)
        for draft in drafts:
            if self._heads(draft, sentence):
                self.heading, draft.block = draft, sentence.block
            else:
                self._keep(draft)
        self.asked = self.found.analysed.tokens[sentence.end - 1].form in self.marks.questions
        if any(draft.speaker in self.speakers for draft in drafts):
            self.scene = None
        else:
            self.scene = next(self.sources.agreement.subjects_before(sentence.end, sentence.start), self.scene)

    def _draft(self, frame: Frame, borders: Sequence[int], drafts: Sequence[_Draft]) -> _Draft | None:
        """The claim of a frame, with the chain that its own sentence names; it ends at one of the borders at last."""
        if frame.content is None:
            return None
        if frame.rule.gives.get("content") == "before":
            told = [d.content for d in drafts if d.content[1] <= frame.start]
            content = told[-1] if told else self.contents.trimmed((self.first, frame.start))
        elif frame.direct:
            content = self.contents.trimmed(frame.content)
        else:
            embedded = self._embedded(frame)
            nominal = frame.rule.gives.get("content") in ("noun", "phrase", "judgement")
            content = self.contents.bounded(frame.content, borders, embedded=embedded, nominal=nominal, act=frame.act)
        if content[0] >= content[1] or (frame.direct and not self.contents.says_something(content)):
            return None
        draft = _Draft(frame, content, [])
        speaker = self._speaker(frame, draft, drafts)
        if speaker is None:
            return None
        draft.speaker = speaker
        within = frame.inherits in ("", "deed")
        outer = [d for d in drafts if within and d.content[0] <= frame.start and frame.cue[1] <= d.content[1]]
        if outer:
            own = further(draft.chain, outer[-1].chain) if frame.inherits else draft.chain
            draft.chain = [*outer[-1].chain, *own]
            if frame.source and content[0] == frame.source[0] == outer[-1].content[0]:  # what the outer claim tells
                draft.content = (frame.source[1], content[1])
            draft.why.append(Evidence("nested", "", "stands in the content of another claim, whose chain comes first"))
        elif (
            speaker.link.entity != UNRESOLVED and frame.rule.gives.get("speaker") != "doer"
        ):  # who but acts is not whom "he added" goes on with
            self.speakers.append(speaker)
            self.sources.spoke(speaker)
        return draft

    def _embedded(self, frame: Frame) -> bool:
        """Whether a frame is but part of a clause of the narrator, of whom nobody else says anything."""
        if frame.rule.gives.get("content") == "phrase":
            return True
        return frame.rule.gives.get("speaker") == "unnamed" and not self._beside(frame)

    def _beside(self, frame: Frame) -> bool:
        """Whether a frame continues the sentence beside another claim instead of standing in its content."""
        tokens = self.found.analysed.tokens
        first = frame.cue[0] if frame.rule.gives.get("speaker") == "unnamed" else frame.start
        if frame.inherits == "deed" or self.found.analysed.relative(first):  # ", on the pretext that", ", who denies"
            return False
        before = tokens[first - 1] if first else None
        joined = tokens[first].pos == "CONJ" or (before is not None and before.pos in ("CONJ", "PUNCT", "ADV"))
        return frame.inherits == "sentence" or joined or self.contents.joint(first) < first

    def _speaker(self, frame: Frame, draft: _Draft, drafts: Sequence[_Draft]) -> Speaker | None:
        """The speaker of a frame; the draft's chain becomes the links that its words name."""
        if frame.rule.gives.get("speaker") == "unnamed":
            link = Link(span=None, entity="unnamed", kind="unnamed")
            draft.chain = [link]
            return Speaker(link, "", "", "")
        via = self._links(frame, frame.via)[0] if frame.via else []
        via += [link for told in frame.circumstances for link in self.sources.told(told)]
        if not (via or drafts or frame.order == "before"):
            via = self.sources.before(self.first, frame.start)
        if frame.source:
            via += [] if frame.exact else self.sources.beside(frame.source)
            links, speaker = self._links(frame, frame.source)
            via = via or self._quoting(frame)
            draft.chain = [*via, *further(links, via)]
            if speaker is None:
                return None
            for told in frame.circumstances:
                self.sources.issued(*told, speaker)
            relayed = frame.via or frame.rule.gives.get("source") == "phrase"  # the verb is that of whoever relays him
            return speaker if relayed else speaker.of_verb(frame.features)
        if frame.inherits == "deed":
            return self._doer(frame, draft)
        last = drafts[-1] if drafts else None
        spoke = last is not None and last.speaker in self.speakers and "VERB" in last.frame.features.split()
        beside = frame.inherits == "previous" and spoke
        if frame.inherits in ("sentence", "claim") and drafts:
            governing = _governing(frame, drafts)
            draft.chain = [*via, *(governing.chain[-1:] if via else governing.chain)]
            draft.why.append(Evidence("speaker", "", "continues the speaker of the sentence"))
            return governing.speaker
        if frame.inherits == "claim":
            return None
        if frame.inherits == "previous" and (owner := self._owner(frame, draft, drafts)):
            return owner
        speaker = self._inherited(frame, draft, beside=beside)
        draft.chain[:0] = via
        return speaker

    def _quoting(self, frame: Frame) -> list[Link]:
        """The outlet that goes on speaking in a verb of relaying without a subject: "and it quoted an official"."""
        hit = self.found.analysed.hit(frame.start, "says")
        if hit is None or "relay" not in hit.entry.get("takes").split("|"):
            return []
        last = latest(self.speakers, hit.entry.features)
        return [last.link.model_copy(update={"span": None})] if last and last.link.kind in OUTLETS else []

    def _seen(self, frame: Frame) -> Speaker | None:
        """Who acted since somebody spoke; the last person that was named, if nobody spoke at all."""
        person = None if self.speakers or frame.inherits != "scene" else self.sources.last_person(self.first)
        stretch = self.scene or person
        speaker = self.sources.named(stretch)[1] if stretch else None
        return speaker if speaker and speaker.agrees(frame.features) else None

    def _links(self, frame: Frame, words: Stretch) -> tuple[list[Link], Speaker | None]:
        """The links that the words of a source name, and the innermost as a speaker."""
        return self.sources.named(words) if frame.exact else self.sources.links(words)

    def _owner(self, frame: Frame, draft: _Draft, drafts: Sequence[_Draft]) -> Speaker | None:
        """Whose word it is that is told in the content of a claim: of a noun who acts there ("he gave his orders"), of
        a verb its subject before it ("that the minister | expressed his hope")."""
        holding = [d for d in drafts if d.content[0] <= frame.start < d.content[1]]
        if not holding or self.found.analysed.tokens[holding[-1].content[0] - 1].clitic == "en":  # "that he ..."
            return None
        first, told = holding[-1].content[0], frame.features.split()[:1]
        if told == ["VERB"] and not self._beside(frame):
            fronted = self.sources.agreement.fronted(frame.cue[0], first)
            speaker = self.sources.named(fronted)[1] if fronted else None
            speaker = speaker if speaker and speaker.agrees(frame.features) else None
        else:
            speaker = self._subject(frame, first, within=True) if told == ["NOUN"] else None
        if speaker:
            draft.chain = [*holding[-1].chain, *further([speaker.link], holding[-1].chain)]
        return speaker

    def _subject(self, frame: Frame, first: int, *, within: bool = False) -> Speaker | None:
        """The subject of the nearest verb before a cue, back to a token, that agrees with it."""
        for source in self.sources.agreement.subjects_before(frame.start, first, within=within):
            links, speaker = self.sources.named(source)
            if links and speaker and speaker.agrees(frame.features):
                return speaker
        return None

    def _doer(self, frame: Frame, draft: _Draft) -> Speaker:
        """Who does what the verb before a frame tells; unnamed where the verb is a passive."""
        doer = self.sources.agreement.doer(frame.start, self.first)
        links, speaker = self.sources.named(doer) if doer else ([], None)
        if speaker:
            draft.chain = links
            return speaker
        link = Link(span=None, entity="unnamed", kind="unnamed")
        draft.chain = [link]
        return Speaker(link, "", "", "")

    def _beside_verb(self, frame: Frame) -> Speaker | None:
        """Whom the sentence names before a verb of saying, if nobody spoke: "it reached a doctor, and he affirmed"."""
        if {"VERB", "ADJ"}.isdisjoint(frame.features.split()) or frame.rule.gives.get("alone") == "passive":
            return None
        people = self.sources.agreement.people_before(frame.start, self.first)
        named = (self.sources.named(where)[1] for where in people)
        return next((speaker for speaker in named if speaker and speaker.agrees(frame.features)), None)

    def _antecedent(self, frame: Frame) -> Speaker | None:
        """Whom the relative pronoun right before a verb stands for."""
        relative = frame.cue[0] - 1
        if relative <= self.first or not self.found.analysed.relative(relative):
            return None
        tokens, end = self.found.analysed.tokens, frame.cue[1]
        if end < len(tokens) and tokens[end].pos == "PREP" and self.found.analysed.has_pronoun(end):
            return None  # "the conference at which he announced"
        comma = tokens[relative - 1].form in self.marks.commas
        return self.sources.antecedent(relative - comma, self.first, frame.features)

    def _of_a_thing(self, frame: Frame) -> bool:
        """Whether a relative pronoun right before a verb stands for a thing, of which a noun tells what it does."""
        relative, noun = frame.cue[0] - 1, frame.rule.gives.get("content") == "noun"
        return noun and relative > self.first and self.found.analysed.relative(relative)

    def _inherited(self, frame: Frame, draft: _Draft, *, beside: bool = False) -> Speaker | None:
        """The last speaker that agrees with the verb; an unresolved one says so.

        Within a sentence the subject of the verb before comes first, unless somebody spoke there already (`beside`).
        """
        links, told = self._attributed(self.opening) if self.opening else ([], None)
        opened = told if told and told.link.kind not in OUTLETS else None
        right_after = self.opening is not None and 0 <= frame.start - self.opening.end <= OPENING
        if opened and right_after:  # "as ... quoted a source, he affirmed"
            draft.chain = links
            return opened
        near = frame.inherits == "sentence" or (not beside and frame.cue[0] - self.first > OPENING)
        alone = frame.inherits == "scene" or not any(speaker.agrees(frame.features) for speaker in self.speakers)
        if alone and (seen := self._seen(frame)):
            self.speakers.append(seen)
        speaker = self._antecedent(frame)
        if speaker is None and self._of_a_thing(frame):
            return None
        speaker = speaker or (self._subject(frame, self.first) if near else None)
        if speaker is None and opened and frame.inherits == "sentence" and opened.agrees(frame.features):
            draft.chain = links  # "according to a source the attackers fled, adding that"
            return opened
        speaker = speaker or latest(self.speakers, frame.features) or self._beside_verb(frame)
        cue = self.found.analysed.span(*frame.cue)
        if speaker is None:
            said = f"no speaker before {cue.cut(self.found.analysed.report.text)} agrees with it"
            self.issues.append(Issue(code="claim.unresolved-speaker", span=cue, said=said))
            if frame.act == "silence":
                return None
            if frame.rule.gives.get("alone") == "passive" and "pl" not in frame.features.split():
                return None  # "vacancies were announced" is written as "he announced vacancies"
            speaker = _unresolved()
            draft.chain = [speaker.link]
            return speaker
        fresh = speaker not in self.speakers  # the subject of this very sentence, not named as a source before
        links = [*speaker.outer, speaker.link]
        draft.chain = links if fresh else [link.model_copy(update={"span": None}) for link in links]
        draft.why.append(
            Evidence("speaker", speaker.link.entity, "inherited: the last speaker that agrees with the verb")
        )
        return speaker

    def _attribute(self, sentence: Sentence, attributions: Sequence[Frame], drafts: list[_Draft]) -> None:
        """Give the claims before each attribution its source as an outer link; or make the clause a claim."""
        made: list[_Draft] = []
        for n, attribution in enumerate(attributions):
            links, speaker = self._attributed(attribution)
            if not links or speaker is None:
                continue
            after = [(attribution.source[1], attribution.end)] if attribution.source and attribution.exact else []
            told = [link for where in attribution.circumstances or after for link in self.sources.told(where)]
            links = [*further(told, links), *links]
            resumes = self._resumes(attribution)
            if attribution is self.opening and speaker.link.kind in OUTLETS:
                opened = [d for d in drafts if 0 <= d.frame.start - attribution.end <= OPENING]
                for draft in opened:
                    _put_outside(draft, links)
                if opened:
                    continue
            before = [] if resumes else [d for d in drafts if d.content[1] <= attribution.start]
            if before:
                last = [d for d in before if d.content[1] >= before[-1].content[0]]
                for draft in before if speaker.link.kind in OUTLETS else last:  # an agency has the whole sentence
                    if attribution.spoken_by:
                        draft.chain = links  # the movement speaks through him
                    elif _relayed_by(draft, attribution, speaker):
                        draft.chain = [*draft.chain, *further(links, draft.chain)]
                    elif not self._of_a_clause(draft, attribution):
                        _put_outside(draft, links)
            elif n and made and not resumes:
                _put_outside(made[-1], links)
            elif clause := self._clause(sentence, attribution, drafts):
                clause.chain, clause.speaker = links, speaker
                if not (resumes and drafts):  # else the speaker of the sentence goes on after it
                    self.speakers.append(speaker)
                made.append(clause)
        drafts += made

    def _of_a_clause(self, draft: _Draft, attribution: Frame) -> bool:
        """Whether dashes set an attribution into a clause within what somebody said: "where - by Ankara - gunmen"."""
        tokens = self.found.analysed.tokens
        between = tokens[attribution.start - 1].form in DASHES and draft.frame.source is not None
        return between and tokens[attribution.start - 2].pos == "VERB"

    def _attributed(self, attribution: Frame) -> tuple[list[Link], Speaker | None]:
        """The links of an attribution: those that its words name, or the last speaker ("in his view")."""
        if attribution.source:
            links, speaker = self._links(attribution, attribution.source)
            return [*(self._links(attribution, attribution.via)[0] if attribution.via else []), *links], speaker
        if not attribution.inherits:
            return [], None
        speaker = self.speakers[-1] if self.speakers else _unresolved()
        known = [*speaker.outer, speaker.link]
        return [link.model_copy(update={"span": None}) for link in known], speaker

    def _clause(self, sentence: Sentence, attribution: Frame, drafts: Sequence[_Draft]) -> _Draft | None:
        """The clause that an attribution stands for: what stands before it, or after one that opens the sentence."""
        tokens = self.found.analysed.tokens
        opens = attribution.start - sentence.start <= 1
        if self._resumes(attribution):
            opens, drafts = True, [d for d in drafts if d.content[0] >= attribution.end]
        if not opens and self._inside(attribution, sentence):
            return _Draft(attribution, self.contents.trimmed((sentence.start, sentence.end)), [])
        quoted = self.contents.begun_within(sentence.start, attribution.start)
        if not opens and any(quotation.end > attribution.start for quotation in quoted):
            return None
        stretch = (attribution.end, sentence.end) if opens else (sentence.start, attribution.start)
        later = min((d.frame for d in drafts if d.content[0] < stretch[1]), key=lambda f: f.start, default=None)
        if opens and later:  # up to the claim that follows, if it stands apart
            stretch = (stretch[0], self._apart_from(later))
            if later.start <= max(stretch) or any(d.content[0] <= stretch[0] for d in drafts):
                return None
        if opens:
            while stretch[0] < stretch[1] and tokens[stretch[0]].pos in ("PUNCT", "COMP", "CONJ"):
                stretch = (stretch[0] + 1, stretch[1])
            stretch = self.contents.bounded(stretch, ())
        content = self.contents.trimmed(stretch)
        return _Draft(attribution, content, []) if content[1] - content[0] > 1 else None

    def _apart_from(self, claim: Frame) -> int:
        """Where a clause ends that a claim follows: at an adversative, at a comma with "and" or "while" after it, or
        with a participle of who spoke in the clause."""
        tokens, joint = self.found.analysed.tokens, self.contents.joint(claim.start)
        if joint < claim.start:
            return joint
        before = claim.start - 1
        joined = tokens[before].pos == "CONJ" or self.found.analysed.hit(before, "content-enders") is not None
        comma = before - joined
        apart = (joined or claim.inherits == "sentence") and tokens[comma].form in self.marks.commas
        return comma if apart else claim.start

    def _resumes(self, attribution: Frame) -> bool:
        """Whether an attribution within a sentence opens a clause: "and" stands before it, "that" after it."""
        tokens, end = self.found.analysed.tokens, attribution.end
        joined = attribution.start > 0 and tokens[attribution.start - 1].pos == "CONJ"
        quoted = not self.contents.opening.isdisjoint((end - 1, end))  # the rule may take the mark after it
        if joined and quoted and tokens[attribution.start - 1].form in self.marks.consequences:
            return True  # "; for according to the minister «there is ...»"
        after = next((t for t in tokens[end : end + OPENING + 1] if t.pos not in ("PUNCT", "CONJ", "PART")), None)
        return joined and after is not None and after.pos == "COMP"

    def _inside(self, attribution: Frame, sentence: Sentence) -> bool:
        """Whether an attribution stands between commas within the clause that it is for."""
        tokens, commas = self.found.analysed.tokens, self.marks.commas
        if tokens[attribution.start - 1].form in self.marks.dashes:
            commas = self.marks.dashes
        end = attribution.end - (tokens[attribution.end - 1].form in commas)  # the rule may take the comma after it
        between = tokens[attribution.start - 1].form in commas and end + 1 < sentence.end and tokens[end].form in commas
        started = tokens[attribution.start - 1].form in commas and attribution.start - sentence.start <= _BEGUN
        if started and end + 1 < sentence.end and not self.found.analysed.opens(end, "clause-openers"):
            return True  # "the committee set, according to sources of the paper, the date"
        if not between:
            return False
        if self.contents.begun_within(end + 1, end + 3):  # what is quoted right after it
            return True
        narrated = self.found.analysed.opens(end + 1, "content-enders", "clause-openers")  # "at a time when"
        return tokens[end + 1].pos in ("NOUN", "NUM", "DET", "PREP") and not narrated

    def _keep(self, draft: _Draft) -> None:
        """Make the claims of a draft: one, or one for each part of a different act."""
        for half in self.contents.halves(draft.content):
            self._make_parts(draft, half)
        if draft.frame.more:
            self._make_parts(draft, draft.frame.more)
        if draft.frame.direct:
            same = _unnamed_again(draft.chain)
            for piece in self.contents.continued(draft.content):
                self._make(replace(draft, chain=same), piece, draft.frame.act, goes_on=True)

    def _make_parts(self, draft: _Draft, stretch: Stretch) -> None:
        """Make a claim for each part of a content that has an act of its own."""
        for content, act in self.acts.parts(stretch, draft.frame, draft.speaker):
            self._make(draft, content, act)

    def _make(self, draft: _Draft, stretch: Stretch, act: str, *, goes_on: bool = False) -> None:
        """Make one claim; one that goes on with a quotation of the paragraph before has no cue of its own."""
        analysed, frame = self.found.analysed, draft.frame
        content = analysed.span(*stretch)
        cue = None if goes_on or frame.rule.gives.get("cue") == "none" else analysed.span(*frame.cue)
        claim = Claim(
            id=content_id("clm", analysed.report.id, content, cue, [link.span for link in draft.chain]),
            content=content,
            cue=cue,
            speech=self.contents.speech(stretch, direct=frame.direct),  # type: ignore[arg-type]
            act=act,  # type: ignore[arg-type]
            confidence=frame.rule.confidence,
            rule=frame.rule.id,
            chain=tuple(draft.chain),
        )
        if claim.id not in self.explanations:
            self.claims.append(claim)
            self.explanations[claim.id] = self._explained(draft, claim)

    def _explained(self, draft: _Draft, claim: Claim) -> Explanation:
        """Why the claim was read."""
        text, rule = self.found.analysed.report.text, draft.frame.rule
        cue = self.found.analysed.words(*draft.frame.cue)
        steps = [Evidence("cue", cue, f"it gives the act {draft.frame.act}")]
        for link in claim.chain:
            words = link.span.cut(text) if link.span else ""
            steps.append(Evidence("link", words, f"{link.kind}: {link.entity}"))
        steps.append(Evidence("content", claim.content.cut(text), f"{claim.speech} speech, act {claim.act}"))
        return Explanation(rule.id, rule.about, (*steps, *draft.why))


def _unresolved() -> Speaker:
    """Somebody whom the report does not tell."""
    return Speaker(Link(span=None, entity=UNRESOLVED, kind="unnamed"), "", "", "")


def _relayed_by(draft: _Draft, attribution: Frame, speaker: Speaker) -> bool:
    """Whether the speaker of a claim quotes whom an attribution names: a paper a witness, not a minister an agency."""
    outlet = draft.chain[-1].kind in OUTLETS
    if draft.frame.source is None or not (attribution.relays or outlet):
        return False
    return speaker.link.kind not in OUTLETS or (attribution.relays and outlet)


def _governing(frame: Frame, drafts: Sequence[_Draft]) -> _Draft:
    """The claim of a sentence with whose speaker a cue goes on: the last, or the one in whose content that stands.

    The one that holds it governs where the last is but a noun or asks a deed, and where either speaker agrees.
    """
    last = drafts[-1]
    holding = next((d for d in drafts[:-1] if d.content[0] <= last.frame.cue[0] < d.content[1]), None)
    if holding is None:
        return last
    deed = last.frame.act == "demand" and last.frame.rule.gives.get("content") == "noun"
    speaker = holding.speaker if holding.frame.rule.gives.get("speaker") != "unnamed" else None
    outer = speaker is not None and speaker.agrees(frame.features) and frame.start >= holding.content[1]
    return holding if deed or outer or last.frame.features.split()[:1] == ["NOUN"] else last


def _unnamed_again(chain: Sequence[Link]) -> list[Link]:
    """A chain whose links have no words of their own, for they were named before."""
    return [link.model_copy(update={"span": None}) for link in chain]


def _within(cue: Stretch, frame: Frame) -> bool:
    """Whether a cue stands between a frame's cue and its content."""
    return frame.content is not None and frame.start <= cue[0] < frame.content[0]


def _put_outside(draft: _Draft, links: Sequence[Link]) -> None:
    """Put links outside a draft's chain, but those that it has already."""
    new = further(links, draft.chain)
    if len(new) > 1 and new[0].kind == "document" and new[-1].kind not in OUTLETS:
        new = new[:1]  # a document of the speaker's own side: its issuer is no further link
    draft.chain[:0] = new
