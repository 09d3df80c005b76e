"""The claims stage: Found -> Claimed. Rules find the frames; here they become claims with their chains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riwaya.claims.contents import Contents
from riwaya.claims.frames import Frame, Stretch, best_frames, make_frame
from riwaya.claims.relations import find_relations
from riwaya.claims.sources import Sources, Speaker, latest, same_source
from riwaya.find.actors import OUTLETS
from riwaya.find.context import Contexts
from riwaya.model import Claim, Issue, Link, content_id
from riwaya.model.layers import Claimed, Evidence, Explanation, Found, Sentence
from riwaya.packs import Pack
from riwaya.rules.elements import Context
from riwaya.rules.rule import RuleIndex


class Claimer:
    """The claims reader of a pack: its rules indexed once, then safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Indexes the rules that find claims and attributions."""
        self._claims = RuleIndex(rule for rule in pack.rules if rule.finds == "claim")
        self._attributions = RuleIndex(rule for rule in pack.rules if rule.finds == "attribution")
        self._feminine = frozenset(pack.settings["feminine_endings"])
        self._pauses = frozenset(pack.settings["pauses"])

    def claim(self, found: Found) -> Claimed:
        """The report with its claims, in the order of their contents."""
        reading = _Reading(found, Sources(found, self._feminine, self._pauses), Contents(found.analysed))
        for sentence, context in Contexts(found.analysed).of(found.mentions):
            frames = best_frames(self._claims.matches(context))
            attributions = _apart(map(make_frame, self._attributions.matches(context)))
            reading.read(sentence, context, frames, attributions)
        claims = tuple(sorted(reading.claims, key=lambda c: (c.content, c.id)))
        return Claimed(found, claims, find_relations(claims, found), reading.explanations, tuple(reading.issues))


def _apart(attributions: Sequence[Frame] | map[Frame]) -> list[Frame]:
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


@dataclass
class _Reading:
    """What has been read of a report so far: its claims, and who spoke."""

    found: Found
    sources: Sources
    contents: Contents
    claims: list[Claim] = field(default_factory=list)
    explanations: dict[str, Explanation] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)

    def read(
        self, sentence: Sentence, context: Context, frames: Sequence[Frame], attributions: Sequence[Frame]
    ) -> None:
        """Read the claims of one sentence."""
        frames = [f for f in frames if not any(a.start <= f.cue[0] < a.end for a in attributions)]
        frames = [f for f in frames if not self.contents.narrated(f.cue)]
        attributions = [a for a in attributions if not any(_within(a.cue, f) for f in frames)]
        joints = [(frame, self.contents.joint(frame.start)) for frame in frames if self._beside(frame)]
        starts = [attribution.start for attribution in attributions]
        drafts: list[_Draft] = []
        for frame in frames:
            borders = [*starts, *(joint for other, joint in joints if other is not frame)]
            if draft := self._draft(frame, borders, drafts):
                drafts.append(draft)
        self._attribute(sentence, attributions, drafts)
        for draft in drafts:
            self._keep(draft)

    def _draft(self, frame: Frame, borders: Sequence[int], drafts: Sequence[_Draft]) -> _Draft | None:
        """The claim of a frame, with the chain that its own sentence names; it ends at one of the borders at last."""
        if frame.content is None:
            return None
        if frame.direct:
            content = self.contents.trimmed(frame.content)
        else:
            content = self.contents.bounded(frame.content, borders)
        if content[0] >= content[1] or (frame.direct and not self.contents.says_something(content)):
            return None
        draft = _Draft(frame, content, [])
        speaker = self._speaker(frame, draft, drafts)
        if speaker is None:
            return None
        outer = [d for d in drafts if d.content[0] <= frame.start and frame.end <= d.content[1] and not frame.inherits]
        if outer:
            draft.chain = [*outer[-1].chain, *draft.chain]
            draft.why.append(Evidence("nested", "", "stands in the content of another claim, whose chain comes first"))
        else:
            self.speakers.append(speaker)
        return draft

    def _beside(self, frame: Frame) -> bool:
        """Whether a frame continues the sentence beside another claim instead of standing in its content."""
        tokens, first = self.found.analysed.tokens, frame.start
        before = tokens[first - 1] if first else None
        joined = tokens[first].pos == "CONJ" or (before is not None and before.pos in ("CONJ", "PUNCT"))
        return frame.inherits == "sentence" or joined or self.contents.joint(first) < first

    def _speaker(self, frame: Frame, draft: _Draft, drafts: Sequence[_Draft]) -> Speaker | None:
        """The speaker of a frame; the draft's chain becomes the links that its words name."""
        if frame.rule.gives.get("speaker") == "unnamed":
            link = Link(span=None, entity="unnamed", kind="unnamed")
            draft.chain = [link]
            return Speaker(link, "", "", "")
        if frame.source:
            links, speaker = self.sources.links(frame.source)
            via = self.sources.links(frame.via)[0] if frame.via else []
            draft.chain = [*via, *links]
            return speaker
        if frame.inherits == "sentence" and drafts:
            draft.chain = [drafts[-1].chain[-1]]
            draft.why.append(Evidence("speaker", "", "continues the speaker of the sentence"))
            return self.speakers[-1] if self.speakers else None
        return self._inherited(frame, draft)

    def _inherited(self, frame: Frame, draft: _Draft) -> Speaker | None:
        """The last speaker that agrees with the verb; an unresolved one says so."""
        speaker = latest(self.speakers, frame.features)
        cue = self.found.analysed.span(*frame.cue)
        if speaker is None:
            said = f"no speaker before {cue.cut(self.found.analysed.report.text)} agrees with it"
            self.issues.append(Issue(code="claim.unresolved-speaker", span=cue, said=said))
            return None
        draft.chain = [speaker.link.model_copy(update={"span": None})]
        draft.why.append(
            Evidence("speaker", speaker.link.entity, "inherited: the last speaker that agrees with the verb")
        )
        return speaker

    def _attribute(self, sentence: Sentence, attributions: Sequence[Frame], drafts: list[_Draft]) -> None:
        """Give the claims before each attribution its source as an outer link; or make the clause a claim."""
        made: list[_Draft] = []
        for n, attribution in enumerate(attributions):
            links, speaker = self.sources.links(attribution.source) if attribution.source else ([], None)
            if not links or speaker is None:
                continue
            before = [d for d in drafts if d.content[1] <= attribution.start]
            if before:
                for draft in before:
                    _put_outside(draft, links)
            elif n and made:
                _put_outside(made[-1], links)
            elif clause := self._clause(sentence, attribution, drafts):
                clause.chain = links
                self.speakers.append(speaker)
                made.append(clause)
        drafts += made

    def _clause(self, sentence: Sentence, attribution: Frame, drafts: Sequence[_Draft]) -> _Draft | None:
        """The clause that an attribution stands for: what stands before it, or after one that opens the sentence."""
        tokens = self.found.analysed.tokens
        opens = attribution.start - sentence.start <= 1
        stretch = (attribution.end, sentence.end) if opens else (sentence.start, attribution.start)
        if opens and any(d.content[0] < stretch[1] for d in drafts):
            return None
        if opens:
            while stretch[0] < stretch[1] and tokens[stretch[0]].pos in ("PUNCT", "COMP", "CONJ"):
                stretch = (stretch[0] + 1, stretch[1])
            stretch = self.contents.bounded(stretch, ())
        content = self.contents.trimmed(stretch)
        return _Draft(attribution, content, []) if content[1] - content[0] > 1 else None

    def _keep(self, draft: _Draft) -> None:
        """Make the claims of a draft: one, or one for each part of a different act."""
        for half in self.contents.halves(draft.content):
            for content, act in self._acts(replace(draft, content=half)):
                self._make(draft, content, act)
        if draft.frame.direct:
            same = [link.model_copy(update={"span": None}) for link in draft.chain]
            for piece in self.contents.continued(draft.content):
                self._make(replace(draft, chain=same), piece, draft.frame.act, goes_on=True)

    def _acts(self, draft: _Draft) -> list[tuple[Stretch, str]]:
        """The parts of a content by their acts; neighbours of one act stay together."""
        act = draft.frame.act
        if act != "assert" or not self.contents.blames(draft.content):
            return [(draft.content, self._stance(draft) or act)]
        parts: list[tuple[Stretch, str]] = []
        for part in self.contents.parts(draft.content):
            own = "accuse" if self.contents.blames(part) else "assert"
            if parts and (parts[-1][1] == own or (own == "assert" and not self._own_subject(part))):
                own = parts[-1][1]
                parts[-1] = ((parts[-1][0][0], part[1]), own)
            else:
                parts.append((part, own))
        return [(self.contents.trimmed(part), own) for part, own in parts]

    def _own_subject(self, part: Stretch) -> bool:
        """Whether an actor follows the conjunction and verb that open a coordinated clause."""
        return self.sources.names_actor(part[0] + 2)

    def _stance(self, draft: _Draft) -> str:
        """The act of the verb that opens a content ("said that he hopes"), or of a modal word near its head."""
        if draft.frame.act != "assert":
            return ""
        start, end = draft.content
        for i in range(start, min(start + 2, end)):
            hit = self.found.analysed.hit(i, "says")
            if hit and hit.entry.get("act") != "assert" and " pres 3" in hit.entry.features and not draft.frame.direct:
                return hit.entry.get("act")
        return self.contents.modal(draft.content)

    def _make(self, draft: _Draft, stretch: Stretch, act: str, *, goes_on: bool = False) -> None:
        """Make one claim; one that goes on with a quotation of the paragraph before has no cue of its own."""
        analysed, frame = self.found.analysed, draft.frame
        content = analysed.span(*stretch)
        cue = None if goes_on else analysed.span(*frame.cue)
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


def _within(cue: Stretch, frame: Frame) -> bool:
    """Whether a cue stands between a frame's cue and its content."""
    return frame.content is not None and frame.start <= cue[0] < frame.content[0]


def _put_outside(draft: _Draft, links: Sequence[Link]) -> None:
    """Put links outside a draft's chain, but those that it has already."""
    new = [link for link in links if not any(same_source(link, own) for own in draft.chain)]
    if len(new) > 1 and new[0].kind == "document" and new[-1].kind not in OUTLETS:
        new = new[:1]  # a document of the speaker's own side: its issuer is no further link
    draft.chain[:0] = new
