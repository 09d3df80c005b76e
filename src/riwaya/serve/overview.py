"""The overview of a report: its events on a map and on a time line."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model import Place
from riwaya.serve.interface import Interface
from riwaya.serve.layout import Page
from riwaya.serve.maps import Map, map_of
from riwaya.serve.outlines import country_names
from riwaya.serve.timeline import TimeLine, time_line_of
from riwaya.serve.told import told_by


@dataclass(frozen=True, slots=True)
class Overview:
    """Where and when the events of a report were."""

    map: Map
    line: TimeLine


def overview_of(page: Page, ui: Interface) -> Overview:
    """The overview of the events that a page shows, named as the reader of its interface knows them."""
    record = page.record

    def name(place: Place) -> str:
        """The report's own words where the reader's language is the report's, else the canonical name."""
        return place.span.cut(record.text) if ui.language == record.language else place.name

    all_told = told_by(page.cards.events)
    seen = told_by(card for card in page.cards.events if card.key in page.shown)
    return Overview(
        map=map_of(all_told, seen, name, country_names(ui.language)),
        line=time_line_of(all_told, seen, record.published),
    )
