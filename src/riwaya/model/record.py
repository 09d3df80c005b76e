"""The record, version 1: the one shape for output, gold data, store and API.

A record is a report together with what was read in it. All values are frozen; every span counts code
points of `text`, half-open, and is checked to lie inside it when a record is made or loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from riwaya.model.spans import Span
from riwaya.model.terms import Act, BlockKind, LinkKind, Plover, RelationKind, Speech, Status, TimePrecision


def _iso(value: str) -> str:
    """The value itself, when it is an ISO 8601 date or time."""
    (datetime if "T" in value or " " in value else date).fromisoformat(value)
    return value


def _ordered(bounds: tuple[int, int | None]) -> tuple[int, int | None]:
    """The bounds themselves, when the lower one is not above the upper one."""
    if bounds[0] < 0 or (bounds[1] is not None and bounds[1] < bounds[0]):
        raise ValueError("a range is [lowest, highest or null], neither below 0")
    return bounds


IsoTime = Annotated[str, AfterValidator(_iso)]
Range = Annotated[tuple[int, int | None], AfterValidator(_ordered)]
Confidence = Annotated[float, Field(ge=0.0, le=1.0)]


class Frozen(BaseModel):
    """A value that cannot be changed and takes no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Block(Frozen):
    """A part of the report's text: its title, dateline, byline, a paragraph, a caption."""

    kind: BlockKind
    span: Span


class Link(Frozen):
    """One link of a chain: a source as it is named, and who that is.

    `span` is null for an inherited speaker (the subject is in the verb).
    """

    span: Span | None
    entity: str
    actor: str | None = None
    kind: LinkKind


class Claim(Frozen):
    """A proposition that the report gives as somebody's word."""

    id: str
    content: Span
    cue: Span | None
    speech: Speech
    act: Act
    background: bool = False
    confidence: Confidence
    rule: str
    chain: tuple[Link, ...]  # outermost (nearest the reader) to innermost (whose word it is)


class Party(Frozen):
    """An actor or target of an event: `code` is "ISO3 SECTOR" (PLOVER)."""

    code: str
    actor: str | None = None
    name: str
    span: Span | None = None


class Place(Frozen):
    """Where an event took place; `precision` is PLOVER's: 1 country, 2 province, 3 district, 4 city, 5 below."""

    span: Span
    name: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: Annotated[int, Field(ge=1, le=5)] | None = None


class Time(Frozen):
    """When: an interval of ISO 8601 days or times, both ends included; null ends where it is unresolved."""

    span: Span
    lo: IsoTime | None = None
    hi: IsoTime | None = None
    precision: TimePrecision


class Event(Frozen):
    """What is said to have happened, in PLOVER, CAMEO and ACLED terms."""

    id: str
    trigger: Span
    plover: Plover
    mode: str | None = None
    cameo: str
    acled: tuple[str, str] | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    place: Place | None = None
    time: Time | None = None
    status: Status
    background: bool = False
    weapons: tuple[str, ...] = ()
    killed: Range | None = None
    injured: Range | None = None
    harm_who: str | None = None
    claim: str | None = None
    same_as: str | None = None
    relevance: Confidence | None = None
    confidence: Confidence
    rule: str

    @property
    def first_telling(self) -> str:
        """The id of the first telling of what happened: that of `same_as`, or its own."""
        return self.same_as or self.id

    @property
    def is_harmful(self) -> bool:
        """Whether somebody was killed or injured in it."""
        return any(toll and toll[1] != 0 for toll in (self.killed, self.injured))


class Relation(Frozen):
    """How one claim of the report stands to another."""

    kind: RelationKind
    a: str
    b: str
    about: str


class Issue(Frozen):
    """What could not be read, resolved or believed; `said` is for a person, `code` for a program."""

    code: str
    span: Span | None = None
    said: str


class Report(Frozen):
    """What an outlet published, without the furniture of its page."""

    riwaya: Literal["1"] = "1"
    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str
    published: IsoTime | None = None
    retrieved: IsoTime | None = None
    text: str
    unit: Literal["codepoint"] = "codepoint"
    blocks: tuple[Block, ...] = ()
    issues: tuple[Issue, ...] = ()

    @classmethod
    def make(
        cls,
        *,
        text: str,
        language: str,
        blocks: tuple[Block, ...],
        url: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        byline: str | None = None,
        published: str | None = None,
        retrieved: str | None = None,
        issues: tuple[Issue, ...] = (),
    ) -> Report:
        """The report under its id: a hash of what the outlet published (URL, outlet, text).

        The day is no part of the id, so that a corrected date keeps the ids of claims and events.
        """
        return cls(
            id=content_id("rep", url or "", outlet or "", text),
            url=url,
            outlet=outlet,
            title=title,
            byline=byline,
            language=language,
            published=published,
            retrieved=retrieved,
            text=text,
            blocks=blocks,
            issues=issues,
        )


class Record(Report):
    """A report together with what was read in it."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        """The record itself, when every span lies in its text and every reference is met."""
        for path, span in self.spans():
            if not 0 <= span.start < span.end <= len(self.text):
                raise ValueError(f"{path}: span {list(span)} does not lie in a text of {len(self.text)}")
        claims, events = {c.id for c in self.claims}, {e.id for e in self.events}
        for event in self.events:
            if event.claim is not None and event.claim not in claims:
                raise ValueError(f"event {event.id}: no claim {event.claim}")
            if event.same_as is not None and event.same_as not in events:
                raise ValueError(f"event {event.id}: no event {event.same_as}")
        for relation in self.relations:
            if not {relation.a, relation.b} <= claims:
                raise ValueError(f"relation {relation.kind}: {relation.a} or {relation.b} is no claim")
        return self

    @property
    def report(self) -> Report:
        """The report alone, as it was read."""
        return Report(**{name: getattr(self, name) for name in Report.model_fields})

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span of the record with the path of its field."""
        for i, block in enumerate(self.blocks):
            yield f"blocks[{i}].span", block.span
        for claim in self.claims:
            yield f"{claim.id}.content", claim.content
            if claim.cue:
                yield f"{claim.id}.cue", claim.cue
            for i, link in enumerate(claim.chain):
                if link.span:
                    yield f"{claim.id}.chain[{i}].span", link.span
        for event in self.events:
            yield f"{event.id}.trigger", event.trigger
            for role in ("actors", "targets"):
                for i, party in enumerate(getattr(event, role)):
                    if party.span:
                        yield f"{event.id}.{role}[{i}].span", party.span
            for field in ("place", "time"):
                value = getattr(event, field)
                if value:
                    yield f"{event.id}.{field}.span", value.span
        for i, issue in enumerate(self.issues):
            if issue.span:
                yield f"issues[{i}].span", issue.span

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Record:
        """The record that a JSON text holds; raises pydantic's ValidationError where it is none."""
        return cls.model_validate_json(text)


def content_id(prefix: str, *parts: object) -> str:
    """A stable id: the prefix and 16 hexadecimal digits of the SHA-256 of the parts.

    >>> content_id("clm", "rep_1", (3, 8))
    'clm_e2ded349562e86b5'
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}_{digest[:16]}"
