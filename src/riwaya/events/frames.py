"""Frames: which position or preposition makes an actor or a target of a party.

The frames of triggers (packs/*/lexicon/triggers.tsv): does, undergoes, doer-noun, act-noun, hurt-noun, mutual, talks,
toward, alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.events.standing import Role

_TARGET_ROLES = ("on", "against", "to", "with", "object")

Standing = Sequence[Role]
Split = tuple[list[Role], list[Role]]


def of(standing: Standing, *relations: str) -> list[Role]:
    """The parties that stand in one of these relations."""
    return [role for role in standing if role.relation in relations]


def first(roles: Standing) -> list[Role]:
    """The first party and those side by side with it."""
    return [role for role in roles if role.number == roles[0].number]


def last(roles: Standing) -> list[Role]:
    """The last party and those side by side with it."""
    return [role for role in roles if role.number == roles[-1].number]


def second(roles: Standing) -> list[Role]:
    """The second party and those side by side with it."""
    return first([role for role in roles if role.number != roles[0].number])


def _does(standing: Standing) -> Split:
    """A verb: its subject acts; its object, or who stands after on, against, to, is acted on."""
    before, after = last(of(standing, "before")), of(standing, "genitive", "after")
    if before:
        return before, first(after) + of(standing, *_TARGET_ROLES)
    return first(after), second(after) + of(standing, *_TARGET_ROLES)


def with_object(standing: Standing) -> Split:
    """A verb with a pronoun for its object: who stands after it acts, the one before is acted on.

    What somebody fires "at" or "against" another is no party itself.
    """
    before, after = last(of(standing, "before")), first(of(standing, "genitive", "after"))
    struck = of(standing, "on", "against")
    return (after, struck or before) if after else (before, struck)


def without_subject(standing: Standing) -> Split:
    """A verb whose ending shows that no subject follows: who stands after it is acted on."""
    after = first(of(standing, "genitive", "after"))
    return last(of(standing, "before")), after + of(standing, *_TARGET_ROLES)


def spoken_to(split: Split) -> Split:
    """A split of a verb of speech: where somebody is its object, what a preposition brings is what is spoken of."""
    actors, targets = split
    return actors, of(targets, "genitive", "after", "object") or targets


def owned(standing: Standing) -> Split:
    """A noun of doing with a pronoun for its doer: who stands after it is acted on."""
    return [], first(of(standing, "genitive", "after")) + of(standing, *_TARGET_ROLES)


def _undergoes(standing: Standing) -> Split:
    """A passive, or a verb of suffering: its subject is acted on; from or by brings who acts."""
    subject = (
        first(of(standing, "genitive", "after")) or last(of(standing, "before")) or last(of(standing, "before-to"))
    )
    return of(standing, "by", "from"), subject


def _doer_noun(standing: Standing) -> Split:
    """A noun of doing: the genitive acts; who stands after on, against, to, is acted on."""
    return first(of(standing, "genitive", "by")) + of(standing, "from"), of(standing, "on", "against", "to")


def _act_noun(standing: Standing) -> Split:
    """A verbal noun: the genitive is acted on; it acts where another party follows after to or on."""
    genitive, further = of(standing, "genitive"), of(standing, "to", "on", "against", "after")
    doers = of(standing, "by", "from")
    if genitive and further and not doers:
        return genitive, first(further)
    return doers, genitive + further


def _hurt_noun(standing: Standing) -> Split:
    """A noun of harm: the genitive, or who stands in or with it, is hurt, or those among whom; by brings who did it."""
    hurt = of(standing, "genitive", "in", "after") or of(standing, "between", "to")
    return of(standing, "by"), first(hurt)


def _mutual(standing: Standing) -> Split:
    """Two-sided: those between whom it is, or all after it and those before it that follow no preposition.

    Who stands after on or against is acted on, as in a war that one side wages.
    """
    before, against = of(standing, "before"), of(standing, "on", "against")
    after = of(standing, "genitive", "between", "with", "after", "by")
    if of(standing, "between"):
        return after, []
    if against and not of(standing, "with"):
        return last(before) or first(of(standing, "genitive", "by")), against
    return before + after, []


def _talks(standing: Standing) -> Split:
    """Talks: the subject or genitive acts; with, and further parties, are talked to."""
    subject = last(of(standing, "before")) or first(of(standing, "genitive"))
    others = [role for role in standing if role not in subject and role.relation in ("with", "after", "genitive", "to")]
    return subject + of(standing, "between"), others


def _alone(standing: Standing) -> Split:
    """Nobody is acted on but who stands after on or against."""
    beside = first(of(standing, "genitive"))
    actors = beside or last(of(standing, "before")) or first(of(standing, "after", "by"))
    return actors, of(standing, "on", "against")


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
