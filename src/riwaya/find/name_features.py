"""What the recogniser of names looks at: a word's own letters, its neighbours, what the pack knows of them.

A feature is a name; what a word gives by itself is cached under the word. A feature of the word before begins
with `<`, of the word after with `>`, of the second ones with `<<` and `>>`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from riwaya.find.name_words import NameWords
from riwaya.model.layers import Analysed, Mention, Sentence

Kinds = tuple[str, str, str, str]
_LONG = 9
_SIDE_WORDS = 6  # longer words are of one length to their neighbours
_DIGITS = 5
_CACHED = 50_000
_NONE: frozenset[str] = frozenset()
EDGE = "^"  # stem and part of speech beyond the ends of a sentence


class Word(NamedTuple):
    """A written word: the token that carries it, and what is written before and after that."""

    host: int  # number of the token
    stem: str
    key: tuple[str, str, str, str, str]  # before, form, stem, after, kind
    kind: str  # the part of speech, marked where it has the article

    @property
    def definite(self) -> bool:
        """Whether the token has the article."""
        return self.key[1] != self.stem


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


def word_features(word: Word, name_words: NameWords) -> Features:
    """What a word gives by itself; `name_words` tells how its stem is known, and of its letters."""
    stem, form = stem_features(word.stem, name_words, definite=word.definite), form_features(word)
    return Features(*(of_stem + of_form for of_stem, of_form in zip(stem, form, strict=True)))


def form_features(word: Word) -> Features:
    """What a word gives by how it is written: what is written together with it, its part of speech, its signs."""
    before, form, _, after, kind = word.key
    shape = _shape(form, kind)
    both = (f"w{form}", f"o{kind}", f"a{before}", f"n{after}", f"h{shape}")
    own = (f"w{form}+{after}", *both[1:], f"x{'D' if word.definite else ''}{before}|{after}")
    return Features(own, both, (both[1], both[4]))


def stem_features(stem: str, name_words: NameWords, *, definite: bool) -> Features:
    """What a stem gives, with the article or without: its letters, how it is known."""
    article = "D" if definite else ""
    own = [f"s{stem}", f"d{article}", f"l{min(len(stem), _LONG)}"]
    near = [own[0]]
    if stem.isalpha():
        beginnings = [f"p{stem[:n]}" for n in range(1, 5) if len(stem) > n]
        ends = [f"e{stem[-n:]}" for n in range(1, 5) if len(stem) > n]
        edged = f"^{stem}$"
        own += [*beginnings, *ends, f"f{article}{stem[-2:]}", f"b{article}{stem[:2]}"]
        own += [f"t{edged[i : i + n]}" for n in (3, 4) for i in range(len(edged) - n + 1)]
        near += [f"e{stem[-2:]}", f"e{stem[-3:]}", f"p{stem[:2]}", f"p{stem[:3]}", f"l{min(len(stem), _SIDE_WORDS)}"]
    known, looks = name_words.uses(stem), name_words.looks(stem)
    marks = [f"g{part}" for part in known]
    own += [*marks, *(f"g{article}|{part}" for part in known), "g+" + "+".join(known), *looks]
    return Features(tuple(own), (*near, *marks, *looks), (near[0], *marks))


def _shape(form: str, pos: str) -> str:
    """What a token that is no word of the pack's script looks like."""
    if pos == "PUNCT":
        return form
    if form[0].isdigit():
        return f"9{min(len(form), _DIGITS)}"
    return "L" if form[0].isascii() else ""


def pair_features(words: Sequence[Word], i: int) -> tuple[str, ...]:
    """The features of two words near a word, or of one near it and itself: a sign, the first stem, the second."""
    stem = words[i].stem
    before = words[i - 1].stem if i else EDGE
    after = words[i + 1].stem if i + 1 < len(words) else EDGE
    second = words[i - 2].stem if i > 1 else EDGE
    return f"c<{before} {stem}", f"c>{stem} {after}", f"c={before} {after}", f"c2{second} {before}"


