"""Find: what a report names: numbers, times, actors, places, weapons, triggers of events."""

from riwaya.find.find_mentions import Finder

__all__ = ["Finder"]
