"""Gold reports: texts with the claims and events that a person found in them.

A folder holds ID.txt and ID.json (or ID.gold.json, then perhaps ID.html, the page it came from). index.json
may name the day of publication of each. Other JSON files, without claims and events, are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from riwaya.errors import GoldError
from riwaya.evaluate.reading import Reading
from riwaya.model import Span
from riwaya.model.record import IsoTime

_DAY: TypeAdapter[str | None] = TypeAdapter(IsoTime | None)


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with its gold reading; `page` is the HTML file it was taken from, if there is one."""

    id: str
    text: str
    published: str | None
    page: Path | None
    reading: Reading


def read_gold(folder: Path) -> list[GoldReport]:
    """The gold reports of a folder, by id; raises GoldError (gold.missing, gold.no-text, gold.broken)."""
    if not folder.is_dir():
        raise GoldError("gold.missing", "no such folder", where=str(folder), todo="check the path")
    days = _days(folder / "index.json")
    paths = sorted(path for path in folder.glob("*.json") if path.name != "index.json")
    reports = [_report(path, gold, days) for path in paths if _is_gold(gold := _parsed(path))]
    if not reports:
        todo = "give a folder with ID.txt and ID.json of each report"
        raise GoldError("gold.missing", "no gold report in the folder", where=str(folder), todo=todo)
    return reports


def _is_gold(parsed: Any) -> bool:
    """Whether a JSON value holds claims and events."""
    return isinstance(parsed, dict) and {"claims", "events"} <= parsed.keys()


def _parsed(path: Path) -> Any:
    """The JSON value of a file."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _broken(path, f"no JSON in UTF-8 ({error})") from error


def _broken(path: Path, what: str) -> GoldError:
    return GoldError("gold.broken", what, where=str(path), todo="correct the gold file")


def _days(index: Path) -> dict[str, str | None]:
    """The day of publication of each report that the index names."""
    entries = _parsed(index) if index.exists() else []
    if not isinstance(entries, list) or not all(isinstance(e, dict) and "id" in e for e in entries):
        raise _broken(index, 'the index is no list of {"id", "published"}')
    return {entry["id"]: entry.get("published") for entry in entries}


def _report(path: Path, gold: dict[str, Any], days: Mapping[str, str | None]) -> GoldReport:
    """The gold report of one file."""
    name = path.name.removesuffix(".json").removesuffix(".gold")
    text = _text(path.with_name(f"{name}.txt"), path)
    try:
        reading = Reading.model_validate(gold)
        published = _DAY.validate_python(days.get(name) or gold.get("published"))
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(map(str, first["loc"])) or "published"
        raise _broken(path, f"{at}: {first['msg']}") from error
    for wrong in (*_wrong_spans(reading, gold, text), *_wrong_relations(reading)):
        raise _broken(path, wrong)
    page = path.with_name(f"{name}.html")
    return GoldReport(
        id=name,
        text=text,
        published=published,
        page=page if page.exists() else None,
        reading=reading,
    )


def _text(path: Path, gold: Path) -> str:
    """The text that the gold was written on."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        todo = f"put {path.name} beside it"
        raise GoldError("gold.no-text", "the report has no text", where=str(gold), todo=todo) from error
    except (OSError, ValueError) as error:
        raise _broken(path, f"no text in UTF-8 ({error})") from error


def _wrong_spans(reading: Reading, gold: dict[str, Any], text: str) -> Iterator[str]:
    """What is wrong with the spans: outside the text, or cutting out other words than the gold repeats."""
    for of, span in reading.spans():
        if not 0 <= span.start < span.end <= len(text):
            yield f"{of}: span {list(span)} does not lie in a text of {len(text)}"
    for kind, field in (("claims", "content"), ("events", "trigger")):
        for entry in gold[kind]:
            words = entry.get(f"{field}_text")
            if words is not None and Span(*entry[field]).cut(text) != words:
                yield f"{entry['id']}: span {entry[field]} does not cut out its {field}_text"


def _wrong_relations(reading: Reading) -> Iterator[str]:
    """What is wrong with the relations: they name claims that are not there."""
    claims = {claim.id for claim in reading.claims}
    for relation in reading.relations:
        for name in {relation.a, relation.b} - claims:
            yield f"relation {relation.kind}: there is no claim {name}"
