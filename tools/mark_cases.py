"""Marks the paragraphs of a pack's `cases/` by the present reading: `fails` and `extra` are written again.

    python tools/mark_cases.py [ar] [--report]

What is expected is never touched. A mention that is found loses its `fails`; one that is not gets one, unless a
reason written by hand is there already. `extra` lists what is found besides. Without `--report` the files are
written; with it, only the figures are printed: expected, found, missed and extra, by kind.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from riwaya.evaluate.cases import KINDS, told_mentions
from riwaya.evaluate.trials import Finding, meets, trial_report
from riwaya.pipeline import Reader, load

_BY_TOOL = ("not found", "found as ", "found with ")
Case = dict[str, Any]


def main() -> None:
    """Marks all files of a pack and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", nargs="?", default="ar")
    parser.add_argument("--report", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()
    reader, tally, words = load(options.pack), Counter[tuple[str, str]](), 0
    for path in sorted((reader.pack.folder / "cases").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        cases = [_marked(case, reader, tally) for case in yaml.safe_load(text)]
        words += sum(len(str(case["text"]).split()) for case in cases)
        if not options.report:
            path.write_text("\n".join(rewritten(text, "mentions", map(_sections, cases))) + "\n", encoding="utf-8")
    print(f"{'kind':<8}{'expected':>9}{'found':>7}{'missed':>7}{'extra':>7}   extra per 1,000 of {words} words")
    for kind in KINDS:
        counts = [tally[kind, name] for name in ("expected", "found", "missed", "extra")]
        per_1000 = 1000 * counts[3] / max(words, 1)
        print(f"{kind:<8}{counts[0]:>9}{counts[1]:>7}{counts[2]:>7}{counts[3]:>7}{per_1000:>8.1f}")


def _marked(case: Case, reader: Reader, tally: Counter[tuple[str, str]]) -> Case:
    """The paragraph with `fails` and `extra` as they are today."""
    text, published = str(case["text"]).strip(), case.get("published")
    found = told_mentions(reader.find(trial_report(reader, text, published and str(published))))
    left, mentions = list(found), []
    for wanted in case["mentions"]:
        asked = {name: value for name, value in wanted.items() if name != "fails"}
        same = next((f for f in left if meets(f, asked)), None)
        near = same or next((f for f in left if (f["kind"], f["text"]) == (asked["kind"], asked["text"])), None)
        if near is not None:
            left.remove(near)
        if same is None:
            by_hand = str(wanted.get("fails", ""))
            told = by_hand if by_hand and not by_hand.startswith(_BY_TOOL) else _why_missed(asked, near, found)
            asked["fails"] = told
        tally[asked["kind"], "expected"] += 1
        tally[asked["kind"], "missed" if same is None else "found"] += 1
        mentions.append(asked)
    for finding in left:
        tally[str(finding["kind"]), "extra"] += 1
    return {**case, "mentions": mentions, "extra": [_extra(f, mentions) for f in left]}


def _why_missed(asked: Case, near: Finding | None, found: Sequence[Finding]) -> str:
    """Why a mention counts as missed: other values, other words, or nothing at all."""
    if near is not None:
        other = {name: near.get(name) for name in asked if name not in ("kind", "text")}
        return f"found with {', '.join(f'{name} {scalar(value)}' for name, value in other.items())}"
    words = str(asked["text"])
    parts = [str(f["text"]) for f in found if f["kind"] == asked["kind"] and _overlap(words, str(f["text"]))]
    return f"found as {', '.join(dict.fromkeys(parts))}" if parts else "not found"


def _extra(finding: Finding, mentions: Sequence[Case]) -> Case:
    """A finding that nobody expects, with the reason why it is none."""
    kind, words = str(finding["kind"]), str(finding["text"])
    same = next((m for m in mentions if m["text"] == words and m["kind"] != kind), None)
    whole = next((m for m in mentions if m["text"] != words and words in str(m["text"])), None)
    if same:
        why = f"it stands as {same['kind']} here"
    elif whole:
        why = f"it is a part of {whole['text']}"
    else:
        longer = next((m for m in mentions if m["kind"] == kind and _overlap(words, str(m["text"]))), None)
        why = f"the {kind} is {longer['text']}" if longer else f"no {kind} is meant"
    return {"kind": kind, "text": words, "why": why}


def _overlap(one: str, other: str) -> bool:
    """Whether two spans of a paragraph share a word of weight."""
    return any(len(word) > 2 for word in set(one.split()) & set(other.split()))


def rewritten(text: str, expected: str, sections: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a file; under each paragraph its sections in place of what is `expected`, and of `extra`."""
    own, skipping = re.compile(rf"^  ({expected}|extra):"), False
    following = iter(sections)
    for line in text.rstrip("\n").split("\n"):
        if own.match(line):
            skipping = True
            if line.startswith(f"  {expected}"):
                yield from next(following)
        elif not (skipping and line.startswith("    ")):
            skipping = False
            yield line


def _sections(case: Case) -> Iterator[str]:
    """The lines of a paragraph's mentions and extras."""
    yield "  mentions:" if case["mentions"] else "  mentions: []"
    yield from (f"    - {flow(mention)}" for mention in case["mentions"])
    if case["extra"]:
        yield "  extra:"
        yield from (f"    - {flow(finding)}" for finding in case["extra"])


def flow(mapping: Case) -> str:
    """A mapping on one line of YAML."""
    return "{" + ", ".join(f"{name}: {scalar(value)}" for name, value in mapping.items()) + "}"


def scalar(value: object) -> str:
    """A value as YAML writes it; in quotation marks where it would be read otherwise."""
    if value is None or isinstance(value, int | float):
        return "null" if value is None else str(value)
    plain = str(value)
    odd = re.search(r"[:#\[\]{},\"'«»&*!|>%@`]|^[-?]|^\s|\s$", plain)
    return json.dumps(plain, ensure_ascii=False) if odd or yaml.safe_load(plain) != plain else plain


if __name__ == "__main__":
    main()
