"""Tables: what a pack says of claims beside its rules and lexicons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from riwaya.language.genders import EitherGender
from riwaya.language.phrases import PhraseTables
from riwaya.packs import Pack
from riwaya.rules.tables import Row


class SourceTables(NamedTuple):
    """What a pack says of the words that belong to a source."""

    prepositions: frozenset[str]  # that belong to it only before a body or a place
    within: frozenset[str]  # those of them that do so after a person too
    unannexed: frozenset[str]  # endings of nouns to which nothing is annexed
    adjectival: frozenset[str]  # endings of adjectives of relation
    headless: frozenset[str]  # words that never head a source
    parts: frozenset[str]  # prepositions after a numeral: two "of" the officials
    wings: frozenset[str]  # nouns for a part of a body, in apposition to its name
    others: frozenset[str]  # words that stand for the noun before them: security sources and "other", medical ones


class AgreementTables(NamedTuple):
    """What a pack says of agreement."""

    feminine: frozenset[str]  # letters that end a feminine noun
    folded: tuple[str, ...]  # the same, folded, as a stem ends where a pronoun follows the noun
    things: tuple[str, ...]  # endings of plurals that no verb in the masculine plural follows
    who: frozenset[str]  # words that are prepositions or, before a verb, "who" and "until"
    partial: frozenset[str]  # nouns that leave agreement to what they are part of ("the same", "a number of")
    owners: Mapping[str, str]  # the features of the pronouns that are written at the end of a noun: whose it is
    masculine: frozenset[str]  # ids of the states that are masculine
    bodies: frozenset[str]  # broken plurals of bodies, whose verb is feminine ("the states", "the parties")
    either: EitherGender


class Marks(NamedTuple):
    """Marks of punctuation."""

    pauses: frozenset[str]  # that end the name of a source
    commas: frozenset[str]
    stops: frozenset[str]  # that end a sentence or a clause
    questions: frozenset[str]
    dashes: frozenset[str]  # before the writer in a dateline
    consequences: frozenset[str]  # words that open the clause after a condition or a reason


class ClaimTables(NamedTuple):
    """What a pack says of claims."""

    phrases: PhraseTables
    sources: SourceTables
    agreement: AgreementTables
    marks: Marks

    @classmethod
    def of(cls, pack: Pack) -> ClaimTables:
        """The tables of a pack."""
        told, settings = pack.settings["sources"], pack.settings
        partial = frozenset(map(pack.key, settings["partial_nouns"]))
        phrases = PhraseTables.of(pack)
        return cls(
            phrases,
            SourceTables(*(frozenset(map(pack.key, told[name])) for name in SourceTables._fields)),
            AgreementTables(
                frozenset(settings["feminine_endings"]),
                tuple(map(pack.key, settings["feminine_endings"])),
                tuple(settings["thing_plurals"]),
                frozenset(map(pack.key, settings["who"])),
                partial,
                {pack.key(row["form"]): _features(row) for row in pack.rows("lexicon/pronouns")},
                frozenset(settings["masculine_states"]),
                frozenset(map(pack.key, settings["body_plurals"])),
                EitherGender.of(pack),
            ),
            Marks(
                frozenset(settings["pauses"]),
                phrases.pauses,
                frozenset(settings["sentence_ends"]),
                frozenset(settings["question_marks"]),
                frozenset(settings["dashes"]),
                frozenset(map(pack.key, settings["consequences"])),
            ),
        )


def _features(row: Row) -> str:
    """The features of a pronoun of the third person."""
    return f"{row['gender']} {row['number']}".strip() if row["person"] == "3" else ""
