"""The command line. JSON (or a table, in a terminal) goes to stdout; progress and messages go to stderr.

Exit codes: 0 all was done; 1 nothing could be done; 2 the command line is wrong; 3 some sources could not be
read and the others were done. They are listed in docs/errors.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from riwaya import __version__
from riwaya.errors import RiwayaError
from riwaya.settings import DEFAULT_STORE, allow_private, store_path

if TYPE_CHECKING:
    from rich.console import Console

    from riwaya.model import Record
    from riwaya.pipeline import Reader
    from riwaya.read import Source
    from riwaya.store import Store

DONE, NOTHING_DONE, WRONG_USE, PARTLY_DONE = 0, 1, 2, 3

app = typer.Typer(
    help="Who says what happened, on whose word, and who says otherwise.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
evaluate_app = typer.Typer(help="Score readings against gold data.", no_args_is_help=True)
pack_app = typer.Typer(help="Work on a language pack: no Python needed.", no_args_is_help=True)
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
LanguageOption = Annotated[str, typer.Option("--language", help="The language pack to read with.")]


def main() -> None:
    """Run the command line; a RiwayaError becomes one line on stderr and an exit code."""
    try:
        app()
    except RiwayaError as error:
        _fail(error)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(DONE) from None


def _say(message: object) -> None:
    """Write one line to stderr."""
    print(message, file=sys.stderr)


def _fail(error: RiwayaError) -> NoReturn:
    """Write the error's one line and end."""
    _say(error)
    raise SystemExit(NOTHING_DONE) from None


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

    _check_day(published)
    form = form or (Format.table if sys.stdout.isatty() else Format.json)
    reader = _reader(language)
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


def _check_day(published: str | None) -> None:
    """Refuse a day that is no ISO 8601 date or time."""
    from datetime import datetime

    if published:
        try:
            datetime.fromisoformat(published)
        except ValueError:
            raise typer.BadParameter(f"{published!r} is no day such as 2022-09-13", param_hint="--published") from None


def _reader(language: str) -> Reader:
    """The reader of a language; its pack lives as long as the process, so the garbage collector need not walk it."""
    import gc

    from riwaya.pipeline import load

    gc.disable()
    try:
        return load(language)
    finally:
        gc.freeze()
        gc.enable()


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
        _say(error)
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
    explanation = _reader(language).explain(record, full)
    if explanation is None:
        todo = "give the id of a claim or event; if it is one, read the report again with this version"
        raise UnknownId("store.unexplained", "nothing to explain", where=wanted, todo=todo)
    print(f"{full}\n{explanation.rule}\n{explanation.about}\n")
    for step in explanation.steps:
        print(f"  {step.name:<8} {step.words}\n           {step.why}")


def _stored(wanted: str, store: Path | None, language: str) -> tuple[Record, str]:
    """The record that holds an id (or the only one that begins so), and the whole id."""
    with _store(store_path(store) or DEFAULT_STORE, _reader(language), create=False) as opened:
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

    reader = _reader(language)
    pages = create_app(store_path(store) or DEFAULT_STORE, fold=reader.pack.key, explain=reader.explain)
    _check_port(host, port)
    _say(f"serving http://{host}:{port}  (stop with Ctrl-C)")
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


@evaluate_app.command("reports")
def evaluate_reports_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of ID.json with ID.txt beside it.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write all figures as JSON.")] = False,
    details: Annotated[bool, typer.Option(help="List what was missed, added or read otherwise.")] = False,
    published: Annotated[str | None, typer.Option(help="The day, for reports whose gold has none.")] = None,
    language: LanguageOption = "ar",
) -> None:
    """Score claims, chains and events against gold records."""
    from riwaya.evaluate import evaluate_reports, read_gold, table

    _check_day(published)
    reader = _reader(language)
    reports = read_gold(gold)
    scores = evaluate_reports(
        reports, lambda g: reader.read_text(g.text, published=g.published or published), details=details
    )
    if as_json:
        print(json.dumps(scores.to_dict(), ensure_ascii=False, indent=1))
        return
    for name, value in table(scores):
        print(f"{name}: {value}")
    for mistake in scores.mistakes:
        print(f"{mistake.report}\t{mistake.kind}\t{mistake.words}\t{mistake.said}")


PackArgument = Annotated[str, typer.Argument(metavar="PACK", help="The code of a pack: ar.")]


@pack_app.command("check")
def pack_check(code: PackArgument) -> None:
    """Look for mistakes in all files of a pack: tables, words, concepts, rules."""
    from riwaya.evaluate.check_pack import check_pack
    from riwaya.packs import load_pack

    check = check_pack(load_pack(code))
    for line in check.problems:
        print(line)
    for line in check.warnings:
        print(f"look at {line}")
    print(f"checked: {', '.join(check.checked)}; problems: {len(check.problems)}, to look at: {len(check.warnings)}")
    raise typer.Exit(NOTHING_DONE if check.problems else DONE)


@pack_app.command("test")
def pack_test(
    code: PackArgument,
    wanted: Annotated[str, typer.Option("-k", help="Only trials whose id holds this: said-that.")] = "",
) -> None:
    """Run the examples, counter-examples and known failures of a pack's rules."""
    from riwaya.errors import PackError
    from riwaya.evaluate.trials import cases_of, run_case

    reader = _reader(code)
    cases = list(cases_of(reader.pack.rules, wanted))
    if not cases:
        raise PackError(
            "pack.no-trial", f"no trial's id holds {wanted!r}", where=code, todo="give a part of a rule's id"
        )
    failures = [failure for case in cases if (failure := run_case(case, reader))]
    for failure in failures:
        print(failure, end="\n\n")
    print(f"{len(cases)} trials, {len(failures)} failed")
    raise typer.Exit(NOTHING_DONE if failures else DONE)


@pack_app.command("try")
def pack_try(
    code: PackArgument,
    text: Annotated[str, typer.Argument(help="A sentence, or a few.")],
    published: Annotated[str | None, typer.Option(help="The day of publication, as 2022-09-13.")] = None,
) -> None:
    """Show what every stage makes of a text: tokens, mentions, rules over their words, claims, events."""
    from riwaya.evaluate.show_reading import show_reading

    _check_day(published)
    print(show_reading(_reader(code), text, published))


@pack_app.command("new")
def pack_new(
    code: PackArgument,
    name: Annotated[str, typer.Argument(metavar="FOLDER/NAME", help="Of the rule: claims/my-rule.")],
) -> None:
    """Write the skeleton of a new rule file, with blanks to fill in."""
    from riwaya.evaluate.new_rule import BLANK, new_rule
    from riwaya.packs import load_pack

    print(new_rule(load_pack(code), name))
    _say(f"fill in every {BLANK}, then: riwaya pack check {code}; riwaya pack test {code} -k {name.partition('/')[2]}")
