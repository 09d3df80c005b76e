"""The store: one SQLite file of reports and what was read in them, for pages, exports and SQL."""

from riwaya.store.lines import ReportLine
from riwaya.store.store import Store

__all__ = ["ReportLine", "Store"]
