"""Told claims: what is found in a text in the words of a claim case, and how it differs from what is expected."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from riwaya.evaluate.expected import Rank
from riwaya.evaluate.trials import Finding
from riwaya.model import Link, Span
from riwaya.model.layers import Claimed, Found

FIELDS = ("content", "cue", "act", "speech", "chain")
_NEAR = 0.3  # share of common words from which two contents are readings of one claim


class ToldLink(NamedTuple):
    """A link of a found chain: its own words, or None, and all words that name its source in the text."""

    words: str | None
    kind: str
    names: frozenset[str]


class ToldClaim(NamedTuple):
    """A found claim as a case tells it; `whole` is its content from the beginning of its first word."""

    content: str
    whole: str
    cue: str | None
    act: str
    speech: str
    chain: tuple[ToldLink, ...]


def told_claims(claimed: Claimed) -> list[ToldClaim]:
    """The claims of a text as cases tell of them."""
    text, named = claimed.found.analysed.report.text, list(_named(claimed))
    return [
        ToldClaim(
            claim.content.cut(text),
            _whole(claim.content, text),
            claim.cue and claim.cue.cut(text),
            claim.act,
            claim.speech,
            tuple(_told_link(link, text, named) for link in claim.chain),
        )
        for claim in claimed.claims
    ]


def _whole(content: Span, text: str) -> str:
    """A content with what is written together with its first word: a conjunction, a preposition."""
    start = content.start
    while start and unicodedata.category(text[start - 1])[0] in "LM":
        start -= 1
    return text[start : content.end]


def _named(claimed: Claimed) -> Iterator[tuple[str, str, str]]:
    """The sources that a text names: actor id (or empty), entity and words."""
    text = claimed.found.analysed.report.text
    links = (link for claim in claimed.claims for link in claim.chain)
    yield from ((link.actor or "", link.entity, bare(link.span.cut(text))) for link in links if link.span)
    yield from _actors(claimed.found)


def _actors(found: Found) -> Iterator[tuple[str, str, str]]:
    """The actors that a text names: id (or empty), name and words."""
    for m in found.mentions:
        if m.kind == "actor":
            words = bare(found.analysed.words(m.start, m.end))
            yield str(m.value["actor"]), str(m.value["name"]) or words, words


def _told_link(link: Link, text: str, named: Iterable[tuple[str, str, str]]) -> ToldLink:
    """A link with the words that name its source."""
    names = {words for actor, entity, words in named if (actor and actor == link.actor) or entity == link.entity}
    return ToldLink(link.span and bare(link.span.cut(text)), link.kind, frozenset(names))


def differing(found: ToldClaim, wanted: Finding) -> list[str]:
    """The fields in which a found claim is not as expected.

    A content is compared without punctuation at its edges; it may lack the conjunction or preposition written with
    its first word. Of a cue the word of saying counts, not what stands with it: a negation, "as", a pronoun. A link
    with `same` may repeat these words.
    """
    same = {
        "content": bare(wanted["content"]) in (bare(found.content), bare(found.whole)),
        "cue": _same_cue(found.cue, wanted["cue"]),
        "act": found.act == wanted["act"],
        "speech": found.speech == wanted["speech"],
        "chain": _same_chain(found.chain, wanted["chain"]),
    }
    return [name for name in FIELDS if not same[name]]


def _same_cue(found: str | None, wanted: object) -> bool:
    """Whether a found cue is the expected one, or one stands in the other; a mark of punctuation is none."""
    words = bare(found or "")
    return not words if wanted is None else bool(words) and (words in bare(wanted) or bare(wanted) in words)


def _same_chain(found: Sequence[ToldLink], wanted: Any) -> bool:
    """Whether every link of a found chain is as expected."""
    return len(found) == len(wanted) and all(map(_same_link, found, wanted))


def _same_link(found: ToldLink, wanted: Mapping[str, Any]) -> bool:
    """Whether a found link has the expected kind, and the expected words or source."""
    if found.kind != wanted["kind"]:
        return False
    if "same" in wanted:
        same = bare(wanted["same"])
        return found.words == same or (found.words is None and same in found.names)
    return found.words == bare(wanted["words"]) if wanted["words"] else found.words is None and not found.names


def rank(found: ToldClaim, wanted: Finding) -> Rank | None:
    """How near a found claim comes to an expected one; None where their contents share too few words."""
    wrong, share = differing(found, wanted), _common(found.content, str(wanted["content"]))
    return (len(wrong), -share) if not wrong or share >= _NEAR else None


def _common(one: str, other: str) -> float:
    """The share of common words of two contents."""
    a, b = set(bare(one).split()), set(bare(other).split())
    return len(a & b) / max(len(a | b), 1)


def bare(words: object) -> str:
    """Words with single spaces and without punctuation at their edges."""
    plain = " ".join(str(words).split())
    edges = "".join({sign for sign in plain if unicodedata.category(sign)[0] in "PZ"})
    return plain.strip(edges)


def as_finding(claim: ToldClaim) -> Finding:
    """A found claim as a case would expect it; of the names of an inherited source, the longest."""
    fields = {name: getattr(claim, name) for name in FIELDS}
    return {**fields, "chain": [_as_link(link) for link in claim.chain]}


def _as_link(link: ToldLink) -> Finding:
    """A link as a case would expect it."""
    if link.words is None and link.names:
        return {"same": max(sorted(link.names), key=len), "kind": link.kind}
    return {"words": link.words, "kind": link.kind}


def told(claim: Mapping[str, Any]) -> str:
    """An expected or found claim on one line."""
    links = " <- ".join(f"{link.get('words') or link.get('same')} ({link['kind']})" for link in claim["chain"])
    return " · ".join([*(f"{name}: {claim[name]}" for name in FIELDS[:-1]), f"chain: {links}"])
