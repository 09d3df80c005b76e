"""Sources as stretches: the words that name who speaks, with all that describes him, and which may be a subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from riwaya.claims.circumstances import ASIDE, DASHES, PAIRS
from riwaya.claims.tables import ClaimTables
from riwaya.find.actors import BODIES, OUTLETS
from riwaya.find.context import by_start, covered_until
from riwaya.language.phrases import Phrase, Phrases
from riwaya.model.layers import Analysed, Found, Hit, Mention

_DESCRIBED = ("sources", "source-heads", "offices", "institutions", "victims", "titles")
_BODIES = ("sources", "source-heads", "references", "institutions", "place-heads", "group-heads")
_HELD = ("control-nouns", "occasions")  # what somebody has or holds, and what says nothing: "its responsibility"
_GROUPS = ("armed_group", "party", "organisation")
_PEOPLES = ("peoples", "relational-adjectives")  # which describe, also where they are nouns in the plural
_MEDIA = ("media", "media-context")
_LONGEST = 48  # tokens of a source with all that belongs to it
_CLAUSE = 24  # tokens of a relative clause
_NAMED = 4  # tokens of a name between a comma and a colon
_TOLD_ACTS = ("assert", "accuse")  # of nouns of saying that also name what somebody issues: "a statement"


class SourceStretches:
    """Reads the words that name a source: its head with all that describes it, stands in apposition or beside it."""

    def __init__(self, found: Found, tables: ClaimTables, phrases: Phrases, quoted: Mapping[int, int]) -> None:
        """Gathers what is named, and where it stands; `quoted`: where each name in quotation marks ends."""
        self._own, self._unannexed = tables.sources, tuple(tables.sources.unannexed)
        self._adjectival = tuple(tables.sources.adjectival)
        self._partial, self._final = tables.agreement.partial, tables.agreement.feminine
        self._analysed: Analysed = found.analysed
        self._tokens = found.analysed.tokens
        self._phrases = phrases
        self._named = by_start(m for m in found.mentions if m.kind in ("actor", "place"))
        names = (m for m in found.mentions if m.kind in ("actor", "place"))
        self._inside = {i for m in names for i in range(m.start + 1, m.end)}
        self._people = covered_until(m for m in found.mentions if m.value.get("kind") == "person")
        self._ending = defaultdict(list)
        for mention in found.mentions:
            if mention.kind in ("actor", "place"):
                self._ending[mention.end].append(mention)
        self._times = {m.start for m in found.mentions if m.kind == "time"}
        self._quotations = {q.start - 1 for q in found.analysed.quotations} - quoted.keys()
        self._pauses = tables.phrases.pauses
        self._names = quoted
        self._closing = {end - 1 for end in self._names.values()}
        self._until = {i: s.end for s in found.analysed.sentences for i in range(s.start, s.end)}
        self._ends: dict[int, Sequence[int]] = {}

    def ends(self, start: int, last: int) -> Sequence[int]:
        """Where a source ends that begins at a token, the longest first."""
        if start not in self._ends:
            until = min(self._until.get(start, 0), start + _LONGEST)
            read = {end for end in self._read(start, until) if end not in self._inside}
            self._ends[start] = sorted(read, reverse=True)
        return [end for end in self._ends[start] if end <= last]

    def starts(self, end: int, first: int) -> Sequence[int]:
        """Where a source begins that ends at a token, the longest first."""
        if self._until.get(end - 1, 0) < end or self._tokens[end - 1].pos in ("COMP", "VERB", "PREP"):
            return []
        places = range(max(first, end - _LONGEST), end)
        return [start for start in places if self._opens(start) and end in self.ends(start, end)]

    def _opens(self, i: int) -> bool:
        """Whether a phrase may begin at a token: no noun stands before it, or one that the article closes."""
        before, token = self._tokens[i - 1], self._tokens[i]
        nominal = i > 0 and before.pos in ("NOUN", "ADJ", "DET", "NUM")
        return not nominal or (before.definite and not token.definite and token.pos == "NOUN")

    def _read(self, start: int, last: int) -> Iterator[int]:
        """Where the source may end that begins at a token: after its head, and after each thing that follows it."""
        given = self._given(start, last) if start < last else 0
        head = start if given else self._head(start, last)
        if head is None:
            return
        named = self._names.get(head, 0)
        given = given or self._given(head, last)
        cores = [given] if given else [end for end in (named, *self._cores(head, last)) if end]
        yield from cores
        end = cores[-1] if cores else 0
        while end and (ends := [e for e in self._further(head, end, last) if end < e <= last]):
            yield from ends
            end = max(ends)

    def _head(self, start: int, last: int) -> int | None:
        """The head of a source: after "some of", "two", "another"; None where no source begins."""
        head = start
        if self._stands_in(start, last):
            return start
        while head < last - 1 and (self._counts(head) or self._same(head)) and not self._named.get(head):
            head += 1
        if head > start and self._tokens[head].form in self._own.parts:
            head += 1
        if head >= last or self._tokens[head].clitic == "pro" or head in self._times:
            return None
        if head == start and self._tokens[head].clitic == "en":
            return None
        token = self._tokens[head]
        stance = self._analysed.hit(head, "saying-nouns")
        office = self._analysed.opens(head, "sources", "source-heads", "offices", "titles")
        if stance and not (office or token.definite or stance.entry.get("act") in _TOLD_ACTS):  # "the UN's insistence"
            return None
        # "his saying", "its responsibility"
        if self._splits(head + 1) and not office and (stance or self._deed(head) or self._analysed.opens(head, *_HELD)):
            return None
        if self._analysed.hit(head, "manners"):
            return None
        participle = self._analysed.hit(head, "saying-participles") and not (token.definite or self._document(head))
        if token.form in self._own.headless or participle:
            return None
        return head

    def _stands_in(self, i: int, last: int) -> int:
        """Where words end that stand for somebody named before; 0 where none do: in "these soldiers" a noun follows."""
        hit = self._analysed.hit(i, "stand-ins")
        if hit is None or hit.end > last:
            return 0
        noun = self._tokens[hit.end] if hit.end < last and hit.entry.get("alone") else None
        return 0 if noun and noun.definite and "sg" not in noun.features.split() else hit.end

    def _given(self, i: int, last: int) -> int:
        """Where a name ends that is written like a preposition, or like "and" with a verb, after a verb of saying."""
        token, end = self._tokens[i], i + 1
        verb = i > 0 and self._tokens[i - 1].pos == "VERB" and self._analysed.opens(i - 1, "says")
        if verb and self._mother(i):
            return i + 2
        if verb and self._like_and(i, "COMP"):
            return i + 2
        if token.pos != "PREP" or not verb or token.clitic or not self._analysed.opens(i, "forenames"):
            return 0
        if self._analysed.report.text[token.span.end - 1] in self._final:
            return 0
        while end < last and (self._surname(end) or self._analysed.opens(end, "forenames")):
            end += 1
        if end == i + 1:
            return 0
        self._ending[end].append(Mention(i, end, "actor", "", {"kind": "person"}))
        return end

    def _mother(self, i: int) -> bool:
        """Whether "the mother of" a forename stands at a token, which is written like "or"."""
        return self._tokens[i].pos == "CONJ" and self._analysed.opens(i, "name-parts") and self._forename(i + 1)

    def _forename(self, i: int) -> bool:
        """Whether a forename stands at a token."""
        return i < len(self._tokens) and self._analysed.opens(i, "forenames")

    def _like_and(self, i: int, *endings: str) -> bool:
        """Whether a name that is written like "and" with a word stands at a token: nothing can be joined there.

        A clause, a mark, "who" or one of `endings` follows it, and the word alone says nothing.
        """
        if i + 2 >= len(self._tokens):
            return False
        token, inner, after = self._tokens[i : i + 3]
        written = (
            token.pos == "CONJ" and token.clitic == "pro" and inner.word == token.word and after.word != token.word
        )
        says = inner.definite or self._analysed.opens(i + 1, "says", "refusals", "forenames", "titles", "sources")
        ends = after.pos in endings or after.form in self._pauses or after.form == ":" or self._analysed.relative(i + 2)
        known = any(m.value.get("kind") != "person" for m in self._named.get(i + 1, ()))
        return written and ends and not (says or known) and inner.pos in ("VERB", "NOUN")

    def _counts(self, i: int) -> bool:
        """Whether a determiner or a number stands at a token, before its noun."""
        return self._tokens[i].pos in ("DET", "NUM") and not self._some(i)

    def _some(self, i: int) -> bool:
        """Whether a determiner stands at a token as a noun does: "some (people)", "these (people)"."""
        token, after = self._tokens[i], self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        alone = after is None or after.pos not in ("NOUN", "ADJ", "NUM", "LATIN")
        return token.pos == "DET" and alone and self._analysed.hit(i, "sources") is not None

    def _same(self, i: int) -> bool:
        """Whether "the same" stands at a token, before its noun."""
        token = self._tokens[i]
        return token.pos == "PRON" and not token.clitic and token.stem in self._partial and self._tokens[i + 1].definite

    def _cores(self, head: int, last: int) -> Sequence[int]:
        """Where the head itself ends, the shortest first: as a mention, an entry, a noun phrase."""
        if end := self._stands_in(head, last):
            return [end]
        ends = {end + (end in self._closing) for end in self._actor_ends(head, last)}
        if hit := self._analysed.hit(head, "sources"):
            ends.add(self._described(hit.end + self._analysed.has_pronoun(hit.end - 1), last))  # "his relatives"
        ends |= set(self._phrase_ends(head, last))
        if (self._tokens[head].clitic == "en" and head) or self._some(head):  # "some of them"
            ends.add(head + 1)
        phrase = self._phrases.at(head, last)
        until = phrase.described if phrase else 0
        return sorted(end for end in ends if end <= last and not self._goes_on(end, until))

    def _phrase_ends(self, i: int, last: int) -> Sequence[int]:
        """Where a noun phrase may end that begins at a token: after each of its words, and after what is apposed."""
        phrase = self._phrases.at(i, last)
        if phrase is None:
            return []
        described = next((k for k in range(i + 1, phrase.described) if self._stops(phrase, k)), phrase.described)
        ends = [end for end in range(phrase.head + 1, described + 1) if not self._splits(end)]
        ends = [end for end in ends if self._tokens[end - 1].pos != "PREP" and not self._goes_on(end, described)]
        whole = described == phrase.described
        if ends and self._nation(ends[-1] - 1):  # "Syrian opposition sites", where Syria is no name
            ends += [end for end in [self._described(ends[-1], last)] if end > ends[-1]]
        titled = whole and not self._body_named(phrase.head)
        return ends + [self._name_end(*name) for name in phrase.apposed if titled and self._opens_name(name[0])]

    def _goes_on(self, i: int, end: int) -> bool:
        """Whether the adjective of a noun stands at a token within its phrase: no phrase ends before it."""
        if i >= end or self._tokens[i].pos != "ADJ" or self._analysed.hit(i, "anonymity"):
            return False
        return self._tokens[i].definite == self._tokens[i - 1].definite

    def _name_end(self, start: int, end: int) -> int:
        """Where a name in apposition ends: before an office, a deed or a victim that stands right after it."""
        others = ("offices", "source-heads", "triggers", "harms", "victims")
        return next((i for i in range(start + 1, end) if self._analysed.opens(i, *others) or self._no_name(i)), end)

    def _no_name(self, i: int) -> bool:
        """Whether a word at a token is no part of a name: "the Palestinians", an object; verbal nouns in the plural."""
        features = self._tokens[i].features.split()
        people = "obl" in features and self._analysed.opens(i, "demonyms", "peoples")
        return self._tokens[i].definite and (people or {"vn", "pl"} <= set(features) or self._of_kind(i))

    def _of_kind(self, i: int) -> bool:
        """Whether an adjective of relation follows a noun, which is no name then: "the international community"."""
        known = self._analysed.opens(i, "surnames", "forenames", "demonyms")
        kind = self._pos(i + 1) == "ADJ" and self._analysed.opens(i + 1, "relational-adjectives", "foreign")
        return kind and self._tokens[i + 1].definite and not known

    def _stops(self, phrase: Phrase, i: int) -> bool:
        """Whether a phrase goes on into what is no part of it: the person addressed, an occasion, "his saying"."""
        token = self._tokens[i]
        if self._forename(phrase.head) and self._tells(i):  # "Abbas | the need for elections"
            return True
        if self._analysed.hit(i, "anonymity") or (self._analysed.hit(i, "saying-nouns") and self._splits(i + 1)):
            return True
        if token.pos != "PREP" and self._analysed.hit(i, "speech-circumstances"):
            return True
        if token.pos == "PREP":
            return self._elsewhere(i + 1) or self._elsewhere(i + 2) or self._told_to(phrase.head, i)
        if i == phrase.head + 1 and self._tokens[phrase.head].form.endswith(self._unannexed):
            chain = i + 1 < len(self._tokens) and self._tokens[i + 1].definite and not token.definite
            if (
                self._analysed.opens(i, *_PEOPLES)
                and token.definite == self._tokens[phrase.head].definite
                and not chain
            ):
                return False  # "Turkish officials", as a noun in the plural
            return token.pos == "NOUN" and (self._body(i) or chain or self._known_noun(i))
        before = self._tokens[i - 1]
        singular = "pl" not in self._tokens[phrase.head].features.split() and not self._several(i - 1)
        if singular and before.definite and self._many(i):
            return True  # "the Secretary-General of the League | the parties"
        if token.pos == "NOUN" and not token.clitic and self._body(i):
            named = bool(self._ending.get(i)) and token.definite
            adjective = i - 1 > phrase.head and before.pos == "NOUN" and before.form.endswith(self._adjectival)
            adjective = adjective and "NOUN" not in before.features.split()
            if named or (
                adjective and not token.definite
            ):  # "the Secretary-General | the parties", "a field officer | ..."
                return True
        if i < phrase.annexed or any(self._tokens[k].pos == "PREP" for k in range(phrase.annexed, i)):
            return False
        if token.clitic or token.pos == "ADJ" or self._tokens[i].form.endswith(self._adjectival):
            plural = "obl" in token.features.split() and "sg" in self._tokens[phrase.head].features.split()
            return plural and token.definite and self._body(i)
        described = i > phrase.annexed or self._tokens[i - 1].pos == "ADJ" or bool(self._ending.get(i))
        return token.pos == "NOUN" and (described or (token.definite and (self._known_noun(i) or self._body(i))))

    def _tells(self, i: int) -> bool:
        """Whether a noun without the article that tells an act or a matter stands at a token, no name."""
        token = self._tokens[i]
        matter = "vn" in token.features.split() or self._analysed.opens(i, "announced", "saying-nouns", "dangers")
        return token.pos == "NOUN" and not token.definite and matter and not self._forename(i)

    def _many(self, i: int) -> bool:
        """Whether a definite noun in the plural stands at a token that names people or sides."""
        token = self._tokens[i]
        people = self._analysed.opens(i, "light-words", "demonyms", "peoples", "victims", "source-heads", "sources")
        return token.definite and token.pos == "NOUN" and people and self._several(i)

    def _several(self, i: int) -> bool:
        """Whether the form of a noun at a token is a plural, by its own reading or that of a lexicon."""
        own = self._tokens[i].features.split()
        read = (hit.entry.features.split() for hit in self._analysed.hits[i]) if not own else ()
        return "pl" in own or any("pl" in features for features in read)

    def _known_noun(self, i: int) -> bool:
        """Whether a definite word that some lexicon has stands at a token, no participle: it describes nothing."""
        token = self._tokens[i]
        return token.definite and bool(self._analysed.hits[i]) and "ptcp" not in token.features

    def _splits(self, i: int) -> bool:
        """Whether a place between two tokens stands within a noun and its pronoun."""
        return i < len(self._tokens) and self._tokens[i].clitic == "en"

    def _body(self, i: int) -> bool:
        """Whether a noun names people or a body by itself."""
        return self._analysed.opens(i, *_BODIES, "victims") or i in self._named

    def _opens_name(self, i: int) -> bool:
        """Whether a name may begin at a token: a title, a given name, a word that no table has, a named person."""
        named = any(m.value.get("kind") == "person" for m in self._named.get(i, ()))
        return named or self._surname(i) or self._analysed.opens(i, "titles", "forenames")

    def _described(self, i: int, last: int) -> int:
        """Where the adjectives end that follow a noun without the article: "Iraqi security sources"."""
        definite = self._tokens[i - 1].definite
        while i < last and not self._tokens[i].clitic and (self._tokens[i].pos == "ADJ" or self._nation(i)):
            if self._tokens[i].definite != definite:
                break
            i += 1
        return i

    def _nation(self, i: int) -> bool:
        """Whether a word for a nation or people without the article stands at a token: it describes the noun before."""
        return not self._tokens[i].definite and self._analysed.opens(i, "demonyms", *_PEOPLES)

    def _further(self, head: int, end: int, last: int) -> Sequence[int]:
        """Where the next thing may end that belongs to a source; nothing where none follows."""
        if end >= last:
            return ()
        quoted = (
            0 if any(m.value.get("kind") == "person" for m in self._ending.get(end, ())) else self._names.get(end, 0)
        )
        apposed = self._itself(end, last) or self._apposed(head, end, last) or ((quoted,) if quoted else ())
        if apposed:
            return apposed
        inner = self._complement(head, end, last) or self._beside(end, last) or self._field(head, end, last)
        inner = inner or self._partitive(end, last)
        if inner:
            return inner
        reached = self._reached(head, end, last)
        return (
            self._aside(end, last)
            or self._resumed(end, last)
            or reached
            or self._clause(head, end, last)
            or self._who_is(end, last),
            *self._participial(end, last),
            *self._clause_before_deed(head, end, last),
        )

    def _itself(self, i: int, last: int) -> Sequence[int]:
        """Where "itself" ends after a noun with the article, "several" after one without: "the source | itself"."""
        token, before = self._tokens[i], self._tokens[i - 1]
        if i + 1 >= last or token.stem not in self._partial:
            return ()
        if self._splits(i + 1):
            return (i + 2,) if before.definite else ()
        return (i + 1,) if token.pos == "DET" and not before.definite and self._tokens[i + 1].pos != "NOUN" else ()

    def _apposed(self, head: int, i: int, last: int) -> Sequence[int]:
        """Where a name, title or office in apposition may end."""
        if i < self._people.get(i, 0) <= last and not self._body_named(head):
            return (self._people[i],)
        office = self._analysed.opens(head, "offices", "titles", "institutions", "source-heads")
        office = office and "pl" not in self._tokens[head].features.split()
        titled = None if self._body_named(head) else self._analysed.hit(i, "titles")
        if titled or (office and (self._analysed.hit(i, "forenames") or self._surname(i))):
            end = max(i, titled.end if titled else i)
            while end < last and (self._tokens[end].pos in ("NOUN", "ADJ", "LATIN") or self._surname(end)):
                if end in self._times:
                    break
                end += 1
            return sorted({end, *self._phrase_ends(i, last)}) if titled else (end,)
        if self._tokens[i - 1].definite and self._analysed.opens(i - 1, "references", "place-heads"):
            return [m.end for m in self._named.get(i, ()) if m.kind == "place" and m.end <= last]  # the capital Baghdad
        if self._ending[i] and self._tokens[i].form in self._own.wings:  # "the Brigades, the armed wing of ..."
            return self._phrase_ends(i, last)
        if self._analysed.opens(head, "group-heads"):  # "the Palestinian resistance movement | Hamas"
            return [m.end for m in self._named.get(i, ()) if m.value.get("kind") in _GROUPS and m.end <= last]
        people = [m for m in self._ending[i] if m.value.get("kind") == "person"]
        if (people or self._titled(i)) and self._like_and(i, "COMP", "PREP") and self._bare(i + 1):
            return (i + 2,)
        if people and self._analysed.opens(i, "offices"):
            return self._phrase_ends(i, last)
        new = any(not m.value.get("actor") for m in people)  # of a person that tables know the name is whole
        return (i + 1,) if new and self._surname(i) else ()

    def _body_named(self, head: int) -> bool:
        """Whether a body is named at a token, to which no title is in apposition: "the ministry | the ambassador"."""
        return any(m.value.get("kind") in BODIES for m in self._named.get(head, ()))

    def _surname(self, i: int) -> bool:
        """Whether a word at a token is in no table, as surnames are."""
        token = self._tokens[i]
        unknown = not token.base and not token.clitic and not self._analysed.hits[i] and not self._splits(i + 1)
        nxt = self._tokens[i + 1] if i + 1 < len(self._tokens) else token
        if (
            not token.definite
            and nxt.definite
            and nxt.pos == "NOUN"
            and self._analysed.hits[i + 1]
            and not self._titled(i)
        ):
            return False  # "Najad | the endeavours of the states"
        return unknown and token.pos in ("NOUN", "ADJ", "LATIN", "VERB")

    def _bare(self, i: int) -> bool:
        """Whether a verb stands at a token, or a word that no lexicon has: neither is joined to a name."""
        return self._tokens[i].pos == "VERB" or not (self._tokens[i].base or self._analysed.hits[i])

    def _titled(self, i: int) -> bool:
        """Whether a title, an office or a forename stands before a token, so that a name is expected."""
        return i > 0 and self._analysed.opens(i - 1, "titles", "offices", "forenames", "source-heads", "sources")

    def _complement(self, head: int, i: int, last: int) -> Sequence[int]:
        """Where a preposition with its noun may end that belongs to the head: "a source in the police"."""
        link = self._analysed.hit(i, "on-behalf")
        inner = link.end if link else i + 1
        issued = self._tokens[i].clitic == "pro" and self._document(head)  # "a report of the paper"
        elsewhere = inner < last and not issued and (self._elsewhere(inner) or self._told_to(head, i))
        if self._tokens[i].pos != "PREP" or inner >= last or elsewhere or self._known(head):
            return ()
        if not link and self._analysed.hit(i, "speech-circumstances"):  # "before the embassy"
            return ()
        held = self._analysed.opens(head, "offices", "source-heads", "titles") or self._document(head)
        if not link and not held and self._about(i):  # "residents (spoke) of ...", but "the deputy of the town"
            return ()
        if self._tokens[inner].clitic == "en":  # "a source close to it"
            return (inner + 1,) if self._tokens[i - 1].pos == "ADJ" else ()
        named = [m.end for m in self._named.get(inner, ()) if m.end <= last]
        body = bool(named) or self._analysed.opens(inner, *_BODIES)
        phrase = self._phrases.at(inner, last)
        described = self._analysed.opens(head, *_DESCRIBED)
        part = self._tokens[head].stem in self._partial and self._tokens[i].form in self._own.parts
        if link or part:  # "in the name of", "many of"
            allowed = True
        elif self._tokens[i].form in self._own.prepositions:
            noun = self._analysed.hit(head, "source-heads")
            collective = (noun is not None and noun.entry.get("kind") != "person") or self._document(head)
            allowed = body and (collective or self._tokens[i].form in self._own.within)
        elif self._tokens[head].definite:
            allowed = body and described
        else:
            telling = phrase is not None and phrase.definite and not self._deed(inner)
            allowed = body or telling or self._tokens[i - 1].pos == "ADJ"
        return sorted({*named, *self._phrase_ends(inner, last)}) if allowed else ()

    def _document(self, head: int) -> bool:
        """Whether a noun is a document, whose issuer a preposition may bring."""
        return self._analysed.cell(head, "sources", "kind") == "document"

    def _about(self, i: int) -> bool:
        """Whether a preposition at a token brings what somebody speaks of."""
        return self._analysed.preposition(i) == "about"

    def _elsewhere(self, i: int) -> bool:
        """Whether a noun after a preposition tells where, when or to whom one speaks, not where one belongs."""
        return self._press(i) or i in self._times or self._analysed.hit(i, "occasions") is not None

    def _press(self, i: int) -> bool:
        """Whether an outlet or agency is named at a token, or one is told of to which somebody speaks."""
        to = i > 0 and self._tokens[i - 1].clitic == "pro"
        told = to and self._analysed.cell(i, "sources", "kind") in OUTLETS
        return told or any(m.value.get("kind") in OUTLETS for m in self._named.get(i, ()))

    def _told_to(self, head: int, i: int) -> bool:
        """Whether a preposition at a token brings an outlet, which is a word too, to which people speak."""
        people = self._analysed.cell(head, "sources", "kind") == "unnamed"
        media = _MEDIA if people else ("media-context",)  # "the envoy to the Middle East", a newspaper too
        return self._tokens[i].clitic == "pro" and self._analysed.opens(i + 1, *media) and not self._document(head)

    def _actor_ends(self, i: int, last: int) -> Sequence[int]:
        """Where the actors end that begin at a token."""
        return [m.end for m in self._named.get(i, ()) if m.kind == "actor" and m.end <= last]

    def _known(self, head: int) -> bool:
        """Whether a head is named as an actor that tables know; a correspondent of one is a person."""
        if self._analysed.cell(head, "source-heads", "kind") == "person":
            return False
        return any(m.value.get("actor") for m in self._named.get(head, ()) if m.kind == "actor")

    def _deed(self, i: int) -> bool:
        """Whether a noun tells an act or a danger, as a content does."""
        deed = self._analysed.opens(i, "triggers", "harms", "dangers", "announced")
        return deed or "vn" in self._tokens[i].features.split()

    def _beside(self, i: int, last: int) -> Sequence[int]:
        """Where a further source may end that "and" joins."""
        if self._tokens[i].pos != "CONJ" or i + 1 >= last or self._analysed.hit(i, "content-enders"):  # "but a source"
            return ()
        named = set(self._actor_ends(i + 1, last))
        lexicons = ("sources", "source-heads", "offices", "victims", "demonyms", "relational-adjectives")
        noun = self._analysed.opens(i + 1, *lexicons) or self._tokens[i + 1].form in self._own.others
        return sorted(named | set(self._phrase_ends(i + 1, last) if noun else ()))

    def _partitive(self, i: int, last: int) -> Sequence[int]:
        """Where "one of the soldiers" may end, to which a noun is annexed."""
        token = self._tokens[i]
        closed = self._tokens[i - 1].definite or bool(self._ending.get(i))
        if token.pos != "DET" or token.clitic or i + 1 >= last or closed:
            return ()
        return self._phrase_ends(i + 1, last)

    def _field(self, head: int, i: int, last: int) -> Sequence[int]:
        """Where a further field of a body or office may end: "the committee of security | and defence"."""
        if i + 1 >= last or self._tokens[i].pos != "CONJ" or self._tokens[i].clitic != "pro":
            return ()
        first, second = self._tokens[i - 1], self._tokens[i + 1]
        annexed = i - 1 > head and not self._tokens[head].definite and first.definite
        fields = annexed and second.definite and second.pos == "NOUN" and not self._body(i + 1)
        return self._phrase_ends(i + 1, last) if fields else ()

    def _aside(self, i: int, last: int) -> int:
        """Where an aside ends, its closing mark included: a name between commas, an acronym in brackets."""
        mark = self._tokens[i].form
        closing = PAIRS.get(mark) or (DASHES if mark in DASHES else (mark,) if mark in self._pauses else ())
        hides = self._hides(i + 1, last)
        if not closing or i + 1 >= last or not (hides or self._opens_aside(i + 1, bracket=mark in PAIRS)):
            return 0
        hidden = self._analysed.hit(i + 1, "anonymity")  # "who refused to be named"
        for k in range(hidden.end if hidden else i + 1, min(i + 1 + ASIDE, last)):
            token = self._tokens[k]
            if token.form in closing:
                return k + 1
            if token.form == ":" and mark in self._pauses and i + 1 < k <= i + _NAMED:
                return k
            says = token.pos != "NOUN" and not hidden and self._analysed.hit(k, "says")
            if mark not in PAIRS and (token.pos == "COMP" or token.form in ":." or says):
                return 0
        return 0

    def _hides(self, i: int, last: int) -> bool:
        """Whether a clause begins at a token that tells that somebody would not be named."""
        i += i < last and self._analysed.relative(i)
        return i < last and self._analysed.hit(i, "anonymity") is not None

    def _who_is(self, i: int, last: int) -> int:
        """Where "and he is ..." ends, which tells who a source is."""
        if self._tokens[i].pos != "CONJ" or i + 2 >= last or self._pos(i + 1) != "PRON":
            return 0
        phrase = self._phrases.at(i + 2, last)
        return phrase.end if phrase else 0

    def _participial(self, i: int, last: int) -> Sequence[int]:
        """Where a participle with its preposition may end that describes a person named: "X | who lives in Rome"."""
        token = self._tokens[i]
        participle = token.definite and "ptcp" in token.features.split() and token.pos == "ADJ"
        if not participle or i + 2 >= last or self._tokens[i + 1].pos != "PREP" or not self._ending.get(i):
            return ()
        named = [m.end for m in self._named.get(i + 2, ()) if m.end <= last]
        return sorted({*named, *self._phrase_ends(i + 2, last)})

    def _resumed(self, i: int, last: int) -> int:
        """Where the adjectives end that go on after brackets or a quoted name: "the station (CNN) | American"."""
        if self._tokens[i - 1].form not in PAIRS.values() and i - 1 not in self._closing:
            return 0
        while i < last and self._tokens[i].pos == "ADJ" and self._tokens[i].definite:
            i += 1
        return i

    def _opens_aside(self, i: int, *, bracket: bool) -> bool:
        """Whether an aside may begin at a token: with a name, a noun, "who is", a relative pronoun."""
        token = self._tokens[i]
        nominal = token.pos in ("NOUN", "ADJ", "LATIN", "PRON", "NUM") and i not in self._times
        nominal = nominal or (token.pos == "CONJ" and self._pos(i + 1) == "PRON")  # "and he is"
        hidden = self._analysed.hit(i, "anonymity") is not None
        return bracket or nominal or hidden or self._analysed.relative(i)

    def _pos(self, i: int) -> str:
        """The part of speech of a token; none beyond the last."""
        return self._tokens[i].pos if i < len(self._tokens) else ""

    def _reached(self, head: int, i: int, last: int) -> int:
        """Where a clause ends that tells who asked a source: "an official whom the agency reached"."""
        if self._analysed.relative(i):
            i += 1
        elif self._tokens[head].definite:
            return 0
        if self._pos(i) != "VERB":
            return 0
        i += 2 if self._pos(i + 1) == "PREP" else 1
        if i + 1 >= last or self._pos(i) != "PRON" or self._tokens[i].clitic != "en":
            return 0
        return self._names.get(i + 1, 0) or max(self._actor_ends(i + 1, last), default=0)

    def _clause(self, head: int, i: int, last: int) -> int:
        """Where a clause ends that describes the source: "who asked not to be named"."""
        relative = self._analysed.relative(i)
        described = self._analysed.opens(head, "sources", "source-heads", "offices")
        named = not described and any(m.value.get("kind") == "person" for m in self._named.get(head, ()))
        indefinite = not self._tokens[head].definite and not named and not self._known(head)
        told = self._analysed.hit(i, "speech-circumstances")  # "a document that a paper published", which relays it
        wrote = self._splits(i + 1) and self._document(head) and not told  # "a memo that the ambassador wrote"
        bare = indefinite and self._tokens[i].pos == "VERB" and (wrote or not self._analysed.hit(i, "says"))
        says = self._analysed.hit(i + 1, "says") if relative else None
        hidden = self._analysed.hit(i, "anonymity")
        published = self._splits(i + 2) or self._analysed.opens(i + 1, "speech-circumstances")  # "which appeared today"
        asserts = says and says.entry.get("act") == "assert" and not (self._document(head) and published)
        asserts = asserts and not self._past_clause(i + 1, last)
        asserts = asserts and says is not None and not self._told_already(says)
        if asserts or not (relative or bare or hidden):
            return 0
        for k in range(hidden.end if hidden else i + 1, min(i + _CLAUSE, last)):
            token = self._tokens[k]
            if token.form in self._pauses:
                return k + 1
            verb = token.pos == "VERB" and self._analysed.hit(k, "says") is not None
            if (token.pos == "PREP" and self._press(k + 1)) or k in self._quotations:
                return k
            if token.pos == "COMP" or token.form == ":" or (verb and k > i + 1):
                return (relative and self._past_clause(k, last)) or k
        return 0

    def _told_already(self, says: Hit) -> bool:
        """Whether a verb of saying has what it tells right after it, a noun for an act: "which announced its exit"."""
        token = self._tokens[min(says.end, len(self._tokens) - 1)]
        act = "vn" in token.features.split() or self._analysed.opens(says.end, "announced")
        return "object" in says.entry.get("takes").split("|") and token.pos == "NOUN" and act

    def _past_clause(self, i: int, last: int) -> int:
        """Where a clause ends before a pause and the complementiser of what is said: "who called it so, | that"."""
        pauses = (k for k in range(i + 1, min(i + _CLAUSE, last)) if self._tokens[k].form in self._pauses)
        return next((k + 1 for k in pauses if self._pos(k + 1) == "COMP"), 0)

    def _clause_before_deed(self, head: int, i: int, last: int) -> Iterator[int]:
        """Where a relative clause may end before a deed that is told of: "the force that fights them | the death"."""
        if not self._analysed.relative(i) or not self._tokens[head].definite:
            return
        for k in range(i + 3, min(i + _CLAUSE, last)):
            token, before = self._tokens[k], self._tokens[k - 1]
            if token.pos in ("COMP", "PUNCT"):
                return
            closed = before.definite or before.clitic == "en" or bool(self._ending.get(k))
            happened = self._analysed.opens(k, "triggers", "harms", "announced") and token.pos in ("NOUN", "ADJ")
            if closed and happened and not token.definite:
                yield k


class SubjectStretches:
    """Of the sources those that may be the subject of a verb: what ends as an object does is none."""

    def __init__(self, sources: SourceStretches, found: Found) -> None:
        """`sources` are those of the same report."""
        self._sources, self._analysed, self._tokens = sources, found.analysed, found.analysed.tokens
        self._named = {m.start for m in found.mentions if m.kind in ("actor", "place")}

    def ends(self, start: int, last: int) -> Sequence[int]:
        """Where a subject ends that begins at a token, the longest first."""
        return () if self._object(start) or self._own(start) else self._sources.ends(start, last)

    def starts(self, end: int, first: int) -> Sequence[int]:
        """Where a subject begins that ends at a token, the longest first."""
        return [start for start in self._sources.starts(end, first) if not self._object(start)]

    def _own(self, i: int) -> bool:
        """Whether a speech or a document with a pronoun stands at a token: "closed his speech", no speaker."""
        return self._analysed.has_pronoun(i) and self._analysed.cell(i, "sources", "kind") == "document"

    def _object(self, i: int) -> bool:
        """Whether a token ends as no subject does, or tells how one speaks: "attacking his rivals"."""
        if i < len(self._tokens) and self._tokens[i].pos in ("NOUN", "ADJ") and self._manner(i):
            return True
        if i >= len(self._tokens) or "obl" not in self._tokens[i].features.split():
            return False
        return i not in self._named or self._analysed.opens(i, "demonyms")  # a name may end so; "the Americans" does

    def _manner(self, i: int) -> bool:
        """Whether an adverb of speaking stands at a token: a participle without the article."""
        hit = self._analysed.hit(i, "speech-circumstances")
        return not self._tokens[i].definite and hit is not None and hit.entry.get("kind") not in ("verb", "bearer")
