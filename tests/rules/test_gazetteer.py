"""The gazetteer: every name is found as it is written, and the derived tables fit."""

from __future__ import annotations

import pytest

from riwaya.errors import PackError
from riwaya.evaluate.components.measured import paragraph
from riwaya.packs import cell_values
from riwaya.pipeline import Reader
from riwaya.rules.gazetteer import read_derived


def test_nearly_every_own_name_is_found_after_a_preposition(reader: Reader) -> None:
    lost = []
    rows = reader.pack.rows("gazetteer/places")
    names = [(row["id"], name) for row in rows for name in cell_values(row, "names")]
    for place, name in names[::7]:
        analysed = reader.analyse(paragraph("ar", f"في {name}"))
        if not any(hit.entry.id == place for hits in analysed.hits for hit in hits):
            lost.append(name)
    assert len(lost) < len(names) / 7 / 200, lost


def test_a_derived_place_is_read_where_its_name_occurs(reader: Reader) -> None:
    (place, *_) = reader.pack.gazetteer.named(reader.pack.stems("منزل بورقيبة"))
    assert (place.get("iso3"), place.get("geonames").isdigit()) == ("TUN", True)


def test_a_folder_that_is_not_there_holds_no_names(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert read_derived(tmp_path_factory.mktemp("pack") / "upstream").names == {}


def test_a_table_without_its_other_half_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("upstream")
    (folder / "places.tsv").write_text("id\tname_en\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"names\.tsv"):
        read_derived(folder)
