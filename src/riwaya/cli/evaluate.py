"""`riwaya evaluate`: how good a reading is, and how good each component is, on gold data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from riwaya.cli.answers import LanguageOption, check_day, open_reader

# The components, and what their figures tell; riwaya.evaluate.components has a measure for each.
COMPONENTS = {
    "segmentation": "Score the parting of written words into syntactic words, on a treebank.",
    "pos": "Score the parts of speech of the words of a treebank: verb, noun or particle.",
    "lemma": "Score the lemmas of the words of a treebank.",
    "voice": "Score verbs told active or passive, on sentences.",
    "quotations": "Score quotation marks and the ends of sentences, on marked texts.",
    "time": "Score times and durations: values on Duckling's corpus, spans on Recognizers' specifications.",
    "numbers": "Score numbers, ordinals and percentages on the same two corpora.",
    "names": "Score names of persons, places and organisations, on words tagged as in ANERcorp.",
    "places": "Score the gazetteer, on names of places with their regions and points.",
    "actors": "Score the country and sector of actors, on open event records.",
    "events": "Score whether sentences tell of an actual assault or protest, on open event records.",
    "roles": "Score who acts and who is acted on in sentences, on open event records.",
    "reference": "Score words that stand for what a report names elsewhere, on marked reports.",
}

evaluate_app = typer.Typer(help="Score readings against gold data.", no_args_is_help=True)

JsonOption = Annotated[bool, typer.Option("--json", help="Write all figures as JSON.")]
DetailsOption = Annotated[bool, typer.Option(help="List what was missed, added or read otherwise.")]


@evaluate_app.command("reports")
def evaluate_reports_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of ID.json with ID.txt beside it.")],
    as_json: JsonOption = False,
    details: DetailsOption = False,
    published: Annotated[str | None, typer.Option(help="The day, for reports whose gold has none.")] = None,
    language: LanguageOption = "ar",
) -> None:
    """Score claims, chains, relations and events against gold records."""
    from riwaya.evaluate import evaluate_reports, read_gold, table

    check_day(published)
    reader = open_reader(language)
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


def _measured(component: str) -> Callable[..., None]:
    """The command that scores a component."""

    def command(
        folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with the gold data.")],
        as_json: JsonOption = False,
        details: DetailsOption = False,
        language: LanguageOption = "ar",
    ) -> None:
        from riwaya.evaluate.components import MEASURES

        measured = MEASURES[component](open_reader(language), folder)
        if as_json:
            print(json.dumps(measured.figures(), ensure_ascii=False, indent=1))
            return
        for name, value in measured.rows:
            print(f"{name}: {value}")
        for mistake in measured.mistakes if details else ():
            print(mistake)

    return command


for _name, _about in COMPONENTS.items():
    evaluate_app.command(_name, help=_about)(_measured(_name))
