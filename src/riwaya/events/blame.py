"""Blame: who is said to have done what a noun names, in other words than those of its own clause.

"The attack that the police blame on the rebels", "held the movement responsible for the blast": the rules of the pack
that find a `doer` capture the deed and who did it. Who claims a deed by a pronoun ("which the movement claimed") did
what was told last before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.events.told import Told
from riwaya.find.context import Contexts
from riwaya.model import Claim, Event, Party
from riwaya.model.layers import Found, Mention
from riwaya.rules.rule import Rule, RuleIndex

_DOER, _DEED = "doer", "deed"  # the captures of a rule that finds who did it
CLAIMED = "claim_responsibility"


class Blames:
    """The rules of a pack that find who did a deed, indexed once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Of the rules those count that find a doer."""
        self._rules = RuleIndex(rule for rule in rules if rule.finds == _DOER)

    def find(self, found: Found) -> Mapping[int, Mention]:
        """Who did it, by the first token of the deed: the words for them, with those of the deed."""
        contexts = Contexts(found.analysed).of(found.mentions)
        doers: dict[int, Mention] = {}
        for match in (match for _, context in contexts for match in self._rules.matches(context)):
            doer, deed = match.captures[_DOER], match.captures[_DEED]
            value = {_DEED: found.analysed.words(deed.start, deed.end)}
            doers.setdefault(deed.start, Mention(doer.start, doer.end, _DOER, match.rule.id, value))
        return doers


class Blamed:
    """Who is said to have done what, in one report."""

    def __init__(self, doers: Mapping[int, Mention]) -> None:
        """`doers` are what the rules found, by the first token of the deed."""
        self._doers = doers
        self._starts = {doer.start for doer in doers.values()}

    def of(self, trigger: Mention, parties: Sequence[Mention]) -> tuple[list[Mention], str]:
        """Who of some parties did what a trigger names, and the rule that says so; nobody where none does."""
        doer = self._doers.get(trigger.start)
        if doer is None:
            return [], ""
        return [party for party in parties if party.start == doer.start], doer.rule

    def is_doer(self, party: Mention) -> bool:
        """Whether a party is said to have done something, so that it is no party of what else its words stand by."""
        return party.start in self._starts


def with_claimants(told: Sequence[Told], claims: Iterable[Claim], parties: Mapping[str, Sequence[Party]]) -> list[Told]:
    """The tellings; what somebody claims to have done by a pronoun is his, where nobody is told to have done it.

    `parties`: who speaks, by claim.
    """
    done = list(told)
    for claim in claims:
        if claim.act == CLAIMED and parties.get(claim.id) and not any(one.event.claim == claim.id for one in told):
            at = _before(claim, done)
            if at is not None and not done[at].event.actors:
                event = done[at].event.model_copy(update={"actors": tuple(parties[claim.id])})
                done[at] = done[at]._replace(event=event)
    return done


def _before(claim: Claim, told: Sequence[Told]) -> int | None:
    """Which telling a pronoun in a claim stands for: the last attack before its cue, of that sentence or the last."""
    start = (claim.cue or claim.content).start
    before = [i for i, one in enumerate(told) if _is_attack(one.event) and one.event.trigger.start < start]
    return before[-1] if before else None


def _is_attack(event: Event) -> bool:
    """Whether an event is one that somebody may claim."""
    return event.plover == "ASSAULT" and event.status in ("actual", "ongoing")
