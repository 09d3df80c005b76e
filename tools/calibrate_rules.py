"""Sets the confidence of each claim rule to the share of its claims that are right on gold reports.

A claim is right when its content, source and act are. The share is drawn towards the mean of all rules by a few
imagined claims, so that a rule seen twice is not called certain.

usage: python tools/calibrate_rules.py GOLD_DIR [--write]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import riwaya
from riwaya.evaluate import evaluate_reports, read_gold
from riwaya.evaluate.gold import GoldReport
from riwaya.model import Claim, Record
from riwaya.packs import HOME

IMAGINED = 8  # claims at the mean share that every rule is given


def main() -> None:
    """Print what was counted and, when asked, write it into the rule files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found, wrong = count(options.gold)
    mean = 1 - sum(wrong.values()) / sum(found.values())
    for rule, n in sorted(found.items()):
        share = (n - wrong[rule] + IMAGINED * mean) / (n + IMAGINED)
        print(f"{rule:<40} {n:>4} claims, {n - wrong[rule]:>4} right: {share:.2f}")
        if options.write:
            write(rule, share)


def count(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """The claims of each rule, and those of them that are not right."""
    reader = riwaya.load("ar")
    claims: dict[tuple[str, str], Claim] = {}

    def read(gold: GoldReport) -> Record:
        record = reader.read_text(gold.text, published=gold.published)
        claims.update({(gold.id, c.content.cut(record.text)): c for c in record.claims})
        return record

    scores = evaluate_reports(read_gold(folder), read, details=True)
    found = Counter(claim.rule for claim in claims.values())
    wrong: Counter[str] = Counter()
    for mistake in scores.mistakes:
        claim = claims.get((mistake.report, mistake.words))
        serious = mistake.kind == "claim extra" or re.search(r"\b(source|act)\b", mistake.said.partition(":")[0])
        if claim and mistake.kind.startswith("claim") and serious and mistake.kind != "claim missed":
            wrong[claim.rule] += 1
    return found, wrong


def write(rule: str, share: float) -> None:
    """Write a rule's confidence into its file."""
    code, *path = rule.split(".")
    file = HOME / code / "rules" / Path(*path).with_suffix(".yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^confidence: .*$", f"confidence: {share:.2f}", text, flags=re.M), encoding="utf-8")


if __name__ == "__main__":
    main()
