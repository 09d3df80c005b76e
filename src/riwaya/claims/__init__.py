"""Claims: who says what, on whose word."""

from riwaya.claims.find_claims import Claimer

__all__ = ["Claimer"]
