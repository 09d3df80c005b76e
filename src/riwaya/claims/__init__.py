"""Claims: who says what, on whose word."""

from riwaya.claims.find_claims import Claimer
from riwaya.claims.stretches import claim_contexts
from riwaya.claims.tables import ClaimTables

__all__ = ["ClaimTables", "Claimer", "claim_contexts"]
