"""Segmentation: a written word parted into the syntactic words that are written together in it.

The clitics of a language are rows of its pack's `clitics.tsv`. Every split that they allow is a candidate,
and trained weights choose among the candidates; a word that the pack knows is not taken apart into unknown
ones. The article is no segment: its host is marked definite, and the host's stem is given without it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from riwaya.errors import PackError
from riwaya.language.sums import Sums
from riwaya.rules.tables import Row, values

_CACHED_WORDS = 200_000
_SHORTEST_STEM = 2
_SHAPED = 5  # letters at the beginning of a stem whose weakness is looked at
_LONG_VERB = 5  # letters of a verb before which a mark of the future is parted off an unknown word


class Segment(NamedTuple):
    """A syntactic word: the letters `start` to `end` (half-open) of the written word."""

    start: int
    end: int
    stem: str  # of a host: without its article, as it is written where no pronoun follows
    definite: bool
    clitic: str  # "" for the host, "pro" before it, "en" after it


class Candidate(NamedTuple):
    """One way to part a word: proclitics, a host, perhaps an enclitic."""

    cuts: tuple[int, ...]  # where each proclitic ends
    proclitic: str
    start: int  # of the host, its article included
    end: int
    stem: str
    definite: bool
    enclitic: str
    join: str  # the ending that the host has only before a pronoun
    verbal: bool = False  # the proclitic stands before verbs alone


class _Proclitic(NamedTuple):
    """A row of side `pro`: one proclitic or several, and the article's letters after it."""

    form: str
    cuts: tuple[int, ...]
    article: str
    verbal: bool


class _Enclitic(NamedTuple):
    """A row of side `en`; `typed` holds the last letters with which the word may have been typed."""

    form: str
    typed: str


class _Shape(dict[int, str]):
    """What each letter is for the shape of a word: v for a weak one, c for any other."""

    def __missing__(self, letter: int) -> str:
        return "c"


