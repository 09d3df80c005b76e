"""Settings that hold for a whole run: from the environment, each overridden by its flag."""

from __future__ import annotations

import os
from pathlib import Path

DEFAULT_STORE = Path("riwaya.db")


def store_path(flag: Path | None) -> Path | None:
    """The store to use: the flag, or RIWAYA_STORE, or none."""
    named = os.environ.get("RIWAYA_STORE")
    return flag or (Path(named) if named else None)


def allow_private() -> bool:
    """Whether URLs may lead to private addresses: RIWAYA_ALLOW_PRIVATE=1."""
    return os.environ.get("RIWAYA_ALLOW_PRIVATE") == "1"
