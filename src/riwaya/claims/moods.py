"""Moods: commands, prohibitions and "let us", by which quoted words ask for something without a verb of asking."""

from __future__ import annotations

from riwaya.claims.frames import Stretch
from riwaya.model.layers import Analysed
from riwaya.rules.forms import Forms

_ADDRESS = 6  # tokens of an address before what is asked: "you people of the town, leave"


def asks(analysed: Analysed, forms: Forms, content: Stretch) -> bool:
    """Whether quoted words open with a command, a prohibition or "let us", after an address or a courtesy."""
    tokens, (start, end) = analysed.tokens, content
    while start < end and tokens[start].pos in ("CONJ", "PUNCT"):
        start += 1
    addressed = analysed.hit(start, "addresses") is not None
    last = min(start + _ADDRESS if addressed else start + 1, end - 1)
    return _wish(analysed, start, end) or any(
        _command(analysed, forms, i, addressed=addressed) or _prohibition(analysed, i) for i in range(start, last)
    )


def _command(analysed: Analysed, forms: Forms, i: int, *, addressed: bool) -> bool:
    """Whether an imperative stands at a token: one of several, which is no other form unless somebody is addressed."""
    token = analysed.tokens[i]
    features = [reading.features.split() for reading in forms.readings(token.form)] if token.pos == "VERB" else []
    if addressed:
        return any("imp" in told and "pl" in told for told in features)
    return bool(features) and all("imp" in told for told in features)


def _prohibition(analysed: Analysed, i: int) -> bool:
    """Whether "do not" stands at a token: a negation of neither past nor future before a jussive of those addressed."""
    if analysed.tokens[i].pos != "NEG" or analysed.opens(i, "negations", "undertakings"):
        return False
    features = analysed.tokens[i + 1].features.split()
    return "2" in features and ("juss" in features or "subj" in features)


def _wish(analysed: Analysed, start: int, end: int) -> bool:
    """Whether "let us", "may he" opens some words: a preposition written with a verb in the present."""
    tokens = analysed.tokens
    if start + 1 >= end or tokens[start].pos != "PREP" or tokens[start].clitic != "pro":
        return False
    features = tokens[start + 1].features.split()
    return tokens[start + 1].pos == "VERB" and "pres" in features
