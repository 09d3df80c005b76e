"""The direction of a bare weekday, month or hour: the tense of the clause decides whether it is behind or ahead."""

from __future__ import annotations

from riwaya.model.layers import Analysed, Sentence

_PASSED_OVER = frozenset({"PUNCT", "PREP", "CONJ", "DET", "NUM"})
_TIME_WORDS = frozenset(
    {
        "clock-less",
        "clock-shares",
        "clock-words",
        "count-modifiers",
        "day-parts",
        "day-words",
        "dual-units",
        "holidays",
        "hours",
        "last-words",
        "months",
        "numerals",
        "ordinals",
        "prayer-parts",
        "relative-days",
        "seasons",
        "time-directions",
        "time-edges",
        "time-units",
        "weekdays",
        "year-words",
        "zones",
    }
)


def direction_at(analysed: Analysed, sentence: Sentence, start: int, end: int) -> str:
    """`past`, `future`, `alone` where the sentence tells nothing but times, or nothing.

    The marks of the future (a prefix or particle, "is due to") count before the verb's own form; an imperfect is of
    the future only where no past verb but one of saying stands before it. Without a verb before it, the first verb
    after the expression decides.
    """
    counted = analysed.hit(start - 1, "agos") if start > sentence.start else None
    if counted and counted.entry.get("shift") in ("since", "ago"):
        return "past"
    if _says_nothing(analysed, sentence.start, start) and _says_nothing(analysed, end, sentence.end):
        return "alone"
    before = [tense for i in range(sentence.start, start) if (tense := _tense(analysed, i))]
    if not before:
        after = (tense for i in range(end, sentence.end) if (tense := _tense(analysed, i)))
        return {"pres": "future", "said": "past"}.get(tense := next(after, ""), tense)
    if before[-1] == "pres":
        return "past" if "past" in before else "future"
    return "past" if before[-1] == "said" else before[-1]


def _says_nothing(analysed: Analysed, start: int, end: int) -> bool:
    """Whether some tokens are only signs, particles, figures and other words of time."""
    until = start
    for i in range(start, end):
        until = max([until, *(hit.end for hit in analysed.hits[i] if hit.entry.lexicon in _TIME_WORDS)])
        token = analysed.tokens[i]
        if i >= until and token.pos not in _PASSED_OVER and token.clitic != "pro":
            return False
    return True


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
