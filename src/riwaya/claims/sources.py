"""Sources: the words that name a source, as the links of a chain."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from riwaya.claims.agreement import Agreement, Speaker
from riwaya.claims.frames import Stretch
from riwaya.claims.tables import ClaimTables
from riwaya.find.actors import BODIES, OUTLETS
from riwaya.find.context import by_start, longest_apart
from riwaya.model import Link
from riwaya.model.layers import Found, Hit, Mention
from riwaya.rules.elements import Stretches

_PRESS = ("agency", "outlet")
_MEDIA = ("media", "media-context")
_SPEAKING = ("sources", "source-heads", "offices", "titles", "institutions", "group-heads", "victims", "stand-ins")
_HEADS = ("sources", "source-heads", "offices", "victims")  # of whom "the latter" may be said
_NEAR = 40  # tokens before "the latter" in which he is named
_DOCUMENT = 24  # tokens between a document and the pronoun that stands for it
_JUDGES = "JUD"  # the sector of courts
_BEARING = 4  # tokens back from a name to the verb that tells what it did with a document: "that was seen by the ..."
_SURNAME = 3  # words of the longest name that stands for a longer one


class Sources:
    """Reads the sources of one report."""

    def __init__(self, found: Found, subjects: Stretches, tables: ClaimTables) -> None:
        """Gathers the actors by their first token; `subjects` are the stretches that may be the subject of a verb."""
        self._analysed = found.analysed
        self._pauses, self._dashes = tables.marks.pauses, tables.marks.dashes
        self._headless = tables.sources.headless
        self._parts, self._plurals = tables.sources.parts, tuple(tables.sources.unannexed)
        self._actors = by_start(m for m in found.mentions if m.kind == "actor")
        self._outlets = [m for m in found.mentions if m.value.get("kind") in _PRESS]
        self._ending = {m.end for m in found.mentions if m.kind in ("actor", "place", "time")}
        self._named = {m.start for m in found.mentions if m.kind in ("actor", "place")}
        self._times = {m.start for m in found.mentions if m.kind == "time"}
        self._issuers: dict[str, tuple[int, Speaker]] = {}  # of documents, by their noun, with where it stood
        self._body: Speaker | None = None  # the last body that spoke: "the statement" is its own
        self._sides: dict[str, str] = {}  # the state of whom was named with one, by entity
        self._people: list[tuple[Sequence[str], Link]] = []  # that were named, by their words
        self._subjects = subjects
        closed = (q for q in found.analysed.quotations if q.opened and q.closed)
        self._quoted = {q.start - 1: q.end + 1 for q in closed}  # where quotation marks open, and end
        self.agreement = Agreement(found.analysed, self._actors, subjects, tables.agreement)

    def named(self, stretch: Stretch) -> tuple[list[Link], Speaker | None]:
        """The links that the whole words of a source name, outermost first, and the innermost as a speaker."""
        links, speaker = self._named_links(stretch)
        if speaker and speaker.number == "sg" and self._several(*stretch):  # "X and Y affirmed"
            speaker = speaker._replace(gender="", number="")
        if speaker and self.agreement.one(self._edges(*stretch)[0]):  # "one of the officials"
            speaker = speaker._replace(gender="", number="sg")
        return links, speaker

    def _several(self, start: int, end: int) -> bool:
        """Whether "and" joins two sources in some words, of whom a verb in the singular or the plural may tell."""
        tokens = self._analysed.tokens
        joined = (i for i in range(start + 1, end - 1) if tokens[i].pos == "CONJ" and tokens[i].clitic == "pro")
        people = (i + 1 for i in joined for actor in self._actors.get(i + 1, ()) if actor.value["kind"] == "person")
        return any(end in self._subjects.ends(person, end) for person in people)

    def _named_links(self, stretch: Stretch) -> tuple[list[Link], Speaker | None]:
        """The links that the whole words of a source name, and the innermost as a speaker by its head."""
        start, end = self._edges(*stretch)
        if start >= end:
            return [], None
        if self._analysed.tokens[start].clitic == "en":
            return self._told_of(start)
        head = self._head(start, end)
        if (hit := self._analysed.hit(start, "stand-ins")) and hit.end == end:
            return self._stood_for(hit)
        noun = self._analysed.hit(head, "sources")
        if noun and noun.entry.get("kind") == "document":
            return self._document(start, stretch[1], noun)
        person = self._holder(start, end)
        unnamed = noun is not None and noun.entry.get("kind") == "unnamed" and not self._office(head)
        nobody = self._kind(start, end, head) == "unnamed" or (unnamed and person is not None and person.start <= head)
        named = (
            person is not None and person.start > head and person.end == end and self._analysed.tokens[head].definite
        )
        if person and not person.value["actor"] and nobody and not named:  # "the leader in the party Y. A."
            person = None  # "an official of the ministry", "a military expert"
        if person and person.start == start + 1 and self._given(start):
            person = person._replace(start=start)
        if person and not person.value["actor"] and self._surnamed(person.end, end):
            person = person._replace(end=end)
        quoted = self._analysed.tokens[head].pos == "PUNCT"  # "«Hamas» affirmed"
        actor = person or self._actor(head, head + 1 + quoted) or self._actor(start, start + 1)
        joined = any(self._analysed.tokens[i].pos == "CONJ" for i in range(actor.end, end)) if actor else False
        if actor and not person and (actor.value["kind"] == "person" or self._office(head)):
            actor = None
        outlet = actor is not None and actor.value["kind"] in OUTLETS and actor.value["actor"]
        if actor and (person or actor.end == end or joined or outlet or (noun is None and actor.value["actor"])):
            link = self._person(actor) if person else self._link(actor)
            link = link.model_copy(update={"span": self._analysed.span(start, end)})
            return [link], self._speaker(link, actor if actor.start == start else None, head)
        return self._told(start, end, head)

    def _stood_for(self, hit: Hit) -> tuple[list[Link], Speaker]:
        """The link of words such as "the latter": of the nearest before whom they may stand for, else their own."""
        span = self._analysed.span(hit.start, hit.end)
        gender, number = hit.entry.get("gender"), hit.entry.get("number")
        for i in range(hit.start - 1, max(hit.start - _NEAR, -1), -1):
            if self._analysed.tokens[i].pos == "ADJ" or not (i in self._actors or self._analysed.opens(i, *_HEADS)):
                continue
            if not (ends := self._subjects.ends(i, hit.start)):
                continue
            links, speaker = self.named((i, ends[0]))
            if speaker and speaker.number == number and speaker.gender in ("", gender or speaker.gender):
                link = links[-1].model_copy(update={"span": span})
                return [link], speaker._replace(link=link)
        link = Link(span=span, entity=self._analysed.words(hit.start, hit.end), kind="unnamed")
        return [link], Speaker(link, gender, number, "")

    def _told_of(self, i: int) -> tuple[list[Link], Speaker | None]:
        """The last document before a pronoun, and its issuer: "the ministry issued a statement in which it came"."""
        first = max(i - _DOCUMENT, 0)
        for at in range(i - 1, first, -1):
            noun = self._analysed.hit(at, "sources")
            if noun and noun.entry.get("kind") == "document":
                links, speaker = self._document(at, next(iter(self._subjects.ends(at, i)), noun.end), noun)
                issuers = (self.named(subject) for subject in self.agreement.subjects_before(at, first))
                issuer = next((told for told in issuers if told[1]), None) if len(links) == 1 else None
                return ([*links, *issuer[0]], issuer[1]) if issuer else (links, speaker)
        return [], None

    def _surnamed(self, start: int, end: int) -> bool:
        """Whether what follows a person's name in a source is but a surname that no table has."""
        joined = end - start == 2 and self._analysed.tokens[start].word == self._analysed.tokens[start + 1].word
        return start < end and (joined or self.agreement.name((start, end)))

    def antecedent(self, i: int, first: int, features: str) -> Speaker | None:
        """Whom a relative pronoun at a token stands for, if a verb of these features may be his; the longest words."""
        for start in self._subjects.starts(i, first):
            speaker = self.named((start, i))[1] if self.credible((start, i)) else None
            if speaker and speaker.agrees(features):
                return speaker
        return None

    def last_person(self, before: int) -> Stretch | None:
        """The last person that was named before a token."""
        people = [m for at in self._actors.values() for m in at if m.value["kind"] == "person" and m.end <= before]
        last = max(people, key=lambda m: (m.end, -m.start), default=None)
        return (last.start, last.end) if last else None

    def credible(self, stretch: Stretch) -> bool:
        """Whether words may name a source at all: somebody or something that speaks."""
        start, end = self._edges(*stretch)
        if start >= end:
            return False
        head = self._head(start, end)
        counted = head + 1 < end and self._analysed.opens(head, "numerals", "vague-numbers")  # "three sources"
        told = any(self._analysed.opens(i, *_SPEAKING) for i in (start, head, head + counted))
        names = any(self._analysed.hit(i, "forenames") for i in range(start, end))
        refers = self._analysed.hit(head, "references")
        told = told or (refers is not None and refers.entry.get("refers") != "place")
        known = self._named_before(self._forms(start, end)) is not None
        return told or names or known or any(i in self._actors for i in range(start, end))

    def _edges(self, start: int, end: int) -> Stretch:
        """The words of a source alone: without a preposition before it, and without an aside or a clause after it."""
        tokens = self._analysed.tokens
        while start < end and tokens[start].pos in ("PREP", "CONJ") and not self._given(start):
            start += 1
        if start in self._quoted and self._quoted[start] <= end:  # a name in quotation marks alone
            return start + 1, self._quoted[start] - 1
        i = start + 1
        while i < end:
            covering = max((m.end for m in self._covering(start, i) if m.start <= i < m.end), default=0)
            if covering > i:
                i = covering
                continue
            if tokens[i].form in self._pauses or tokens[i].form in "([":
                named = self._holder(i + 1, end) if not (self._holder(start, i) or self._outlet(start)) else None
                return (start, named.end) if named and named.start == i + 1 else (start, i)
            opener = self._analysed.hit(i, "clause-openers") or self._analysed.hit(i, "anonymity")
            joined = tokens[i].pos == "CONJ" and i + 1 < end and tokens[i + 1].pos == "PRON"
            if opener or joined or (tokens[i].pos == "VERB" and tokens[i].base and not tokens[i].definite):
                return start, i
            i += 1
        return start, end

    def _outlet(self, i: int) -> bool:
        """Whether an agency or outlet is named at a token: what stands in brackets after it is its acronym."""
        return any(m.value["kind"] in OUTLETS for m in self._actors.get(i, ()))

    def _given(self, i: int) -> bool:
        """Whether a name that is written like a preposition, or like "and" with a word, follows its verb."""
        tokens = self._analysed.tokens
        joined = tokens[i].pos == "CONJ" and i + 1 < len(tokens) and tokens[i + 1].word == tokens[i].word
        return i > 0 and tokens[i - 1].pos == "VERB" and (joined or self._analysed.opens(i, "forenames", "name-parts"))

    def _head(self, start: int, end: int) -> int:
        """The head of a source: after "some of", "two", "one of"."""
        head = start
        partial = ("DET", "NUM")
        while head < end - 1 and (self._analysed.tokens[head].pos in partial or self.agreement.partial(head)):
            head += 1
        if head > start and head < end - 1 and self._analysed.tokens[head].form in self._parts:  # "many of"
            head += 1
        return head

    def _holder(self, start: int, end: int) -> Mention | None:
        """The last named person in a stretch: the holder of the office that stands before."""
        people = (m for i in range(start, end) for m in self._actors.get(i, ()) if m.value["kind"] == "person")
        own = (m for m in people if m.end <= end and not (m.start > start and self._another(m.start)))
        return max(own, key=lambda m: (m.end, m.start), default=None)

    def _another(self, i: int) -> bool:
        """Whether the noun before a person makes somebody else of him: "an adviser of", "a source close to"."""
        before = self._analysed.tokens[i - 1]
        annexed = before.pos == "NOUN" and not (before.definite or before.clitic) and i not in self._ending
        behalf = i > 1 and (hit := self._analysed.hit(i - 2, "on-behalf")) is not None and hit.end == i
        somebody = self._analysed.opens(i - 1, *_SPEAKING, "people-words") and not self._analysed.hit(
            i - 1, "forenames"
        )
        return before.pos == "PREP" or behalf or (annexed and somebody)

    def _told(self, start: int, end: int, head: int) -> tuple[list[Link], Speaker | None]:
        """The link of a source that is described, not named: "two security officials", "the governor of the city"."""
        forms = self._forms(start, end)
        span = self._analysed.span(start, end)
        if known := self._named_before(forms):
            link = known.model_copy(update={"span": span})
            return [link], self._speaker(link, None, head)
        noun = self._analysed.hit(head, "sources")
        named = noun is not None and self._named_after(head, end)
        kind = "person" if named else self._kind(start, end, head)
        if noun and not (named or (kind == "person" and self._office(head))):
            link = self._described(start, end, noun)
        else:
            actor = next((a for i in range(start, end) if (a := self._actor(i, i + 1))), None)
            words = self._analysed.words(start, end) + (f" ({name})" if actor and (name := actor.value["name"]) else "")
            link = Link(span=span, entity=words, kind=kind)  # type: ignore[arg-type]
        self._people.append((forms, link))
        side = next((str(m.value["iso3"]) for m in self._covering(start, end - 1) if m.value["iso3"]), "")
        return [link], self._speaker(link, None, head)._replace(iso3=side)

    def _named_after(self, head: int, end: int) -> bool:
        """Whether a forename stands in what follows a definite head: "the leader in the party | Yasser Arman"."""
        definite = self._analysed.tokens[head].definite
        return definite and any(self._analysed.hit(i, "forenames") for i in range(head + 1, end))

    def _office(self, head: int) -> bool:
        """Whether a noun at a token is an office that a person holds."""
        return self._analysed.cell(head, "source-heads", "kind") == "person"

    def _kind(self, start: int, end: int, head: int) -> str:
        """What kind of source a noun tells of; somebody without a name and without an office is unnamed."""
        noun = self._analysed.hit(head, "source-heads")
        people = [m for m in self._covering(start, end - 1) if m.value["kind"] == "person"]
        lexicons = ("forenames", "surnames", "persons")
        name = any(self._analysed.opens(i, *lexicons) for i in range(start, end))
        name = name or any(self._analysed.hit(i, "titles") and self._analysed.tokens[i].definite for i in (start, head))
        name = name or any(m.end - m.start > 1 and self._bare(m) for m in people) or self._unread(start, end)
        if noun is None:
            return "person" if name else "unnamed"
        if noun.entry.get("kind") != "person":
            return noun.entry.get("kind")
        return "person" if name or self._definite(head, end) else "unnamed"

    def _unread(self, start: int, end: int) -> bool:
        """Whether some words are a name of no table, no plural, or one written like "and" with a word."""
        token = self._analysed.tokens[start]
        one = not (token.definite or token.form.endswith(self._plurals))
        return token.pos == "CONJ" or (one and self.agreement.name((start, end)))

    def _definite(self, head: int, end: int) -> bool:
        """Whether a noun is definite: it, what it is annexed to, or the name that it is annexed to."""
        annexed = self.agreement.annexed(head, end)
        return self.agreement.closed(head, annexed) or any(i in self._named for i in range(head + 1, annexed))

    def _bare(self, person: Mention) -> bool:
        """Whether a mention of a person holds a word of no table: a name."""
        tokens, hits = self._analysed.tokens, self._analysed.hits
        return any(not hits[i] and not tokens[i].base for i in range(person.start, person.end))

    def links(self, stretch: Stretch) -> tuple[list[Link], Speaker | None]:
        """The links that a source's words name, outermost first, and the innermost as a speaker."""
        start, end = self._trimmed(*stretch)
        if start >= end:
            return [], None
        addressed = self._addressed(start, end)
        if addressed:
            outer, cut = addressed
            links, speaker = self.links((start, cut)) if cut > start else self.links((outer.end, end))
            return [self._link(outer), *links], speaker
        first = start
        while first < end - 1 and self._analysed.tokens[first].pos in ("DET", "NUM"):  # some of, two of
            first += 1
        if self._analysed.tokens[first].pos == "DET":  # "each who ..." names nobody
            return [], None
        head = self._analysed.hit(first, "sources")
        actor = self._actor(first, min(end, first + 2))
        if actor and actor.start > first and actor.value.get("by"):  # "a member of" a body that no table has
            actor = None
        if actor and actor.start > first and actor.value["kind"] == "person" and self._another(actor.start):
            actor = None
        if head and head.entry.get("kind") == "document":
            return self._document(start, end, head)
        if actor and (head is None or (actor.start == first and actor.end >= head.end)):
            actor = self._fuller(actor, end)
            link = self._person(actor) if actor.value["kind"] == "person" else self._link(actor)
            return [link], self._speaker(link, actor)
        if head:
            link = self._described(start, end, head)
            self._people.append((self._forms(start, end), link))
            return [link], self._speaker(link, None, head.start)
        return self._unknown(start, end)

    def told(self, stretch: Stretch) -> list[Link]:
        """The outlets to which, or through which, something was said: "told Reuters", "in a talk with the BBC"."""
        outlets = longest_apart(
            m
            for i in range(*stretch)
            for m in self._actors.get(i, ())
            if m.value["kind"] in _PRESS and not (self._bears(i, stretch[0]) or self._visited(i))
        )
        links = {outlet.start: self._link(outlet) for outlet in outlets}
        named = {i for outlet in outlets for i in range(outlet.start, outlet.end)}
        for i in range(*stretch):
            if i not in named and self._addresses(i, stretch[0]) and (link := self._press(i, stretch[1], named)):
                links[i] = link
        ordered = [links[i] for i in sorted(links)]
        return [link for n, link in enumerate(ordered) if not any(same_source(link, other) for other in ordered[:n])]

    def _visited(self, i: int) -> bool:
        """Whether who stands at a token is rather a place somebody went to: "after a visit to the island"."""
        to = i > 1 and self._analysed.tokens[i - 1].pos == "PREP"
        return to and self._analysed.cell(i - 2, "meetings", "kind") == "journey"

    def _bears(self, i: int, first: int) -> bool:
        """Whether who stands at a token but received, saw or translated what was said: a verb of that is before it."""
        return any(
            self._analysed.cell(k, "speech-circumstances", "kind") == "bearer"
            for k in range(max(first, i - _BEARING), i)
        )

    def beside(self, stretch: Stretch) -> list[Link]:
        """The outlets that stand in the words of a source, after the source itself."""
        return self.told((self._trimmed(*stretch)[1], stretch[1]))

    def before(self, first: int, verb: int) -> list[Link]:
        """The outlets that the circumstances at the head of a sentence tell: "in a talk with ... he said"."""
        tokens = self._analysed.tokens
        start = first + (tokens[first].pos == "CONJ")
        talk = tokens[start].pos == "PREP" and self._analysed.opens(start + 1, "occasions")
        if start + 1 >= verb or not (talk or self._circumstance(start)):
            return []
        verbs = (i for i in range(start, verb) if tokens[i].pos == "VERB" and self._analysed.hit(i, "says"))
        return self.told((start, verb)) if all(map(self._analysed.has_pronoun, verbs)) else []

    def _circumstance(self, i: int) -> bool:
        """Whether words that bring a circumstance of speaking stand at a token: "in answer to"."""
        hit = self._analysed.hit(i, "speech-circumstances")
        return hit is not None and hit.end > i + 1 and hit.entry.get("kind") == "preposition"

    def _addresses(self, i: int, first: int) -> bool:
        """Whether the word before a token brings whom one speaks to, or who published it: "which the ... aired"."""
        tokens = self._analysed.tokens
        if i <= first:
            return False
        if tokens[i - 1].clitic == "en":
            return i - 2 >= first and tokens[i - 2].pos == "VERB"
        occasions = (hit for k in range(first, i) if (hit := self._analysed.hit(k, "occasions")))
        talk = self._circumstance(first) or any(hit.entry.get("kind") != "when" for hit in occasions)
        return tokens[i - 1].pos == "PREP" and (talk or (i - 1 == first and tokens[first].clitic == "pro"))

    def _press(self, i: int, last: int, named: Container[int]) -> Link | None:
        """The outlet that a noun tells ("Channel 10") to which none is named, or a name that is a word too."""
        noun = self._analysed.hit(i, "sources")
        if noun and noun.entry.get("kind") in _PRESS and not self._analysed.has_pronoun(noun.end - 1):
            end = next(iter(self._subjects.ends(i, last)), noun.end)
            end += end < last and self._analysed.tokens[end].pos == "NUM"  # "Radio 1"
            return None if any(k in named for k in range(i, end + 2)) else self._described(i, end, noun)
        plain = all(hit.entry.lexicon in _MEDIA for hit in self._analysed.hits[i])  # no other word
        name = self._analysed.hit(i, "media-context") or (self._analysed.hit(i, "media") if plain else None)
        if name is None or name.entry.get("kind") not in _PRESS:
            return None
        entity, actor = name.entry.get("name_en"), f"media.{name.entry.id}"
        return Link(span=self._analysed.span(i, name.end), entity=entity, actor=actor, kind=name.entry.get("kind"))  # type: ignore[arg-type]

    def signs(self, stretch: Stretch) -> bool:
        """Whether a stretch but signs a report, as an agency or a byline after a dash does: it claims nothing."""
        start, end = stretch
        noun = self._analysed.hit(start, "sources")
        agency = any(m.value["kind"] == "agency" and m.end == end for m in self._actors.get(start, ()))
        person = any(m.value["kind"] == "person" and m.start == start for m in self._covering(start, start))
        signed = person and not self._analysed.opens(start, *_SPEAKING)
        dashed = start > 0 and self._analysed.tokens[start - 1].form in self._dashes  # "Gaza - Ahmad Salim: ..."
        bylined = signed and dashed
        return agency or bylined or (noun is not None and noun.entry.get("kind") == "agency" and noun.end == end)

    def own(self, i: int, speaker: Speaker) -> int | None:
        """Where the subject at a token ends, if it is the speaker's own side: his state, its army, his movement."""
        actor = self._actor(i, i + 1)
        same = actor is not None and (
            (speaker.iso3 and actor.value["iso3"] == speaker.iso3)
            or (speaker.link.actor and actor.value["actor"] == speaker.link.actor)
        )
        return actor.end if actor and same else None

    def headless(self, i: int) -> bool:
        """Whether a word stands at a token that never heads a source: "(and that is) what"."""
        return self._analysed.tokens[i].form in self._headless

    def judges(self, stretch: Stretch) -> bool:
        """Whether a source is a court or a prosecutor, who decides what was asked."""
        head = self._head(*self._edges(*stretch))
        return self._analysed.cell(head, "institutions", "sector") == _JUDGES

    def ends_name(self, i: int) -> bool:
        """Whether a name ends at a token: of an actor or place, or of somebody whom no table has."""
        return i in self._ending or self.agreement.name((i - 1, i))

    def names_within(self, i: int) -> bool:
        """Whether a token stands within the name of an outlet, not at its head: a letter that is spelt as a word."""
        return any(m.start < i < m.end for m in self._outlets)

    def names_actor(self, i: int) -> bool:
        """Whether an actor begins at a token."""
        return i in self._actors

    def _trimmed(self, start: int, end: int) -> Stretch:
        """The source without what stands around it: prepositions before, place and time of speaking after."""
        tokens = self._analysed.tokens
        while start < end and (tokens[start].pos in ("PREP", "PUNCT", "CONJ", "PART") or tokens[start].clitic == "pro"):
            start += 1
        head = self._analysed.hit(start, "sources")
        issued = head is not None and head.entry.get("kind") == "document"  # "a statement that the army issued"
        for i in range(start + 1, end):
            inside = any(m.start < i < m.end for m in self._covering(start, i))
            if inside:
                continue
            openers = self._analysed.hit(i, "clause-openers"), self._analysed.hit(i, "source-enders")
            verb = tokens[i].pos == "VERB" and not tokens[i].definite and not issued
            if any(openers) or verb or i in self._times or tokens[i].form in self._pauses:
                return start, i
        return start, end

    def _covering(self, start: int, i: int) -> list[Mention]:
        """The actors that begin from `start` on, up to `i`."""
        return [m for at in range(start, i + 1) for m in self._actors.get(at, ())]

    def _addressed(self, start: int, end: int) -> tuple[Mention, int] | None:
        """The outlet that the source speaks to ("told Reuters") and where the source ends before it."""
        tokens = self._analysed.tokens
        for i in range(start, end):
            for actor in self._actors.get(i, ()):
                to = i > 0 and tokens[i - 1].clitic == "pro" and tokens[i - 1].word == tokens[i].word
                if actor.value["kind"] in OUTLETS and to and i - 1 >= start:
                    return actor, i - 1
        return None

    def _document(self, start: int, end: int, head: Hit) -> tuple[list[Link], Speaker | None]:
        """A document and, where it is named, its issuer: "a statement of the ministry"."""
        described = self._adjectives(head.end, end)
        words = Link(span=self._analysed.span(start, described), entity=head.entry.get("entity"), kind="document")
        for i in range(head.end, described if self._about(head.start, described) else end):
            noun = self._analysed.tokens[i].pos != "VERB" and self._analysed.opens(i, "sources", "source-heads")
            if (self._actor(i, i + 1) or noun) and not self._bears(i, head.end):
                links, speaker = self.named((i, end))
                if links and speaker:
                    self.issued(start, end, speaker)
                    return [words, *links], self._either(self._speaker(words, None, head.start), speaker)
                return [words, *links], speaker
        issuer = self._issuer(head.start) if self._analysed.tokens[head.start].definite else None
        own = self._speaker(words, None, head.start)
        if issuer is None:
            return [words], own
        known = issuer.link.model_copy(update={"span": None})
        return [words, known], Speaker(known, own.gender, own.number, issuer.iso3, (words,))

    def _about(self, head: int, i: int) -> bool:
        """Whether a preposition at a token tells what a document is about; a statement comes "from" somebody."""
        return (
            self._analysed.preposition(i) == "about" and self._analysed.cell(head, "occasions", "kind") != "statement"
        )

    def _either(self, document: Speaker, issuer: Speaker) -> Speaker:
        """The issuer of a document as a speaker: "it added" may be said of either."""
        gender = issuer.gender if issuer.gender == document.gender else ""
        number = issuer.number if issuer.number == document.number else ""
        return issuer._replace(gender=gender, number=number, outer=(document.link,))

    def _issuer(self, i: int) -> Speaker | None:
        """Whose document it is that a definite noun at a token names; of a statement the last body that spoke."""
        statement = self._analysed.cell(i, "occasions", "kind") == "statement"
        last = self._issuers.get(self._document_id(i))
        return last[1] if last else (self._body if statement else None)

    def spoke(self, speaker: Speaker) -> None:
        """Remember a body that spoke."""
        if speaker.link.kind in BODIES:
            self._body = speaker

    def issued(self, start: int, end: int, speaker: Speaker) -> None:
        """Remember whose the documents are that some words name: "said in a statement"."""
        for i in range(start, end):
            noun = self._analysed.hit(i, "sources")
            if noun and noun.entry.get("kind") == "document" and speaker.link.kind != "document":
                self._issuers[self._document_id(i)] = max(
                    self._issuers.get(self._document_id(i), (i, speaker)), (i, speaker), key=_where
                )

    def _adjectives(self, i: int, last: int) -> int:
        """Where the adjectives end that begin at a token, none of them a participle: "a secret | document"."""
        tokens = self._analysed.tokens
        while i < last and tokens[i].pos == "ADJ" and "ptcp" not in tokens[i].features:
            if tokens[i].definite != tokens[i - 1].definite or self._analysed.hit(i, "another"):
                break
            i += 1
        return i

    def note(self, first: int, last: int) -> Iterator[Speaker]:
        """Remember whose the documents are that some tokens name; those in which what was told before "came"."""
        analysed = self._analysed
        told = {*analysed.standing(first, last, "sources"), *analysed.standing(first, last, "speech-circumstances")}
        for i in sorted(told):
            self._published(i, last)
            noun = self._analysed.hit(i, "sources")
            if noun is None or not self._new_document(i):
                continue
            end = next(iter(self._subjects.ends(i, last)), i)
            speaker = self._document(i, end, noun)[1] if end > noun.end else None
            if speaker and speaker.outer and self._brings(i - 1):
                yield speaker

    def _published(self, verb: int, last: int) -> None:
        """Remember whose the document is that a verb tells of with its subject: "the site published a report"."""
        if self._analysed.cell(verb, "speech-circumstances", "kind") != "verb":
            return
        for end in self._subjects.ends(verb + 1, last):
            if end < last and self._new_document(end):
                speaker = self.named((verb + 1, end))[1]
                if speaker:
                    self.issued(end, end + 1, speaker)
                return

    def _new_document(self, i: int) -> bool:
        """Whether a document without the article stands at a token."""
        document = self._analysed.cell(i, "sources", "kind") == "document"
        return document and not self._analysed.tokens[i].definite

    def _document_id(self, i: int) -> str:
        """What a document is remembered by, whatever its case and number."""
        hit = self._analysed.hit(i, "sources")
        return hit.entry.id if hit else self._analysed.tokens[i].stem

    def _brings(self, i: int) -> bool:
        """Whether a preposition at a token brings the document in which something came: "this came in"."""
        tokens = self._analysed.tokens
        came = i > 1 and tokens[i].pos == "PREP" and tokens[i - 1].pos in ("PRON", "DET")
        return came and "document" in self._analysed.cell(i - 2, "says", "takes").split("|")

    def _described(self, start: int, end: int, head: Hit) -> Link:
        """A source that is described, not named: "two security officials", "a spokesman of the army"."""
        actor = next((a for i in range(head.end, end) if (a := self._actor(i, i + 1))), None)
        demonym = next((h for i in range(head.end, end) if (h := self._analysed.hit(i, "demonyms"))), None)
        noun, kind = head.entry.get("entity"), head.entry.get("kind")
        if actor and not actor.value["name"]:
            entity = self._analysed.words(start, end)
        elif not noun:  # "a negotiator", "a historian": his own words tell more than a term would
            words = self._analysed.words(start, end)
            entity = f"{words} ({actor.value['name']})" if actor else words
        elif actor:
            entity = (
                f"{actor.value['name']} {noun}"
                if kind in ("unnamed", "outlet", "agency")
                else f"{noun} of {actor.value['name']}"
            )
        else:
            adjective = f"{demonym.entry.get('adjective_en')} " if demonym else ""
            entity = f"{adjective}{noun}"
        return Link(span=self._analysed.span(start, end), entity=entity, kind=kind)  # type: ignore[arg-type]

    def _unknown(self, start: int, end: int) -> tuple[list[Link], Speaker | None]:
        """A source that no table knows: a person named before, an actor later in its words, or the words themselves."""
        forms = self._forms(start, end)
        if known := self._named_before(forms):
            link = known.model_copy(update={"span": self._analysed.span(start, end)})
            return [link], self._speaker(link, None)
        actor = next((a for i in range(start, end) if (a := self._actor(i, i + 1))), None)
        words = self._analysed.words(start, end)
        if actor and actor.value["name"] and self._analysed.tokens[start].pos != "NUM":
            words = f"{words} ({actor.value['name']})"
        link = Link(span=self._analysed.span(start, end), entity=words, kind="person")
        self._people.append((forms, link))
        side = str(actor.value["iso3"]) if actor else ""
        return [link], self._speaker(link, None, self._head(start, end))._replace(iso3=side)

    def _forms(self, start: int, end: int) -> Sequence[str]:
        """The folded words of some tokens."""
        return [token.form for token in self._analysed.tokens[start:end]]

    def _named_before(self, forms: Sequence[str]) -> Link | None:
        """The person whose full name ends with these words: a surname, or a name without its title."""
        if len(forms) > _SURNAME:
            return None
        longer = ((words, link) for words, link in reversed(self._people) if len(words) > len(forms))
        return next((link for words, link in longer if words[-len(forms) :] == forms), None)

    def _person(self, actor: Mention) -> Link:
        """The link of a person: of a surname that no table has, the one whose full name was given before."""
        link, forms = self._link(actor), self._forms(actor.start, actor.end)
        if not actor.value["actor"] and (known := self._named_before(forms)):
            return known.model_copy(update={"span": link.span})
        self._people.append((forms, link))
        return link

    def _fuller(self, actor: Mention, end: int) -> Mention:
        """The actor, up to the name that stands in apposition to it."""
        nxt = self._actor(actor.end, actor.end + 1)
        if nxt and nxt.value["kind"] == "person" and actor.value["kind"] == "person" and nxt.end <= end:
            return nxt._replace(start=actor.start)
        return actor

    def _link(self, actor: Mention) -> Link:
        """The link of a named actor."""
        span = self._analysed.span(actor.start, actor.end)
        name, kind = str(actor.value["name"]) or span.cut(self._analysed.report.text), actor.value["kind"]
        return Link(span=span, entity=name, actor=str(actor.value["actor"]) or None, kind=kind)  # type: ignore[arg-type]

    def _speaker(self, link: Link, actor: Mention | None, head: int | None = None) -> Speaker:
        """A link with the gender and number of its head."""
        i = actor.start if actor else head
        gender, number = self.agreement.of(i) if i is not None and link.span else ("", "")
        if link.kind == "government" or (gender == "m" and i is not None and self._surname(i)):
            gender = ""
        side = str(actor.value["iso3"]) if actor else ""
        if side:
            self._sides[link.entity] = side
        return Speaker(link, gender, number, side or self._sides.get(link.entity, ""))

    def _surname(self, i: int) -> bool:
        """Whether a person is named by a name alone that no table of forenames has: it tells no gender."""
        person = any(m.value["kind"] == "person" for m in self._actors.get(i, ()))
        return person and not self._analysed.opens(i, "forenames", "given-names", *_SPEAKING)

    def _actor(self, start: int, end: int) -> Mention | None:
        """The longest actor that begins at one of the tokens."""
        return next((m for i in range(start, end) for m in self._actors.get(i, ())), None)


def _where(issuer: tuple[int, Speaker]) -> int:
    """Where the document of an issuer stood."""
    return issuer[0]


def further(links: Iterable[Link], known: Sequence[Link]) -> list[Link]:
    """The links whose source is none of the known ones."""
    return [link for link in links if not any(same_source(link, other) for other in known)]


def same_source(a: Link, b: Link) -> bool:
    """Whether two links stand for the same source."""
    if a.actor and b.actor:
        return a.actor == b.actor
    return a.entity == b.entity
