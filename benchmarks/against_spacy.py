"""Our rule engine beside spaCy's Matcher, on the same claim rules over the same reports.

    pip install spacy
    python benchmarks/against_spacy.py

spaCy is no dependency of riwaya: without it, this says so and stops. Both engines get the same tokens, made
beforehand, in sentences; only matching is timed, both engines in turn, in time of this process. What comes out is
discussed in docs/decisions/0003-rule-engine.md.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from itertools import chain, pairwise
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import yaml

from riwaya.claims import ClaimTables, claim_contexts
from riwaya.packs import Pack, load_pack
from riwaya.rules.elements import Context
from riwaya.rules.rule import Rule, RuleIndex
from spacy_rules import Tokens, Translation, Translator
from stages import Stages, example_pages

ROUNDS = 20
WIDTHS = (4, 8, 10, 12, 14)
KINDS = ("claim", "attribution")
Anchor = tuple[int, str, int]  # the sentence, the rule, the token
IMPORTED = """
import resource, time
from pathlib import Path
def held(): return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
before, began = held(), time.process_time()
import {module}
print(f"{{1000 * (time.process_time() - began):.0f}} {{held() - before:.0f}}")
"""


def main() -> None:
    """Prints how far the rules can be translated, what both engines find, and what they cost."""
    try:
        import spacy  # noqa: F401, PLC0415
    except ImportError:
        sys.exit("spaCy is not installed here: `pip install spacy` in an environment of its own, then run this again")
    pack = load_pack("ar")
    contexts = list(_contexts(pack))
    rules = {rule.id: rule for rule in pack.rules if rule.finds in KINDS}
    theirs = SpacyEngine(pack, contexts, rules)
    _print_translation(theirs.translations)
    whole = {t.rule for t in theirs.translations if t.patterns and not t.left_out}
    part = {t.rule for t in theirs.translations if t.patterns and t.left_out}
    ours = set(_our_anchors([rules[name] for name in sorted(whole | part)], contexts))
    found = set(theirs.anchors())
    _print_agreement("translated whole", whole, ours, found)
    _print_agreement("translated in part", part, ours, found)
    _print_speed("all that could be translated", RuleIndex(rules[name] for name in whole | part), theirs, contexts)
    theirs.drop(part)
    _print_speed("those translated whole", RuleIndex(rules[name] for name in whole), theirs, contexts)
    _print_floor(theirs, sum(len(t.patterns) for t in theirs.translations))
    _print_bounded(theirs)
    _print_costs(pack, theirs)


def _contexts(pack: Pack) -> Iterator[Context]:
    """The sentences of the examples as our engine sees them."""
    stages = Stages(pack)
    for page in example_pages():
        layer: Any = page.read_bytes()
        for stage in ("extraction", "language", "find"):
            layer = stages.steps[stage](layer)
        yield from (context for _, context in claim_contexts(layer, ClaimTables.of(pack)))


class SpacyEngine:
    """spaCy's Matcher with our rules, and our sentences as its documents."""

    def __init__(self, pack: Pack, contexts: Sequence[Context], rules: dict[str, Rule]) -> None:
        """Translates the rules, then makes the documents; `built_s` and `filled_s` are the seconds of each."""
        from spacy.matcher import Matcher  # noqa: PLC0415
        from spacy.tokens import Token  # noqa: PLC0415
        from spacy.vocab import Vocab  # noqa: PLC0415

        for name in ("spellings", "entries", "free"):
            Token.set_extension(name, default=())
        self._vocab = Vocab()
        self.matcher = Matcher(self._vocab)
        self._translator = Translator(pack.key, _lengths(contexts))
        self._places: dict[str, int] = {}  # of the anchor, by the pattern's name
        began = process_time()
        self.translations = [self._add(rule, pack) for rule in rules]
        self.built_s = process_time() - began
        began = process_time()
        self.docs = [self._doc(context) for context in contexts]
        self.filled_s = process_time() - began
        self._contexts = contexts

    def _add(self, rule: str, pack: Pack) -> Translation:
        """The translation of a rule, its patterns given to the Matcher."""
        path = (pack.folder / "rules").joinpath(*rule.split(".")[1:]).with_suffix(".yaml")
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        translation = self._translator.translate(rule, raw["pattern"])
        for n, (tokens, anchor) in enumerate(translation.patterns):
            self._places[f"{rule}#{n}"] = anchor
            self.matcher.add(f"{rule}#{n}", [tokens])
        return translation

    def _doc(self, context: Context) -> Any:
        """The document of a sentence: our tokens, with what the patterns ask for written on them."""
        from spacy.tokens import Doc  # noqa: PLC0415

        tokens = context.tokens[context.first : context.last]
        forms, tags = [token.form for token in tokens], [token.pos for token in tokens]
        doc = Doc(self._vocab, words=forms, tags=tags, sent_starts=[i == 0 for i in range(len(tokens))])
        for i, (token, made) in enumerate(zip(tokens, doc, strict=True), context.first):
            made._.spellings = [token.form, token.stem]
            made._.entries = self._translator.entries(context, i)
            made._.free = self._translator.free(context, i)
        return doc

    def drop(self, rules: set[str]) -> None:
        """Take the patterns of some rules out of the Matcher."""
        for name in [name for name in self._places if name.partition("#")[0] in rules]:
            self.matcher.remove(name)
            del self._places[name]

    def seconds(self, patterns: Sequence[Tokens]) -> float:
        """How long a Matcher with other patterns takes for the documents."""
        from spacy.matcher import Matcher  # noqa: PLC0415

        matcher = Matcher(self._vocab)
        for n, tokens in enumerate(patterns):
            matcher.add(str(n), [tokens])
        began = process_time()
        for doc in self.docs:
            matcher(doc)
        return process_time() - began

    def matches(self, *, aligned: bool) -> int:
        """How many matches there are in all documents."""
        return sum(len(self.matcher(doc, with_alignments=aligned)) for doc in self.docs)

    def anchors(self) -> Iterator[Anchor]:
        """Where the anchors of all matches stand."""
        for number, (doc, context) in enumerate(zip(self.docs, self._contexts, strict=True)):
            for match, start, _, places in self.matcher(doc, with_alignments=True):
                name = self._vocab.strings[match]
                yield number, name.partition("#")[0], context.first + start + places.index(self._places[name])


