"""Datelines: the place and the agency that a paragraph opens with, before a dash, as a sentence of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.model.layers import Hit, Sentence, Token

_LONGEST = 16  # tokens


class Datelines(NamedTuple):
    """What datelines are made of in a pack's language."""

    places: frozenset[str]  # lexicons of places
    outlets: frozenset[str]  # lexicons of agencies and outlets
    further: frozenset[str]  # lexicons of what else may stand in one: months, days
    ends: frozenset[str]  # marks at its end

    def part(
        self, tokens: Sequence[Token], hits: Sequence[Sequence[Hit]], sentences: Sequence[Sentence]
    ) -> tuple[Sentence, ...]:
        """The sentences, with the dateline that opens a block parted from what follows."""
        parted: list[Sentence] = []
        block = -1
        for sentence in sentences:
            end = self._end(tokens, hits, sentence) if sentence.block != block else None
            block = sentence.block
            if end is None:
                parted.append(sentence)
            else:
                parted += (sentence._replace(end=end), sentence._replace(start=end))
        return tuple(parted)

    def _end(self, tokens: Sequence[Token], hits: Sequence[Sequence[Hit]], sentence: Sentence) -> int | None:
        """Where the dateline ends that a sentence opens with; None where it opens with none."""
        i, end, outlet = sentence.start, None, False
        if not self._names(hits[i], self.places | self.outlets):
            return None
        last = min(sentence.end - 1, sentence.start + _LONGEST)
        while i < last:
            token = tokens[i]
            names = self._names(hits[i], self.places | self.outlets | self.further)
            if names:
                outlet = outlet or any(hit.entry.lexicon in self.outlets for hit in names)
                i = names[-1].end
            elif token.pos in ("PUNCT", "NUM") or (len(token.form) == 1 and not token.clitic):
                if token.form in self.ends and (outlet or tokens[i + 1].pos == "VERB"):
                    end = i + 1
                i += 1
            else:
                break
        return end

    @staticmethod
    def _names(hits: Sequence[Hit], lexicons: frozenset[str]) -> list[Hit]:
        """The entries of some lexicons among those at a token, the longest last."""
        return [hit for hit in hits if hit.entry.lexicon in lexicons]
