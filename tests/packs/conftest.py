"""A small copy of the Arabic pack that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riwaya import packs

_LINES = 60  # kept of a table, so that the copy loads at once


@pytest.fixture
def own_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a copy of the pack `ar`, its tables cut short, which `load_pack` gives for the real one."""
    for name in ("ar", "_ontology"):
        shutil.copytree(packs.HOME / name, tmp_path / name)
    for path in tmp_path.glob("ar/[lg]*/*.tsv"):
        if path.stem != "inflection":
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            path.write_text("".join(lines[:_LINES]), encoding="utf-8")
    monkeypatch.setattr(packs, "HOME", tmp_path)
    return tmp_path / "ar"
