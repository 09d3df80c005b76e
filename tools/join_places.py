"""Proposes the ids and points of GeoNames for settlements of the pack's own table of places.

python tools/join_places.py            prints what differs, a line each
python tools/join_places.py --write    enters the id and the point where one settlement of the name lies within 25 km

The table is ours: where the settlement of that name lies farther off, the tool says so and changes nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # for the tool beside this one

from derive_places import Place, apart, country_codes, settlements
from riwaya.packs import Pack, cell_values, load_pack

_KINDS = ("city", "town", "village")
_WITHIN_KM = 25.0
Names = dict[tuple[str, tuple[str, ...]], dict[int, Place]]


def main() -> None:
    """Prints the proposals, or enters them."""
    parser = argparse.ArgumentParser(description="Propose ids of GeoNames for the pack's own places.")
    parser.add_argument("--write", action="store_true", help="enter them in the table")
    options = parser.parse_args()
    pack = load_pack("ar")
    names = by_name(pack, settlements(pack))
    rows = pack.rows("gazetteer/places")
    for row in rows:
        if row["kind"] in _KINDS and row["lat"] and not row["geonames"]:
            print(*propose(pack, row, names), sep="\t")
    if options.write:
        write(pack.folder / "gazetteer" / "places.tsv", rows)


def by_name(pack: Pack, places: Iterable[Place]) -> Names:
    """The settlements by country and folded name."""
    codes, names = country_codes(), Names()
    for place in places:
        for name in place.names:
            names.setdefault((codes.get(place.iso2, ""), pack.stems(name)), {})[place.geonames] = place
    return names


def propose(pack: Pack, row: dict[str, str], names: Names) -> tuple[str, ...]:
    """What is proposed for a row, after entering it where it is sure."""
    alike: dict[int, Place] = {}
    for name in (*cell_values(row, "names"), *cell_values(row, "context_names")):
        alike |= names.get((row["iso3"], pack.stems(name)), {})
    away = {number: apart(float(row["lat"]), float(row["lon"]), p.lat, p.lon) for number, p in alike.items()}
    near = [alike[number] for number, km in away.items() if km < _WITHIN_KM]
    if len(near) == 1:
        row |= {"geonames": str(near[0].geonames), "lat": f"{near[0].lat:.3f}", "lon": f"{near[0].lon:.3f}"}
        return ("joined", row["id"], near[0].name)
    told = "; ".join(f"{alike[number].name} {km:.0f} km off" for number, km in sorted(away.items()))
    return ("open", row["id"], told or "no settlement of that name")


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Write the table anew, its comments kept."""
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    columns = list(rows[0])
    lines = ["\t".join(row[column] for column in columns).rstrip("\t") for row in rows]
    path.write_text("\n".join([*comments, "\t".join(columns), *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
