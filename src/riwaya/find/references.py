"""References: words that stand for what a report names elsewhere, resolved by what was named before them.

Short forms (the ministry, the movement, the city), both sides, and bodies with a pronoun (its forces). The words
and what they stand for are in `lexicon/references.tsv`. "The enemy" and "our forces" depend on who is speaking and
are left to the events stage. A resolved value keeps `refers`, `antecedent` (its words) and `resolved`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from riwaya.find.actors import institution_value, people_value, state_value
from riwaya.find.antecedents import Antecedents, Named
from riwaya.find.circumstances import Home, capital_place, state_place
from riwaya.model import Issue
from riwaya.model.layers import Analysed, Entry, Hit, Mention
from riwaya.packs import Pack, cell_values

_COALITION = "tahaluf"  # the row of references.tsv for a coalition without a name

Value = Mapping[str, object]


class Resolved(NamedTuple):
    """The actors and places of a report after resolving, and what could not be resolved."""

    actors: list[Mention]
    places: list[Mention]
    issues: tuple[Issue, ...]


class References:
    """Resolves references in reports; built once for a pack, then safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Takes the states by their codes, the pronouns, and the nouns that names of groups begin with."""
        self.states = {row["iso3"]: Entry("states", row["id"], "", row) for row in pack.rows("gazetteer/states")}
        self.pronouns = {pack.key(row["form"]): row for row in pack.rows("lexicon/pronouns")}
        self.masculine = frozenset(pack.settings["masculine_states"])
        self.feminine_endings = frozenset(pack.settings["feminine_endings"])
        self.stem = pack.key
        self.heads = {
            f"{table}.{row['id']}": frozenset(_stem(pack, name.split()[0]) for name in cell_values(row, "names"))
            for table in ("groups", "organisations")
            for row in pack.rows(f"gazetteer/{table}")
        }
        self.coalitions = {row["country"]: row for row in pack.rows("gazetteer/coalitions")}
        self.outlets = {
            pack.key(name): row["iso3"] for row in pack.rows("gazetteer/media") for name in cell_values(row, "names")
        }

    def resolve(self, analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention]) -> Resolved:
        """The actors and places with what they refer to; short forms of nothing that was named are left out."""
        return _Resolving(self, analysed, actors, places).run(actors, places)


class _Resolving:
    """The resolving of one report, from its first mention to its last."""

    def __init__(
        self, pack: References, analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention]
    ) -> None:
        """`actors` and `places` are all of the report's, the state that it is about is read from them."""
        self._pack, self._analysed = pack, analysed
        self._home = Home(analysed, actors, places, pack.outlets)
        self._named = Antecedents(analysed, pack.heads, pack.masculine, pack.feminine_endings)
        self._issues: list[Issue] = []
        self._told: set[str] = set()
        self._adjectives: set[int] = set()  # where names of ministries end that are adjectives

    def run(self, actors: Sequence[Mention], places: Sequence[Mention]) -> Resolved:
        """Every mention in the order of the report, resolved."""
        kept: dict[str, list[Mention]] = {"actor": [], "place": []}
        covered = {i for actor in actors if "refers" not in actor.value for i in range(actor.start, actor.end)}
        self._starts = {mention.start for mention in (*actors, *places)}
        for mention in sorted((*actors, *places), key=lambda m: (m.start, m.kind)):
            if mention.kind == "place":
                found = None if self._is_reference(mention) and mention.start in covered else self._place(mention)
            else:
                found = self._actor(mention)
            if found is not None:
                kept[mention.kind].append(found)
        return Resolved(kept["actor"], kept["place"], tuple(self._issues))

    @staticmethod
    def _is_reference(mention: Mention) -> bool:
        """Whether a mention stands for what is named elsewhere."""
        return bool(mention.value.get("refers"))

    def _actor(self, mention: Mention) -> Mention | None:
        """An actor, resolved where it refers to another; None for a short form of nothing."""
        refers = str(mention.value.get("refers") or "")
        if not refers:
            self._named.add(mention)
            return mention
        pronoun = self._pronoun(mention)
        if refers == "same":
            return self._owned(mention, pronoun) if pronoun else self._body(mention)
        if refers == "own":
            return self._owned(mention, pronoun) if pronoun else None
        row = self._row(mention)
        if refers == "both":
            return self._both(mention, row)
        if refers == "enemy":
            return mention._replace(value={**mention.value, "resolved": False})
        antecedent = self._named.short_form(mention, refers, self._wants(row))
        if antecedent is None and row is not None and row.id == _COALITION and (led := self._coalition(mention)):
            return led
        if antecedent is None:
            return self._unresolved(mention, keep=bool(mention.value["sector"]))  # "the coalition's forces"
        self._named.repeat(antecedent, mention)
        return self._resolved(mention, antecedent.value, antecedent)

    def _coalition(self, mention: Mention) -> Mention | None:
        """The forces of a coalition that is not named, as those of the state that leads it where the report is set."""
        led = self._home.told & self._pack.coalitions.keys()
        known = self._pack.coalitions.get(self._home.state or (next(iter(led)) if len(led) == 1 else ""))
        published = self._analysed.report.published
        if known is None or mention.value["sector"] != "MIL" or (published and published < known["valid_from"]):
            return None
        state = state_value(self._pack.states[known["leader"]])
        value = {**mention.value, "iso3": state["iso3"], "state": state.get("state"), "name": known["name_en"]}
        return self._resolved(mention, value, None)

    def _row(self, mention: Mention) -> Entry | None:
        """The entry of `references` that a mention ends with."""
        hits = (self._analysed.hit(i, "references") for i in range(mention.start, mention.end))
        return next((hit.entry for hit in hits if hit and hit.end <= mention.end), None)

    def _wants(self, row: Entry | None) -> Sequence[str]:
        """What an entry stands for, folded."""
        return [self._pack.stem(one) for one in cell_values(row.columns, "wants")] if row else ()

    def _pronoun(self, mention: Mention) -> Mapping[str, str] | None:
        """The pronoun that is written at the end of a mention or right after it."""
        tokens = self._analysed.tokens
        for i in (mention.end - 1, mention.end):
            if i < len(tokens) and tokens[i].clitic == "en" and tokens[i].word == tokens[mention.end - 1].word:
                return self._pack.pronouns.get(tokens[i].form)
        return None

    def _body(self, mention: Mention) -> Mention | None:
        """A body of a state by its short form: the last one of its kind, or that of the state the report is about."""
        hit = self._analysed.hit(mention.start, "institutions")
        if hit is None or not self._is_definite(mention):
            # "a president of a club", "a government": any office or body may be meant, of a club as well.
            return self._unresolved(mention, keep=mention.value["sector"] != "GOV")
        if self._describes(mention):
            return None
        wants = self._wants(self._row(mention))
        antecedent = self._named.body(mention, hit.entry.id, wants, self._home.state)
        if antecedent:
            self._named.repeat(antecedent, mention)
            return self._resolved(mention, antecedent.value, antecedent)
        state = self._pack.states.get(self._home.state)
        if state and "home" in wants:
            return self._resolved(mention, institution_value(hit.entry, state), None)
        return self._unresolved(mention, keep=True)

    def _describes(self, mention: Mention) -> bool:
        """Whether the name of a ministry is an adjective there: "the internal and external challenges"."""
        if mention.end - mention.start > 1 or mention.value["kind"] != "ministry" or not mention.start:
            return False
        before = self._analysed.tokens[mention.start - 1]
        joined = before.pos == "CONJ" and mention.start - 1 in self._adjectives
        if before.definite or joined:
            self._adjectives.add(mention.end)
        return before.definite or joined

    def _is_definite(self, mention: Mention) -> bool:
        """Whether a short form has the article: without it, it is any such body."""
        return any(self._analysed.tokens[i].definite for i in range(mention.start, mention.end))

    def _owned(self, mention: Mention, pronoun: Mapping[str, str]) -> Mention | None:
        """A body or people with a pronoun: that of the last actor that agrees with it, or of the speaker."""
        tokens = self._analysed.tokens
        end = mention.end if tokens[mention.end - 1].clitic == "en" else mention.end + 1
        mention = mention._replace(end=end)
        if pronoun["person"] != "3":
            return mention._replace(value={**mention.value, "refers": "own-speaker", "resolved": False})
        armed = mention.value["refers"] == "same" and mention.value["sector"] == "MIL"
        owner = self._named.owner(mention, pronoun["gender"], pronoun["number"], groups=armed)
        if owner is None:
            return self._unresolved(mention, keep=mention.value["refers"] == "same")
        return self._resolved(mention, self._owned_value(mention, owner), owner)

    def _owned_value(self, mention: Mention, owner: Named) -> Value:
        """What belongs to an owner: the body of its state, its state, or the group itself."""
        state = self._pack.states.get(str(owner.value["iso3"]))
        hit: Hit | None = self._analysed.hit(mention.start, "institutions")
        if state is None or owner.is_group:
            return owner.value
        if "people" in self._wants(self._row(mention)):
            return people_value(state)
        return institution_value(hit.entry, state) if hit else state_value(state)

    def _both(self, mention: Mention, row: Entry | None) -> Mention | None:
        """Both sides: the two that were named last, or else most often."""
        states_only = "state" in self._wants(row)
        pair = self._named.pair(mention, states_only=states_only)
        if not pair:
            return self._unresolved(mention, keep=True)
        words = " | ".join(self._analysed.words(named.start, named.end) for named in pair)
        sides = {
            "both": tuple(str(named.value["iso3"]) for named in pair),
            "sides": tuple(named.value for named in pair),
            "antecedent": words,
            "resolved": True,
        }
        return mention._replace(value={**mention.value, **sides})

    def _place(self, mention: Mention) -> Mention | None:
        """A place, resolved where it refers to another; None for a short form of nothing."""
        if not self._is_reference(mention):
            self._named.add_place(mention)
            return mention
        wants = self._wants(self._row(mention))
        state = self._pack.states.get(self._described_by(mention) or self._home.state)
        if self._names_itself(mention, wants):
            return None
        if "country" in wants:
            return self._resolved(mention, state_place(state), None) if state else None
        if "capital" in wants[:1]:
            return self._resolved(mention, capital_place(state), None) if state else None
        antecedent = self._named.place(mention, wants)
        return self._resolved(mention, antecedent.value, antecedent) if antecedent else None

    def _names_itself(self, mention: Mention, wants: Sequence[str]) -> bool:
        """Whether words after a short form say which one it is: "the capital Damascus", "the eastern region"."""
        tokens, end = self._analysed.tokens, mention.end
        described = end < len(tokens) and tokens[end].definite
        after = end + 1 if described else end
        after += after < len(tokens) and tokens[after].pos == "PUNCT" and tokens[after].form not in ".!"
        named = end in self._starts or (described and after in self._starts)
        unknown = described and not self._described_by(mention)
        return named or (unknown and ("region" in wants or "capital" in wants[:1]))

    def _described_by(self, mention: Mention) -> str:
        """The code of the state whose demonym follows a short form; empty where none does."""
        hits = self._analysed.hits[mention.end] if mention.end < len(self._analysed.hits) else ()
        return next((hit.entry.get("iso3") for hit in hits if hit.entry.lexicon == "demonyms"), "")

    def _resolved(self, mention: Mention, value: Value, antecedent: Named | None) -> Mention:
        """The mention with the value that it stands for."""
        words = self._analysed.words(antecedent.start, antecedent.end) if antecedent else ""
        kept = {"refers": mention.value["refers"], "antecedent": words, "resolved": True}
        if mention.kind == "place":
            kept["sense"] = mention.value.get("sense", "")
        else:
            code = " ".join(part for part in (str(value["iso3"]), str(value["sector"])) if part) or "UNK"
            kept["code"] = code
        return mention._replace(value={**value, **kept})

    def _unresolved(self, mention: Mention, *, keep: bool) -> Mention | None:
        """The mention as it is, or nothing; an issue where both sides or somebody who speaks stay unknown."""
        before = mention.start - 1
        speaks = before >= 0 and self._analysed.hit(before, "says") is not None
        words = self._analysed.words(mention.start, mention.end)
        if words not in self._told and (mention.value["refers"] == "both" or (speaks and not keep)):
            self._told.add(words)  # once is enough
            self._issues.append(unresolved(self._analysed, mention))
        return mention._replace(value={**mention.value, "resolved": False}) if keep else None


def _stem(pack: Pack, word: str) -> str:
    """A word of the gazetteer, folded, without its article."""
    return pack.key(word.removeprefix(str(pack.settings["article"])))


def unresolved(analysed: Analysed, mention: Mention) -> Issue:
    """The issue of a reference to nothing that the report names."""
    words = analysed.words(mention.start, mention.end)
    return Issue(
        code="reference.unresolved",
        span=analysed.span(mention.start, mention.end),
        said=f"{words}: the report does not name what it stands for",
    )
