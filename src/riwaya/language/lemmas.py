"""Lemmas of words that the pack's own tables do not have: a dictionary, then rules over affixes.

The dictionary is simplemma's; it is read when a lemma is first asked for, so that loading a pack stays quick.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from riwaya.packs import Pack

_CACHED_WORDS = 200_000


class _Rule(NamedTuple):
    """A row of `lexicon/lemma-rules.tsv`."""

    fits: re.Pattern[str]
    gives: str
    when: str  # before: keeps the word, unasked; again: doubts the dictionary's word; known: gives what it has


class Lemmas:
    """The lemmas of a language; safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Reads `lexicon/lemma-rules.tsv`; the dictionary later."""
        self._pack = pack
        self._rules: dict[str, list[_Rule]] = {}
        for row in pack.rows("lexicon/lemma-rules"):
            rule = _Rule(re.compile(row["from"]), row["to"], row["when"])
            self._rules.setdefault(row["pos"], []).append(rule)
        self._proclitics = frozenset(
            row["form"] for row in pack.rows("clitics") if row["side"] == "pro" and row["form"]
        )
        self._cache: dict[tuple[str, str], str] = {}

    @cached_property
    def _dictionary(self) -> Mapping[str, str]:
        """The lemma of each word that simplemma has."""
        from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415  (slow, and seldom needed)

        found: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(self._pack.code)
        return found

    def lemma(self, typed: str, pos: str) -> str:
        """The lemma of a word as it is typed, without article and clitics, folded; the word where nothing is known."""
        key = (typed, pos)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            found = self._cache[key] = self._pack.key(self._find(typed, pos))
        return found

    def _find(self, typed: str, pos: str) -> str:
        """The lemma by the dictionary or by the first rule that fits."""
        rules = self._rules.get(pos, ())
        special = {rule.when for rule in rules if rule.when in ("before", "again") and rule.fits.fullmatch(typed)}
        if "before" in special:
            return typed
        given = self._dictionary.get(typed)
        # Some entries hold proclitics; a word that comes here has been parted from them.
        if typed[:1] in self._proclitics and given == typed[1:]:
            given = None
        if given is not None and (given != typed or "again" not in special):
            return given
        for rule in rules:
            match = rule.fits.fullmatch(typed)
            if match and (lemma := match.expand(rule.gives)) and self._allows(rule, lemma, given is not None):
                return lemma
        return given or typed

    def _allows(self, rule: _Rule, lemma: str, doubted: bool) -> bool:
        """Whether a rule may give a lemma; against what the dictionary has only another that it has."""
        if rule.when == "known" or (rule.when == "" and doubted):
            return self._dictionary.get(lemma) == lemma
        return rule.when == ""