def _lengths(contexts: Sequence[Context]) -> dict[str, set[int]]:
    """The lengths in tokens that the entries of each lexicon have in the texts."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for context in contexts:
        for hit in chain.from_iterable(context.hits.values()):
            lengths[hit.entry.lexicon].add(hit.end - hit.start)
    return lengths


def _our_anchors(rules: Sequence[Rule], contexts: Sequence[Context]) -> Iterator[Anchor]:
    """Where the anchors of our engine's matches stand."""
    for number, context in enumerate(contexts):
        for i in range(context.first, context.last):
            yield from ((number, rule.id, i) for rule in rules if _anchored(rule, context, i))


def _anchored(rule: Rule, context: Context, i: int) -> bool:
    """Whether a rule matches with its anchor at a token."""
    token = context.tokens[i]
    here = {("form", token.form), ("form", token.stem), ("lemma", token.lemma)}
    here |= {("lexicon", hit.entry.lexicon) for hit in context.hits.get(i, ())}
    return not here.isdisjoint(rule.pattern.keys) and rule.pattern.match(context, i) is not None


def _print_translation(translations: Sequence[Translation]) -> None:
    """Prints what became of the rules."""
    none = [t.rule for t in translations if not t.patterns]
    part = [t for t in translations if t.patterns and t.left_out]
    patterns = sum(len(t.patterns) for t in translations)
    print(f"{len(translations)} claim rules -> {patterns} patterns of the Matcher")
    print(f"  whole {len(translations) - len(none) - len(part)}, in part {len(part)}, not at all {len(none)}")
    for kind in ("mention", "quotation", "at", "not"):
        print(f"  rules with {kind} left out: {sum(kind in t.left_out for t in translations)}")


