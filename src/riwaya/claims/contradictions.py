"""Contradiction: a denial, other numbers of the same thing, the opposite word, blame returned, acts played down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.claims.compare import Comparison, Likeness, listed, same_voice
from riwaya.claims.gists import Gist, hits_in
from riwaya.claims.opposites import find_opposites, opposed
from riwaya.claims.pointing import Pointing
from riwaya.model import Relation
from riwaya.model.layers import Analysed

_DENYING = ("deny", "doubt")
_AFFIRMING = ("assert", "accuse", "admit", "claim_responsibility", "condemn", "warn", "expect")
_DENIED = 0.34  # of the weight of a denial's terms, from which on it denies the claim that holds them
_POINTING = 2  # terms of a denial that only points back
_ACCUSED = 3  # claims between an accusation and what the accused says to it
_WEIGHT = 1.5  # of shared terms that make two claims speak of one matter
_SHARE = 0.3
_NEGATED_SHARE = 0.6  # of two claims of which one negates a verb, much else must be the same

Against = tuple[Gist, str] | None  # the claim that is contradicted, and how


class Contradictions:
    """Finds what claims of one report contradict."""

    def __init__(self, analysed: Analysed, gists: Sequence[Gist], comparison: Comparison, pointing: Pointing) -> None:
        """`gists` in the order of the report."""
        self._analysed, self._gists, self._comparison, self._pointing = analysed, gists, comparison, pointing
        self._poles = [find_opposites(gist, analysed) for gist in gists]
        self._blame: dict[tuple[str, str], Gist] = {}  # the last accusation of one side by another
        self._violence: dict[str, Gist] = {}  # by side: the first claim of another side that tells of its violence

    def of(self, gist: Gist) -> Iterator[Relation]:
        """The relation of a claim to the claim before that it contradicts; ask in the order of the report."""
        ways = (self._denied, self._negated, self._other_number, self._opposite, self._returned, self._played_down)
        against = next(filter(None, (way(gist) for way in ways)), None)
        if against:
            yield Relation(kind="contradicts", a=gist.claim.id, b=against[0].claim.id, about=against[1])
        self._note(gist)

    def _note(self, gist: Gist) -> None:
        """Keep whom a claim accuses and of whose violence it tells."""
        others = sorted(gist.named - gist.sides)
        if gist.claim.act == "accuse":
            self._blame.update({(mine, other): gist for mine in gist.sides for other in others})
        if gist.violent and gist.sides and len(others) == 1:  # whose it is where two are named, is open
            self._violence.setdefault(others[0], gist)

    def _denied(self, gist: Gist) -> Against:
        """The claim that a denial denies: it says the same, is pointed back to, or accuses who denies."""
        if inner := self._within_denial(gist):
            return inner
        if gist.claim.act not in _DENYING:
            return None
        for like in self._comparison.earlier(gist):
            if like.told and like.denied >= _DENIED and _affirmed(like):
                return like.earlier, f"{_who(gist)} denies the word of {_who(like.earlier)}: {listed(like.told)}"
        if back := self._pointing.claim(gist, gist.content, most=_POINTING):
            return back, f"{_who(gist)} denies, with words that point back, the word of {_who(back)}"
        return self._spoken_to(gist)

    def _spoken_to(self, gist: Gist) -> Against:
        """The accusation of who denies here, a few claims before; or what another side says just before."""
        before = self._gists[max(0, gist.number - _ACCUSED) : gist.number][::-1]
        for earlier in before:
            if earlier.claim.act == "accuse" and earlier.named & gist.sides - earlier.sides:
                return earlier, f"{_who(gist)} denies after {_who(earlier)} has accused its side"
        last = next(iter(before), None)
        if last and last.claim.act in _AFFIRMING and gist.claim.act == "deny" and _two_sides(gist, last):
            return last, f"{_who(gist)} denies just after {_who(last)} has spoken"
        return None

    def _within_denial(self, gist: Gist) -> Against:
        """The denial in whose content this claim stands: "denied the accusations of ... that ..."."""
        outer = self._gists[gist.number - 1] if gist.number else None
        if outer is None or outer.claim.act not in _DENYING or gist.claim.act not in _AFFIRMING:
            return None
        if same_voice(gist, outer) or not outer.claim.content.overlap(gist.claim.content):
            return None
        return outer, f"{_who(outer)} denies the word of {_who(gist)} that it reports"

    def _negated(self, gist: Gist) -> Against:
        """The claim that affirms what this one negates, or negates what this one affirms."""
        for like in self._comparison.earlier(gist):
            at_odds = (gist.denied ^ like.earlier.denied) & like.told
            if at_odds and _one_matter(like) and like.share >= _NEGATED_SHARE:
                return (
                    like.earlier,
                    f"{_who(gist)} and {_who(like.earlier)}: one negates, one affirms {listed(at_odds)}",
                )
        return None

    def _other_number(self, gist: Gist) -> Against:
        """The claim that gives another number of the same thing; not a total since some day beside one event's."""
        for like in self._comparison.earlier(gist):
            pairs = ((mine, theirs) for mine in gist.counts for theirs in like.earlier.counts)
            apart = ((m, t) for m, t in pairs if m.noun == t.noun and m.same_thing(t) and m.excludes(t))
            one_scope = like.told < like.shared and gist.background == like.earlier.background
            if one_scope and _one_matter(like) and (numbers := next(apart, None)):
                given = " against ".join(count.words for count in numbers)
                return like.earlier, f"{_who(gist)} and {_who(like.earlier)} give other numbers: {given}"
        return None

    def _opposite(self, gist: Gist) -> Against:
        """The claim that says the opposite of the same thing."""
        if not (mine := self._poles[gist.number]):
            return None
        for like in self._comparison.earlier(gist):
            sides = opposed(mine, self._poles[like.earlier.number])
            if sides and not (same_voice(gist, like.earlier) or gist.sides & like.earlier.sides):
                return like.earlier, f"{_who(gist)} says {sides[0]}, {_who(like.earlier)} says {sides[1]} of one thing"
        return None

    def _returned(self, gist: Gist) -> Against:
        """The accusation by the side that this one accuses, against the side that speaks here."""
        if gist.claim.act != "accuse":
            return None
        pairs = ((other, mine) for other in sorted(gist.named - gist.sides) for mine in sorted(gist.sides))
        earlier = next(filter(None, map(self._blame.get, pairs)), None)
        return (earlier, f"{_who(gist)} and {_who(earlier)} blame each other") if earlier else None

    def _played_down(self, gist: Gist) -> Against:
        """The first claim of another side that tells of violence by the side that here plays down its own acts."""
        if gist.named - gist.sides or not hits_in(self._analysed, gist.content, "own-acts"):
            return None
        told = filter(None, map(self._violence.get, sorted(gist.sides)))
        earlier = next(told, None)
        if earlier is None:
            return None
        return earlier, f"{_who(gist)} plays down the acts of its side, of which {_who(earlier)} speaks as violence"


def _affirmed(like: Likeness) -> bool:
    """Whether the earlier claim affirms something, in another voice than the later."""
    return like.earlier.claim.act in _AFFIRMING and not same_voice(like.later, like.earlier)


def _one_matter(like: Likeness) -> bool:
    """Whether two sources tell of one matter."""
    near = like.weight >= _WEIGHT and like.share >= _SHARE and not like.later.sides & like.earlier.sides
    return near and like.later.claim.act in _AFFIRMING and _affirmed(like)


def _two_sides(gist: Gist, before: Gist) -> bool:
    """Whether two sides speak of violence in one paragraph, or the later one, just after, of the one that spoke."""
    apart = not (gist.sides & before.sides or same_voice(gist, before))
    together = gist.block == before.block and gist.violent and before.violent
    return apart and (together or (gist.block <= before.block + 1 and bool(gist.named & before.sides)))


def _who(gist: Gist) -> str:
    """The speaker of a claim by name."""
    return gist.speaker.entity
