"""riwaya: who says what happened, on whose word, and who says otherwise.

>>> import riwaya
>>> reader = riwaya.load("ar")
>>> record = reader.read_text("قالت وزارة الدفاع الأرمينية إن المعارك مستمرة.")
>>> record.claims[0].chain[0].entity
'Armenian Ministry of Defence'

(The one sentence of Arabic outside the packs: an example that shows what comes in, run as a test.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from riwaya.model import Record, Report
    from riwaya.pipeline import Reader, load

__version__ = "0.1.0"
__all__ = ["Reader", "Record", "Report", "__version__", "load"]

_HOMES = {"load": "pipeline", "Reader": "pipeline", "Record": "model", "Report": "model"}


def __getattr__(name: str) -> object:
    """The public names, imported on first use so that `riwaya --help` stays quick."""
    from importlib import import_module  # noqa: PLC0415

    if name not in _HOMES:
        raise AttributeError(f"module 'riwaya' has no attribute {name!r}")
    return getattr(import_module(f"riwaya.{_HOMES[name]}"), name)
