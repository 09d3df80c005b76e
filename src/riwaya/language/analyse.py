"""The language stage: Report -> Analysed. One pass over the text; what it knows comes from the pack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from riwaya.language.credits import Credits
from riwaya.language.datelines import Datelines
from riwaya.language.lemmas import Lemmas
from riwaya.language.marks import make_marks
from riwaya.language.quotations import find_quotations
from riwaya.language.segment import Segment, Segmenter
from riwaya.language.sentences import Stops, split_sentences
from riwaya.language.tag import UNSCORED, Outlook, Tagger, around, outlook_of, scores_of
from riwaya.language.vocabulary import Reading, Vocabulary
from riwaya.language.voice import Voices
from riwaya.model import Report, Span
from riwaya.model.folding import FoldedText
from riwaya.model.layers import Analysed, Hit, Token, find_anchors
from riwaya.packs import Pack, cell_values
from riwaya.rules.lexicon import Trie

# A word, a number with its separators, or one sign.
_WORDS = re.compile(r"[^\W\d_]+|\d+(?:[.,\u066b\u066c]\d+)*|[^\w\s]|_")
# Vowel signs and the like, which may stand after a word's last letter.
_MARKS = "".join(chr(point) for point in range(0x0300, 0x0700) if unicodedata.category(chr(point)) == "Mn")
_CACHED_WORDS = 200_000
_ANALYSED = ("title", "paragraph", "caption")


class _Word(NamedTuple):
    """A token before its neighbours are known: its segment, its outlook, and what it can be by part of speech."""

    segment: Segment
    form: str  # folded, as it stands
    outlook: Outlook
    readings: dict[str, Reading]
    typed: str  # without article, as it is where no pronoun follows


_Draft = tuple[Span, int, _Word]  # its span, the number of its written word


class Language:
    """The reader of a pack's language: built once, then safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Builds the word look-up from all lexicons of the pack."""
        self._pack = pack
        self._article = str(pack.settings["article"])
        self._marks = make_marks(pack.settings["quotation_marks"], pack.settings["single_quotation_marks"])
        self._stops = _stops(pack)
        self._datelines = Datelines(*(frozenset(pack.settings["datelines"][name]) for name in Datelines._fields))
        self._credits = _credits(pack)
        self._vocabulary = Vocabulary(pack)
        words, self._gazetteer = self._vocabulary, pack.gazetteer
        self._segmenter = Segmenter(
            pack.rows("clitics"),
            pack.weights("segmenter", int),
            words.known,
            words.loose,
            words.names,
            frozenset(pack.settings["unparted"]),
            {typed: list(map(pack.key, parts)) for typed, parts in pack.settings.get("parted", {}).items()},
            words.unowned,
        )
        self._tagger = Tagger(pack.weights("tagger", scores_of), frozenset(pack.settings["closing"]))
        self._lemmas = Lemmas(pack)
        self._joins = [
            (row["form"], row["gives"], row["typed"] or row["gives"])
            for row in pack.rows("clitics")
            if row["side"] == "join"
        ]
        self._words: dict[str, tuple[_Word, ...]] = {}
        self._apart = {name: (word, self._name(name)) for name, word in pack.settings.get("spelt_apart", {}).items()}
        self._voices = Voices(pack, words.has)
        self._trie = self._build_trie()

    def _build_trie(self) -> Trie:
        """All lexicon entries under their words, split into tokens as a text would be."""
        words = self._pack.words
        trie, stems_of = Trie(self._stems, words.single), cache(self._stems)  # many phrases begin alike
        for letters, entry, _ in words.others:
            if " " in letters and letters.replace(" ", "").isalpha():
                first, _, rest = letters.partition(" ")
                trie.add(stems_of(first), entry, rest)
            elif stems := stems_of(letters):
                trie.add(stems, entry)
        return trie

    def _stems(self, letters: str) -> tuple[str, ...]:
        """The stems of the tokens of some words of a lexicon: as a text has them, clitics split off."""
        if not letters.replace(" ", "").isalpha():
            return tuple(token.stem for token in self._tokens(self._pack.fold.apply(letters), 0, len(letters), []))
        return tuple(segment.stem for word in letters.split() for segment in self._segments(self._pack.key(word), word))

    def analyse(self, report: Report) -> Analysed:
        """The report as tokens, sentences and quotations, with the lexicon entries at each token."""
        folded = self._pack.fold.apply(report.text)
        names = self._names_apart(report.text)
        tokens: list[Token] = []
        bounds = []
        for number, block in enumerate(report.blocks):
            first = len(tokens)
            if block.kind in _ANALYSED:
                self._tokens(folded, block.span.start, block.span.end, tokens, names)
            bounds.append((number, first, len(tokens)))
        quotations, issues = find_quotations(report.text, tokens, bounds, self._marks)
        sentences = split_sentences(tokens, bounds, quotations, self._stops)
        hits = self._hits(tokens, [sentence[:2] for sentence in sentences])
        sentences = self._credits.part(tokens, self._datelines.part(tokens, hits, sentences))
        told = self._voices.mark(tokens, sentences, hits)
        anchors = find_anchors(told, {i: at for i, at in enumerate(hits) if at})
        return Analysed(report, told, sentences, quotations, hits, issues, anchors)

    def _hits(self, tokens: Sequence[Token], stretches: list[tuple[int, int]]) -> tuple[tuple[Hit, ...], ...]:
        """The lexicon entries that begin at each token, shorter ones first."""
        hits: list[tuple[Hit, ...]] = [()] * len(tokens)
        gazetteer, trie = self._gazetteer, self._trie
        names, words = gazetteer.first_words, trie.first_words
        for first, last in stretches:
            for i in range(first, last):
                stem = tokens[i].stem
                found = trie.hits_at(tokens, i, last) if stem in words else []
                joined = tokens[i].clitic == "pro" or (i + 1 < last and tokens[i + 1].clitic == "en")
                if joined or stem in names:
                    places = [*gazetteer.hits_at(tokens, i, last)]
                    found = sorted([*places, *found], key=lambda hit: hit.end) if places else found
                if found:
                    hits[i] = tuple(found)
        return tuple(hits)

    def _names_apart(self, text: str) -> dict[str, tuple[_Word, ...]]:
        """The names folded like a function word that a text spells otherwise, and those typed as no other word is."""
        return {
            name: read
            for name, (word, read) in self._apart.items()
            if name in text and (not word or 2 * text.count(f" {name} ") <= text.count(f" {word} "))
        }

    def _name(self, typed: str) -> tuple[_Word, ...]:
        """A typed word that is a name, whatever its folded letters are."""
        word = self._pack.key(typed)
        outlook = outlook_of("", UNSCORED, word, False, typed[-1], verbal=False)
        return (_Word(_whole(word), word, outlook, {"NOUN": Reading("NOUN", "", word)}, typed),)

    def _tokens(
        self,
        folded: FoldedText,
        start: int,
        end: int,
        tokens: list[Token],
        names: Mapping[str, tuple[_Word, ...]] | None = None,
    ) -> list[Token]:
        """The tokens of a stretch of the own text, added to those given; `names` are read as told here."""
        first, last = folded.folded_position(start), folded.folded_position(end)
        drafts: list[_Draft] = []
        raw, known = folded.raw, self._words
        for number, match in enumerate(_WORDS.finditer(folded.text, first, last), tokens[-1].word + 1 if tokens else 0):
            at, word = match.start(), match.group()
            whole = folded.raw_span(at, at + len(word))
            typed = raw[whole.start : whole.end]
            parts = (names and names.get(typed)) or known.get(typed) or self._parts(word, typed)
            if len(parts) == 1:
                drafts.append((whole, number, parts[0]))
                continue
            for part in parts:
                start, end = part.segment.start, part.segment.end
                drafts.append((folded.raw_span(at + start, at + end), number, part))
        tokens += self._tagged(drafts)
        return tokens

    def _tagged(self, drafts: Sequence[_Draft]) -> Iterator[Token]:
        """The tokens of a stretch, each with its part of speech."""
        tags = self._tagger.tag([part.outlook for *_, part in drafts])
        for i, (draft, pos) in enumerate(zip(drafts, tags, strict=True)):
            verbal = pos != "VERB" and draft[2].readings.keys() == {"VERB"}
            yield self._token(*draft, "VERB" if verbal and self._opens(drafts, i) else pos)

    def _opens(self, drafts: Sequence[_Draft], i: int) -> bool:
        """Whether a sentence opens here: a word that the pack has as a verb alone is one there."""
        if i and drafts[i - 1][2].segment.clitic == "pro":
            i -= 1
        return i == 0 or drafts[i - 1][2].form in self._stops.ends

    def given(self, words: Sequence[Sequence[str]]) -> list[Token]:
        """The tokens of a text whose syntactic words are given for each written word, as a treebank has them.

        Their spans count the letters of the words alone.
        """
        drafts: list[_Draft] = []
        at = 0
        for number, parts in enumerate(words):
            folded = [self._pack.key(part) or part for part in parts]
            word = "".join(folded)
            typed = self._letters(word, "".join(parts))
            segments = self._segmenter.given(word, typed, folded)
            for part in self._outlooks(segments, word, typed):
                drafts.append((Span(at + part.segment.start, at + part.segment.end), number, part))
            at += len(word)
        return list(self._tagged(drafts))

    def _parts(self, word: str, typed: str) -> tuple[_Word, ...]:
        """The syntactic words of a folded word, given how it is typed; remembered."""
        if len(self._words) >= _CACHED_WORDS:
            self._words.clear()
        segments = self._segments(word, typed) if self._pack.letters.match(word) else (_whole(word),)
        found = self._words[typed] = self._outlooks(segments, word, self._letters(word, typed))
        return found

    def _outlooks(self, segments: Sequence[Segment], word: str, typed: str) -> tuple[_Word, ...]:
        """What is known of the segments of a word before its neighbours are; `typed` has a letter for each of its."""
        proclitic = "".join(segment.stem for segment in segments if segment.clitic == "pro")
        host = next(segment for segment in segments if not segment.clitic)
        near = around(proclitic, host.definite, segments[-1].stem if segments[-1].clitic == "en" else "")
        return tuple(self._outlook(s, word[s.start : s.end], typed[s.start : s.end], near) for s in segments)

    def _outlook(self, segment: Segment, form: str, typed: str, near: str) -> _Word:
        """What is known of one segment; `near` is what is written together with it."""
        stem, definite = segment.stem, segment.definite
        settled = self._vocabulary.settled(stem, definite=definite, clitic=segment.clitic)
        if settled:
            outlook = outlook_of(settled.pos, UNSCORED, stem, definite, typed[-1])
            return _Word(segment, form, outlook, {settled.pos: settled}, typed)
        readings = self._vocabulary.readings(stem, definite=definite)
        known = " ".join(sorted(readings))
        scores = self._tagger.scores(stem, typed, near, known)
        verbal = not definite and (not readings or "VERB" in readings)
        outlook = outlook_of("", scores, stem, definite, typed[-1], verbal, known)
        alone = self._alone(segment, typed)
        return _Word(segment, form, outlook, self._vocabulary.with_pattern(readings, stem, alone), alone)

    def _alone(self, segment: Segment, typed: str) -> str:
        """A host's letters as they are typed where it has no article and no pronoun follows."""
        form = self._pack.key(typed)
        if segment.definite:
            return typed[len(typed) - len(segment.stem) :]
        ending = next((e for e in self._joins if form.endswith(e[0]) and segment.stem.endswith(e[1])), None)
        return typed[: len(typed) - len(ending[0])] + ending[2] if ending and form != segment.stem else typed

    def _segments(self, word: str, typed: str) -> Sequence[Segment]:
        """The segments of a folded word, given how it is typed; folding hides whether it begins with the article."""
        segments = self._segmenter.split(word, self._letters(word, typed))
        host = segments[0]
        if host.definite and not typed.startswith(self._article[0]):
            whole = word[host.start : host.end]
            return (host._replace(stem=whole, definite=False), *segments[1:])
        return segments

    def _letters(self, word: str, typed: str) -> str:
        """The letters of a word as typed, one for each letter of the folded word; folded where they do not fit."""
        if len(typed) != len(word):
            typed = "".join(letter for letter in typed if self._pack.key(letter))
        return typed if len(typed) == len(word) else word

    def _token(self, span: Span, number: int, word: _Word, pos: str) -> Token:
        """The token of one segment."""
        _, _, stem, definite, clitic = word.segment
        reading = word.readings.get(pos) or self._vocabulary.guessed(stem, pos)
        features, lemma = reading.features, reading.lemma
        return Token(span, word.form, stem, definite, clitic, number, pos, features, lemma, word.typed, self._lemmas)


def _whole(word: str) -> Segment:
    """A token that is no word of the pack's script, as one segment."""
    return Segment(0, len(word), word, definite=False, clitic="")


def _credits(pack: Pack) -> Credits:
    """What credits are made of, from the pack's settings."""
    told = pack.settings["credits"]
    agencies, further = (frozenset(map(pack.key, told[name])) for name in ("agencies", "further"))
    opening, closing = told["brackets"]
    return Credits(agencies, further, (opening, closing), frozenset(pack.settings["sentence_ends"]))


def _stops(pack: Pack) -> Stops:
    """What parts sentences, from the pack's settings and its abbreviations."""
    marks = ("sentence_ends", "pauses", "list_marks", "list_numbering")
    short: dict[str, set[str]] = {"title": set(), "unit": set()}
    for row in pack.rows("lexicon/abbreviations"):
        short[row["kind"]].update(map(pack.key, cell_values(row, "forms")))
    return Stops(*(frozenset(pack.settings[name]) for name in marks), *map(frozenset, short.values()))
