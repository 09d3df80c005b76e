"""Trials: the examples of a rule file, run through the whole flow and compared with what their rule found.

What a rule found is told in the words of an expectation. Of a claim: cue, content, sources (the words of the
chain from outermost to innermost, null for an inherited speaker), act, speech. Of a mention: text, and the
fields of its value (lo, hi, code, name ...). An expectation is met when one thing that the rule found agrees
with every field it gives; an expectation of nothing, when the rule found nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from riwaya.errors import PackError
from riwaya.model import Block, Claim, Report, Span
from riwaya.model.layers import Coded
from riwaya.pipeline import Reader
from riwaya.rules.rule import Rule, Trial

Finding = Mapping[str, object]  # the fields of one thing found, as an expectation would give them

EXAMPLE, COUNTER_EXAMPLE, KNOWN_FAILURE = "example", "counter-example", "known-failure"
_CLAIMS = ("claim", "attribution")


class Case(NamedTuple):
    """One trial of a rule, under an id such as `ar.claims.said-that::example-1`."""

    id: str
    kind: str  # EXAMPLE, COUNTER_EXAMPLE or KNOWN_FAILURE
    rule: Rule
    trial: Trial


def cases_of(rules: Iterable[Rule], wanted: str = "") -> Iterator[Case]:
    """Every trial of the rules whose case id holds `wanted`, in the order of the files."""
    for rule in rules:
        kinds = {
            EXAMPLE: rule.examples,
            COUNTER_EXAMPLE: rule.counter_examples,
            KNOWN_FAILURE: rule.known_failures,
        }
        for kind, trials in kinds.items():
            for number, trial in enumerate(trials, 1):
                name = f"{rule.id}::{kind}-{number}"
                if wanted in name:
                    yield Case(name, kind, rule, trial)


def run_case(case: Case, reader: Reader) -> str:
    """What is wrong with a trial, for somebody who reads no Python; empty where all is well."""
    rule, trial = case.rule, case.trial
    found = findings(reader.code(trial_report(reader, trial.text, trial.published)), rule.finds)
    own = found.get(rule.id, [])
    passes = any(meets(f, trial.expected) for f in own) if trial.expected is not None else not own
    if passes != (case.kind == KNOWN_FAILURE):
        return ""
    if case.kind == KNOWN_FAILURE:
        return _told(case, ["it passes now: move it to the examples (or counter-examples)"])
    return _told(case, list(_listed(rule.id, found)))


def trial_report(reader: Reader, text: str, published: str | None = None) -> Report:
    """A report, a paragraph a line; raises PackError (pack.trial) where the text is blank or the day is none."""
    try:
        if text.strip():
            return Report.make(text=text, language=reader.pack.code, blocks=_paragraphs(text), published=published)
    except ValueError as error:
        todo = "write the day as 2022-09-13"
        raise PackError("pack.trial", f"{published!r} is no day", where=text, todo=todo) from error
    raise PackError("pack.trial", "the text is blank", where="trial", todo="give a sentence")


def _paragraphs(text: str) -> tuple[Block, ...]:
    """The lines of a text as paragraphs, those that are blank left out."""
    lines = (line for line in re.finditer(r"[^\n]+", text) if line.group().strip())
    return tuple(Block(kind="paragraph", span=Span(*line.span())) for line in lines)


def findings(coded: Coded, finds: str) -> dict[str, list[Finding]]:
    """What was found of a kind (time, actor, place, claim, attribution, doer), by the rule that found it."""
    analysed = coded.claimed.found.analysed
    by_rule: dict[str, list[Finding]] = {}
    if finds in _CLAIMS:
        for claim in coded.claimed.claims:
            by_rule.setdefault(claim.rule, []).append(_of_claim(claim, analysed.report.text))
    else:
        for mention in (*coded.claimed.found.mentions, *coded.doers):
            if mention.kind == finds:
                told = {"text": analysed.words(mention.start, mention.end), **mention.value}
                by_rule.setdefault(mention.rule, []).append(told)
    return by_rule


def _of_claim(claim: Claim, text: str) -> Finding:
    """A claim in the words of an expectation."""
    return {
        "cue": claim.cue and claim.cue.cut(text),
        "content": claim.content.cut(text),
        "sources": [link.span and link.span.cut(text) for link in claim.chain],
        "act": claim.act,
        "speech": claim.speech,
    }


def meets(finding: Finding, expected: Finding) -> bool:
    """Whether a finding agrees with every field that is expected.

    >>> meets({"text": "a", "lo": None, "hi": 3}, {"text": "a", "lo": None}), meets({"text": "a"}, {"lo": "a"})
    (True, False)
    """
    return all(name in finding and _plain(finding[name]) == _plain(value) for name, value in expected.items())


def _plain(value: object) -> object:
    """A value as YAML may have read it otherwise: a day or number as text, None and lists as they are."""
    return value if value is None or isinstance(value, list) else str(value)


def _told(case: Case, found: list[str]) -> str:
    """A trial that went wrong, in lines."""
    trial = case.trial
    wanted = fields(trial.expected) if trial.expected is not None else f"nothing ({trial.why})"
    lines = [("text", trial.text), ("gloss", trial.gloss), ("wanted", wanted)]
    lines += [("found", line) for line in found]
    return "\n".join([case.id, *(f"  {name:<8}{words}" for name, words in lines)])


def _listed(rule: str, found: Mapping[str, list[Finding]]) -> Iterator[str]:
    """What the rule found, a line each; where it is nothing, that, and what other rules found."""
    yield from (fields(finding) for finding in found.get(rule, ()))
    if rule not in found:
        yield "nothing by this rule"
        yield from (f"by {other}: {fields(f)}" for other, some in found.items() for f in some)


def fields(finding: Finding) -> str:
    """The fields of a finding on one line; those that are empty are left out, but null ones are told.

    >>> fields({"text": "a", "sources": [None, "b"], "part": "", "lo": None})
    'text: a · sources: [null, b] · lo: null'
    """
    return " · ".join(f"{name}: {_word(value)}" for name, value in finding.items() if value not in ("", (), []))


def _word(value: object) -> str:
    """A value as a rule file writes it."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_word, value))}]"
    return "null" if value is None else str(value)
