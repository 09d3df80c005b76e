"""Writes the counts in the README of the Arabic pack anew, between `<!-- facts -->` and `<!-- end -->`.

python tools/pack_facts.py
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from riwaya.packs import Pack, load_pack
from riwaya.rules.rule import Rule

_FACTS = re.compile(r"(<!-- facts -->\n).*?(<!-- end -->)", re.DOTALL)
_KINDS = ("times", "actors", "places", "counts", "claims", "events")
_TRIALS = ("examples", "counter_examples", "known_failures")


def readme(pack: Pack) -> Path:
    """Where the page of a pack stands."""
    return pack.folder / "README.md"


def refreshed(page: str, pack: Pack) -> str:
    """The page with the counts of the pack as it is today."""
    facts = "\n".join((*_gazetteer(pack), "", *_lexicon(pack), "", *_rules(pack.rules)))
    return _FACTS.sub(lambda block: f"{block[1]}{facts}\n{block[2]}", page)


def _gazetteer(pack: Pack) -> Iterator[str]:
    """The rows of the table of gazetteers: entries, and all names they go by."""
    yield from ("| gazetteer | entries | names |", "|---|---|---|")
    for path in sorted(pack.folder.glob("gazetteer/*.tsv")):
        rows = pack.rows(f"gazetteer/{path.stem}")
        if "names" not in rows[0]:
            continue
        names = sum(len([name for name in row["names"].split("|") if name]) for row in rows)
        yield f"| {path.stem} | {len(rows):,} | {names:,} |"


def _lexicon(pack: Pack) -> Iterator[str]:
    """The rows of the table of lexicons: entries, the forms they have in a text, and what the words are."""
    yield from ("| lexicon | entries | forms | what it holds |", "|---|---|---|---|")
    forms = Counter(entry.lexicon for _, entry in pack.entries)
    for path in sorted(pack.folder.glob("lexicon/*.tsv")):
        entries = len(pack.rows(f"lexicon/{path.stem}"))
        found = f"{forms[path.stem]:,}" if forms[path.stem] else "-"
        yield f"| {path.stem} | {entries:,} | {found} | {_about(path)} |"


def _about(path: Path) -> str:
    """The first sentence of the comment at the head of a table; empty where there is none."""
    head = path.read_text(encoding="utf-8").split("\n", 1)[0]
    return re.split(r"\. |\.$", head.removeprefix("# "))[0].replace("|", "/") if head.startswith("# ") else ""


def _rules(rules: Sequence[Rule]) -> Iterator[str]:
    """The rows of the table of rules: how many of each kind, and how many trials they carry."""
    yield from ("| rules | rules | examples | counter-examples | known failures |", "|---|---|---|---|---|")
    for kind in _KINDS:
        own = [rule for rule in rules if rule.id.split(".")[1] == kind]
        trials = (sum(len(getattr(rule, name)) for rule in own) for name in _TRIALS)
        if own:
            yield f"| {kind} | {len(own)} | {' | '.join(map(str, trials))} |"


def main() -> None:
    """Nothing; rewrites the page where it has changed."""
    pack = load_pack("ar")
    page = readme(pack)
    before = page.read_text(encoding="utf-8")
    after = refreshed(before, pack)
    if after != before:
        page.write_text(after, encoding="utf-8")
        print(f"{page.name} of the pack {pack.code}: written anew")


if __name__ == "__main__":
    main()
