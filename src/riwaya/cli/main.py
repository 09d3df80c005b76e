"""The command line. JSON (or a table, in a terminal) goes to stdout; progress and messages go to stderr.

Exit codes: 0 all was done; 1 nothing could be done; 2 the command line is wrong; 3 some sources could not be
read and the others were done. They are listed in docs/errors.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya import __version__
from riwaya.cli.answers import DONE, NOTHING_DONE, PARTLY_DONE, LanguageOption, check_day, fail, open_reader, say
from riwaya.cli.evaluate import evaluate_app
from riwaya.cli.pack import pack_app
from riwaya.errors import RiwayaError
from riwaya.settings import DEFAULT_STORE, allow_private, store_path

if TYPE_CHECKING:
    from rich.console import Console

    from riwaya.model import Record
    from riwaya.pipeline import Reader
    from riwaya.read import Source
    from riwaya.store import Store

app = typer.Typer(
    help="Who says what happened, on whose word, and who says otherwise.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(pack_app, name="pack")


class Format(StrEnum):
    """How records are written to stdout."""

    json = "json"
    jsonl = "jsonl"
    table = "table"


StoreOption = Annotated[Path | None, typer.Option("--store", help="The store's file (or RIWAYA_STORE).")]
FormatOption = Annotated[
    Format | None, typer.Option("--format", help="What to write to stdout; a table in a terminal, else JSON.")
]


def main() -> None:
    """Run the command line; a RiwayaError becomes one line on stderr and an exit code."""
    try:
        app()
    except RiwayaError as error:
        fail(error)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(DONE) from None


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)] = False,
) -> None:
    if version:
        print(f"riwaya {__version__}")
        raise typer.Exit(DONE)


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, URLs, or - for standard input.")],
    published: Annotated[str | None, typer.Option(help="The day of publication, as 2022-09-13.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    store: StoreOption = None,
    form: FormatOption = None,
    language: LanguageOption = "ar",
) -> None:
    """Read reports and write their records."""
    from riwaya.read import open_sources

    check_day(published)
    form = form or (Format.table if sys.stdout.isatty() else Format.json)
    reader = open_reader(language)
    path = store_path(store)
    opened = _store(path, reader, create=True) if path else None
    done = failed = 0
    records: list[Record] = []
    for source in _watched(open_sources(sources, stdin=sys.stdin.buffer, allow_private=allow_private())):
        record = _read_source(source, reader, published, outlet)
        if record is None:
            failed += 1
            continue
        done += 1
        if opened:
            opened.put(record, analyser=reader.analyser)
        if form is Format.jsonl:
            print(record.to_json(), flush=True)
        else:
            records.append(record)
    _write(records, form)
    if opened:
        opened.close()
    raise typer.Exit(DONE if not failed else PARTLY_DONE if done else NOTHING_DONE)


def _store(path: Path, reader: Reader, *, create: bool) -> Store:
    """The store at a path."""
    from riwaya.store import Store

    return Store.open(path, fold=reader.pack.key, create=create)


def _watched(sources: Iterator[Source | RiwayaError]) -> Iterator[Source | RiwayaError]:
    """The sources, with a count on stderr while they are read (only where somebody looks on)."""
    if not sys.stderr.isatty():
        yield from sources
        return
    console = _console(stderr=True)
    with console.status("") as status:
        for number, source in enumerate(sources, 1):
            name = source.where if isinstance(source, RiwayaError) else source.name
            status.update(f"{number}  {name}")
            yield source


def _console(*, stderr: bool = False) -> Console:
    """A rich console."""
    from rich.console import Console

    return Console(stderr=stderr)


def _read_source(
    source: Source | RiwayaError, reader: Reader, published: str | None, outlet: str | None
) -> Record | None:
    """The record of one source; None, with one line on stderr, where there is none."""
    try:
        if isinstance(source, RiwayaError):
            raise source
        return reader.read_page(
            source.content,
            source.url,
            published,
            outlet,
            name=source.name,
            retrieved=source.retrieved,
        )
    except RiwayaError as error:
        say(error)
        return None


def _write(records: list[Record], form: Format) -> None:
    """Write records to stdout: one JSON value, or a table; JSON lines were written one by one."""
    if form is Format.json:
        texts = [record.to_json(indent=1) for record in records]
        print(texts[0] if len(texts) == 1 else "[" + ",\n".join(texts) + "]")
    elif form is Format.table and records:
        _print_table(records)


def _print_table(records: list[Record]) -> None:
    """Write a line for each report: day, outlet, title, how much was read in it."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, expand=True)
    for name, width in (("id", 12), ("published", 10)):
        table.add_column(name, no_wrap=True, min_width=width)
    for name in ("claims", "events", "issues"):
        table.add_column(name, justify="right", no_wrap=True, min_width=6)
    table.add_column("outlet", no_wrap=True, overflow="ellipsis", max_width=14)
    table.add_column("title", no_wrap=True, overflow="ellipsis", ratio=1)
    for record in records:
        counts = (str(len(part)) for part in (record.claims, record.events, record.issues))
        title = record.title or record.text[:80].partition("\n")[0]
        table.add_row(record.id[:12], (record.published or "-")[:10], *counts, record.outlet or "-", title)
    _console().print(table)


