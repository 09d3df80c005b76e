"""The flow, in order: read -> extract -> language -> find -> claims -> events -> record.

Each stage is a function from one frozen layer to the next; none touches a store or the network.
"""

from __future__ import annotations

import gc
from functools import cache

from riwaya.claims import Claimer
from riwaya.events import Coder
from riwaya.extract import extract_report, extract_text
from riwaya.find import Finder
from riwaya.language import Language
from riwaya.model import Record, Report
from riwaya.model.layers import Analysed, Coded, Explanation, Found
from riwaya.packs import Pack, load_pack


class Reader:
    """Reads reports in one language. Loading is done once; reading is safe from several threads."""

    def __init__(self, pack: Pack) -> None:
        """Builds every stage from the pack."""
        self.pack = pack
        self._language = Language(pack)
        self._finder = Finder(pack)
        self._claimer = Claimer(pack)
        self._coder = Coder(pack)

    @property
    def analyser(self) -> str:
        """The version that stands beside a stored record: of riwaya and of the pack."""
        from riwaya import __version__  # noqa: PLC0415 (the package imports this module)

        return f"riwaya {__version__} {self.pack.code} {self.pack.version}"

    def read_text(
        self,
        text: str,
        published: str | None = None,
        outlet: str | None = None,
        *,
        url: str | None = None,
        name: str = "text",
    ) -> Record:
        """The record of a plain text as it was scraped; furniture at both ends is cut off, nothing else changed.

        `published` is an ISO 8601 date or time. Raises PageError where the text holds no report.
        """
        return self.read_report(extract_text(text, self.pack, name=name, url=url, outlet=outlet, published=published))

    def read_page(
        self,
        data: bytes,
        url: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
        *,
        name: str = "page",
        retrieved: str | None = None,
    ) -> Record:
        """The record of a page (HTML or plain text, in any usual encoding); raises PageError where it holds none."""
        return self.read_report(
            extract_report(data, self.pack, name=name, url=url, outlet=outlet, published=published, retrieved=retrieved)
        )

    def read_report(self, report: Report) -> Record:
        """The record of a report that was extracted before."""
        return make_record(self.code(report))

    def analyse(self, report: Report) -> Analysed:
        """The report as language: tokens, sentences, quotations."""
        return self._language.analyse(report)

    def find(self, report: Report) -> Found:
        """The report and what it names."""
        return self._finder.find(self.analyse(report))

    def code(self, report: Report) -> Coded:
        """The report through every stage, with all layers and explanations."""
        return self._coder.code(self._claimer.claim(self.find(report)))

    def explain(self, record: Record, wanted: str) -> Explanation | None:
        """Why a claim or an event was read; None where reading the report again does not give it."""
        coded = self.code(record.report.model_copy(update={"issues": ()}))
        return {**coded.claimed.explanations, **coded.explanations}.get(wanted)


def make_record(coded: Coded) -> Record:
    """The record of a coded report: its last layer, at the boundary."""
    found = coded.claimed.found
    report = found.analysed.report
    issues = (*report.issues, *found.analysed.issues, *found.issues, *coded.claimed.issues, *coded.issues)
    return Record(
        **{**report.__dict__, "issues": tuple(dict.fromkeys(issues))},
        claims=coded.claimed.claims,
        events=coded.events,
        relations=coded.claimed.relations,
    )


@cache
def load(code: str = "ar") -> Reader:
    """The reader of a language ("ar"); its pack is loaded once a process. Raises PackError.

    While the pack is loaded the collector is off, for nothing of a pack is garbage. A process that reads many
    reports calls `spare_collector` afterwards.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return Reader(load_pack(code))
    finally:
        if collects:
            gc.enable()


def spare_collector() -> None:
    """Tells the garbage collector to leave alone what is loaded, and to look seldom: reading leaves no cycles.

    It speaks for the whole process, so only a program calls it: the command line does.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
