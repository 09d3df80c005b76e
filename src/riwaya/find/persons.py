"""Persons with the office that stands before the name: "the leader of Boko Haram, Abubakar Shekau" is one actor."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.layers import Analysed, Mention

_REACH = 5  # tokens of an office before the body that it is in


def join_offices(actors: Sequence[Mention], analysed: Analysed) -> list[Mention]:
    """The actors, each person joined with the office, or the office in a body, right before the name."""
    ending = {actor.end: actor for actor in actors}
    starts = {actor.start for actor in actors}
    joined: list[Mention] = []
    for named in actors:
        actor = named
        over = actor.start - 1 not in starts and _may_stand_between(analysed, actor.start - 1)
        before = ending.get(actor.start) or (ending.get(actor.start - 1) if over else None)
        if actor.value["kind"] == "person" and before is not None and _is_name(actor):
            office = before.value["kind"] == "person" and not _is_name(before)
            start = before.start if office else _office(analysed, before.start)
            if start is not None:
                joined = [other for other in joined if other.start < start]
                actor = actor._replace(start=start, value=_holder(actor, before))
        joined.append(actor)
    return joined


def _may_stand_between(analysed: Analysed, i: int) -> bool:
    """Whether a token may stand between an office and the name: "former", a comma."""
    token = analysed.tokens[i]
    return i > 0 and (token.pos == "PUNCT" or (token.pos in ("ADJ", "NOUN") and token.definite))


def _is_name(actor: Mention) -> bool:
    """Whether a mention names a person: one of the gazetteer, or by title and name."""
    return str(actor.value["actor"]).startswith("persons.") or not (actor.value["actor"] or actor.value["name"])


def _office(analysed: Analysed, end: int) -> int | None:
    """Where an office begins that ends before the token `end`."""
    starts = range(max(0, end - _REACH), end)
    hits = (hit for i in starts for hit in analysed.hits[i] if hit.entry.lexicon == "offices")
    return next((hit.start for hit in hits if hit.end == end), None)


def _holder(person: Mention, body: Mention) -> dict[str, object]:
    """The value of a person; of one whom no table knows, the state and sector are those of the office."""
    value = dict(person.value)
    if not value["actor"]:
        value["iso3"] = body.value["iso3"]
        value["sector"] = body.value["sector"] or value["sector"]
        value["code"] = " ".join(str(value[key]) for key in ("iso3", "sector") if value[key]) or "UNK"
    return value