@app.command()
def show(
    wanted: Annotated[
        str, typer.Argument(metavar="ID", help="Of a report, claim or event; its first 8 characters do.")
    ],
    store: StoreOption = None,
    language: LanguageOption = "ar",
) -> None:
    """Write what the store holds under an id, as JSON."""
    record, full = _stored(wanted, store, language)
    claims = {claim.id: claim.model_dump_json(indent=1) for claim in record.claims}
    events = {event.id: event.model_dump_json(indent=1) for event in record.events}
    print({**claims, **events}.get(full) or record.to_json(indent=1))


@app.command()
def explain(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Of a claim or event; its first 8 characters do.")],
    store: StoreOption = None,
    language: LanguageOption = "ar",
) -> None:
    """Say which rule found a claim or an event, on which words, and why."""
    from riwaya.errors import UnknownId

    record, full = _stored(wanted, store, language)
    explanation = open_reader(language).explain(record, full)
    if explanation is None:
        todo = "give the id of a claim or event; if it is one, read the report again with this version"
        raise UnknownId("store.unexplained", "nothing to explain", where=wanted, todo=todo)
    print(f"{full}\n{explanation.rule}\n{explanation.about}\n")
    for step in explanation.steps:
        print(f"  {step.name:<8} {step.words}\n           {step.why}")


def _stored(wanted: str, store: Path | None, language: str) -> tuple[Record, str]:
    """The record that holds an id (or the only one that begins so), and the whole id."""
    with _store(store_path(store) or DEFAULT_STORE, open_reader(language), create=False) as opened:
        record = opened.record_of(wanted)
    ids = (record.id, *(claim.id for claim in record.claims), *(event.id for event in record.events))
    return record, next(one for one in ids if one.startswith(wanted))


@app.command()
def serve(
    store: StoreOption = None,
    host: Annotated[
        str, typer.Option(help="The address to serve on; the default is this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to serve on.")] = 8642,
    language: LanguageOption = "ar",
) -> None:
    """Serve the pages over a store."""
    import uvicorn

    from riwaya.serve import create_app

    reader = open_reader(language)
    pages = create_app(store_path(store) or DEFAULT_STORE, fold=reader.pack.key, explain=reader.explain)
    _check_port(host, port)
    say(f"serving http://{host}:{port}  (stop with Ctrl-C)")
    uvicorn.run(pages, host=host, port=port, log_level="warning")


def _check_port(host: str, port: int) -> None:
    """Refuse an address that cannot be served on, before anything is said of serving."""
    import socket

    from riwaya.errors import ServeError

    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        todo = "give another --port, or stop what serves there"
        raise ServeError("serve.port", str(error.strerror), where=f"{host}:{port}", todo=todo) from error
