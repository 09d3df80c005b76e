"""Opposites: words of which two sources may say the one and the other of the same thing."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.claims.gists import Gist, hits_in
from riwaya.model.layers import Analysed

_REACH = 4  # tokens after a word in which it is said of what
_NEGATOR = 2  # tokens before it in which a negator turns it round

Poles = Mapping[str, Mapping[str, frozenset[str]]]  # by pair and side: the terms that a word is said of


def find_opposites(gist: Gist, analysed: Analysed) -> Poles:
    """The words of a content that have an opposite, with what they are said of; none that is negated."""
    poles: dict[str, dict[str, frozenset[str]]] = {}
    for hit in hits_in(analysed, gist.content, "opposites"):
        if any(analysed.tokens[at].pos == "NEG" for at in range(max(0, hit.start - _NEGATOR), hit.start)):
            continue
        of = frozenset(filter(None, (gist.at.get(at, "") for at in range(hit.end, hit.end + _REACH))))
        sides = poles.setdefault(hit.entry.get("pair"), {})
        sides[hit.entry.get("side")] = sides.get(hit.entry.get("side"), frozenset()) | of
    return poles


def opposed(mine: Poles, theirs: Poles) -> tuple[str, str] | None:
    """The sides that two contents take of one thing, where neither takes both."""
    for pair, sides in mine.items():
        others = theirs.get(pair, {})
        for side, of in sides.items():
            for other, told in others.items():
                if side not in others and other not in sides and of & told:
                    return side, other
    return None
