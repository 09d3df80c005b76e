"""Genders: for which gender and number the words of a party, or a pronoun, speak."""

from __future__ import annotations

from riwaya.model.layers import Analysed, Mention
from riwaya.packs import Pack


class Genders:
    """Tells the gender that the words of a party speak for."""

    def __init__(self, pack: Pack) -> None:
        """Takes the endings of feminine nouns, and the states that are masculine."""
        self._endings = frozenset(pack.settings["feminine_endings"])
        self._masculine = frozenset(pack.settings["masculine_states"])
        self._pronouns = {
            pack.key(row["form"]): (row["gender"], row["number"]) for row in pack.rows("lexicon/pronouns")
        }

    def of(self, analysed: Analysed, mention: Mention) -> str:
        """The gender of a party, "m" or "f"; empty where its words do not tell."""
        actor, token = str(mention.value.get("actor") or ""), analysed.tokens[mention.start]
        if actor.startswith("states.") and actor.count(".") == 1:
            return "" if actor.removeprefix("states.") in self._masculine else "f"  # those are often taken for feminine
        features = token.features.split()
        if mention.value.get("kind") == "person" or token.pos not in ("NOUN", "ADJ") or {"pl", "du"} & set(features):
            return ""
        if self.is_feminine(analysed, mention.start):
            return "f"
        return "m" if "sg" in features else ""

    def fits(self, analysed: Analysed, pronoun: int, mention: Mention) -> bool:
        """Whether the pronoun at a token may stand for a party, by gender and number."""
        gender, number = self._pronouns.get(analysed.tokens[pronoun].form, ("", ""))
        features = set(analysed.tokens[mention.start].features.split())
        if number == "pl":
            return mention.kind == "victim" and "sg" not in features
        if (gender, number) == ("m", "sg") and {"pl", "du"} & features:
            return False
        own = self.of(analysed, mention)
        return number != "du" and not (gender and own and gender != own)

    def owns(self, analysed: Analysed, pronoun: int, mention: Mention) -> bool:
        """Whether the pronoun at a token may stand for a body or group: in the plural, for its people."""
        number = self._pronouns.get(analysed.tokens[pronoun].form, ("", ""))[1]
        return number == "pl" or self.fits(analysed, pronoun, mention)

    def is_feminine(self, analysed: Analysed, i: int) -> bool:
        """Whether the form of a noun is feminine."""
        token = analysed.tokens[i]
        return "f" in token.features.split() or analysed.report.text[token.span.end - 1] in self._endings
