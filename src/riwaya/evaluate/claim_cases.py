"""Claim cases: paragraphs with every claim that a good reading finds in them, and nothing else.

A file of `cases/claims/` in a pack is a list of paragraphs. Each expected claim gives its content, cue, act, speech
and chain, outermost link first. A link is `words` that stand here, `same` (no words of its own: the source that
these words of the paragraph name) or `words: null` (no source named), each with its kind. As in `cases/`, `fails` and
`extra` must stay true until they are promoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from riwaya.errors import PackError
from riwaya.evaluate.cases import listed_cases
from riwaya.evaluate.expected import Judged, paired, wrong_of_expected, wrong_of_extra
from riwaya.evaluate.told_claims import FIELDS, ToldClaim, as_finding, bare, differing, rank, told, told_claims
from riwaya.evaluate.trials import Finding, trial_report
from riwaya.model.terms import ACTS, LINK_KINDS, Speech
from riwaya.packs import Pack
from riwaya.pipeline import Reader

CONSTRUCTIONS = (
    *("said-that", "fronted-speaker", "colon-headline", "interview", "participle", "inherited", "according-to"),
    *("as-announced", "quoting", "relayed", "document", "spokesman", "co-speakers", "unnamed", "told-outlet"),
    *("passive", "denial", "accusation", "admission", "responsibility", "demand", "hope", "threat", "promise"),
    *("condemnation", "warning", "expectation", "doubt", "silence", "direct-alone", "direct-paragraphs"),
    *("broken-quotation", "mixed", "distance", "nested", "negative"),
)
_REQUIRED = {"id", "construction", "register", "text", "gloss", "claims"}
_KNOWN = _REQUIRED | {"published", "extra"}
_TODO = "see the head of evaluate/claim_cases.py and README.md in cases/claims/"


@dataclass(frozen=True, slots=True)
class ClaimCase:
    """A text and the claims that are expected in it, in the order of their contents."""

    id: str
    construction: str
    text: str
    published: str | None
    claims: Sequence[Finding]
    extra: Sequence[Finding]


def read_claim_cases(pack: Pack) -> Iterator[ClaimCase]:
    """The paragraphs of a pack's `cases/claims/`, in the order of the files; raises PackError (pack.case)."""
    for where, case in listed_cases(pack.folder / "cases" / "claims", _REQUIRED, _KNOWN, _TODO):
        yield _claim_case(case, where)


def _claim_case(case: dict[str, Any], where: str) -> ClaimCase:
    """One paragraph of a file, checked."""
    if case["construction"] not in CONSTRUCTIONS:
        raise PackError("pack.case", f"no construction: {case['construction']}", where=where, todo=_TODO)
    text, published = str(case["text"]).strip(), case.get("published")
    for claim in case["claims"]:
        if reason := _wrong(claim, text):
            raise PackError("pack.case", f"{reason}: {claim}", where=where, todo=_TODO)
    day = str(published) if published else None
    return ClaimCase(str(case["id"]), case["construction"], text, day, case["claims"], case.get("extra", ()))


def _wrong(claim: Mapping[str, Any], text: str) -> str:
    """What is wrong with an expected claim; empty where it is well formed and its words stand in the text."""
    if claim.keys() - {*FIELDS, "background", "fails"} or set(FIELDS) - claim.keys():
        return "keys of a claim"
    if claim["act"] not in ACTS or claim["speech"] not in get_args(Speech):
        return "no act or no speech of the record"
    if any(link.get("kind") not in LINK_KINDS or len(link.keys() & {"words", "same"}) != 1 for link in claim["chain"]):
        return "a link is {words: ..., kind: ...} or {same: ..., kind: ...}"
    words = [claim["content"], claim["cue"], *(link.get("words", link.get("same")) for link in claim["chain"])]
    return next((f"not in the text: {part}" for part in words if part is not None and bare(part) not in bare(text)), "")


def run_claim_case(case: ClaimCase, reader: Reader) -> list[str]:
    """What is wrong with the claims of a paragraph, a line each; empty where all is well."""
    found = told_claims(reader.code(trial_report(reader, case.text, case.published)).claimed)
    pairs, left = paired(case.claims, found, rank)
    judged = [
        Judged(wanted, near is not None and not differing(near, wanted), told(wanted), near and told(as_finding(near)))
        for wanted, near in zip(case.claims, pairs, strict=True)
    ]
    return [*wrong_of_expected(judged), *wrong_of_extra(left, case.extra, _is, _told)]


def _is(found: ToldClaim, known: Finding) -> bool:
    """Whether a found claim is the one that an extra tells of."""
    return bare(found.content) == bare(known["content"])


def _told(claim: ToldClaim | Finding) -> str:
    """A found claim, or the content of an extra, on one line."""
    return told(as_finding(claim)) if isinstance(claim, ToldClaim) else f"content: {claim['content']}"
