"""Corroboration: two sources say the same, by numbers of the same thing or by most of their words."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.claims.compare import Comparison, Likeness, listed, same_voice
from riwaya.claims.counts import Count
from riwaya.claims.gists import Gist
from riwaya.model import Relation

_TELLING = ("assert", "accuse", "admit", "claim_responsibility", "condemn", "warn", "promise", "demand", "expect")
_FACTS = ("assert", "accuse", "admit", "claim_responsibility")
_HARMED = 2.0  # where both count those who came to one harm by other nouns
_SAID = 1.5  # of a claim whose terms the other nearly all holds
_NEARLY_ALL = 0.8
_SAME_SIDE = 0.5  # share from which on a side's second voice bears out the first
_OWNED = 0.6  # of the terms that an act is known by which a side takes on itself
_OWNED_SHARE = 0.3
_COUNTED = 1.0  # weight of shared terms beside one number of the same thing
_WEIGHT = 2.5  # of shared terms where no number speaks
_SHARE = 0.35


def find_corroborations(gists: Comparison, gist: Gist) -> Iterator[Relation]:
    """The relation of a claim to the earlier claim that it bears out best, if there is any."""
    for like in gists.earlier(gist):
        if not _comparable(like):
            continue
        if why := _agreement(like):
            yield Relation(kind="corroborates", a=gist.claim.id, b=like.earlier.claim.id, about=why)
            return


def _comparable(like: Likeness) -> bool:
    """Whether two claims are two voices on one thing, neither of them in a title, which repeats the body."""
    later, earlier = like.later, like.earlier
    acts = later.claim.act, earlier.claim.act
    same_sort = acts[0] == acts[1] or all(act in _FACTS for act in acts)
    apart = not later.claim.content.overlap(earlier.claim.content)
    told = all(act in _TELLING for act in acts) and same_sort
    at_odds = bool(like.shared & (later.denied ^ earlier.denied))
    return told and apart and not (later.title or earlier.title) and not at_odds and not same_voice(later, earlier)


def _agreement(like: Likeness) -> str:
    """Why two claims say the same; empty where they do not."""
    if any(a.same_thing(b) and a.excludes(b) for a in like.later.counts for b in like.earlier.counts):
        return ""
    who = f"{like.later.speaker.entity} and {like.earlier.speaker.entity}"
    for mine in like.later.counts:
        for theirs in like.earlier.counts:
            least = _COUNTED if mine.same_thing(theirs) else _HARMED
            if _one_count(mine, theirs) and like.weight >= least:
                return f"{who} give the same number: {mine.words}, {theirs.words}"
    if _owned(like):
        return f"{like.later.speaker.entity} takes on itself the act in the word of {like.earlier.speaker.entity}"
    if _harmed_otherwise(like) or like.later.background != like.earlier.background:
        return ""
    least = _SAME_SIDE if like.later.sides & like.earlier.sides else _SHARE
    if (like.weight >= _WEIGHT and like.share >= least) or (like.weight >= _SAID and like.share >= _NEARLY_ALL):
        return f"{who} say the same: {listed(like.shared)}"
    return ""


def _owned(like: Likeness) -> bool:
    """Whether a side takes on itself the act that another source tells of."""
    acts = like.later.claim.act, like.earlier.claim.act
    act = any(term.startswith(("event:", "harm:")) for term in like.shared)
    near = like.weight >= _OWNED and like.share >= _OWNED_SHARE
    return act and near and acts[0] == "claim_responsibility" and acts[1] != acts[0]


def _harmed_otherwise(like: Likeness) -> bool:
    """Whether both claims count those who came to one harm, no count met by the other's, or tell of other harms."""
    counted = {count.harm for count in like.later.counts} & {count.harm for count in like.earlier.counts} - {""}
    told = [{term for term in gist.terms if term.startswith("harm:")} for gist in (like.later, like.earlier)]
    return bool(counted) or (all(told) and told[0].isdisjoint(told[1]))


def _one_count(a: Count, b: Count) -> bool:
    """Whether two counts give one number of the same thing, or of those who came to the same harm."""
    return (a.same_thing(b) or (a.harm != "" and a.harm == b.harm)) and a.agrees(b)
