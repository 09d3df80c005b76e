"""Marks the paragraphs of a pack's `cases/claims/` by the present reading: `fails` and `extra` are written again.

    python tools/mark_claim_cases.py [ar] [--report] [--only FILE ...]

What is expected is never touched. A claim that is met loses its `fails`; one that is not gets one, unless a reason
written by hand is there already. `extra` lists the claims that are found besides. Printed are, for each
construction, how many claims are expected, met and extra, and in which fields those that are read differ.
"""

from __future__ import annotations

from collections.abc import Sequence

from marking import Case, Figures, judged, mark_files, table
from riwaya.evaluate.claim_cases import CONSTRUCTIONS
from riwaya.evaluate.expected import paired
from riwaya.evaluate.told_claims import FIELDS, ToldClaim, as_finding, bare, differing, rank, told_claims
from riwaya.evaluate.trials import trial_report
from riwaya.pipeline import Reader

_COLUMNS = ("expected", "met", "missed", *FIELDS, "extra")


def main() -> None:
    """Marks the files of a pack and prints the figures."""
    figures = mark_files(__doc__, "claims", _marked)
    print("\n".join(table(figures, "construction", CONSTRUCTIONS, _COLUMNS)))


def _marked(case: Case, reader: Reader, figures: Figures) -> Case:
    """The paragraph with `fails` and `extra` as they are today."""
    published = case.get("published")
    report = trial_report(reader, str(case["text"]).strip(), published and str(published))
    pairs, left = paired(case["claims"], told_claims(reader.code(report).claimed), rank)
    claims = []
    for wanted, found in zip(case["claims"], pairs, strict=True):
        wrong = ["missed"] if found is None else differing(found, wanted)
        figures.update((case["construction"], name) for name in ["expected", *(wrong or ["met"])])
        claims.append(judged(wanted, _why_missed(found, wrong) if wrong else ""))
    figures[case["construction"], "extra"] += len(left)
    extra = [{"content": bare(claim.content), "why": _why_extra(claim, case["claims"])} for claim in left]
    return {**case, "claims": claims, "extra": extra}


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


if __name__ == "__main__":
    main()
