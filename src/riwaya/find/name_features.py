"""What the recogniser of names looks at: a word's own letters, its neighbours, what the pack knows of them.

A feature is a name; what a word gives by itself is cached under the word. A feature of the word before begins
with `<`, of the word after with `>`, of the second ones with `<<` and `>>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from riwaya.model.layers import Analysed, Mention, Sentence

NamePart = Callable[[str], Sequence[str]]
_LONG = 9
_SIDE_WORDS = 6  # longer words are of one length to their neighbours
_DIGITS = 5
_EDGE = ("^", "^")  # stem and part of speech beyond the ends of a sentence


class Word(NamedTuple):
    """A written word: the token that carries it, and what is written before and after that."""

    host: int  # number of the token
    stem: str
    key: tuple[str, str, str, str, str]  # before, form, stem, after, kind
    kind: str  # the part of speech, marked where it has the article


class Features(NamedTuple):
    """The features that a word gives by itself: to itself, to its neighbours, to those beyond them."""

    own: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]


def words_of(analysed: Analysed, sentence: Sentence) -> list[Word]:
    """The written words of a sentence."""
    tokens, words = analysed.tokens, []
    before, i = "", sentence.start
    while i < sentence.end:
        token = tokens[i]
        if token.clitic == "pro":
            before += token.form
            i += 1
            continue
        host, after = i, ""
        i += 1
        while i < sentence.end and tokens[i].clitic == "en":
            after += tokens[i].form
            i += 1
        stem, pos = token.stem, token.pos
        kind = pos + "D" if token.definite else pos
        words.append(Word(host, stem, (before, token.form, stem, after, kind), kind))
        before = ""
    return words


def word_features(word: Word, parts: NamePart) -> Features:
    """What a word gives by itself; `parts` tells in what way a stem is known as a part of names."""
    before, form, stem, after, kind = word.key
    definite = "D" if form != stem else ""
    shape = _shape(form, kind)
    own = [f"w{form}+{after}", f"s{stem}", f"a{before}", f"n{after}", f"d{definite}", f"o{kind}", f"h{shape}"]
    own += [f"l{min(len(stem), _LONG)}", f"x{definite}{before}|{after}"]
    near = [f"s{stem}", f"w{form}", f"o{kind}", f"a{before}", f"n{after}", f"h{shape}"]
    if stem.isalpha():
        own += [f"p{stem[:n]}" for n in range(1, 5) if len(stem) > n]
        own += [f"e{stem[-n:]}" for n in range(1, 5) if len(stem) > n]
        own += [f"f{definite}{stem[-2:]}", f"b{definite}{stem[:2]}"]
        edged = f"^{stem}$"
        own += [f"t{edged[i : i + n]}" for n in (3, 4) for i in range(len(edged) - n + 1)]
        near += [f"e{stem[-2:]}", f"e{stem[-3:]}", f"p{stem[:2]}", f"p{stem[:3]}", f"l{min(len(stem), _SIDE_WORDS)}"]
    known = parts(stem)
    marks = [f"g{part}" for part in known]
    own += [*marks, *(f"g{definite}|{part}" for part in known), "g+" + "+".join(known)]
    return Features(tuple(own), tuple(near + marks), (f"s{stem}", f"o{kind}", f"h{shape}", *marks))


def _shape(form: str, pos: str) -> str:
    """What a token that is no word of the pack's script looks like."""
    if pos == "PUNCT":
        return form
    if form[0].isdigit():
        return f"9{min(len(form), _DIGITS)}"
    return "L" if form[0].isascii() else ""


def joint_features(words: Sequence[Word], i: int) -> tuple[str, ...]:
    """The features of a word together with its neighbours."""
    _, stem, _, kind = words[i]
    before, before_kind = words[i - 1][1::2] if i else _EDGE
    after, after_kind = words[i + 1][1::2] if i + 1 < len(words) else _EDGE
    second, second_kind = words[i - 2][1::2] if i > 1 else _EDGE
    joint = (
        f"c<{before}|{stem}",
        f"c>{stem}|{after}",
        f"c={before}|{after}",
        f"c<<{second}|{before}",
        f"q={before_kind}|{kind}|{after_kind}",
        f"q<{second_kind}|{before_kind}|{kind}",
    )
    return joint if i else (*joint, f"^{kind}")


def mark_features(marks: Iterable[str]) -> Features:
    """What it gives to a word, its neighbours and those beyond that the pack knows this of it."""
    names = tuple(f"m{mark}" for mark in sorted(marks))
    found = "+".join(mark for mark in names if "/" in mark)
    return Features((*names, f"m={found}"), names, names)


def known_marks(analysed: Analysed, mentions: Iterable[Mention]) -> Mapping[int, frozenset[str]]:
    """What the pack knows of each token: the lexicons and the mentions that it stands in, and where in them."""
    marks: dict[int, set[str]] = {}
    for hits in analysed.hits:
        for start, end, entry in hits:
            for i in range(start, end):
                place = "S" if end - start == 1 else "B" if i == start else "I"
                marks.setdefault(i, set()).add(f"{entry.lexicon}.{place}")
    for mention in mentions:
        kind = f"{mention.kind}.{mention.value.get('kind', '')}"
        for i in range(mention.start, mention.end):
            marks.setdefault(i, set()).add(f"{kind}/{'B' if i == mention.start else 'I'}")
    return {i: frozenset(found) for i, found in marks.items()}
