"""Pointing back: words that stand for a claim made before ("denied this", "on these reports")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.claims.compare import same_voice
from riwaya.claims.frames import Stretch
from riwaya.claims.gists import Gist, hits_in
from riwaya.model.layers import Analysed, Hit

_DEMONSTRATIVE = ("PRON", "DET")  # this, these
_BACK = 2  # paragraphs between a claim and words that stand for it


class Pointing:
    """Finds what words of one report point back to."""

    def __init__(self, analysed: Analysed, gists: Sequence[Gist]) -> None:
        """`gists` in the order of the report."""
        self._analysed, self._gists = analysed, gists

    def claim(self, gist: Gist, words: Stretch, *, most: int) -> Gist | None:
        """The claim before that some words at a gist stand for; None where they do not point back.

        They do not where they say something of their own besides: more than `most` terms.
        """
        terms = sum(1 for i in range(*words) if gist.at.get(i))
        for hit in hits_in(self._analysed, words, "points-back"):
            token = self._analysed.tokens[hit.start]
            if (token.definite or token.pos in _DEMONSTRATIVE) and terms <= most:
                return self._meant(gist, hit)
        return None

    def _meant(self, gist: Gist, hit: Hit) -> Gist | None:
        """The nearest claim of the kind that a word stands for; without "these", "the reports" are the whole news."""
        if hit.entry.get("lead") and self._analysed.tokens[hit.start - 1].pos not in _DEMONSTRATIVE:
            lead = next((g for g in self._gists if not g.title), gist)
            return lead if lead.number < gist.number and not same_voice(gist, lead) else None
        act = hit.entry.get("act")
        return next((g for g in self.nearest(gist) if not act or g.claim.act == act), None)

    def nearest(self, gist: Gist) -> Iterator[Gist]:
        """The claims of other sources in this paragraph and the one before, the nearest first."""
        for number in range(gist.number - 1, -1, -1):
            earlier = self._gists[number]
            if gist.block - earlier.block > _BACK:
                return
            if not same_voice(gist, earlier) and earlier.claim.act != "silence":
                yield earlier
