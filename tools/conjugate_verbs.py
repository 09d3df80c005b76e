"""Writes all forms of the verbs of the Arabic pack, or shows those of one verb.

python tools/conjugate_verbs.py           writes words.tsv, features.tsv and forms.tsv in packs/ar/morphology anew
python tools/conjugate_verbs.py VERB      prints the table of a verb: its id, or a word that comes of it
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from riwaya.packs import Pack, load_pack
from riwaya.rules.conjugation import Conjugator, Formed
from riwaya.rules.sounds import Sounds
from riwaya.rules.tables import Row

MADE = (
    "# Made by tools/conjugate_verbs.py of lexicon/verbs.tsv and the tables of this folder; change those, never this.\n"
)
HEADS = {
    "words": "# The words that come of a verb: itself, verbal nouns (n), participles (a active, p passive, b both).\n",
    "features": "# What forms.tsv counts by number, in the order in which the readings of a spelling are given.\n",
    "forms": "# Every spelling, folded: the words of words.tsv that it may be, each with the numbers of its features.\n"
    "# Those after the line `rare` are forms that are hardly ever met: commands, I.\n",
}


class Word(NamedTuple):
    """A word that comes of a verb, and its forms."""

    id: str
    lemma: str
    verb: Row
    forms: list[Formed]


def conjugator(pack: Pack) -> Conjugator:
    """The maker of forms with the tables of a pack."""
    sounds = Sounds(pack.rows("morphology/letters"), pack.rows("morphology/sounds"))
    patterns, affixes = pack.rows("morphology/patterns"), pack.rows("morphology/affixes")
    return Conjugator(sounds, patterns, affixes, pack.paradigms, pack.key)


def words_of(verb: Row, maker: Conjugator) -> Iterator[Word]:
    """The words that come of a verb, sorted by id; a form with an alternative stands once for each."""
    forms: dict[tuple[str, str], list[Formed]] = defaultdict(list)
    for form in maker.forms(verb):
        forms[form.word, form.lemma].append(form)
    for (word, lemma), some in forms.items():
        yield Word(verb["id"] + (f".{word}" if word else ""), lemma, verb, some)


def made(pack: Pack) -> dict[str, str]:
    """The generated tables by name."""
    maker = conjugator(pack)
    words = [word for verb in pack.rows("lexicon/verbs") for word in words_of(verb, maker)]
    words.sort(key=lambda word: word.id)
    kinds = sorted({form.features for word in words for form in word.forms}, key=_order(pack))
    number = {features: str(n) for n, features in enumerate(kinds, 1)}
    spelt: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in words:
        for form in sorted(word.forms, key=lambda form: int(number[form.features])):
            for spelling in form.spellings:
                at = spelt[pack.key(spelling)][word.id]
                at += [number[form.features]] if number[form.features] not in at else []
    return {
        "words": _table("words", ("id", "lemma", "verb"), ((w.id, w.lemma, w.verb["id"]) for w in words)),
        "features": _table("features", ("id", "features"), ((f"{int(n):03}", f) for f, n in number.items())),
        "forms": _table("forms", (), _spellings(pack, spelt, kinds)),
    }


def _spellings(pack: Pack, spelt: dict[str, dict[str, list[str]]], kinds: list[str]) -> Iterator[tuple[str, str]]:
    """The rows of forms.tsv: every spelling, those last that are nothing but rare forms."""
    rare = {f"VERB {row['features']} {row['mood']}".rstrip() for row in pack.rows("morphology/affixes") if row["rare"]}
    numbers = {str(n) for n, features in enumerate(kinds, 1) if _person(features) in rare}
    common = {form for form, at in spelt.items() if any(set(some) - numbers for some in at.values())}
    yield from ((form, _readings(spelt[form])) for form in sorted(common))
    yield "rare", ""
    yield from ((form, _readings(spelt[form])) for form in sorted(spelt.keys() - common))


def _person(features: str) -> str:
    """The features without the voice."""
    return features.removesuffix(" act").removesuffix(" pass")


def _readings(at: dict[str, list[str]]) -> str:
    """The cell of a spelling: its words, those of the commoner feature first."""
    ordered = sorted(at.items(), key=lambda item: (int(item[1][0]), item[0]))
    return " ".join(f"{word}:{','.join(numbers)}" for word, numbers in ordered)


def _table(name: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """The text of a table."""
    head = ["\t".join(columns)] if columns else []
    return MADE + HEADS[name] + "".join(f"{line}\n" for line in (*head, *map("\t".join, rows)))


def _order(pack: Pack) -> Callable[[str], tuple[bool, bool, int, bool, str]]:
    """The key that sorts features: verbal nouns, finite forms as in affixes.tsv, participles, rare forms.

    A spelling that is a past and a verbal noun is twice as often the noun, in WikiNews.
    """
    rows = pack.rows("morphology/affixes")
    persons = [f"VERB {row['features']} {row['mood']}".rstrip() for row in rows]
    rare = {person for person, row in zip(persons, rows, strict=True) if row["rare"]}

    def key(features: str) -> tuple[bool, bool, int, bool, str]:
        person = _person(features)
        place = persons.index(person) if person in persons else len(persons)
        return person in rare, not features.startswith("NOUN"), place, features.endswith(" pass"), features[::-1]

    return key


def shown(pack: Pack, wanted: str) -> Iterator[str]:
    """The table of a verb, a line for each form: features, spellings, sounds."""
    maker = conjugator(pack)
    named = {row["verb"] for row in pack.rows("morphology/words") if wanted in (row["id"], row["lemma"])}
    for verb in pack.rows("lexicon/verbs"):
        if verb["id"] in named | {wanted}:
            yield f"{verb['id']}: {verb['gloss']} (root {verb['root']}, form {verb['form']})"
            for form in maker.forms(verb):
                yield f"  {form.features:26} {' / '.join(form.spellings):14} {form.heard}".rstrip()


def main(arguments: list[str]) -> None:
    """Nothing; writes the tables, or prints that of a verb."""
    pack = load_pack("ar")
    if arguments:
        print("\n".join(shown(pack, arguments[0])) or "no such verb")
        return
    for name, text in made(pack).items():
        (pack.folder / "morphology" / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
