"""A record laid out as rows of the store's tables; `rebuild` is the way back."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table

from riwaya.model import Claim, Event, Record, Span
from riwaya.store import tables

Row = dict[str, object]


def rows_of(record: Record, key: int) -> Iterator[tuple[Table, Row]]:
    """The rows of a record with their tables; a parent comes before its children."""
    yield tables.report, _report(record, key)
    for i, block in enumerate(record.blocks):
        yield tables.block, {**_place_of(key, i), "kind": block.kind, **_ends("span", block.span)}
    for i, issue in enumerate(record.issues):
        told = {"code": issue.code, "said": issue.said}
        yield tables.issue, {**_place_of(key, i), **told, **_ends("span", issue.span)}
    for i, claim in enumerate(record.claims):
        yield tables.claim, _claim(claim, key, i)
        yield from ((tables.link, row) for row in _links(claim, key))
    for i, event in enumerate(record.events):
        yield tables.event, _event(event, key, i)
        yield from ((tables.party, row) for row in _parties(event, key))
    for i, relation in enumerate(record.relations):
        yield tables.relation, {**_place_of(key, i), **relation.model_dump()}


def _place_of(key: int, position: int) -> Row:
    """The columns that say to which report a row belongs, and where among its kind it stands."""
    return {"report_key": key, "position": position}


def _ends(name: str, span: Span | None) -> Row:
    """The two columns of a span."""
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def _report(record: Record, key: int) -> Row:
    """The row of the report itself."""
    return {
        "key": key,
        "id": record.id,
        "riwaya": record.riwaya,
        "url": record.url,
        "outlet": record.outlet,
        "title": record.title,
        "byline": record.byline,
        "language": record.language,
        "published": record.published,
        "retrieved": record.retrieved,
        "text": record.text,
    }


def _claim(claim: Claim, key: int, position: int) -> Row:
    """The row of a claim."""
    return {
        "report_key": key,
        "id": claim.id,
        "position": position,
        **_ends("content", claim.content),
        **_ends("cue", claim.cue),
        "speech": claim.speech,
        "act": claim.act,
        "background": claim.background,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def _links(claim: Claim, key: int) -> Iterator[Row]:
    """The rows of a claim's chain, outermost first."""
    for i, link in enumerate(claim.chain):
        yield {
            "report_key": key,
            "claim_id": claim.id,
            "position": i,
            **_ends("span", link.span),
            "entity": link.entity,
            "actor": link.actor,
            "kind": link.kind,
        }


def _event(event: Event, key: int, position: int) -> Row:
    """The row of an event, its place and time in it."""
    acled_type, acled_sub_event = event.acled or (None, None)
    killed_lo, killed_hi = event.killed or (None, None)
    injured_lo, injured_hi = event.injured or (None, None)
    return {
        "report_key": key,
        "id": event.id,
        "position": position,
        **_ends("trigger", event.trigger),
        "plover": event.plover,
        "mode": event.mode,
        "cameo": event.cameo,
        "acled_type": acled_type,
        "acled_sub_event": acled_sub_event,
        **_where(event),
        **_when(event),
        "status": event.status,
        "background": event.background,
        "weapons": list(event.weapons),
        "killed_lo": killed_lo,
        "killed_hi": killed_hi,
        "injured_lo": injured_lo,
        "injured_hi": injured_hi,
        "harm_who": event.harm_who,
        "claim_id": event.claim,
        "same_as": event.same_as,
        "relevance": event.relevance,
        "confidence": event.confidence,
        "rule": event.rule,
    }


def _where(event: Event) -> Row:
    """The columns of an event's place."""
    place = event.place
    return {
        **_ends("place", place.span if place else None),
        "place_name": place and place.name,
        "geonames": place and place.geonames,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "country": place and place.country,
        "place_precision": place and place.precision,
    }


def _when(event: Event) -> Row:
    """The columns of an event's time."""
    time = event.time
    return {
        **_ends("time", time.span if time else None),
        "time_lo": time and time.lo,
        "time_hi": time and time.hi,
        "time_precision": time and time.precision,
    }


def _parties(event: Event, key: int) -> Iterator[Row]:
    """The rows of an event's actors, then of its targets."""
    for role, parties in (("actors", event.actors), ("targets", event.targets)):
        for i, party in enumerate(parties):
            yield {
                "report_key": key,
                "event_id": event.id,
                "role": role,
                "position": i,
                "code": party.code,
                "actor": party.actor,
                "name": party.name,
                **_ends("span", party.span),
            }
