"""Brings the pages' fonts into src/riwaya/serve/static/vendor, with their licences and a lock of hashes.

    python tools/vendor_assets.py

Needs npm and the network. What it writes is committed, so that neither building nor serving needs either.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "src/riwaya/serve/static/vendor"
LICENCE = "OFL-1.1"
WEIGHTS = {"ibm-plex-sans-arabic": ("400", "600"), "noto-naskh-arabic": ("400", "700")}
SUBSETS = ("arabic", "latin")
VERSION = "5.3.0"


def fetch(package: str, folder: Path) -> tarfile.TarFile:
    """The archive of a package, fetched into a folder."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    return tarfile.open(folder / name)


def take(archive: tarfile.TarFile, member: str, target: Path) -> dict[str, object]:
    """The lock's entry for one file of the archive, once it is written to its target."""
    source = archive.extractfile(f"package/{member}")
    if source is None:
        raise FileNotFoundError(f"package/{member}")
    content = source.read()
    target.write_bytes(content)
    return {"file": target.name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def vendor(font: str, folder: Path) -> dict[str, object]:
    """The lock's entry for one font."""
    package = f"@fontsource/{font}"
    with fetch(f"{package}@{VERSION}", folder) as archive:
        names = [f"{font}-{subset}-{weight}-normal.woff2" for subset in SUBSETS for weight in WEIGHTS[font]]
        files = [take(archive, f"files/{name}", VENDOR / name) for name in names]
        files.append(take(archive, "LICENSE", VENDOR / f"{font}.LICENSE.txt"))
    return {"package": package, "version": VERSION, "licence": LICENCE, "files": files}


def main() -> None:
    """Nothing; the fonts, their licences and the lock lie in the folder."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        entries = [vendor(font, Path(folder)) for font in WEIGHTS]
    (VENDOR / "vendor.lock.json").write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")
    print(f"{VENDOR}: {len(entries)} fonts")


if __name__ == "__main__":
    main()
