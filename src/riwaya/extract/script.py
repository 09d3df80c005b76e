"""Scripts: whether a text is in letters that the pack reads, and in what it seems to be if not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from riwaya.errors import PageError
from riwaya.extract.words import PageWords
from riwaya.model import Issue

_MIN_SHARE = 0.5  # share of the script's letters below which a text is not in it
_NEIGHBOUR_SHARE = 0.015  # share of a neighbour's own letters in a text from which a text seems to be in that language
_SAMPLE = 20_000


def check_script(text: str, words: PageWords, *, name: str, declared: str | None = None) -> tuple[Issue, ...]:
    """An issue where the text seems to be in another language of the same script.

    Raises PageError (page.language) for a text in another script; `declared` is what the page says it is in.
    """
    letters = [sign for sign in words.pack.key(text[:_SAMPLE]) if sign.isalpha()]
    own = sum(map(bool, map(words.pack.letters.match, letters)))
    if own < _MIN_SHARE * len(letters) or not letters:
        raise PageError(
            "page.language",
            f"{own} of {len(letters)} letters are in the pack's script, {_seems(letters, declared)}",
            where=name,
            todo="give a report in a language that riwaya reads",
        )
    other = _neighbour(text[:_SAMPLE], words.neighbours) or (declared if declared != words.pack.code else None)
    return (_foreign(other, words.pack.code),) if other else ()


def _neighbour(text: str, neighbours: Mapping[str, str]) -> str | None:
    """The language of the same script whose own letters stand in the text, or None."""
    counts = Counter(text)
    shares = {code: sum(counts[letter] for letter in own) / len(text) for code, own in neighbours.items()}
    code = max(shares, key=lambda code: shares[code], default=None)
    return code if code and shares[code] >= _NEIGHBOUR_SHARE else None


def _foreign(other: str, code: str) -> Issue:
    """The issue for a text that is probably in another language."""
    return Issue(code="report.language", said=f"this seems to be in {other!r}; it is read as {code!r}")


def _seems(letters: list[str], declared: str | None) -> str:
    """What the text seems to be in: what the page says, or the script of most of its letters."""
    if declared:
        return f"the page says that it is in {declared!r}"
    scripts = Counter(re.split(r"[ -]", unicodedata.name(letter, "unknown"))[0].title() for letter in letters)
    return f"it seems to be in {scripts.most_common(1)[0][0]} script" if scripts else "there are no letters"