class Splitter:
    """The splits of a word that a table of clitics allows."""

    def __init__(self, clitics: Iterable[Row]) -> None:
        """`clitics` are the rows of `clitics.tsv`; raises PackError (pack.clitics) for an unknown side."""
        self._proclitics: list[_Proclitic] = []
        self._enclitics: list[_Enclitic] = []
        self._joins: list[tuple[str, str]] = []
        self._short_hosts: set[str] = set()
        self._first: dict[str, str] = {}  # by proclitic: the letters of which its host begins with one, "" for any
        self._shape = _Shape()
        for row in clitics:
            self._add(row)
        forms = {proclitic.form or proclitic.article for proclitic in self._proclitics} - {""}
        self._starts, self._ends = tuple(forms), tuple({enclitic.form for enclitic in self._enclitics})
        # In the order of the table, so that of two splits of one score the earlier is taken.
        self._after: dict[str, list[_Proclitic]] = {
            first: [p for p in self._proclitics if p.form[:1] in ("", first)] for first in {"", *(f[0] for f in forms)}
        }

    def _add(self, row: Row) -> None:
        """Enter a row under its side."""
        match row["side"]:
            case "pro":
                cuts = tuple(accumulate(len(part) for part in row["gives"].split("+") if part))
                self._proclitics.append(_Proclitic(row["form"], cuts, row["article"], row["before"] == "verb"))
                self._first[row["form"]] = "".join(values(row["typed"]))
            case "en":
                self._enclitics.append(_Enclitic(row["form"], "".join(values(row["typed"]))))
            case "join":
                self._joins.append((row["form"], row["gives"]))
            case "host":
                self._short_hosts.add(row["form"])
            case "weak":
                self._shape[ord(row["form"])] = "v"
            case side:
                todo = "write pro, en, join, host or weak"
                raise PackError("pack.clitics", f"unknown side {side!r}", where=f"clitics.tsv:{row['id']}", todo=todo)

    def article(self, proclitic: str) -> str:
        """The letters of the article after a proclitic (or after none), empty where it takes none."""
        return next((p.article for p in self._proclitics if p.form == proclitic), "")

    def whole(self, word: str) -> bool:
        """Whether a folded word neither begins nor ends as if it could be parted."""
        return not word.startswith(self._starts) and not word.endswith(self._ends)

    def candidates(self, word: str, last: str) -> list[Candidate]:
        """Every split of a folded word, first the word whole; `last` is its last letter as typed."""
        found = [Candidate((), "", 0, len(word), word, False, "", "")]
        if self.whole(word):
            return found
        enclitics = (
            [e for e in self._enclitics if word.endswith(e.form) and (not e.typed or last in e.typed)]
            if word.endswith(self._ends)
            else []
        )
        for proclitic in self._after.get(word[0], self._after[""]):
            if word.startswith(proclitic.form):
                self._plain(word, proclitic, found)
                for enclitic in enclitics:
                    found += self._before_pronoun(word, proclitic, enclitic.form)
        return found

    def fits(self, candidate: Candidate) -> bool:
        """Whether a host begins as its proclitic wants it; the weights learn from those that do not."""
        return not candidate.verbal or candidate.stem[0] in self._first[candidate.proclitic]

    def shape(self, word: str) -> str:
        """Which letters of a word are weak, a sign for each."""
        return word.translate(self._shape)

    def _plain(self, word: str, proclitic: _Proclitic, found: list[Candidate]) -> None:
        """Adds the splits without an enclitic: the host with its article taken for one, and not."""
        form, cuts, article, verbal = proclitic
        start, length = len(form), len(word)
        if start and length >= start + _SHORTEST_STEM:
            found.append(Candidate(cuts, form, start, length, word[start:], False, "", "", verbal))
        if article and word.startswith(article, start) and length >= start + len(article) + _SHORTEST_STEM:
            found.append(Candidate(cuts, form, start, length, word[start + len(article) :], True, "", ""))

    def _before_pronoun(self, word: str, proclitic: _Proclitic, pronoun: str) -> Iterator[Candidate]:
        """The splits with an enclitic: the host's ending as written, and as it is without a pronoun."""
        start, end = len(proclitic.form), len(word) - len(pronoun)
        host = word[start:end]
        if len(host) < _SHORTEST_STEM and host not in self._short_hosts:
            return
        yield Candidate(proclitic.cuts, proclitic.form, start, end, host, False, pronoun, "", proclitic.verbal)
        for ending, alone in self._joins:
            if len(host) > len(ending) and host.endswith(ending):
                stem = host[: -len(ending)] + alone
                yield Candidate(
                    proclitic.cuts, proclitic.form, start, end, stem, False, pronoun, ending, proclitic.verbal
                )


class _Look(NamedTuple):
    """What the weights look at in a candidate: of what each group of features is made, and single ones."""

    sides: tuple[str, str, int, int, bool]
    begin: tuple[str, str]
    end: tuple[str, str]
    rime: tuple[str, str]
    edges: tuple[str, str, str]
    shape: tuple[str, str, str]
    single: Sequence[str]


def features(candidate: Candidate, typed: str, shape: str, seen: int, known: bool) -> tuple[str, ...]:
    """The names of what the weights look at in a candidate; the first letter of a name tells its kind.

    `typed` is the word before folding, letter by letter, and `shape` its shape; `seen` is how often the stem was
    met in raw news (0 for never, then in steps of doubling); `known` says that the pack has it.
    """
    *made, single = _look(candidate, typed, shape, seen, known)
    return (*(name for group, of in zip(_GROUPS, made, strict=True) for name in group(*of)), *single)


def _look(candidate: Candidate, typed: str, shape: str, seen: int, known: bool) -> _Look:
    """What `features` looks at, by groups."""
    _, before, start, end, stem, definite, enclitic, join, _ = candidate
    if definite:
        before, start = before + "*", end - len(stem)
    enclitic += join
    single = ["s" + stem]
    inside = typed[start + 1 : end]
    if inside != stem[1:]:
        single += [f"i{letter}" for letter, folded in zip(inside, stem[1:], strict=False) if letter != folded]
    return _Look(
        (before, enclitic, min(len(stem), 7), seen, known),
        (before, stem[:3]),
        (enclitic, stem[-4:]),
        (before, stem[-2:]),
        (enclitic, stem[:1], typed[-1]),
        (before, shape[start : min(start + _SHAPED, end)], typed[start : start + 1]),
        single,
    )


