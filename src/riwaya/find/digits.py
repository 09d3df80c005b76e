"""Digits: what a token of figures writes, with the separators of both kinds of digits."""

from __future__ import annotations

import re

Amount = int | float
LONGEST = 18
_GROUPED = re.compile(r"\d{1,3}(?:[,\u066c]\d{3})+(?:[.\u066b]\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d*[.,\u066b]\d+")


def whole(amount: Amount) -> Amount:
    """The amount as a whole number where it is one.

    >>> whole(3.0), whole(3.5), whole(0.1 + 0.2)
    (3, 3.5, 0.3)
    """
    rounded = round(amount, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def digits(word: str) -> Amount | None:
    """The number that a token of digits writes; a comma, point or Arabic sign groups thousands or parts decimals.

    >>> digits("1,500"), digits("4,8"), digits("1.200.000"), digits("01.10"), digits("3.125")
    (1500, 4.8, 1200000, 1.1, 3.125)
    """
    if len(word) > LONGEST:
        return None
    if word.isascii() and word.isdigit():
        return int(word)
    if _GROUPED.fullmatch(word):
        plain = word.replace(",", "").replace("\u066c", "").replace("\u066b", ".")
        return whole(float(plain)) if plain.count(".") < 2 else int(plain.replace(".", ""))
    if _DECIMAL.fullmatch(word):
        return whole(float(re.sub("[,\u066b]", ".", word)))
    return None
