"""The loader of rule files: refuses what is wrong, with file and reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from riwaya.errors import PackError
from riwaya.rules.pattern import PatternError, compile_pattern
from riwaya.rules.rule import Rule, Trial

# What a rule file may find, and the folder that such rules stand in.
FINDS = {
    "time": "times",
    "place": "places",
    "actor": "actors",
    "count": "counts",
    "claim": "claims",
    "attribution": "claims",
    "status": "events",
}
_REQUIRED = {"rule", "finds", "about", "pattern", "examples", "counter-examples"}
_KNOWN = _REQUIRED | {"source", "gives", "confidence", "priority", "known-failures"}
_TRIAL = {"text", "gloss", "why", "published", "expected"}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as quick


def load_rules(folder: Path, *, prefix: str, lexicons: frozenset[str], key: Callable[[str], str]) -> tuple[Rule, ...]:
    """The rules of a folder, compiled, sorted by id; raises PackError (pack.rule)."""
    return tuple(_rule(path, folder, prefix, lexicons, key) for path in sorted(folder.glob("*/*.yaml")))


def _rule(path: Path, folder: Path, prefix: str, lexicons: frozenset[str], key: Callable[[str], str]) -> Rule:
    """The rule of one file."""
    rule_id = ".".join((prefix, *path.relative_to(folder).with_suffix("").parts))

    def refuse(reason: str, todo: str) -> PackError:
        return PackError("pack.rule", reason, where=str(path.relative_to(folder.parent)), todo=todo)

    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise refuse(f"is no YAML ({' '.join(str(error).split())})", "mend the YAML") from error
    if not isinstance(raw, dict):
        raise refuse("is no mapping", "begin with `rule: ...`")
    if odd := set(raw) - _KNOWN:
        raise refuse(f"unknown keys: {', '.join(sorted(odd))}", f"known are {', '.join(sorted(_KNOWN))}")
    if missing := _REQUIRED - set(raw):
        raise refuse(f"keys missing: {', '.join(sorted(missing))}", "add them")
    if raw["rule"] != rule_id:
        raise refuse(f"the id {raw['rule']!r} differs from the path", f"write {rule_id}")
    if FINDS.get(raw["finds"]) != path.parent.name:
        raise refuse(f"finds {raw['finds']!r} in the folder {path.parent.name}", f"known are {FINDS}")
    if len(raw["examples"]) < 2 or len(raw["counter-examples"]) < 1:
        raise refuse("too few examples", "give two examples and one counter-example at least")
    try:
        pattern = compile_pattern(raw["pattern"], key)
    except (PatternError, TypeError, ValueError, AttributeError) as error:
        raise refuse(f"pattern: {error}", "see docs/packs.md") from error
    if unknown := pattern.lexicons - lexicons:
        raise refuse(f"no such lexicon: {', '.join(sorted(unknown))}", "make the table, or mend the name")
    return Rule(
        id=rule_id,
        finds=raw["finds"],
        about=" ".join(str(raw["about"]).split()),
        source=str(raw.get("source", "")),
        pattern=pattern,
        gives={name: str(value) for name, value in (raw.get("gives") or {}).items()},
        confidence=float(raw.get("confidence", 0.8)),
        priority=int(raw.get("priority", 0)),
        examples=tuple(_trial(t, refuse, expects=True) for t in raw["examples"]),
        counter_examples=tuple(_trial(t, refuse, expects=False) for t in raw["counter-examples"]),
        known_failures=tuple(_trial(t, refuse, expects=True) for t in raw.get("known-failures") or ()),
    )


def _trial(raw: Mapping[str, Any], refuse: Callable[[str, str], PackError], *, expects: bool) -> Trial:
    """One example or counter-example of a rule file."""
    if odd := set(raw) - _TRIAL:
        raise refuse(f"unknown keys in an example: {', '.join(sorted(odd))}", f"known are {', '.join(sorted(_TRIAL))}")
    needed = {"text", "gloss", "expected"} if expects else {"text", "gloss", "why"}
    if missing := needed - set(raw):
        raise refuse(f"an example lacks {', '.join(sorted(missing))}", "add it")
    expected = raw.get("expected")
    for quote in _quotes(expected):
        if quote not in raw["text"]:
            raise refuse(f"the expected words {quote!r} do not occur in the text", "write them as the text has them")
    published = raw.get("published")
    return Trial(str(raw["text"]), str(raw["gloss"]), str(raw.get("why", "")), expected, published and str(published))


def _quotes(expected: Mapping[str, Any] | None) -> list[str]:
    """The values of an expectation that are words of the text: those of the keys named here."""
    words = ("cue", "content", "text", "trigger", "sources")
    listed = [(expected or {}).get(name) for name in words]
    return [one for value in listed if value for one in (value if isinstance(value, list) else [value]) if one]
