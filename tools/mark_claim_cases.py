"""Marks the paragraphs of a pack's `cases/claims/` by the present reading: `fails` and `extra` are written again.

    python tools/mark_claim_cases.py [ar] [--report] [--only FILE ...]

What is expected is never touched. A claim that is met loses its `fails`; one that is not gets one, unless a reason
written by hand is there already. `extra` lists the claims that are found besides. Printed are, for each
construction, how many claims are expected, met and extra, and in which fields those that are read differ.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from mark_cases import flow, rewritten, scalar
from riwaya.evaluate.claim_cases import CONSTRUCTIONS
from riwaya.evaluate.told_claims import FIELDS, ToldClaim, as_finding, bare, differing, paired, told_claims
from riwaya.evaluate.trials import Finding, trial_report
from riwaya.pipeline import Reader, load

_BY_TOOL = ("not found", "found with ")
_COLUMNS = ("expected", "met", "missed", *FIELDS, "extra")
Case = dict[str, Any]


def main() -> None:
    """Marks the files of a pack and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", nargs="?", default="ar")
    parser.add_argument("--report", action="store_true", help="print the figures, write nothing")
    parser.add_argument("--only", nargs="*", default=[], metavar="FILE", help="names of files: levant")
    options = parser.parse_args()
    reader, tally = load(options.pack), Counter[tuple[str, str]]()
    for path in sorted((reader.pack.folder / "cases" / "claims").glob("*.yaml")):
        if options.only and path.stem not in options.only:
            continue
        text = path.read_text(encoding="utf-8")
        cases = [_marked(case, reader, tally) for case in yaml.safe_load(text)]
        if not options.report:
            path.write_text("\n".join(rewritten(text, "claims", map(_sections, cases))) + "\n", encoding="utf-8")
    print("\n".join(_table(tally)))


def _marked(case: Case, reader: Reader, tally: Counter[tuple[str, str]]) -> Case:
    """The paragraph with `fails` and `extra` as they are today."""
    published = case.get("published")
    report = trial_report(reader, str(case["text"]).strip(), published and str(published))
    pairs, left = paired(case["claims"], told_claims(reader.code(report).claimed))
    claims = []
    for wanted, found in zip(case["claims"], pairs, strict=True):
        wrong = ["missed"] if found is None else differing(found, wanted)
        tally.update((case["construction"], name) for name in ["expected", *(wrong or ["met"])])
        claims.append(_judged(wanted, found, wrong))
    tally[case["construction"], "extra"] += len(left)
    extra = [{"content": bare(claim.content), "why": _why_extra(claim, case["claims"])} for claim in left]
    return {**case, "claims": claims, "extra": extra}


def _judged(wanted: Finding, found: ToldClaim | None, wrong: Sequence[str]) -> Case:
    """An expected claim, with why it counts as missed where it does."""
    claim = {name: value for name, value in wanted.items() if name != "fails"}
    by_hand = str(wanted.get("fails", ""))
    if wrong:
        claim["fails"] = by_hand if by_hand and not by_hand.startswith(_BY_TOOL) else _why_missed(found, wrong)
    return claim


def _why_missed(found: ToldClaim | None, wrong: Sequence[str]) -> str:
    """Why a claim counts as missed: nothing found, or other fields."""
    if found is None:
        return "not found"
    fields = as_finding(found)
    return f"found with {'; '.join(f'{name} {_plain(fields[name])}' for name in wrong)}"


def _plain(value: object) -> str:
    """A field of a found claim in words; of a chain, its links outermost first."""
    if isinstance(value, list):
        return ", ".join(
            f"same {link['same']} ({link['kind']})" if "same" in link else f"{link['words']} ({link['kind']})"
            for link in value
        )
    return "null" if value is None else bare(value)


def _why_extra(claim: ToldClaim, expected: Sequence[Case]) -> str:
    """What a claim that nobody expects has taken for its cue and source, and where it stands."""
    words = bare(claim.content)
    whole = next((c for c in expected if words in bare(c["content"])), None)
    where = "a part of another claim" if whole else "no claim is meant"
    return f"{where}; cue {_plain(claim.cue)}, source {_plain(as_finding(claim)['chain'])}"


def _sections(case: Case) -> Iterator[str]:
    """The lines of a paragraph's claims and extras."""
    yield "  claims:" if case["claims"] else "  claims: []"
    for claim in case["claims"]:
        lines = [f"{name}: {_value(value)}" for name, value in claim.items()]
        yield from (f"    {'-' if n == 0 else ' '} {line}" for n, line in enumerate(lines))
    if case["extra"]:
        yield "  extra:"
        yield from (f"    - {flow(finding)}" for finding in case["extra"])


def _value(value: object) -> str:
    """A field of a claim as YAML writes it; a chain on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return str(value).lower() if isinstance(value, bool) else scalar(value)


def _table(tally: Counter[tuple[str, str]]) -> Iterator[str]:
    """The figures by construction, and of all."""
    yield f"{'construction':<20}" + "".join(f"{name:>9}" for name in _COLUMNS)
    for construction in CONSTRUCTIONS:
        if any(tally[construction, name] for name in _COLUMNS):
            yield f"{construction:<20}" + "".join(f"{tally[construction, name]:>9}" for name in _COLUMNS)
    sums = [sum(tally[construction, name] for construction in CONSTRUCTIONS) for name in _COLUMNS]
    yield f"{'all':<20}" + "".join(f"{figure:>9}" for figure in sums)


if __name__ == "__main__":
    main()
