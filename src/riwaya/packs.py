"""Language packs: all that riwaya knows of a language, read from data files and checked.

A pack is a folder under `riwaya/packs/`: `pack.toml`, `orthography.tsv`, `clitics.tsv`, `lexicon/*.tsv`,
`gazetteer/*.tsv`, `models/`, `rules/*/*.yaml`. It holds no code; its README says what it covers.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from riwaya.errors import PackError
from riwaya.model.folding import Fold
from riwaya.model.layers import Entry
from riwaya.rules.forms import Forms
from riwaya.rules.gazetteer import Gazetteer, read_derived
from riwaya.rules.inflection import Paradigms
from riwaya.rules.load import load_rules
from riwaya.rules.rule import Rule
from riwaya.rules.tables import Row, read_table, values

HOME = Path(__file__).parent / "packs"

T = TypeVar("T")


class Words(NamedTuple):
    """The words of the lexicons, by what has to be done before a text can be looked up in them.

    A stem is folded and without the article; a form of a verb has none.
    """

    single: Mapping[str, Sequence[Entry]]  # inflected words, by stem: each is one token of a text
    others: Sequence[tuple[str, Entry, str]]  # phrases and plain spellings, which may be parted, and their stems


@dataclass(frozen=True, eq=False)
class Pack:
    """A language pack, read and checked."""

    folder: Path
    settings: Mapping[str, Any]

    @property
    def code(self) -> str:
        """The language's ISO 639-1 code."""
        return self.folder.name

    @property
    def version(self) -> str:
        """The pack's own version."""
        return str(self.settings["version"])

    @cached_property
    def letters(self) -> re.Pattern[str]:
        """One letter of the pack's script."""
        return re.compile(str(self.settings["letters"]))

    @cached_property
    def fold(self) -> Fold:
        """The folding of `orthography.tsv`."""
        return Fold(dict(_folds(self.rows("orthography"))))

    def key(self, words: str) -> str:
        """The words as they are looked up: folded, blanks single."""
        key = self._keys.get(words)
        return self.fold.key(words) if key is None else key

    @cached_property
    def _keys(self) -> dict[str, str]:
        """The keys of the words of all lexicons, once these are read."""
        return {}

    @cached_property
    def _tables(self) -> dict[str, list[dict[str, str]]]:
        """The tables of the gazetteer that were read; several lexicons are made of each."""
        return {}

    def rows(self, table: str) -> list[dict[str, str]]:
        """The rows of a table, named by its path in the pack without `.tsv`; raises PackError."""
        if table in self._tables:
            return self._tables[table]
        rows = read_table(self.folder / f"{table}.tsv", hidden_ok=table == "orthography")
        if table.startswith("gazetteer/"):
            self._tables[table] = rows
        return rows

    def weights(self, model: str, read: Callable[[str], T]) -> dict[str, T]:
        """The weights of a model under `models/`, by feature; see its card in `models/README.md`.

        A line holds weights, as `read` takes them, and features that have just these; raises PackError.
        """
        weights: dict[str, T] = {}
        try:
            for line in self._model_lines(model):
                cell, *features = line.split("\t")
                weights |= dict.fromkeys(features, read(cell))
        except (OSError, ValueError) as error:
            raise _broken_model(model, error) from error
        return weights

    def model(self, model: str) -> dict[str, str]:
        """The lines of a model under `models/`: what follows the feature, by feature; raises PackError."""
        try:
            cells = "\t".join(self._model_lines(model)).split("\t")
            return dict(zip(cells[::2], cells[1::2], strict=True))
        except (OSError, ValueError) as error:
            raise _broken_model(model, error) from error

    def _model_lines(self, model: str) -> list[str]:
        """The lines of a model without comments."""
        lines = (self.folder / "models" / f"{model}.tsv").read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line and not line.startswith("# ")]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of places: those of the lexicons that pack.toml calls `lazy`, and of `gazetteer/upstream/`."""
        own = list(self._lexicon_words(lazy=True))
        self._fold_at_once(self._bare(word) for letters, _ in own for word in letters.replace("-", " - ").split())
        return Gazetteer(
            ((self.stems(letters), entry) for letters, entry in own),
            read_derived(self.folder / "gazetteer" / "upstream"),
        )

    def stem(self, letters: str) -> str:
        """A single word of a table, folded, without its article.

        The article is looked for before folding: a word may begin with the same letters once it is folded.
        """
        return self.key(self._bare(letters))

    def _bare(self, letters: str) -> str:
        """A single word of a table without its article."""
        cut = letters.removeprefix(self._article)
        return cut if len(cut) >= 2 else letters

    @cached_property
    def _article(self) -> str:
        """The letters of the article."""
        return str(self.settings.get("article", ""))

    def stems(self, words: str) -> tuple[str, ...]:
        """The words of a name, each as `stem` gives it; a hyphen stands by itself."""
        return tuple(map(self.stem, words.replace("-", " - ").split()))

    @cached_property
    def paradigms(self) -> Paradigms:
        """The affix paradigms of `lexicon/inflection.tsv`."""
        return Paradigms(self.rows("lexicon/inflection"))

    @cached_property
    def entries(self) -> tuple[tuple[str, Entry], ...]:
        """Every word of every lexicon, in every form, with its entry; those of `lazy` lexicons are the gazetteer's."""
        return tuple(self._lexicon_words(lazy=False))

    @cached_property
    def words(self) -> Words:
        """The same words, as they are looked up."""
        bare = [w if entry.features.startswith("VERB") else self._bare(w) for w, entry in self.entries]
        self._fold_at_once(bare)
        single: dict[str, list[Entry]] = defaultdict(list)
        others: list[tuple[str, Entry, str]] = []
        for (letters, entry), stem in zip(self.entries, map(self._keys.__getitem__, bare), strict=True):
            if entry.features and " " not in letters:
                single[stem].append(entry)
            else:
                others.append((letters, entry, stem))
        return Words(single, others)

    @cached_property
    def forms(self) -> Forms:
        """The forms of the verbs of `lexicon/verbs.tsv`, as `tools/conjugate_verbs.py` has worked them out."""
        folder = self.folder / "morphology"
        try:
            forms, words = ((folder / f"{name}.tsv").read_text(encoding="utf-8") for name in ("forms", "words"))
        except (OSError, UnicodeDecodeError) as error:
            todo = "run tools/conjugate_verbs.py"
            raise PackError("pack.morphology", str(error), where="morphology", todo=todo) from error
        return Forms(forms, words, self.rows("morphology/features"), self.key)

    def _lexicon_words(self, *, lazy: bool) -> Iterator[tuple[str, Entry]]:
        """The words of the lexicons that are looked up in the gazetteer, or of all others, each with its entry."""
        for name, table in self._lexicons().items():
            if bool(table.get("lazy")) == lazy:
                yield from self._words(name, table)

    def _fold_at_once(self, words: Iterable[str]) -> None:
        """Fold some words in one go."""
        letters = list(dict.fromkeys(words))
        self._keys.update(zip(letters, self.fold.keys(letters), strict=True))

    def _lexicons(self) -> dict[str, Mapping[str, str]]:
        """What each lexicon is made of: those of `lexicon/`, then those that pack.toml names."""
        plain = sorted(path.stem for path in (self.folder / "lexicon").glob("*.tsv"))
        left_out = set(self.settings.get("no_lexicon", ()))
        own = {name: {"table": f"lexicon/{name}"} for name in plain if name not in left_out}
        return {**own, **self.settings.get("lexicons", {})}

    def _words(self, name: str, source: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
        """The words of one lexicon, each with its entry."""
        where, forms, article = f"{source['table']}.tsv", self.paradigms.forms, str(self.settings["article"])
        match_column, of_all = source.get("match", "match"), source.get("class")
        for row in self.rows(source["table"]):
            base = row.get(source.get("words") or ("base" if "base" in row else "forms"))
            if not base:
                continue
            exact = "exact" in row.get(match_column, "").split()
            for letters, features in forms(of_all or row.get("class") or "fixed", base, where=f"{where} {row['id']}"):
                if features.startswith("VERB"):  # a verb has no article, though it may begin like one
                    article_is = "without"
                elif exact:
                    article_is = "with" if letters.startswith(article) else "without"
                else:
                    article_is = ""
                yield letters, Entry(name, row["id"], features, row, article_is)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the pack, compiled; raises PackError (pack.rule) for one that is wrong."""
        lexicons = frozenset(self._lexicons())
        return load_rules(self.folder / "rules", prefix=self.code, lexicons=lexicons, key=self.key)

    @cached_property
    def concepts(self) -> Mapping[str, Row]:
        """The concepts of the ontology that all packs share, by id."""
        return {row["id"]: row for row in read_table(HOME / "_ontology" / "concepts.tsv")}

    @cached_property
    def modes(self) -> Mapping[str, tuple[str, ...]]:
        """The modes of each PLOVER type, by the code book that all packs share."""
        return {row["type"]: values(row["modes"]) for row in read_table(HOME / "_ontology" / "plover.tsv")}


def pack_codes() -> tuple[str, ...]:
    """The codes of the packs that are installed."""
    return tuple(sorted(path.parent.name for path in HOME.glob("*/pack.toml")))


def load_pack(code: str) -> Pack:
    """The pack of a language; raises PackError (pack.unknown, pack.settings)."""
    folder = HOME / code
    if code not in pack_codes():
        raise PackError(
            "pack.unknown",
            f"no pack for {code!r}",
            where="packs",
            todo=f"there are: {', '.join(pack_codes())}",
        )
    try:
        settings = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError("pack.settings", str(error), where=f"{code}/pack.toml", todo="mend the TOML") from error
    return Pack(folder, settings)


def _broken_model(model: str, error: Exception) -> PackError:
    """The error of a model that cannot be read."""
    return PackError("pack.model", str(error), where=f"{model}.tsv", todo="train it again, see its card")


def _folds(rows: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """What is folded and what it becomes, from the rows of `orthography.tsv`.

    `from` is letters, one code point (U+0640) or a range (U+064B-U+065F); `to` is letters, a code point, a range
    of the same length, nothing, or NFKC: what Unicode gives as the compatible letters, folded in their turn.
    """
    plain: dict[str, str] = {}
    compatible: list[str] = []
    for row in rows:
        signs, gives = _points(row["from"]), row["to"]
        if gives == "NFKC":
            compatible += signs
        elif len(targets := _points(gives)) == len(signs) > 1:
            plain.update(zip(signs, targets, strict=True))
        else:
            plain.update((sign, "".join(targets)) for sign in signs)
    yield from plain.items()
    for sign in compatible:
        letters = unicodedata.normalize("NFKC", sign).strip()
        if letters != sign and letters:
            yield sign, "".join(plain.get(letter, letter) for letter in letters)


def _points(cell: str) -> list[str]:
    """The strings that a cell of `orthography.tsv` names.

    >>> _points("U+0030-U+0032"), _points("0-2"), _points("&amp;")
    (['0', '1', '2'], ['0', '1', '2'], ['&amp;'])
    """
    if match := re.fullmatch(r"(?:U\+([0-9A-F]{4,6})|(\d))(?:-(?:U\+([0-9A-F]{4,6})|(\d)))?", cell):
        first = int(match[1], 16) if match[1] else ord(match[2])
        last = int(match[3], 16) if match[3] else ord(match[4]) if match[4] else first
        return [chr(point) for point in range(first, last + 1)]
    return [cell]


def cell_values(row: Row, column: str) -> tuple[str, ...]:
    """The values of a row's cell, parted by `|`."""
    return values(row.get(column, ""))
