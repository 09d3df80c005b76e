"""Times: what the captures of a time rule stand for, as an interval against the day of publication.

A rule names what it captured by the words of docs/packs.md, and says with `reads` which reading of them is meant, where
its captures alone do not. The calendar arithmetic is the same for every language. A relative time without a day of
publication stays unresolved, with an issue that says so; nothing is guessed.
"""

from riwaya.find.times.make import TimeMaker
from riwaya.find.times.told import resolve_told

__all__ = ["TimeMaker", "resolve_told"]
