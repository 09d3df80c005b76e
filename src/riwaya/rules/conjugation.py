"""Conjugation: all forms of a verb, its verbal nouns and its participles, from its root and its form.

A verb is a row of `lexicon/verbs.tsv`. Its patterns are those of `morphology/patterns.tsv`, what persons and moods
add stands in `morphology/affixes.tsv`, and `riwaya.rules.sounds` brings the whole to letters. Nouns are given their
endings by `lexicon/inflection.tsv`. The engine only fills in and joins; the patterns are the pack's knowledge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from riwaya.errors import PackError
from riwaya.rules.inflection import Form, Paradigms
from riwaya.rules.sounds import Sounds
from riwaya.rules.tables import Row, values

# The passive of each part that has one.
_PASSIVES = {"past": "past-pass", "pres": "pres-pass"}
_UNDERGONE = (*_PASSIVES.values(), "passive")
_NONE = "-"  # instead of a template: there is none
_CITED = ("NOUN sg def", "NOUN sg", "ADJ m sg def", "ADJ m sg")  # the form by which a noun is cited: the first it has
_REGULAR = "+"  # among the verbal nouns of a row: the one that its form gives


class Formed(NamedTuple):
    """A form of a word that comes of a verb: the verb itself, a verbal noun, a participle."""

    heard: str  # in signs; "" of a noun, whose endings are added to letters
    spellings: tuple[str, ...]  # the usual one first
    features: str  # "VERB past 3 f sg act"
    word: str  # which word: "" the verb, n n2 its verbal nouns, a p b its participles (b: active and passive alike)
    lemma: str  # how that word is cited: the past, the singular


class Conjugator:
    """The maker of verb forms of a pack."""

    def __init__(
        self,
        sounds: Sounds,
        patterns: Iterable[Row],
        affixes: Iterable[Row],
        paradigms: Paradigms,
        key: Callable[[str], str],
    ) -> None:
        """`key` folds: where active and passive are folded alike, spelling does not show the voice."""
        self._sounds, self._paradigms, self._key = sounds, paradigms, key
        self._patterns: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in patterns:
            self._patterns[row["form"], row["part"]].append(row)
        self._affixes: dict[str, list[Row]] = defaultdict(list)
        for row in affixes:
            self._affixes[row["part"]].append(row)

    def forms(self, verb: Row) -> Iterator[Formed]:
        """Every form of a verb; raises PackError (pack.morphology) for a row that cannot be conjugated."""
        templates = _Templates(verb, self._sounds, self._patterns)
        finite = [form for part in ("past", "pres", "imp") for form in self._finite(templates, part)]
        yield from (form._replace(lemma=finite[0].spellings[0]) for form in finite)
        for word, word_class, kind, base in self._nouns(templates):
            forms = list(self._paradigms.forms(word_class, base, where=templates.where))
            lemma = min((form for form in forms if form.features in _CITED), key=_cited).letters
            for letters, features in ((form.letters, form.features) for form in forms):
                yield Formed("", (letters,), f"{features} {kind}", word, lemma)

    def _finite(self, templates: _Templates, part: str) -> Iterator[Formed]:
        """The persons of a part; a mood only where it is written otherwise than the indicative."""
        usual: set[tuple[str, str]] = set()
        for affix in self._affixes[part]:
            for form, voice in self._voices(templates, part, affix):
                features = f"VERB {affix['features']} {voice}".rstrip()
                spellings = tuple(word for word in form.spellings if (features, word) not in usual)
                usual.update((features, word) for word in spellings)
                if affix["mood"]:
                    features = " ".join(("VERB", affix["features"], affix["mood"], voice)).rstrip()
                if spellings:
                    yield Formed(form.heard, spellings, features, "", "")

    def _voices(self, templates: _Templates, part: str, affix: Row) -> Iterator[tuple[Formed, str]]:
        """Active and passive of a person, each with its name; one form without a name where they are written alike."""
        has_passive = part in _PASSIVES and (templates.transitive or affix["impersonal"] == "yes")
        active = self._made(templates.filled(part), affix)
        passive = self._made(templates.filled(_PASSIVES[part]), affix) if has_passive else None
        if active and passive and self._key(active.spellings[0]) == self._key(passive.spellings[0]):
            yield active, ""
            return
        if active:
            yield active, "act"
        if passive:
            yield passive, "pass"

    def _made(self, stem: str, affix: Row) -> Formed | None:
        """A stem with an affix; None where the verb lacks the stem."""
        if not stem:
            return None
        heard = self._sounds.heard(affix["prefix"] + stem + affix["suffix"])
        return Formed(heard, tuple(self._sounds.spellings(heard)), "", "", "")

    def _nouns(self, templates: _Templates) -> Iterator[tuple[str, str, str, str]]:
        """Verbal nouns and participles: which word, its class, what its features say beside that, its base."""
        for n, base in enumerate(self._bases(templates, "masdar"), 1):
            yield f"n{n if n > 1 else ''}", "noun", "vn", base
        active, passive = self._bases(templates, "active"), self._bases(templates, "passive")
        if active == passive:
            yield from (("b", "adj", "ptcp", base) for base in active)
            return
        yield from (("a", "adj", "ptcp act", base) for base in active)
        yield from (("p", "adj", "ptcp pass", base) for base in passive)

    def _bases(self, templates: _Templates, part: str) -> list[str]:
        """The words of a nominal part in the shape that inflection.tsv starts from: those listed, or the pattern's."""
        stem = templates.filled(part)
        made = [self._made(stem, affix) for affix in self._affixes[part]]
        regular = "/".join(form.spellings[0] for form in made if form)
        listed = values(templates.listed(part)) or (_REGULAR,)
        return [base for base in (regular if one == _REGULAR else one for one in listed) if base]