def _print_agreement(title: str, names: set[str], ours: set[Anchor], theirs: set[Anchor]) -> None:
    """Prints how many anchors both engines find, by the rules of these names."""
    own, other = ({anchor for anchor in anchors if anchor[1] in names} for anchors in (ours, theirs))
    print(f"\n{title}: {len(names)} rules; anchors found by both {len(own & other)}")
    print(f"  by ours alone {len(own - other)}, by spaCy's alone {len(other - own)}")


def _print_speed(title: str, index: RuleIndex, theirs: SpacyEngine, contexts: Sequence[Context]) -> None:
    """Prints the seconds of both engines, in turn, and their ratio."""
    rounds = []
    for _ in range(ROUNDS):
        moments = [process_time()]
        ours = sum(1 for context in contexts for _ in index.matches(context))
        moments.append(process_time())
        plain = theirs.matches(aligned=False)
        moments.append(process_time())
        theirs.matches(aligned=True)
        moments.append(process_time())
        rounds.append([after - before for before, after in pairwise(moments)])
    own, bare, aligned = (median(times) for times in zip(*rounds, strict=True))
    tokens = sum(context.last - context.first for context in contexts)
    print(f"\n{title}: {len(contexts)} sentences, {tokens} tokens, ms a round, median of {ROUNDS} rounds")
    print(f"  ours                      {1000 * own:8.1f}  {ours} matches, with captures")
    print(f"  spaCy                     {1000 * bare:8.1f}  {plain} matches, {bare / own:.1f} times ours")
    print(f"  spaCy, which token is it  {1000 * aligned:8.1f}  {'':>7}          {aligned / own:.1f} times ours")
    print(f"  spaCy, filling documents  {1000 * theirs.filled_s:8.1f}  once")


def _print_floor(theirs: SpacyEngine, n: int) -> None:
    """Prints what as many patterns cost that never match and ask only for spaCy's own attributes."""
    seconds = theirs.seconds([[{"TAG": "NONE"}, {"TAG": "NOUN"}]] * n)
    print(f"\n{n} patterns in spaCy's Matcher of which none matches anywhere: {1000 * seconds:.1f} ms a round")


def _print_bounded(theirs: SpacyEngine) -> None:
    """Prints what a gap of bounded length costs in the Matcher: any word, so many others, a stop."""
    print("\na gap of at most n tokens in spaCy's Matcher, ms a round")
    for longest in WIDTHS:
        gap = {"TAG": {"NOT_IN": ["PUNCT"]}, "OP": f"{{0,{longest}}}"}
        print(f"  n = {longest:<22} {1000 * theirs.seconds([[{'TAG': 'VERB'}, gap, {'ORTH': '.'}]]):8.1f}")


def _print_costs(pack: Pack, theirs: SpacyEngine) -> None:
    """Prints what it costs to load both engines, and to install spaCy."""
    fresh = load_pack(pack.code)
    began = process_time()
    n_rules = len(fresh.rules)
    print(f"\nrules made ready: ours {1000 * (process_time() - began):.0f} ms (all {n_rules}, with their YAML)", end="")
    print(f", spaCy's {1000 * theirs.built_s:.0f} ms (those of claims)")
    for module in ("riwaya.rules.rule", "spacy.matcher"):
        done = subprocess.run([sys.executable, "-c", IMPORTED.format(module=module)], check=True, capture_output=True)
        milliseconds, megabytes = done.stdout.decode().split()
        print(f"import {module}: {milliseconds} ms, {megabytes} MB of memory")
    extra = _needed("spacy") - _needed("riwaya")
    size = sum(_size(name) for name in extra)
    print(f"to install for spaCy, beyond what riwaya has: {len(extra)} packages, {size / 1e6:.0f} MB")


def _needed(package: str) -> set[str]:
    """The package and all that it needs, by name, as far as they are installed here."""
    needed: set[str] = set()
    waiting = [package]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        try:
            asked = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        if name not in needed:
            needed.add(name)
            waiting += [re.split(r"[^\w.-]", line)[0] for line in asked if "extra ==" not in line]
    return needed


def _size(package: str) -> int:
    """The bytes that a package takes on the disk."""
    files = (file.locate() for file in distribution(package).files or ())
    return sum(Path(str(file)).stat().st_size for file in files if Path(str(file)).is_file())


if __name__ == "__main__":
    main()
