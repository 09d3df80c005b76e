"""The JSON Schema of rule files says what the loader says: editors complete and check with it."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from riwaya.packs import HOME
from riwaya.rules.load import FINDS
from riwaya.rules.pattern import ELEMENTS

SCHEMA = json.loads((HOME / "_schema" / "rule.schema.json").read_text(encoding="utf-8"))
RULES = sorted(HOME.glob("*/rules/*/*.yaml"))


class _Plain(yaml.SafeLoader):
    """YAML in which a day is text, as JSON has it."""


_Plain.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> dict[str, Any]:
    """A rule file as the schema sees it."""
    rule: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)
    return rule


@cache
def validator() -> jsonschema.Draft202012Validator:
    """The validator of the schema."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_rule_fits_the_schema(path: Path) -> None:
    errors = [f"{error.json_path}: {error.message}" for error in validator().iter_errors(read(path))]
    assert not errors, f"{path.name}: {errors}"


def test_the_schema_knows_what_the_loader_knows() -> None:
    element = SCHEMA["$defs"]["element"]
    assert set(SCHEMA["properties"]["finds"]["enum"]) == set(FINDS)
    assert {name for one in element["oneOf"] for name in one["required"]} == set(ELEMENTS)
    assert set(element["properties"]) == {*ELEMENTS, "with", "definite", "of", "as", "anchor"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("colour",), "red"),
        (("rule",), "said that"),
        (("finds",), "thing"),
        (("examples",), []),
        (("counter-examples",), []),
        (("confidence",), 1.5),
        (("pattern",), []),
        (("pattern", 0, "with"), "takes"),
        (("pattern", 0, "form"), ["said"]),
        (("pattern", 0, "colour"), "red"),
        (("pattern", 1), {"gap": [1]}),
        (("pattern", 1), {"form": ["said"], "definite": True}),
        (("pattern", 1), {"rest": "sentence", "anchor": True}),
        (("examples", 0, "expected"), {}),
        (("examples", 0, "expected"), {"sources": "the army"}),
        (("examples", 0, "why"), "no key of an example"),
        (("known-failures",), [{"text": "a", "gloss": "a", "expected": {"cue": "a"}}]),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], value: object) -> None:
    rule = deepcopy(read(HOME / "ar" / "rules" / "claims" / "said-that.yaml"))
    inner: Any = rule
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert list(validator().iter_errors(rule))
