"""The check of a pack: everything that can be wrong in its files, a line each, before it reads a word.

A file is checked up to its first mistake, so that one slip gives one line; the others are checked all the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml

from riwaya.errors import PackError
from riwaya.evaluate.new_rule import BLANK
from riwaya.packs import Pack
from riwaya.rules.elements import listed
from riwaya.rules.pattern import nested
from riwaya.rules.rule import Rule

# What pack.toml must say, and which columns the tables need that the engines read by name.
SETTINGS = (
    "version",
    "name",
    "script",
    "direction",
    "letters",
    "article",
    "conjunction",
    "sentence_ends",
    "quotation_marks",
    "feminine_endings",
)
TABLES = {
    "orthography": ("from", "to"),
    "clitics": ("form", "side", "gives", "article", "typed"),
    "lexicon/inflection": ("class", "part", "ending", "cut_prefix", "prefix", "cut_suffix", "suffix", "features"),
    "lexicon/function-words": ("forms", "pos", "lemma"),
    "lexicon/lemma-rules": ("pos", "from", "to", "when"),
    "lexicon/noun-patterns": ("pattern", "typed", "known", "except", "features"),
    "lexicon/shapes": ("starts", "ends", "least", "features"),
    "lexicon/triggers": ("class", "base", "concept"),
    "lexicon/verbs": ("root", "form", "vowels", "masdar", "object", "irregular"),
    "morphology/letters": ("letter", "sign", "class"),
    "morphology/patterns": ("form", "part", "root", "template"),
    "morphology/affixes": ("part", "prefix", "suffix", "features", "mood", "impersonal", "rare"),
    "morphology/sounds": ("stage", "from", "to"),
    "morphology/words": ("lemma", "verb"),
    "morphology/features": ("features",),
}
_T = TypeVar("_T")

MENTIONS = frozenset(
    {
        "number",
        "percent",
        "label",
        "ordinal",
        "duration",
        "time",
        "actor",
        "place",
        "weapon",
        "victim",
        "objective",
        "trigger",
    }
)
# Parts of speech that the language stage gives by itself; the others come from the pack's tables.
_TAGS = frozenset({"VERB", "NOUN", "ADJ", "NUM", "PRON", "PUNCT", "LATIN"})
_OFFICE = re.compile(r"-\d+$")  # persons stand once for each office: bashar-assad, bashar-assad-2


@dataclass
class PackCheck:
    """What was checked, what is wrong, and what a person should look at; each a line."""

    checked: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def check_pack(pack: Pack) -> PackCheck:
    """The check of a whole pack."""
    check = PackCheck()
    missing = [name for name in SETTINGS if name not in pack.settings]
    check.problems += [f"pack.toml: {name}: the setting is missing" for name in missing]
    check.checked.append(f"{len(SETTINGS)} settings")
    rows = _tables(pack, check)
    if not check.problems:  # words and rules stand on settings and tables
        _words(pack, check)
        _concepts(pack, rows.get("lexicon/triggers", []), check)
    _rules(pack, check)
    return check


def _tried(work: Callable[[], _T], check: PackCheck) -> _T | None:
    """What the work gives; None, with a problem noted, where a file is wrong."""
    try:
        return work()
    except PackError as error:
        check.problems.append(f"{error.where}: {error.what}; {error.todo}")
        return None


def _tables(pack: Pack, check: PackCheck) -> dict[str, list[dict[str, str]]]:
    """The rows of every table that can be read, by its path without `.tsv`."""
    paths = sorted(pack.folder.glob("*.tsv")) + sorted(pack.folder.glob("[lg]*/*.tsv"))
    paths += [path for path in sorted(pack.folder.glob("morphology/*.tsv")) if path.stem != "forms"]
    names = [path.relative_to(pack.folder).with_suffix("").as_posix() for path in paths]
    check.problems += [f"{name}.tsv: the table is missing" for name in TABLES if name not in names]
    tables = {name: _tried(lambda name=name: pack.rows(name), check) for name in names}  # type: ignore[misc]
    rows = {name: table for name, table in tables.items() if table is not None}
    for name, columns in TABLES.items():
        lacking = set(columns) - set(rows[name][0]) if rows.get(name) else set()
        check.problems += [f"{name}.tsv: columns missing: {', '.join(sorted(lacking))}"] if lacking else []
    check.checked.append(f"{len(names)} tables, {sum(map(len, rows.values()))} rows")
    return rows


def _words(pack: Pack, check: PackCheck) -> None:
    """Inflect every word; warn of fixed words that two entries of a lexicon share once they are folded."""
    words = _tried(lambda: pack.entries, check)
    ids: Mapping[tuple[str, str], set[str]] = defaultdict(set)
    for letters, entry in words or ():
        if not entry.features:
            ids[entry.lexicon, pack.key(letters)].add(_OFFICE.sub("", entry.id))
    for (lexicon, letters), same in ids.items():
        if len(same) > 1:
            check.warnings.append(f"{lexicon}: {', '.join(sorted(same))}: the same words once folded: {letters}")
    check.checked.append(f"{len(words or ())} forms of words")


def _concepts(pack: Pack, triggers: Iterable[Mapping[str, str]], check: PackCheck) -> None:
    """Look every trigger's concept up."""
    concepts = _tried(lambda: pack.concepts, check) or {}
    for row in triggers:
        if row["concept"] not in concepts:
            check.problems.append(f"lexicon/triggers.tsv:{row['id']}: no such concept: {row['concept']!r}")
    check.checked.append(f"{len(concepts)} concepts")


