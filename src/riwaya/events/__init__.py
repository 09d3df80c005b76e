"""Events: what is said to have happened, to whom, where, when, how many."""

from riwaya.events.code_events import Coder

__all__ = ["Coder"]
