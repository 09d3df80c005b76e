"""What a reading got wrong, with the words it is about: for a person who wants to make it better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.evaluate.claims import ClaimPair
from riwaya.evaluate.events import Group, Values, compare
from riwaya.evaluate.reading import ReadClaim, Reading
from riwaya.evaluate.relations import Related, on_gold, related
from riwaya.model import Span


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: in which report, of what kind, about which words, and what is wrong.

    `kind` is "claim missed", "claim extra", "claim wrong", "event missed", "event extra", "event wrong",
    "relation missed" or "relation extra".
    """

    report: str
    kind: str
    words: str
    said: str


def claim_mistakes(
    report: str, text: str, sides: tuple[tuple[ReadClaim, ...], tuple[ReadClaim, ...]], pairs: list[ClaimPair]
) -> Iterator[Mistake]:
    """The claims missed, made up, or put in the wrong mouth; `sides` are gold and found."""
    met = {p.gold.id for p in pairs}, {p.found.id for p in pairs}
    for kind, claims, known in zip(("claim missed", "claim extra"), sides, met, strict=True):
        for claim in claims:
            if claim.id not in known:
                yield Mistake(report, kind, claim.content.cut(text), _claim_said(claim))
    for p in pairs:
        if wrong := [name for name in ("source", "act", "speech", "chain") if not getattr(p, name)]:
            said = f"{', '.join(wrong)}: gold {_claim_said(p.gold)}, found {_claim_said(p.found)}"
            yield Mistake(report, "claim wrong", p.gold.content.cut(text), said)


def _claim_said(claim: ReadClaim) -> str:
    """Act, manner of speech and chain on one line."""
    chain = " > ".join(link.entity for link in claim.chain) or "nobody"
    return f"{claim.act}, {claim.speech}, {chain}"


def relation_mistakes(
    report: str, text: str, sides: tuple[Reading, Reading], pairs: list[ClaimPair]
) -> Iterator[Mistake]:
    """The relations missed or made up, with the contents of their two claims; `sides` are gold and found."""
    gold, found = sides
    ours, theirs = related(gold.relations), on_gold(found.relations, pairs)
    for relation in sorted(ours - set(theirs.values()), key=str):
        yield Mistake(report, "relation missed", _contents(relation, gold, text), relation.kind)
    for relation, read in theirs.items():
        if read not in ours:
            yield Mistake(report, "relation extra", _contents(relation, found, text), relation.kind)


def _contents(relation: Related, reading: Reading, text: str) -> str:
    """The contents of the claims of a relation, in the order of the text."""
    contents = sorted(claim.content for claim in reading.claims if claim.id in relation.claims)
    return " | ".join(content.cut(text) for content in contents)


def event_mistakes(
    report: str, text: str, sides: tuple[list[Group], list[Group]], pairs: list[tuple[Group, Group]]
) -> Iterator[Mistake]:
    """The events missed, made up, or with a wrong field; `sides` are gold and found."""
    met = {g[0].id for g, _ in pairs}, {f[0].id for _, f in pairs}
    for kind, events, known in zip(("event missed", "event extra"), sides, met, strict=True):
        for group in events:
            if group[0].id not in known:
                yield Mistake(report, kind, _words(group, text), f"{group[0].plover}, {group[0].status}")
    for g, f in pairs:
        for field in compare(g, f):
            if field.counts and not field.right:
                said = f"{field.name}: gold {_values(field.gold, text)}, found {_values(field.found, text)}"
                yield Mistake(report, "event wrong", _words(g, text), said)


def _words(group: Group, text: str) -> str:
    """The triggers of an event's mentions."""
    return " | ".join(event.trigger.cut(text) for event in group)


def _values(values: Values, text: str) -> str:
    """The values on one line, spans by their words."""
    return ", ".join(sorted(v.cut(text) if isinstance(v, Span) else str(v) for v in values)) or "none"
