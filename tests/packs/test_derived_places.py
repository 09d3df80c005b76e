"""The derived gazetteer is what the packages of the extra `tools` give; `make test` installs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "derive_places.py"


def test_the_derived_tables_are_those_of_today() -> None:
    run = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
