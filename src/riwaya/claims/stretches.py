"""Stretches that the rules of claims ask for: the words that name a source, and the circumstances of speaking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from riwaya.claims.circumstances import Circumstances
from riwaya.claims.source_stretches import SourceStretches, SubjectStretches
from riwaya.claims.tables import ClaimTables
from riwaya.find.context import Contexts
from riwaya.language.phrases import Phrases
from riwaya.model.layers import Found, Sentence
from riwaya.rules.elements import Context, Stretches

_NAME = 5  # tokens of a name in quotation marks


def claim_contexts(found: Found, tables: ClaimTables) -> Iterator[tuple[Sentence, Context]]:
    """Each sentence of a report with its context, as the rules of claims see it."""
    return Contexts(found.analysed).of(found.mentions, claim_stretches(found, tables))


def claim_stretches(found: Found, tables: ClaimTables) -> Mapping[str, Stretches]:
    """The stretches of a report by the names that rules call them."""
    phrases, quoted = Phrases(found.analysed, tables.phrases), _quoted_names(found)
    sources = SourceStretches(found, tables, phrases, quoted)
    return {
        "subject": SubjectStretches(sources, found),
        "source": sources,
        "circumstance": Circumstances(found, tables, phrases, quoted),
    }


def _quoted_names(found: Found) -> Mapping[int, int]:
    """Where a name in quotation marks ends, by its opening mark: some words without a verb, or a known actor."""
    tokens, actors = found.analysed.tokens, {(m.start, m.end) for m in found.mentions if m.kind == "actor"}
    short = (q for q in found.analysed.quotations if q.opened and q.closed and q.end - q.start <= _NAME)
    return {
        q.start - 1: q.end + 1
        for q in short
        if (q.start, q.end) in actors or not any(token.pos in ("VERB", "NEG") for token in tokens[q.start : q.end])
    }