def kind_features(kinds: Kinds) -> tuple[str, ...]:
    """The features of a word's part of speech with those of its neighbours: two before, one before, its own, after."""
    second, before, kind, after = kinds
    joint = (f"q={before}|{kind}|{after}", f"q<{second}|{before}|{kind}")
    return joint if before != EDGE else (*joint, f"^{kind}")


def kinds_of(words: Sequence[Word]) -> list[Kinds]:
    """For each word what `kind_features` looks at."""
    kinds = [EDGE, EDGE, *[word.kind for word in words], EDGE]
    return list(zip(kinds, kinds[1:], kinds[2:], kinds[3:], strict=False))


def mark_features(marks: Iterable[str]) -> Features:
    """What it gives to a word, its neighbours and those beyond that the pack knows this of it."""
    names = tuple(f"m{mark}" for mark in sorted(marks))
    found = "+".join(mark for mark in names if "/" in mark)
    return Features((*names, f"m={found}"), names, names)


class Phrases:
    """Names of several words or one that are only a hint, by what they name."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        """The stems of each phrase, parted by blanks."""
        self._phrases = {kind: frozenset(names) for kind, names in phrases.items()}
        # By kind: what marks a name of one word, the first word of a longer one, and its further words.
        self._marks = {kind: (frozenset([f"{kind}.S"]), frozenset([f"{kind}.B"]), f"{kind}.I") for kind in phrases}
        # By the first stem: the kinds, and how many words a name of each may have, the longest first.
        self._heads: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for kind, names in self._phrases.items():
            lengths: dict[str, set[int]] = defaultdict(set)
            for name in names:
                lengths[name.partition(" ")[0]].add(1 + name.count(" "))
            for head, sizes in lengths.items():
                self._heads[head].append((kind, sorted(sizes, reverse=True)))

    def mark(self, sentences: Iterable[Sequence[Word]], marks: dict[int, frozenset[str]]) -> None:
        """Adds to the marks of each word the phrases that it stands in, the longest of those that overlap."""
        for words in sentences:
            for i, word in enumerate(words):
                if word.stem in self._heads:
                    self._mark_from(words, i, marks)

    def _mark_from(self, words: Sequence[Word], start: int, marks: dict[int, frozenset[str]]) -> None:
        """Adds the marks of the longest phrases that begin with a word, unless a longer one goes over it."""
        stem, host, most = words[start].stem, words[start].host, len(words) - start
        for kind, sizes in self._heads[stem]:
            known = marks.get(host, _NONE)
            single, first, inner = self._marks[kind]
            if inner in known:
                continue
            names = self._phrases[kind]
            for size in sizes:
                if size == 1:
                    marks[host] = known | single
                    break
                if size <= most and " ".join([word.stem for word in words[start : start + size]]) in names:
                    marks[host] = known | first
                    for word in words[start + 1 : start + size]:
                        marks[word.host] = marks.get(word.host, _NONE) | {inner}
                    break


@cache
def _lexicon_marks(lexicon: str) -> tuple[str, str, str]:
    """What marks an entry of one word, the first word of a longer one, and its further words."""
    return f"{lexicon}.S", f"{lexicon}.B", f"{lexicon}.I"


@lru_cache(_CACHED)
def _set_of(marks: tuple[str, ...]) -> frozenset[str]:
    """The marks of a word as a set: few are met, and one that was met is found again by what it is."""
    return frozenset(marks)


def known_marks(analysed: Analysed, mentions: Iterable[Mention]) -> dict[int, frozenset[str]]:
    """What the pack knows of each token: the lexicons and the mentions that it stands in, and where in them."""
    marks: dict[int, list[str]] = defaultdict(list)
    for hits in analysed.hits:
        for start, end, entry in hits:
            single, first, inner = _lexicon_marks(entry.lexicon)
            if end - start == 1:
                marks[start].append(single)
                continue
            marks[start].append(first)
            for i in range(start + 1, end):
                marks[i].append(inner)
    for mention in mentions:
        kind = f"{mention.kind}.{mention.value.get('kind', '')}"
        for i in range(mention.start, mention.end):
            marks[i].append(f"{kind}/{'B' if i == mention.start else 'I'}")
    return {i: _set_of(tuple(found)) for i, found in marks.items()}
