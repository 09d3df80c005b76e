"""Frames: which position or preposition makes an actor or a target of a party.

The frames of triggers (packs/*/lexicon/triggers.tsv): does, undergoes, doer-noun, act-noun, hurt-noun, mutual, talks,
toward, alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.model.layers import Mention

_TARGET_ROLES = ("on", "against", "to", "with", "object")


class Role(NamedTuple):
    """An actor mention of the clause and how it stands to the trigger."""

    mention: Mention
    relation: str  # "before", "genitive", "after", or the role of its preposition


Standing = Sequence[Role]
Split = tuple[list[Role], list[Role]]


def _of(standing: Standing, *relations: str) -> list[Role]:
    """The parties that stand in one of these relations."""
    return [role for role in standing if role.relation in relations]


def _does(standing: Standing) -> Split:
    """A verb: its subject acts; its object, or who stands after on, against, to, is acted on."""
    before, after = _of(standing, "before")[-1:], _of(standing, "genitive", "after")
    if before:
        return before, after[:1] + _of(standing, *_TARGET_ROLES)
    return after[:1], after[1:2] + _of(standing, *_TARGET_ROLES)


def _undergoes(standing: Standing) -> Split:
    """A passive, or a verb of suffering: its subject is acted on; from or by brings who acts."""
    subject = _of(standing, "genitive", "after")[:1] or _of(standing, "before")[-1:] or _of(standing, "before-to")[-1:]
    return _of(standing, "by", "from"), subject


def _doer_noun(standing: Standing) -> Split:
    """A noun of doing: the genitive acts; who stands after on, against, to, is acted on."""
    return _of(standing, "genitive", "by")[:1] + _of(standing, "from"), _of(standing, "on", "against", "to")


def _act_noun(standing: Standing) -> Split:
    """A verbal noun: the genitive is acted on; it acts where another party follows after to or on."""
    genitive, further = _of(standing, "genitive"), _of(standing, "to", "on", "against", "after")
    doers = _of(standing, "by", "from")
    if genitive and further and not doers:
        return genitive, further[:1]
    return doers, genitive + further


def _hurt_noun(standing: Standing) -> Split:
    """A noun of harm: the genitive, or who stands in or with it, is hurt; by brings who did it."""
    return _of(standing, "by"), _of(standing, "genitive", "in", "after")[:1]


def _mutual(standing: Standing) -> Split:
    """Two-sided: all parties after it act, and those before it that follow no preposition."""
    after = _of(standing, "genitive", "between", "with", "after", "by")
    return _of(standing, "before") + after, []


def _talks(standing: Standing) -> Split:
    """Talks: the subject or genitive acts; with, and further parties, are talked to."""
    subject = _of(standing, "before")[-1:] or _of(standing, "genitive")[:1]
    others = [role for role in standing if role not in subject and role.relation in ("with", "after", "genitive", "to")]
    return subject + _of(standing, "between"), others


def _alone(standing: Standing) -> Split:
    """Nobody is acted on."""
    return _of(standing, "before")[-1:] or _of(standing, "genitive", "after", "by")[:1], []


BY_FRAME = {
    "does": _does,
    "undergoes": _undergoes,
    "doer-noun": _doer_noun,
    "act-noun": _act_noun,
    "hurt-noun": _hurt_noun,
    "mutual": _mutual,
    "talks": _talks,
    "toward": _does,
    "alone": _alone,
}