def _rules(pack: Pack, check: PackCheck) -> None:
    """Compile every rule, and look up what the engine takes as it stands: tags, kinds of mention, columns."""
    paths = sorted((pack.folder / "rules").glob("*/*.yaml"))
    blanks = [line for path in paths for line in _blanks(path, pack.folder)]
    check.problems += blanks
    rules = () if blanks else _tried(lambda: pack.rules, check)
    trials = sum(_tried(partial(_trials, rule), check) or 0 for rule in rules or ())
    if rules and not check.problems:
        columns = _columns(pack)
        tags = _TAGS | {row["pos"] for row in pack.rows("lexicon/function-words")}
        for path in paths:
            where = path.relative_to(pack.folder).as_posix()
            for reason in _odd(yaml.safe_load(path.read_text(encoding="utf-8"))["pattern"], columns, tags):
                check.problems.append(f"{where}: {reason}")
    check.checked.append(f"{len(paths)} rules, {trials} trials")


def _trials(rule: Rule) -> int:
    """How many trials a rule has; raises PackError where they are wrong."""
    return len(rule.examples) + len(rule.counter_examples) + len(rule.known_failures)


def _blanks(path: Path, folder: Path) -> Iterator[str]:
    """The first blank of a rule file that nobody has filled."""
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if BLANK in line:
            yield f"{path.relative_to(folder).as_posix()}:{number}: a blank is not filled: {line.strip()}"
            return


def _columns(pack: Pack) -> Mapping[str, set[str]]:
    """The columns that the entries of each lexicon have."""
    columns: Mapping[str, set[str]] = defaultdict(set)
    for _, entry in pack.entries:
        columns[entry.lexicon].update(entry.columns)
    for name, source in pack.settings.get("lexicons", {}).items():
        if source.get("lazy"):
            columns[name].update(pack.rows(source["table"])[0])
    return columns


def _odd(elements: Iterable[Mapping[str, Any]], columns: Mapping[str, set[str]], tags: frozenset[str]) -> Iterator[str]:
    """What elements name that does not exist and so would never match, at every depth."""
    for element in elements:
        yield from (f"no such part of speech: {tag}" for tag in listed(element.get("pos", ())) if tag not in tags)
        for kind in listed(element.get("mention", ())):
            if kind not in MENTIONS:
                yield f"no such kind of mention: {kind}"
        for lexicon in listed(element.get("lexicon", ())):
            lacking = set(element.get("with", ())) - columns[lexicon] if lexicon in columns else ()  # () where empty
            yield from (f"the lexicon {lexicon} has no column {column}" for column in sorted(lacking))
        for inner in nested(element):
            yield from _odd(inner, columns, tags)
