"""Relations between the claims of one report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.claims.answers import Answers
from riwaya.claims.compare import Comparison
from riwaya.claims.contradictions import Contradictions
from riwaya.claims.corroborations import find_corroborations
from riwaya.claims.gists import Gist, Gists
from riwaya.claims.pointing import Pointing
from riwaya.model import Claim, Relation
from riwaya.model.layers import Analysed, Evidence, Explanation, Found
from riwaya.rules.tables import Row


def find_relations(claims: Sequence[Claim], found: Found, concepts: Mapping[str, Row]) -> tuple[Relation, ...]:
    """The relations of each claim to claims before it, in the order of the report.

    A claim answers, contradicts or corroborates one earlier claim at most, the nearest in what it says; `concepts`
    tell the type of the events that triggers name.
    """
    reader = Gists(found, concepts)
    gists = [reader.of(claim, number) for number, claim in enumerate(claims)]
    return tuple(_relations(gists, reader, found.analysed))


def explain_relations(
    explanations: Mapping[str, Explanation], relations: Sequence[Relation], claims: Sequence[Claim], text: str
) -> Mapping[str, Explanation]:
    """The explanations of claims, with a step for each relation: its kind, the other claim, what was compared."""
    contents = {claim.id: claim.content.cut(text) for claim in claims}
    steps: dict[str, list[Evidence]] = {}
    for relation in relations:
        for one, other in ((relation.a, relation.b), (relation.b, relation.a)):
            steps.setdefault(one, []).append(Evidence(relation.kind, contents[other], relation.about))
    told = {of: explanations[of] for of in steps}
    return {**explanations, **{of: why._replace(steps=(*why.steps, *steps[of])) for of, why in told.items()}}


def _relations(gists: Sequence[Gist], reader: Gists, analysed: Analysed) -> Iterator[Relation]:
    """The relations that the gists of a report stand in, one for each two claims."""
    comparison = Comparison(gists)
    pointing = Pointing(analysed, gists)
    contradictions = Contradictions(analysed, gists, comparison, pointing)
    answers = Answers(analysed, gists, reader, pointing)
    voices: set[tuple[str, str]] = set()  # who has borne out which claim before
    for gist in gists:
        answered = list(answers.of(gist))
        met = {relation.b for relation in answered}
        against = [relation for relation in contradictions.of(gist) if relation.b not in met]
        yield from (*answered, *against)
        if not answered and not against:
            for relation in find_corroborations(comparison, gist):
                if (borne_out := (gist.speaker.entity, relation.b)) not in voices:
                    voices.add(borne_out)
                    yield relation
