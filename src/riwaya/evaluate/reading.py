"""A reading: the claims, events and relations of one report in the fields that are compared.

Gold and record come into this one shape, so that neither side has a form of its own in the measure. Gold
may write a party as "ISO3 SECTOR:Name", a relation as "contradict" for "contradicts", and bring keys that are
not compared; a record writes a party as an object. Everything that is compared is validated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from riwaya.model import Record, Span
from riwaya.model.record import Range
from riwaya.model.terms import RELATION_KINDS, Act, LinkKind, Plover, RelationKind, Speech, Status


def _code(party: object) -> object:
    """The code of a party: what stands before the colon, or under `code`."""
    if isinstance(party, dict):
        party = party.get("code")
    return " ".join(party.split(":")[0].upper().split()) if isinstance(party, str) else party


def _kind(kind: object) -> object:
    """The kind of a relation under the record's name, where gold may leave out the last letter."""
    return f"{kind}s" if f"{kind}s" in RELATION_KINDS else kind


Code = Annotated[str, BeforeValidator(_code)]
Kind = Annotated[RelationKind, BeforeValidator(_kind)]


class _Compared(BaseModel):
    """A value that cannot be changed; keys that are not compared are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class ReadLink(_Compared):
    """One link of a chain; no span means an inherited speaker."""

    span: Span | None
    entity: str
    kind: LinkKind


class ReadClaim(_Compared):
    """A claim, its chain from the outermost link to the innermost; gold has no confidence."""

    id: str
    content: Span
    speech: Speech
    act: Act
    chain: tuple[ReadLink, ...]
    confidence: float | None = None

    def spans(self) -> list[Span]:
        """The spans that are compared."""
        return [self.content, *(link.span for link in self.chain if link.span)]


class Where(_Compared):
    """The words that give a place or a time."""

    span: Span | None = None


class ReadEvent(_Compared):
    """A mention of an event; parties are codes. Gold has no confidence."""

    id: str
    trigger: Span
    plover: Plover
    mode: str | None
    acled: tuple[str, str] | None
    actors: tuple[Code, ...]
    targets: tuple[Code, ...]
    place: Where | None
    time: Where | None
    status: Status
    background: bool
    killed: Range | None
    injured: Range | None
    same_as: str | None
    confidence: float | None = None

    def spans(self) -> list[Span]:
        """The spans that are compared."""
        return [self.trigger, *(w.span for w in (self.place, self.time) if w and w.span)]


class ReadRelation(_Compared):
    """How two claims stand to each other; which of them comes first is not compared."""

    kind: Kind
    a: str
    b: str


class Reading(_Compared):
    """The claims, events and relations of one report; gold may know of no relations."""

    claims: tuple[ReadClaim, ...]
    events: tuple[ReadEvent, ...]
    relations: tuple[ReadRelation, ...] = ()

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span that is compared, with the id of its claim or event."""
        for claim in self.claims:
            yield from ((claim.id, span) for span in claim.spans())
        for event in self.events:
            yield from ((event.id, span) for span in event.spans())

    @classmethod
    def of(cls, record: Record) -> Reading:
        """The reading that a record holds."""
        return cls.model_validate(record.model_dump(include={"claims", "events", "relations"}))
