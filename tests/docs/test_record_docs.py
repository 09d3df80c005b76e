"""docs/record.md describes every field of the record and no other; docs/record.schema.json is the model's."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import jsonschema
import pytest
from pydantic import BaseModel, ValidationError

from riwaya.model import Block, Claim, Event, Issue, Link, Party, Place, Record, Relation, Report, Time

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)[0]
SCHEMA = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))
MODELS: list[type[BaseModel]] = [
    Report,
    Record,
    Block,
    Claim,
    Link,
    Event,
    Party,
    Place,
    Time,
    Relation,
    Issue,
]


def _section(model: type[BaseModel]) -> str:
    return re.split(r"^## ", PAGE.split(f"\n## {model.__name__}\n")[1], flags=re.MULTILINE)[0]


def _rows(model: type[BaseModel]) -> dict[str, str]:
    """Each described field with what its column `null` says."""
    return dict(re.findall(r"^\| `(\w+)` \|.*\| (\w+) \|$", _section(model), flags=re.MULTILINE))


def _own_fields(model: type[BaseModel]) -> list[str]:
    return [name for name in model.model_fields if model is not Record or name not in Report.model_fields]


def _leaves(annotation: Any) -> Iterator[Any]:
    """The parts of a type, down to what is in a union or a Literal."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        yield annotation
        for part in get_args(annotation):
            yield from _leaves(part)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_every_field_is_described_and_no_other(model: type[BaseModel]) -> None:
    assert list(_rows(model)) == _own_fields(model)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_null_is_told_where_it_may_stand(model: type[BaseModel]) -> None:
    for name, says in _rows(model).items():
        annotation = model.model_fields[name].annotation
        assert says == ("yes" if NoneType in get_args(annotation) else "no"), name


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_every_value_of_a_closed_list_is_named(model: type[BaseModel]) -> None:
    section = _section(model)
    for name in _own_fields(model):
        values = {v for v in _leaves(model.model_fields[name].annotation) if isinstance(v, str)}
        assert not {v for v in values if f"`{v}`" not in section and f'`"{v}"`' not in section}, name


def test_every_section_is_a_model() -> None:
    described = set(re.findall(r"^## (\w+)$", PAGE, flags=re.MULTILINE))
    assert described == {model.__name__ for model in MODELS}


def test_the_example_is_a_record() -> None:
    record = Record.from_json(EXAMPLE)
    assert json.loads(record.to_json()) == json.loads(EXAMPLE)
    assert f"> {record.text}\n" in PAGE
    assert [link.span.cut(record.text) for link in record.claims[0].chain if link.span] == [
        "رويترز",
        "وزارة الدفاع الأوكرانية",
    ]


def test_the_schema_is_the_models() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "write_schema.py"))
    committed = (ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8")
    assert tool["schema_text"]() == committed, "run python tools/write_schema.py"


def test_the_example_is_valid_by_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(EXAMPLE))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("riwaya", "2"),
        ("text", None),
        ("claims", {}),
        ("page", []),
        ("blocks", [{"kind": "advert", "span": [0, 1]}]),
    ],
)
def test_the_schema_refuses_what_the_model_refuses(field: str, value: object) -> None:
    wrong = json.loads(EXAMPLE) | {field: value}
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(wrong)
    with pytest.raises(ValidationError):
        Record.model_validate(wrong)


def test_what_a_schema_cannot_say_the_model_checks() -> None:
    wrong = json.loads(EXAMPLE)
    wrong["claims"][0]["content"] = [0, 10_000]
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid(wrong)
    with pytest.raises(ValidationError, match="does not lie in a text"):
        Record.model_validate(wrong)
