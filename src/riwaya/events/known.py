"""Known: people told of before in the report: by a surname after the full name, by the same noun with the article.

"The head of the council, Basil Sayda, ... Sayda said": he is what he was called first. "Five Iranian pilgrims ... the
pilgrims": they are of the state that was told before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from riwaya.model.layers import Analysed, Mention

_UNKNOWN = "UNK"
_TOLD = ("code", "iso3", "sector")


def with_known(analysed: Analysed, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; people told of before by their office, side or state have it each time."""
    mentions = [_of_body(analysed, _apart(analysed, mention)) for mention in mentions]
    offices = _offices(analysed, mentions)
    return _of_known_states(analysed, [_named(analysed, mention, offices) for mention in mentions])


def _apart(analysed: Analysed, mention: Mention) -> Mention:
    """Somebody named right after where he is sent, without that: "the envoy to Syria Kofi Annan"."""
    at = mention.start
    if not _is_person(mention) or at == 0 or mention.end - at < 2 or not analysed.opens(at, "states"):
        return mention
    before = analysed.tokens[at - 1]
    return mention._replace(start=at + 1) if before.pos == "PREP" and not before.clitic else mention


def _of_body(analysed: Analysed, mention: Mention) -> Mention:
    """Somebody with an office, of the international body that the adjective right after it names: "the UN envoy"."""
    if not _is_person(mention) or mention.value["iso3"] or mention.end >= len(analysed.tokens):
        return mention
    body = analysed.hit(mention.end, "body-adjectives")
    if body is None:
        return mention
    iso3, sector = body.entry.get("iso3"), body.entry.get("sector")
    told = {"code": f"{iso3} {sector}".strip(), "iso3": iso3, "sector": sector}
    return mention._replace(end=body.end, value={**mention.value, **told})


def _offices(analysed: Analysed, mentions: Iterable[Mention]) -> dict[str, Mention | None]:
    """By the last word of a name, who is told of by more than the name; None where words tell of different people."""
    offices: dict[str, Mention | None] = {}
    for mention in mentions:
        if _is_person(mention) and mention.end - mention.start > 2 and mention.value["code"] != _UNKNOWN:
            last = analysed.tokens[mention.end - 1].form
            known = offices.setdefault(last, mention)
            if known and known.value["code"] != mention.value["code"]:
                offices[last] = None
    return offices


def _named(analysed: Analysed, mention: Mention, offices: dict[str, Mention | None]) -> Mention:
    """A surname alone, as the person who is told of by an office elsewhere, if it is no other one of the name."""
    alone = _is_person(mention) and mention.end - mention.start == 1
    known = offices.get(analysed.tokens[mention.start].form) if alone else None
    if known is None or not (mention.value["code"] == _UNKNOWN or mention.value["actor"] == known.value["actor"]):
        return mention
    return mention._replace(value={**mention.value, **{key: known.value[key] for key in _TOLD}})


def _is_person(mention: Mention) -> bool:
    """Whether a mention is of one person."""
    return mention.kind == "actor" and mention.value["kind"] == "person"


def _of_known_states(analysed: Analysed, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; people by a noun that a listener knows are of the one state that was told with it before."""
    states: dict[str, set[str]] = defaultdict(set)
    return [_of_state(analysed, mention, states[mention.rule]) for mention in mentions]


def _of_state(analysed: Analysed, mention: Mention, told: set[str]) -> Mention:
    """A mention with the state of its noun, where only one was `told` before; what it says itself is told from now."""
    if mention.kind != "victim":
        return mention
    if mention.value["iso3"]:
        if not mention.value["actor"]:  # of a state by its adjective, of no body
            told.add(str(mention.value["iso3"]))
        return mention
    known = len(told) == 1 and _is_definite(analysed, mention)
    return mention._replace(value={**mention.value, "iso3": next(iter(told))}) if known else mention


def _is_definite(analysed: Analysed, mention: Mention) -> bool:
    """Whether people are told of with the article, or a noun with one is annexed to theirs: "the visitors of the"."""
    tokens, after = analysed.tokens, mention.end
    annexed = mention.end - mention.start == 1 and after < len(tokens) and tokens[after].pos == "NOUN"
    return tokens[mention.start].definite or (annexed and tokens[after].definite)