def _cited(form: Form) -> int:
    """The rank of a form among those by which a noun may be cited."""
    return _CITED.index(form.features)


class _Templates:
    """The patterns of one verb, filled with its root."""

    def __init__(self, verb: Row, sounds: Sounds, patterns: dict[tuple[str, str], list[Row]]) -> None:
        self.where = f"lexicon/verbs.tsv {verb['id']}"
        self._verb, self._patterns = verb, patterns
        self.transitive = "yes" in values(verb["object"])
        self._own = dict(cell.split("=", 1) for cell in values(verb["irregular"]))
        self._root = self._own.get("root") or sounds.root(verb["root"], where=self.where)
        perfect, _, imperfect = verb["vowels"].partition("-")
        self._fill = {"P": perfect, "I": imperfect} | {str(n): letter for n, letter in enumerate(self._root, 1)}

    def filled(self, part: str) -> str:
        """The pattern of a part with the letters of the root; empty where the verb has no such part."""
        if part in _UNDERGONE and self._verb["object"] == "no" and part not in self._own:
            return ""
        template = self._own.get(part) or self._template(part)
        return "" if template == _NONE else re.sub("[1-4PI]", lambda place: self._letter(place.group()), template)

    def _letter(self, place: str) -> str:
        """The letter that stands for a place of a template."""
        if letter := self._fill.get(place):
            return letter
        raise PackError("pack.morphology", f"nothing for {place}", where=self.where, todo="mend root, form or vowels")

    def _template(self, part: str) -> str:
        """The template of the row that fits the root, or of the row for any."""
        rows = self._patterns.get((self._verb["form"], part), [])
        look = f"{self._root} {self._verb['vowels']}"
        fitting = [row for row in rows if re.match(row["root"], look)]
        return max(fitting, key=lambda row: len(row["root"]))["template"] if fitting else _NONE

    def listed(self, part: str) -> str:
        """What the verb's row lists for a nominal part, in letters."""
        return self._verb.get(part, "")