def _of_sides(before: str, enclitic: str, length: int, seen: int, known: bool) -> tuple[str, ...]:
    """What is parted off, and how its host is known."""
    sides = f"{before}|{enclitic}"
    plain = ("c" + sides, f"l{sides}|{length}", f"n{before}|{seen}", f"m{enclitic}|{seen}")
    return (*plain, "k" + before, "j" + enclitic) if known else plain


def _of_begin(before: str, begin: str) -> tuple[str, ...]:
    """The first letters of the host after what is parted off before it."""
    return f"b{before}|{begin[:1]}", f"b{before}|{begin[:2]}", f"b{before}|{begin}"


def _of_end(enclitic: str, end: str) -> tuple[str, ...]:
    """The last letters of the host before what is parted off after it."""
    return f"e{enclitic}|{end[-1:]}", f"e{enclitic}|{end[-2:]}", f"e{enclitic}|{end[-3:]}", f"e{enclitic}|{end}"


def _of_rime(before: str, end: str) -> tuple[str, ...]:
    """The last letters of the host and what is parted off before it."""
    return (f"x{before}|{end}",)


def _of_edges(enclitic: str, first: str, last: str) -> tuple[str, ...]:
    """The first letter of the host, and the last one that is typed, with what is parted off after it."""
    return f"y{enclitic}|{first}", f"t{enclitic}|{last}"


def _of_shape(before: str, shape: str, letter: str) -> tuple[str, ...]:
    """The shape of the host, and its first letter as it is typed."""
    return f"z{before}|{shape}", f"h{before}|{letter}"


_GROUPS: tuple[Callable[..., tuple[str, ...]], ...] = (_of_sides, _of_begin, _of_end, _of_rime, _of_edges, _of_shape)


