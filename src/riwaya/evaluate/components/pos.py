"""Parts of speech of the words that a treebank gives, in the three classes of Arabic grammar.

A verb is VERB or AUX; a particle is an adposition, a conjunction, a particle or an interjection; all else is a noun:
nouns, names, adjectives, pronouns, demonstratives, numbers, adverbs. Signs are left out. The finer figure, `open`,
is of verbs, nouns (names among them) and adjectives apart.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from riwaya.evaluate.components.measured import Measured
from riwaya.evaluate.components.treebank import Node, open_treebank
from riwaya.evaluate.figures import Share
from riwaya.language import Language
from riwaya.model.layers import Token
from riwaya.pipeline import Reader

_CLASSES = {
    **dict.fromkeys(("VERB", "AUX"), "verb"),
    **dict.fromkeys(("ADP", "CCONJ", "SCONJ", "PART", "INTJ"), "particle"),
}
_OURS = {"VERB": "verb", **dict.fromkeys(("PREP", "CONJ", "COMP", "PART", "NEG"), "particle")}
_OPEN = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}
_LEFT_OUT = {"PUNCT", "SYM", "X"}


def measure_pos(reader: Reader, folder: Path) -> Measured:
    """The shares of words whose class, and whose open part of speech, is right; raises GoldError (gold.missing)."""
    started = time.perf_counter()
    pairs = list(given_words(reader, folder))
    seconds = time.perf_counter() - started
    wrong: Counter[tuple[str, str, str]] = Counter()
    right = {"classes": Share(), "open": Share()}
    for node, token in pairs:
        wanted, given = _CLASSES.get(node.pos, "noun"), _OURS.get(token.pos, "noun")
        right["classes"] += Share(int(wanted == given), 1)
        if node.pos in _OPEN:
            right["open"] += Share(int(_OPEN[node.pos] == token.pos), 1)
        wrong.update([(node.form, node.pos, token.pos)] if wanted != given else [])
    mistakes = tuple(f"{n}\t{form}\twanted {pos}\tgot {got}" for (form, pos, got), n in wrong.most_common())
    return Measured(right, len(pairs), (("words a second", f"{len(pairs) / seconds:,.0f}"),), mistakes)


def given_words(reader: Reader, folder: Path) -> Iterator[tuple[Node, Token]]:
    """The words of a folder's treebank, parted as it parts them, and what we take each for."""
    language = Language(reader.pack)
    for tree in open_treebank(folder):
        tokens = language.given([[node.form for node in word] for word in tree.words])
        nodes = (node for word in tree.words for node in word)
        yield from ((node, token) for node, token in zip(nodes, tokens, strict=True) if node.pos not in _LEFT_OUT)
