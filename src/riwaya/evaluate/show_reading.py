"""A reading of a few words, laid out for somebody who writes rules: what each stage made of them.

Tokens with the lexicons that know them, mentions with their rules, every claim rule that matched as a tree over
its words with the claims that came of it, events, issues.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from riwaya.claims import ClaimTables, claim_contexts
from riwaya.evaluate.trials import trial_report
from riwaya.model import Claim, Event, Link, Party
from riwaya.model.layers import Analysed, Claimed
from riwaya.pipeline import Reader, make_record
from riwaya.rules.rule import Rule, RuleIndex, RuleMatch

_CLAIMS = ("claim", "attribution")
# The values of a mention that are worth a look; a trigger holds all columns of its row.
_VALUES = ("name", "code", "refers", "both", "lo", "hi", "precision", "country", "concept")


def show_reading(reader: Reader, text: str, published: str | None = None) -> str:
    """What every stage makes of a text; raises PackError (pack.trial) for a blank text or a day that is none."""
    coded = reader.code(trial_report(reader, text, published))
    claimed = coded.claimed
    rules = [rule for rule in reader.pack.rules if rule.finds in _CLAIMS]
    issues = make_record(coded).issues
    sections = {
        "tokens": _columns(_tokens(claimed.found.analysed)),
        "mentions": _columns(_mentions(claimed)),
        "claim rules": _trees(claimed, rules, ClaimTables.of(reader.pack)),
        "claims": [line for claim in claimed.claims for line in _claim(claim, text)],
        "events": [line for event in coded.events for line in _event(event, text)],
        "issues": [f"{issue.code}: {issue.said}" for issue in issues],
    }
    return "\n\n".join(
        "\n".join([name, *(f"  {line}" for line in lines or ["none"])]) for name, lines in sections.items()
    )


def _columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """The rows as lines of aligned columns."""
    cells = list(rows)
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(c + " " * (w - cell_len(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]


def _tokens(analysed: Analysed) -> Iterator[Sequence[str]]:
    """Number, form, part of speech, lemma and lexicons of each token.

    Words of the text and words of ours take turns, so that a terminal keeps them in their columns.
    """
    for i, token in enumerate(analysed.tokens):
        known = dict.fromkeys(f"{hit.entry.lexicon}:{hit.entry.id}" for hit in analysed.hits[i])
        pos = " ".join(dict.fromkeys([token.pos, *token.features.split(), *(["definite"] if token.definite else [])]))
        yield str(i), token.form, pos, token.lemma, " ".join(known)


def _mentions(claimed: Claimed) -> Iterator[Sequence[str]]:
    """Kind, words, rule and values of each mention."""
    for mention in claimed.found.mentions:
        shown = ((name, mention.value.get(name)) for name in _VALUES)
        values = ", ".join(f"{name} {value}" for name, value in shown if value not in ("", None))
        yield mention.kind, claimed.found.analysed.words(mention.start, mention.end), mention.rule, values


def _trees(claimed: Claimed, rules: Sequence[Rule], tables: ClaimTables) -> list[str]:
    """Every claim rule that matched: its parts over their words, then what became of it."""
    found, index = claimed.found, [RuleIndex(r for r in rules if r.finds == finds) for finds in _CLAIMS]
    return [
        line
        for _, context in claim_contexts(found, tables)
        for some in index
        for match in some.matches(context)
        for line in _tree(match, claimed)
    ]


def _tree(match: RuleMatch, claimed: Claimed) -> Iterator[str]:
    """The tree of one match."""
    analysed = claimed.found.analysed
    yield match.rule.id
    width = max(map(len, match.captures), default=0)
    for name, capture in sorted(match.captures.items(), key=lambda pair: pair[1][:2]):
        yield f"├─ {name:<{width}}  {analysed.words(capture.start, capture.end)}"
    yield f"└─ {_outcome(match, claimed)}"


def _outcome(match: RuleMatch, claimed: Claimed) -> str:
    """What became of a match."""
    analysed, cue = claimed.found.analysed, match.captures.get("cue")
    span = cue and analysed.span(cue.start, cue.end)
    own = [claim.id for claim in claimed.claims if claim.rule == match.rule.id and claim.cue == span]
    if own:
        return f"gives {', '.join(own)}"
    if match.rule.finds == "attribution":
        return "gives its source to the claims beside it"
    return "gives no claim: another rule reads the same cue, or nobody is there to say it"


def _claim(claim: Claim, text: str) -> Iterator[str]:
    """A claim in lines."""
    yield f"{claim.id}  {claim.act}, {claim.speech}, {claim.confidence}  {claim.rule}"
    for link in claim.chain:
        yield f"  {'source':<8} {_link(link, text)}"
    yield f"  {'content':<8} {claim.content.cut(text)}"


def _link(link: Link, text: str) -> str:
    """A link: who it is, and the words that name it."""
    return f"{link.entity} ({link.kind})  {link.span.cut(text) if link.span else 'inherited'}"


def _event(event: Event, text: str) -> Iterator[str]:
    """An event in lines."""
    terms = " ".join(filter(None, (event.plover, event.mode, event.cameo)))
    acled = f" ({', '.join(event.acled)})" if event.acled else ""
    yield f"{event.id}  {event.trigger.cut(text)}  {terms}{acled}, {event.status}  {event.rule}"
    parts = {
        "actors": _parties(event.actors),
        "targets": _parties(event.targets),
        "place": event.place and event.place.name,
        "time": event.time and f"{event.time.lo} to {event.time.hi}",
        "killed": event.killed and _range(event.killed),
        "injured": event.injured and _range(event.injured),
        "claim": event.claim,
        "same as": event.same_as,
    }
    yield from (f"  {name:<8} {value}" for name, value in parts.items() if value)


def _parties(parties: Sequence[Party]) -> str:
    """Parties by name and code."""
    return ", ".join(f"{party.name} ({party.code})" for party in parties)


def _range(bounds: tuple[int, int | None]) -> str:
    """A range as it is written."""
    lo, hi = bounds
    return str(lo) if lo == hi else f"{lo} to {hi}" if hi is not None else f"{lo} or more"
