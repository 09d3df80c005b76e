"""Weapons: the entries of `weapons.tsv` with the words that make them more exact: type, model, calibre.

What a weapon is stands in tables of the pack. A word of `weapons` counts alone (with `needs: context` only beside words
of `weapon-contexts`); a name of `weapon-models` after a weapon or with one of its numbers; a noun of `weapon-carriers`
with a type (a lorry that is rigged). `weapon-types` make a weapon of another kind (a shell, a cluster shell), and
`no-weapons` are phrases in which the word is none (the fire of a ceasefire).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from riwaya.find.context import longest_apart
from riwaya.model.layers import Analysed, Hit, Mention, Sentence

_HEADS = ("weapons", "weapon-models", "weapon-carriers")
_MARKS = ("-", "\u2013", "\u2010", "\u2011")
_WINDOW = 8  # tokens on either side in which a word of `weapon-contexts` tells what an ambiguous one is


class _Weapon(NamedTuple):
    """A weapon as far as it has been read."""

    hit: Hit
    end: int
    kind: str
    mode: str
    gloss: str
    model: str = ""
    calibre: str = ""
    sure: bool = True  # False for a name or a carrier that is no weapon alone


def find_weapons(analysed: Analysed, code: str) -> list[Mention]:
    """The weapons of a report, by the first token: the longest of those that overlap."""
    reader = _WeaponReader(analysed)
    return longest_apart(_mention(weapon, code) for sentence in analysed.sentences for weapon in reader.read(sentence))


def _mention(weapon: _Weapon, code: str) -> Mention:
    """The mention of kind `weapon`: the columns of its entry, with what the words beside it have changed."""
    entry = weapon.hit.entry
    value: dict[str, object] = {name: of for name, of in entry.columns.items() if name != "numbers"}
    value |= {"kind": weapon.kind, "mode": weapon.mode, "gloss": weapon.gloss, "features": entry.features}
    value |= {"model": weapon.model.rstrip("+-"), "calibre": weapon.calibre}
    return Mention(weapon.hit.start, weapon.end, "weapon", f"{code}.lexicon.{entry.lexicon}.{entry.id}", value)


class _WeaponReader:
    """Reads the weapons of one report."""

    def __init__(self, analysed: Analysed) -> None:
        self._analysed, self._tokens = analysed, analysed.tokens
        self._opening = {quotation.start - 1 for quotation in analysed.quotations}

    def read(self, sentence: Sentence) -> Iterator[_Weapon]:
        """The weapons of a sentence, as each of their entries."""
        until = sentence.start
        for i in self._analysed.beginning(sentence, "no-weapons", *_HEADS):
            if i < until:
                continue
            if none := self._analysed.hit(i, "no-weapons"):
                until = none.end
                continue
            heads = (hit for hit in reversed(self._analysed.hits[i]) if hit.entry.lexicon in _HEADS)
            yield from (weapon for hit in heads if (weapon := self._whole(hit, sentence)))

    def _whole(self, hit: Hit, sentence: Sentence) -> _Weapon | None:
        """The weapon that begins with an entry, with all that belongs to it; None where the words are none."""
        entry, sure = hit.entry, hit.entry.lexicon == "weapons"
        first = _Weapon(hit, hit.end, entry.get("kind"), entry.get("mode"), entry.get("gloss"), sure=sure)
        first = first._replace(model=entry.get("model"), calibre=entry.get("calibre"))
        weapon = self._numbered(first, entry.columns, sentence.end)
        while longer := self._longer(weapon, sentence.end):
            weapon = longer
        if entry.get("needs") == "context" and weapon.end == hit.end and not self._told(hit, sentence):
            return None
        return weapon if weapon.sure else None

    def _longer(self, weapon: _Weapon, last: int) -> _Weapon | None:
        """The weapon with the next word that belongs to it."""
        return self._typed(weapon, last) or self._modelled(weapon, last) or self._of_calibre(weapon, last)

    def _typed(self, weapon: _Weapon, last: int) -> _Weapon | None:
        """With an adjective, or what it is used against, that tells its type."""
        fitting = (
            h for h in self._hits(weapon.end, last, "weapon-types") if weapon.kind in h.entry.get("of").split("|")
        )
        hit = next(fitting, None)
        if hit is None or (hit.entry.get("class") == "adj" and self._tokens[weapon.end].pos == "PREP"):
            return None
        kind, mode, gloss = hit.entry.get("kind"), hit.entry.get("mode"), hit.entry.get("gloss")
        end = hit.end
        if hit.entry.get("target"):
            aim = self._hit(end + 1, "weapon-targets", last)
            if aim is None or self._tokens[end].form not in hit.entry.get("target").split("|"):
                return None
            kind, end = aim.entry.get(weapon.kind) or weapon.kind, aim.end
        return weapon._replace(
            end=end, kind=kind or weapon.kind, mode=mode or weapon.mode, gloss=gloss or weapon.gloss, sure=True
        )

    def _modelled(self, weapon: _Weapon, last: int) -> _Weapon | None:
        """With the name of its model, beside it or after a word for model."""
        if not weapon.sure and not weapon.hit.entry.get("named"):
            return None
        at = self._after_words(weapon.end, "model-words", last)
        told = at > weapon.end
        opened = at < last and (at in self._opening or (told and self._tokens[at].pos == "PUNCT"))
        names = self._hits(at + opened, last, "weapons", "weapon-models")
        name = next((hit for hit in names if hit.entry.get("model")), None)
        if name is None:
            return None
        entry = name.entry
        longer = weapon._replace(end=name.end, kind=entry.get("kind"), mode=entry.get("mode"), sure=True)
        longer = longer._replace(model=entry.get("model"), gloss=entry.get("gloss"), calibre=entry.get("calibre"))
        longer = self._numbered(longer, entry.columns, last)
        if entry.lexicon == "weapon-models" and entry.get("numbers") and longer.end == name.end and not told:
            return None
        closed = opened and longer.end < last and self._tokens[longer.end].pos == "PUNCT"
        return longer._replace(end=longer.end + closed)

    def _numbered(self, weapon: _Weapon, columns: Mapping[str, str], last: int) -> _Weapon:
        """With the number of its model, where the entry has numbers; a name is a weapon with its own number alone."""
        numbers = columns.get("numbers", "")
        at = weapon.end + (weapon.end < last and self._tokens[weapon.end].form in _MARKS)
        if not numbers or at >= last or self._tokens[at].pos != "NUM":
            return weapon
        number = self._tokens[at].form
        if numbers != "any" and number not in numbers.split("|"):
            return weapon
        name = weapon.model.removesuffix("+")
        joined = name if name != weapon.model or name.endswith("-") or not name else f"{name}-"
        sure = weapon.sure or at > weapon.end or len(number) > 1
        return weapon._replace(end=at + 1, model=f"{joined}{number}", sure=sure)

    def _of_calibre(self, weapon: _Weapon, last: int) -> _Weapon | None:
        """With its calibre: after the word for calibre, or before a unit."""
        if weapon.calibre or not weapon.sure:
            return None
        at = self._after_words(weapon.end, "calibre-words", last)
        if at >= last or self._tokens[at].pos != "NUM":
            return None
        mark = at + 1 < last and self._tokens[at + 1].form in _MARKS
        unit = self._hit(at + 1 + mark, "calibre-units", last)
        if at == weapon.end and unit is None:
            return None
        return weapon._replace(end=unit.end if unit else at + 1, calibre=self._tokens[at].form.replace(",", "."))

    def _after_words(self, i: int, lexicon: str, last: int) -> int:
        """The token after words of a lexicon; `i` itself where there are none."""
        hit = self._hit(i, lexicon, last)
        return hit.end if hit else i

    def _hits(self, i: int, last: int, *lexicons: str) -> Iterator[Hit]:
        """The entries of lexicons at a token of the sentence, the longest first."""
        at = self._analysed.hits[i] if i < last else ()
        return (hit for hit in reversed(at) if hit.entry.lexicon in lexicons)

    def _hit(self, i: int, lexicon: str, last: int) -> Hit | None:
        """The longest entry of a lexicon at a token of the sentence."""
        return self._analysed.hit(i, lexicon) if i < last else None

    def _told(self, hit: Hit, sentence: Sentence) -> bool:
        """Whether an ambiguous word is a weapon: words near it say so, and it is no adjective of the one before."""
        word, before = self._tokens[hit.start], self._tokens[max(hit.start - 1, sentence.start)]
        same = (word.form[-1:], word.definite) == (before.form[-1:], before.definite)
        if same and before is not word and before.pos in ("NOUN", "ADJ"):
            return False
        first, last = max(sentence.start, hit.start - _WINDOW), min(sentence.end, hit.end + _WINDOW)
        near = (self._analysed.hit(i, "weapon-contexts") for i in range(first, last) if not hit.start <= i < hit.end)
        senses = {of.entry.get("sense") for of in near if of}
        return "weapon" in senses and "other" not in senses
