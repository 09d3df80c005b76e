"""The values that the flow hands on, from a span to the record."""

from riwaya.model.record import (
    Block,
    Claim,
    Event,
    Issue,
    Link,
    Party,
    Place,
    Record,
    Relation,
    Report,
    Time,
    content_id,
)
from riwaya.model.spans import Span, overlap_ratio
from riwaya.model.terms import ACTS, LINK_KINDS, PLOVER_TYPES, RECORD_VERSION, RELATION_KINDS, STATUSES

__all__ = [
    "ACTS",
    "LINK_KINDS",
    "PLOVER_TYPES",
    "RECORD_VERSION",
    "RELATION_KINDS",
    "STATUSES",
    "Block",
    "Claim",
    "Event",
    "Issue",
    "Link",
    "Party",
    "Place",
    "Record",
    "Relation",
    "Report",
    "Span",
    "Time",
    "content_id",
    "overlap_ratio",
]
