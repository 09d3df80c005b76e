"""The words of the record: what a claim does, what kind a source is, how an event stands. Fixed by version 1."""

from __future__ import annotations

from typing import Literal, get_args

RECORD_VERSION = "1"

BlockKind = Literal["title", "dateline", "byline", "paragraph", "caption"]
Speech = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert",
    "deny",
    "accuse",
    "admit",
    "claim_responsibility",
    "demand",
    "hope",
    "threaten",
    "promise",
    "condemn",
    "warn",
    "expect",
    "doubt",
    "silence",
    "support",
]
LinkKind = Literal[
    "agency",
    "outlet",
    "government",
    "ministry",
    "military",
    "police",
    "armed_group",
    "party",
    "organisation",
    "person",
    "document",
    "unnamed",
    "social_media",
]
Plover = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["actual", "ongoing", "attempted", "planned", "demanded", "threatened", "hypothetical", "denied"]
RelationKind = Literal["contradicts", "corroborates", "answers", "silence"]
TimePrecision = Literal[
    "second",
    "minute",
    "hour",
    "part",
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century",
]

ACTS: tuple[str, ...] = get_args(Act)
LINK_KINDS: tuple[str, ...] = get_args(LinkKind)
RELATION_KINDS: tuple[str, ...] = get_args(RelationKind)
STATUSES: tuple[str, ...] = get_args(Status)
PLOVER_TYPES: tuple[str, ...] = get_args(Plover)
