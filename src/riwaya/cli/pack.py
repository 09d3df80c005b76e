"""`riwaya pack`: work on a language pack, for somebody who writes no Python."""

from __future__ import annotations

from typing import Annotated

import typer

from riwaya.cli.answers import DONE, NOTHING_DONE, check_day, open_reader, say

pack_app = typer.Typer(help="Work on a language pack: no Python needed.", no_args_is_help=True)

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
    """Run the examples, counter-examples and known failures of a pack's rules, and the paragraphs of its cases."""
    from riwaya.errors import PackError
    from riwaya.evaluate.cases import read_cases, run_paragraph
    from riwaya.evaluate.claim_cases import read_claim_cases, run_claim_case
    from riwaya.evaluate.event_cases import read_event_cases, run_event_case
    from riwaya.evaluate.trials import cases_of, run_case

    reader = open_reader(code)
    cases = list(cases_of(reader.pack.rules, wanted))
    paragraphs = [case for case in read_cases(reader.pack) if wanted in f"{code}.cases.{case.id}"]
    claims = [case for case in read_claim_cases(reader.pack) if wanted in f"{code}.cases.claims.{case.id}"]
    events = [case for case in read_event_cases(reader.pack) if wanted in f"{code}.cases.events.{case.id}"]
    if not cases and not paragraphs and not claims and not events:
        raise PackError(
            "pack.no-trial", f"no trial's id holds {wanted!r}", where=code, todo="give a part of a rule's id"
        )
    failures = [failure for case in cases if (failure := run_case(case, reader))]
    failures += ["\n  ".join([p.id, *lines]) for p in paragraphs if (lines := run_paragraph(p, reader))]
    failures += ["\n  ".join([c.id, *lines]) for c in claims if (lines := run_claim_case(c, reader))]
    failures += ["\n  ".join([e.id, *lines]) for e in events if (lines := run_event_case(e, reader))]
    for failure in failures:
        print(failure, end="\n\n")
    print(f"{len(cases) + len(paragraphs) + len(claims) + len(events)} trials, {len(failures)} failed")
    raise typer.Exit(NOTHING_DONE if failures else DONE)


@pack_app.command("try")
def pack_try(
    code: PackArgument,
    text: Annotated[str, typer.Argument(help="A sentence, or a few.")],
    published: Annotated[str | None, typer.Option(help="The day of publication, as 2022-09-13.")] = None,
) -> None:
    """Show what every stage makes of a text: tokens, mentions, rules over their words, claims, events."""
    from riwaya.evaluate.show_reading import show_reading

    check_day(published)
    print(show_reading(open_reader(code), text, published))


@pack_app.command("new")
def pack_new(
    code: PackArgument,
    name: Annotated[str, typer.Argument(metavar="FOLDER/NAME", help="Of the rule: claims/my-rule.")],
) -> None:
    """Write the skeleton of a new rule file, with blanks to fill in."""
    from riwaya.evaluate.new_rule import BLANK, new_rule
    from riwaya.packs import load_pack

    print(new_rule(load_pack(code), name))
    say(f"fill in every {BLANK}, then: riwaya pack check {code}; riwaya pack test {code} -k {name.partition('/')[2]}")
