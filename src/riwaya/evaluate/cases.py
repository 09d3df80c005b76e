"""Cases: whole paragraphs with every mention that a good reading finds in them, and nothing else.

A file of `cases/` in a pack is a list of paragraphs. Each mention that is expected gives its kind, its words and
fields of its value; one that is still missed or wrong says why under `fails`, and one that is found and should
not be stands under `extra`. Both must stay so until they are promoted: an improvement is written down, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from riwaya.errors import PackError
from riwaya.evaluate.expected import wrong_of_extra
from riwaya.evaluate.trials import Finding, fields, meets, trial_report
from riwaya.model.layers import Found, Mention
from riwaya.packs import Pack
from riwaya.pipeline import Reader

KINDS = ("actor", "place", "time", "number", "weapon")
_KNOWN = {"id", "register", "published", "text", "gloss", "mentions", "extra"}
_REQUIRED = {"id", "register", "text", "gloss", "mentions"}
_TODO = "see the head of evaluate/cases.py and the files in cases/"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the mentions that are expected in it, in the order of the text."""

    id: str
    text: str
    published: str | None
    mentions: Sequence[Finding]
    extra: Sequence[Finding]


def read_cases(pack: Pack) -> Iterator[Paragraph]:
    """The paragraphs of a pack's `cases/`, in the order of the files; raises PackError (pack.case)."""
    for where, case in listed_cases(pack.folder / "cases", _REQUIRED, _KNOWN, _TODO):
        yield _paragraph(case, where)


def listed_cases(folder: Path, required: set[str], known: set[str], todo: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The paragraphs in the YAML files of a folder, each with where it stands; their keys are checked."""
    for path in sorted(folder.glob("*.yaml")):
        try:
            listed = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            raise PackError("pack.case", f"no YAML ({error})", where=path.name, todo=todo) from error
        for number, case in enumerate(listed, 1):
            where = f"{path.name} {case.get('id', number) if isinstance(case, dict) else number}"
            if not isinstance(case, dict) or case.keys() - known or required - case.keys():
                raise PackError("pack.case", f"keys must be {', '.join(sorted(known))}", where=where, todo=todo)
            yield where, case


def _paragraph(case: dict[str, Any], where: str) -> Paragraph:
    """One paragraph of a file, checked."""
    text, at = str(case["text"]).strip(), 0
    for mention in case["mentions"]:
        if mention.get("kind") not in KINDS or (at := text.find(str(mention.get("text")), at)) < 0:
            reason = f"no kind of {KINDS}, not in the text, or not in its order: {mention}"
            raise PackError("pack.case", reason, where=where, todo=_TODO)
    published = case.get("published")
    return Paragraph(str(case["id"]), text, published and str(published), case["mentions"], case.get("extra", ()))


def told_mentions(found: Found) -> list[Finding]:
    """The mentions of a report that cases tell of; numbers that are part of a time are none."""
    in_times = {i for m in found.mentions if m.kind == "time" for i in range(m.start, m.end)}
    told = [m for m in found.mentions if m.kind in KINDS and not (m.kind == "number" and m.start in in_times)]
    return [_told(mention, found) for mention in told]


def _told(mention: Mention, found: Found) -> Finding:
    """A mention as a case tells it; the kind of an actor or a weapon among its own kind is its `sort`."""
    words = found.analysed.words(mention.start, mention.end)
    value = {"sort" if name == "kind" else name: of for name, of in mention.value.items()}
    return {"kind": mention.kind, "text": words, **value}


def run_paragraph(case: Paragraph, reader: Reader) -> list[str]:
    """What is wrong with the reading of a paragraph, a line each; empty where all is well."""
    found = told_mentions(reader.find(trial_report(reader, case.text, case.published)))
    lines: list[str] = []
    for wanted in case.mentions:
        asked = {name: value for name, value in wanted.items() if name != "fails"}
        same = next((f for f in found if meets(f, asked)), None)
        if same is None and "fails" not in wanted:
            lines.append(f"missed  {fields(asked)}")
        elif same is not None and "fails" in wanted:
            lines.append(f"found now: take away `fails`  {fields(asked)}")
        near = same or next((f for f in found if _words(f) == _words(asked)), None)
        if near is not None:
            found.remove(near)
            if same is None and "fails" not in wanted:
                lines.append(f"  found {fields(near)}")
    left = wrong_of_extra(found, case.extra, lambda f, known: meets(f, _asked(known)), lambda f: fields(_asked(f)))
    return [*lines, *left]


def _asked(finding: Finding) -> Finding:
    """A finding, or what an extra asks for, without the reason that stands beside it."""
    return {name: value for name, value in finding.items() if name != "why"}


def _words(finding: Mapping[str, object]) -> tuple[object, object]:
    """The kind and the words of a finding."""
    return finding["kind"], finding["text"]
