"""Brings the pages' fonts and the outlines of countries into the package, with their licences and locks of hashes.

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

SERVE = Path(__file__).parents[1] / "src/riwaya/serve"
VENDOR = SERVE / "static/vendor"
ATLAS = SERVE / "atlas"
LICENCE = "OFL-1.1"
WEIGHTS = {"ibm-plex-sans-arabic": ("400", "600"), "noto-naskh-arabic": ("400", "700")}
SUBSETS = ("arabic", "latin")
VERSION = "5.3.0"
ATLAS_VERSION = "2.0.2"
SCALES = ("50m", "110m")


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


def vendor_font(font: str, folder: Path) -> dict[str, object]:
    """The lock's entry for one font."""
    package = f"@fontsource/{font}"
    with fetch(f"{package}@{VERSION}", folder) as archive:
        names = [f"{font}-{subset}-{weight}-normal.woff2" for subset in SUBSETS for weight in WEIGHTS[font]]
        files = [take(archive, f"files/{name}", VENDOR / name) for name in names]
        files.append(take(archive, "LICENSE", VENDOR / f"{font}.LICENSE.txt"))
    return {"package": package, "version": VERSION, "licence": LICENCE, "files": files}


def vendor_atlas(folder: Path) -> dict[str, object]:
    """The lock's entry for the outlines of countries."""
    with fetch(f"world-atlas@{ATLAS_VERSION}", folder) as archive:
        names = [f"countries-{scale}.json" for scale in SCALES]
        files = [take(archive, name, ATLAS / name) for name in names]
        files.append(take(archive, "LICENSE", ATLAS / "world-atlas.LICENSE.txt"))
    return {"package": "world-atlas", "version": ATLAS_VERSION, "licence": "ISC", "files": files}


def lock(folder: Path, entries: list[dict[str, object]]) -> None:
    """Nothing; the lock of a folder's files lies in it."""
    (folder / "vendor.lock.json").write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")
    print(f"{folder}: {len(entries)} packages")


def main() -> None:
    """Nothing; fonts, outlines, their licences and the locks lie in their folders."""
    for target in (VENDOR, ATLAS):
        target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        lock(VENDOR, [vendor_font(font, Path(folder)) for font in WEIGHTS])
        lock(ATLAS, [vendor_atlas(Path(folder))])


if __name__ == "__main__":
    main()
