"""The direction of a bare weekday, month or hour: the tense of the clause decides whether it is behind or ahead."""

from __future__ import annotations

from riwaya.model.layers import Analysed, Sentence

_PASSED_OVER = frozenset({"PUNCT", "PREP", "CONJ", "DET"})


def direction_at(analysed: Analysed, sentence: Sentence, start: int, end: int) -> str:
    """`past`, `future`, `alone` where the sentence is the expression and nothing else, or nothing.

    The marks of the future (a prefix or particle, "is due to") count before the verb's own form; an imperfect is of
    the future only where no past verb but one of saying stands before it. Without a verb before it, the first verb
    after the expression decides.
    """
    counted = analysed.hit(start - 1, "agos") if start > sentence.start else None
    if counted and counted.entry.get("shift") in ("since", "ago"):
        return "past"
    outside = [i for i in (*range(sentence.start, start), *range(end, sentence.end))]
    if all(analysed.tokens[i].pos in _PASSED_OVER for i in outside):
        return "alone"
    before = [tense for i in range(sentence.start, start) if (tense := _tense(analysed, i))]
    if not before:
        after = (tense for i in range(end, sentence.end) if (tense := _tense(analysed, i)))
        return {"pres": "future", "said": "past"}.get(tense := next(after, ""), tense)
    if before[-1] == "pres":
        return "past" if "past" in before else "future"
    return "past" if before[-1] == "said" else before[-1]


def _tense(analysed: Analysed, i: int) -> str:
    """The tense that a token tells: future, past, said (a verb of saying in the past), pres, or none."""
    hits = analysed.hits[i]
    if any(hit.entry.lexicon == "future-marks" for hit in hits):
        return "future"
    features = analysed.tokens[i].features
    if features.startswith("VERB past"):
        return "said" if any(hit.entry.lexicon == "says" for hit in hits) else "past"
    if features.startswith("VERB pres") and not any(hit.entry.lexicon == "says" for hit in hits):
        return "pres"
    return ""
