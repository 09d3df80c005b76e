"""The loader of rule files: refuses what is wrong, with file and reason.

What a rule does is read at once, its trials when somebody asks for them: they are most of a file, and a reader of
reports needs none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, overload

import yaml

from riwaya.errors import PackError
from riwaya.rules.elements import PatternError, listed
from riwaya.rules.pattern import compile_pattern
from riwaya.rules.rule import Rule, Trial

# What a rule file may find, and the folder that such rules stand in.
FINDS = {
    "time": "times",
    "place": "places",
    "actor": "actors",
    "count": "counts",
    "claim": "claims",
    "attribution": "claims",
    "doer": "events",
    "status": "events",
}
# The keys of trials, with the least number of them and what each must tell.
_TRIALS = {"examples": (2, "expected"), "counter-examples": (1, "why"), "known-failures": (0, "expected why")}
_REQUIRED = {"rule", "finds", "about", "pattern", "examples", "counter-examples"}
_KNOWN = _REQUIRED | {"source", "gives", "confidence", "priority", "known-failures"}
_HEADS = re.compile(r"^([^\s#-][^\n:]*):", re.MULTILINE)  # a key of the file itself
_TRIAL = {"text", "gloss", "why", "published", "expected"}
_TYPES: Mapping[str, tuple[type, ...]] = {
    "rule": (str,),
    "finds": (str,),
    "about": (str,),
    "source": (str,),
    "gives": (dict,),
    "confidence": (float, int),
    "priority": (int,),
}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as quick


def load_rules(folder: Path, *, prefix: str, lexicons: frozenset[str], key: Callable[[str], str]) -> tuple[Rule, ...]:
    """The rules of a folder, compiled, sorted by id; raises PackError (pack.rule)."""
    return tuple(load_rule(path, folder, prefix, lexicons, key) for path in sorted(folder.glob("*/*.yaml")))


def load_rule(path: Path, folder: Path, prefix: str, lexicons: frozenset[str], key: Callable[[str], str]) -> Rule:
    """The rule of one file; raises PackError (pack.rule) with the file, what is wrong and what to do.

    So does a look at its trials where these are wrong.
    """
    rule_id = ".".join((prefix, *path.relative_to(folder).with_suffix("").parts))
    with _refusing(path, folder):
        raw = _without_trials(_text(path))
        _check_keys(raw, rule_id, path.parent.name)
        trials = {name: _Trials(path, folder, name) for name in _TRIALS}
        return _rule(raw, key, lexicons, trials)


class _Wrong(ValueError):
    """What is wrong in a rule file, and what to do; `_refusing` adds where."""

    def __init__(self, reason: str, todo: str) -> None:
        super().__init__(reason)
        self.reason, self.todo = reason, todo


@contextmanager
def _refusing(path: Path, folder: Path) -> Iterator[None]:
    """Tells what is wrong in a file as a PackError with the file."""
    try:
        yield
    except _Wrong as wrong:
        where = str(path.relative_to(folder.parent))
        raise PackError("pack.rule", wrong.reason, where=where, todo=wrong.todo) from wrong


class _Trials(Sequence[Trial]):
    """The trials of a rule under one key of its file, read when they are first looked at."""

    def __init__(self, path: Path, folder: Path, name: str) -> None:
        self._path, self._folder, self._name = path, folder, name

    @cached_property
    def _read(self) -> tuple[Trial, ...]:
        """The trials themselves; raises PackError (pack.rule)."""
        least, needed = _TRIALS[self._name]
        with _refusing(self._path, self._folder):
            raw = _parsed(_text(self._path)).get(self._name, [])  # known failures may be missing
            if not isinstance(raw, list):
                raise _Wrong(f"{self._name} is {raw!r}", "give a list")
            if len(raw) < least:
                raise _Wrong("too few examples", "give two examples and one counter-example at least")
            return tuple(_trial(trial, set(needed.split())) for trial in raw)

    @overload
    def __getitem__(self, index: int) -> Trial: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Trial]: ...
    def __getitem__(self, index: int | slice) -> Trial | Sequence[Trial]:
        return self._read[index]

    def __len__(self) -> int:
        return len(self._read)


def _text(path: Path) -> str:
    """The text of a file."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise _Wrong(f"is no UTF-8 ({error})", "save it as UTF-8") from error


