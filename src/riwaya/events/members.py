"""Members: whose people a pronoun says that they are, and bodies of two states named by one noun.

"Five of its fighters" are of the group that was named before; "the Egyptian and Sudanese forces" are two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from riwaya.events.genders import Genders
from riwaya.find.context import starting_in
from riwaya.model.layers import Analysed, Mention

_BODIES = ("MIL", "COP", "REB", "PRM", "SPY", "UAF")
_MEMBERSHIP = ("iso3", "sector", "name", "actor", "kind", "roams")
_STATES = ("government", "ministry", "military", "police")


def with_bodies(analysed: Analysed, parties: Sequence[Mention], genders: Genders) -> list[Mention]:
    """The parties; people of a body by a pronoun have its code, and a second adjective of a state is a party too."""
    sentences = [sentence.start for sentence in analysed.sentences]
    found: list[Mention] = []
    for party in parties:
        first = sentences[max(0, bisect_right(sentences, party.start) - 1)]
        found.append(_member(analysed, party, starting_in(parties, first, party.start), genders))
        found.extend(_of_second_state(analysed, party))
    return sorted(found, key=lambda m: m.start)


def _member(analysed: Analysed, people: Mention, before: Sequence[Mention], genders: Genders) -> Mention:
    """People with the code of the body for which the pronoun after them stands: the nearest one of its gender."""
    end = _pronoun(analysed, people.end)
    if not people.value.get("member") or people.value["iso3"] or end is None:
        return people
    for body in reversed(before):
        if any(analysed.tokens[i].clitic == "en" for i in range(body.start, body.end)):  # "its forces", of another
            continue
        if body.kind == "actor" and body.value["sector"] in _BODIES and genders.fits(analysed, end, body):
            return people._replace(value={**people.value, **{k: body.value.get(k, "") for k in _MEMBERSHIP}})
    return people


def _pronoun(analysed: Analysed, end: int) -> int | None:
    """The pronoun for the body that people are of: at their noun ("its fighters"), or at its members' after "of"."""
    if analysed.has_pronoun(end - 1):
        return end
    linked = analysed.cell(end, "member-links", "link") == "from"
    members = linked and analysed.opens(end + 1, "light-words", "victims")
    return end + 2 if members and analysed.has_pronoun(end + 1) else None


def _of_second_state(analysed: Analysed, body: Mention) -> Iterator[Mention]:
    """The body of another state that "and" and an adjective add: "the Egyptian and Sudanese forces"."""
    tokens, at = analysed.tokens, body.end + 1
    if body.kind != "actor" or body.value["kind"] not in _STATES or at >= len(tokens):
        return
    adjective = analysed.hit(at, "demonyms")
    joined = tokens[at - 1].pos == "CONJ" and tokens[at - 1].clitic == "pro" and tokens[at].pos == "ADJ"
    described = analysed.hit(body.end - 1, "demonyms") is not None and tokens[body.end - 1].pos == "ADJ"
    if adjective and joined and described and tokens[at].definite == tokens[body.end - 1].definite:
        state, old = adjective.entry, str(body.value["actor"])
        actor = ".".join(("states", state.id, *old.split(".")[2:])) if old else ""
        told = {"iso3": state.get("iso3"), "actor": actor, "state": state.get("name_en"), "name": state.get("name_en")}
        code = f"{state.get('iso3')} {body.value['sector']}"
        yield Mention(at, adjective.end, "actor", body.rule, {**body.value, **told, "code": code})
