"""The language stage: Report -> Analysed. One pass over the text; what it knows comes from the pack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import count

from riwaya.language.quotations import find_quotations
from riwaya.language.segment import Segment, Segmenter
from riwaya.language.sentences import split_sentences
from riwaya.language.vocabulary import Vocabulary
from riwaya.model import Report, Span
from riwaya.model.folding import FoldedText
from riwaya.model.layers import Analysed, Hit, Token
from riwaya.packs import Pack
from riwaya.rules.lexicon import Trie

# A word, a number with its separators, or one sign.
_WORDS = re.compile(r"[^\W\d_]+|\d+(?:[.,\u066b\u066c]\d+)*|[^\w\s]|_")
# Vowel signs and the like, which may stand after a word's last letter.
_MARKS = "".join(chr(point) for point in range(0x0300, 0x0700) if unicodedata.category(chr(point)) == "Mn")
_ANALYSED = ("title", "paragraph", "caption")


class Language:
    """The reader of a pack's language: built once, then safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Builds the word look-up from all lexicons of the pack."""
        self._pack = pack
        self._article = str(pack.settings["article"])
        self._vocabulary = Vocabulary(pack)
        self._gazetteer = pack.gazetteer
        self._segmenter = Segmenter(pack.rows("clitics"), pack.weights("segmenter"), self._vocabulary.known)
        self._trie = self._build_trie()

    def _build_trie(self) -> Trie:
        """All lexicon entries under their words, split into tokens as a text would be."""
        trie = Trie()
        for letters, entry in self._pack.words:
            if stems := self._stems(letters, inflected=bool(entry.features)):
                trie.add(stems, entry)
        return trie

    def _stems(self, letters: str, *, inflected: bool) -> tuple[str, ...]:
        """The stems of the tokens of some words of a lexicon: as a text has them, clitics split off."""
        if inflected and " " not in letters:
            return (self._vocabulary.stem_of(letters),)
        if not letters.replace(" ", "").isalpha():
            return tuple(token.stem for token in self._tokens(self._pack.fold.apply(letters), 0, len(letters), []))
        return tuple(segment.stem for word in letters.split() for segment in self._segments(self._pack.key(word), word))

    def analyse(self, report: Report) -> Analysed:
        """The report as tokens, sentences and quotations, with the lexicon entries at each token."""
        folded = self._pack.fold.apply(report.text)
        tokens: list[Token] = []
        bounds = []
        for number, block in enumerate(report.blocks):
            first = len(tokens)
            if block.kind in _ANALYSED:
                self._tokens(folded, block.span.start, block.span.end, tokens)
            bounds.append((number, first, len(tokens)))
        quotations, issues = find_quotations(report.text, tokens, bounds, self._pack.settings["quotation_marks"])
        sentences = split_sentences(tokens, bounds, quotations, frozenset(self._pack.settings["sentence_ends"]))
        hits = self._hits(tokens, [sentence[:2] for sentence in sentences])
        return Analysed(report, tuple(tokens), sentences, quotations, hits, issues)

    def _hits(self, tokens: Sequence[Token], stretches: list[tuple[int, int]]) -> tuple[tuple[Hit, ...], ...]:
        """The lexicon entries that begin at each token, shorter ones first."""
        hits: list[tuple[Hit, ...]] = [()] * len(tokens)
        gazetteer = self._gazetteer
        for first, last in stretches:
            for i in range(first, last):
                hits[i] = tuple(self._trie.hits_at(tokens, i, last))
                joined = tokens[i].clitic == "pro" or (i + 1 < last and tokens[i + 1].clitic == "en")
                if joined or tokens[i].stem in gazetteer.first_words:
                    hits[i] = tuple(sorted((*gazetteer.hits_at(tokens, i, last), *hits[i]), key=lambda hit: hit.end))
        return tuple(hits)

    def _tokens(self, folded: FoldedText, start: int, end: int, tokens: list[Token]) -> list[Token]:
        """The tokens of a stretch of the own text, added to those given."""
        numbers = count(tokens[-1].word + 1 if tokens else 0)
        first, last = folded.folded_position(start), folded.folded_position(end)
        for match in _WORDS.finditer(folded.text, first, last):
            word, at = match.group(), match.start()
            number = next(numbers)
            for segment in self._split(word, folded, at):
                span = folded.raw_span(at + segment.start, at + segment.end)
                tokens.append(self._token(span, word, segment, number))
        return tokens

    def _split(self, word: str, folded: FoldedText, at: int) -> Sequence[Segment]:
        """The segments of a word of the pack's script; any other token whole."""
        if not self._pack.letters.match(word):
            return (Segment(0, len(word), word, definite=False, clitic=""),)
        return self._segments(word, folded.raw_span(at, at + len(word)).cut(folded.raw))

    def _segments(self, word: str, typed: str) -> Sequence[Segment]:
        """The segments of a folded word, given how it is typed; folding hides whether it begins with the article."""
        segments = self._segmenter.split(word, typed.rstrip(_MARKS)[-1:])
        host = segments[0]
        if host.definite and not typed.startswith(self._article[0]):
            whole = word[host.start : host.end]
            return (host._replace(stem=whole, definite=False), *segments[1:])
        return segments

    def _token(self, span: Span, word: str, segment: Segment, number: int) -> Token:
        """The token of one segment."""
        form = word[segment.start : segment.end]
        pos, features, lemma = self._vocabulary.reading(segment.stem, definite=segment.definite, clitic=segment.clitic)
        return Token(span, form, segment.stem, segment.definite, segment.clitic, number, pos, features, lemma)