def _without_trials(text: str) -> dict[str, Any]:
    """What a file says before its trials if nothing else follows them, with their keys; else all that it says."""
    keys = list(_HEADS.finditer(text))
    first = next((n for n, key in enumerate(keys) if key[1] in _TRIALS), len(keys))
    last = {key[1] for key in keys[first:]}
    if not last or last - _TRIALS.keys():
        return _parsed(text)
    return _parsed(text[: keys[first].start()]) | dict.fromkeys(last)


def _parsed(text: str) -> dict[str, Any]:
    """The mapping that a text in YAML holds."""
    try:
        raw = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _Wrong(f"is no YAML ({' '.join(str(error).split())})", "mend the YAML") from error
    if not isinstance(raw, dict):
        raise _Wrong("is no mapping", "begin with `rule: ...`")
    return raw


def _check_keys(raw: Mapping[str, Any], rule_id: str, folder: str) -> None:
    """Refuse unknown and missing keys, an id that differs from the path, values of the wrong type."""
    if odd := set(raw) - _KNOWN:
        raise _Wrong(f"unknown keys: {', '.join(sorted(map(str, odd)))}", f"known are {', '.join(sorted(_KNOWN))}")
    if missing := _REQUIRED - set(raw):
        raise _Wrong(f"keys missing: {', '.join(sorted(missing))}", "add them")
    for name, types in _TYPES.items():
        if name in raw and not isinstance(raw[name], types):
            wanted = " or ".join(one.__name__ for one in types)
            raise _Wrong(f"{name} is {raw[name]!r}", f"give a {wanted}")
    if raw["rule"] != rule_id:
        raise _Wrong(f"the id {raw['rule']!r} differs from the path", f"write {rule_id}")
    if FINDS.get(raw["finds"]) != folder:
        raise _Wrong(f"finds {raw['finds']!r} in the folder {folder}", f"known are {FINDS}")


def _rule(
    raw: Mapping[str, Any], key: Callable[[str], str], lexicons: frozenset[str], trials: Mapping[str, Sequence[Trial]]
) -> Rule:
    """The rule that a checked mapping describes."""
    try:
        pattern = compile_pattern(raw["pattern"], key)
    except (PatternError, TypeError, ValueError, AttributeError) as error:
        raise _Wrong(f"pattern: {error}", "see docs/packs.md") from error
    if unknown := pattern.lexicons - lexicons:
        raise _Wrong(f"no such lexicon: {', '.join(sorted(unknown))}", "make the table, or mend the name")
    return Rule(
        id=raw["rule"],
        finds=raw["finds"],
        about=" ".join(raw["about"].split()),
        source=raw.get("source", ""),
        pattern=pattern,
        gives={name: str(value) for name, value in raw.get("gives", {}).items()},
        confidence=float(raw.get("confidence", 0.8)),
        priority=raw.get("priority", 0),
        examples=trials["examples"],
        counter_examples=trials["counter-examples"],
        known_failures=trials["known-failures"],
    )


def _trial(raw: Any, needed: set[str]) -> Trial:
    """One example, counter-example or known failure of a rule file."""
    if not isinstance(raw, dict) or not isinstance(raw.get("text", ""), str):
        raise _Wrong(f"an example is {raw!r}", "give it text, gloss and what is expected")
    if odd := set(raw) - _TRIAL:
        raise _Wrong(f"unknown keys in an example: {', '.join(sorted(odd))}", f"known are {', '.join(sorted(_TRIAL))}")
    if missing := ({"text", "gloss"} | needed) - set(raw):
        raise _Wrong(f"an example lacks {', '.join(sorted(missing))}", "add it")
    expected = raw.get("expected")
    if not isinstance(expected, (dict, type(None))):
        raise _Wrong(f"expected is {expected!r}", "give a mapping such as {cue: ..., content: ...}")
    for quote in _quotes(expected):
        if quote not in raw["text"]:
            raise _Wrong(f"the expected words {quote!r} do not occur in the text", "write them as the text has them")
    published = raw.get("published")
    return Trial(raw["text"], str(raw["gloss"]), str(raw.get("why", "")), expected, published and str(published))


def _quotes(expected: Mapping[str, Any] | None) -> list[str]:
    """The values of an expectation that are words of the text: those of the keys named here."""
    words = ("cue", "content", "text", "trigger", "sources", "deed")
    named = [(expected or {}).get(name) for name in words]
    return [str(one) for value in named if value for one in listed(value) if one]