class Segmenter:
    """The segmenter of a pack; safe to share between threads."""

    def __init__(
        self,
        clitics: Iterable[Row],
        weights: Mapping[str, int],
        known: Iterable[str] = (),
        loose: Iterable[str] = (),
        names: Container[str] = (),
        unparted: Container[str] = (),
        parted: Mapping[str, Sequence[str]] | None = None,
        unowned: Callable[[str], bool] = lambda _stem: False,
    ) -> None:
        """`weights`: the model `segmenter`; `known`: the folded words without article that the pack has.

        `loose` are such as stand in its phrases only: those that look like a clitic and a word met in the news are
        passed over. `names` are the names among the known words, `unparted` the words, as typed, that are never parted,
        `parted` those that are parted thus whatever the weights say; `unowned` tells such as stand before no pronoun.
        """
        self._unparted, self._parted, self._unowned = unparted, parted or {}, unowned
        self._splitter = Splitter(clitics)
        self._weights = weights
        self._sums = tuple(Sums(weights, group) for group in _GROUPS)
        self._names: Container[str] = ()
        self._known = set(known)
        self._known |= {word for word in loose if not self._parts(word)}
        self._names = names
        self._cache: dict[str, tuple[Segment, ...]] = {}

    def split(self, word: str, typed: str) -> tuple[Segment, ...]:
        """The segments of a folded word, in order; `typed` is the word before folding, letter by letter."""
        found = self._cache.get(typed)
        if found is None:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            if typed in self._unparted or self._splitter.whole(word):
                found = (Segment(0, len(word), word, False, ""),)
            elif typed in self._parted:
                found = self.given(word, typed, self._parted[typed])
            else:
                found = segments(self.choose(word, typed), len(word))
            self._cache[typed] = found
        return found

    def given(self, word: str, typed: str, parts: Sequence[str]) -> tuple[Segment, ...]:
        """The segments of a word whose parts are given: of its splits that part it so, the best; or the parts alone."""
        ends = tuple(accumulate(map(len, parts)))
        fitting = [c for c in self._splitter.candidates(word, typed[-1]) if _ends(c, len(word)) == ends]
        if fitting:
            shape = self._splitter.shape(word)
            return segments(max(fitting, key=lambda c: self._score(c, typed, shape)), len(word))
        return tuple(Segment(e - len(part), e, part, False, "") for part, e in zip(parts, ends, strict=True))

    def choose(self, word: str, typed: str) -> Candidate:
        """The split of a word: whole if only so it is known, else of the highest score, few clitics first."""
        candidates = [c for c in self._splitter.candidates(word, typed[-1]) if self._splitter.fits(c)]
        known = [c for c in candidates if c.stem in self._known]
        if len(candidates) == 1 or (len(known) == 1 and known[0] is candidates[0]):
            return candidates[0]
        if len(candidates) == 2 and len(known) == 1 and known[0].definite and not known[0].start:
            return known[0]  # it has an article or not, and only so it is known
        shape = self._splitter.shape(word)
        best = max(candidates, key=lambda c: self._score(c, typed, shape))
        if best.stem in self._known:
            return self._owned(best, known)
        # Parted alike, the host may have a stem that is known: without its article, or with its own ending.
        alike = [c for c in known if (c.cuts, c.end) == (best.cuts, best.end)]
        fitting = (
            alike
            or self._named(best, known)
            or [c for c in known if c.verbal and not best.cuts and len(c.stem) >= _LONG_VERB]
        )
        return max(fitting, key=lambda c: self._score(c, typed, shape), default=best)

    def _owned(self, best: Candidate, known: Iterable[Candidate]) -> Candidate:
        """The best split, or where its host cannot stand before a pronoun the one whose host has its own ending."""
        if not best.enclitic or not self._unowned(best.stem):
            return best
        return next((c for c in known if c.join and (c.cuts, c.end) == (best.cuts, best.end)), best)

    def _named(self, best: Candidate, known: Iterable[Candidate]) -> list[Candidate]:
        """The splits, by themselves or after proclitics, that have a name where the best has an unknown word.

        Of a name the clitics are left, never more parted off, unless nobody met the unknown word in the news.
        """
        names = [c for c in known if c.stem in self._names and not c.enclitic and not c.verbal]
        fewer = [c for c in names if (len(c.cuts), 0) < (len(best.cuts), len(best.enclitic))]
        return fewer or ([] if "w" + best.stem in self._weights else names)

    def _parts(self, word: str) -> bool:
        """Whether a word looks like a proclitic and a word that the pack has or raw news had."""
        hosts = [c.stem for c in self._splitter.candidates(word, word[-1]) if c.proclitic and not c.enclitic]
        met = any(stem in self._known or "w" + stem in self._weights for stem in hosts)
        return met and bool(self.choose(word, word).proclitic)

    def _score(self, candidate: Candidate, typed: str, shape: str) -> int:
        """The sum of the weights of a candidate's features."""
        stem = candidate.stem
        sides, begin, end, rime, edges, outline, single = _look(
            candidate, typed, shape, self._weights.get("w" + stem, 0), stem in self._known
        )
        of_sides, of_begin, of_end, of_rime, of_edges, of_shape = self._sums
        alone = sum(filter(None, map(self._weights.get, single)))
        return (
            alone
            + of_sides[sides]
            + of_begin[begin]
            + of_end[end]
            + of_rime[rime]
            + of_edges[edges]
            + of_shape[outline]
        )


def _ends(candidate: Candidate, length: int) -> tuple[int, ...]:
    """Where each segment of a candidate ends."""
    return (*candidate.cuts, candidate.end, length) if candidate.enclitic else (*candidate.cuts, candidate.end)


def segments(candidate: Candidate, length: int) -> tuple[Segment, ...]:
    """The segments that a candidate parts a word of this length into."""
    host = Segment(candidate.start, candidate.end, candidate.stem, candidate.definite, "")
    if not candidate.cuts and not candidate.enclitic:
        return (host,)
    starts = (0, *candidate.cuts)
    letters = candidate.proclitic
    pro = [Segment(s, e, letters[s:e], False, "pro") for s, e in zip(starts, candidate.cuts, strict=False)]
    en = [Segment(candidate.end, length, candidate.enclitic, False, "en")] if candidate.enclitic else []
    return (*pro, host, *en)
