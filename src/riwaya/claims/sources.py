"""Sources: the words that name a source, as the links of a chain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.claims.frames import Stretch
from riwaya.find.actors import OUTLETS
from riwaya.find.context import by_start
from riwaya.model import Link, Span
from riwaya.model.layers import Found, Hit, Mention

_SURNAME = 3  # words of the longest name that stands for a longer one


class Speaker(NamedTuple):
    """The innermost link of a claim, with what agreement needs: gender ("m", "f", "") and number ("sg", "pl", "")."""

    link: Link
    gender: str
    number: str
    iso3: str

    def agrees(self, features: str) -> bool:
        """Whether a verb of these features ("VERB past 3 f sg") may have this speaker as its subject."""
        parts = features.split()
        gender = next((part for part in parts if part in ("m", "f")), "")
        number = next((part for part in parts if part in ("sg", "du", "pl")), "")
        fits_gender = not gender or not self.gender or gender == self.gender
        several = self.number == "pl"
        fits_number = not (number == "pl" and self.number == "sg") and not (several and (gender, number) == ("m", "sg"))
        return fits_gender and fits_number


class Sources:
    """Reads the sources of one report."""

    def __init__(self, found: Found, feminine: frozenset[str], pauses: frozenset[str]) -> None:
        """Gathers the actors by their first token.

        `feminine` are the letters that end a feminine noun, `pauses` the marks that end the name of a source.
        """
        self._analysed = found.analysed
        self._feminine, self._pauses = feminine, pauses
        self._actors = by_start(m for m in found.mentions if m.kind == "actor")
        self._times = {m.start for m in found.mentions if m.kind == "time"}
        self._people: list[tuple[Sequence[str], Link]] = []  # that were named, by their words

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
        if head and head.entry.get("kind") == "document":
            return self._document(start, end, head)
        if actor and (head is None or (actor.start == first and actor.end >= head.end)):
            actor = self._fuller(actor, end)
            link = self._person(actor) if actor.value["kind"] == "person" else self._link(actor)
            return [link], self._speaker(link, actor)
        if head:
            link = self._described(start, end, head)
            self._people.append((self._forms(start, end), link))
            return [link], self._speaker(link, None, head)
        return self._unknown(start, end)

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
        words = Link(span=self._analysed.span(start, head.end), entity=head.entry.get("entity"), kind="document")
        for i in range(head.end, end):
            issuer = self._actor(i, i + 1) or self._analysed.hit(i, "sources")
            if issuer:
                links, speaker = self.links((i, end))
                return [words, *links], speaker
        return [words], self._speaker(words, None, head)

    def _described(self, start: int, end: int, head: Hit) -> Link:
        """A source that is described, not named: "two security officials", "a spokesman of the army"."""
        actor = next((a for i in range(head.end, end) if (a := self._actor(i, i + 1))), None)
        demonym = next((h for i in range(head.end, end) if (h := self._analysed.hit(i, "demonyms"))), None)
        noun, kind = head.entry.get("entity"), head.entry.get("kind")
        if actor:
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
        if actor and self._analysed.tokens[start].pos != "NUM":
            words = f"{words} ({actor.value['name']})"
        link = Link(span=self._analysed.span(start, end), entity=words, kind="person")
        self._people.append((forms, link))
        return [link], self._speaker(link, actor)

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

    def _speaker(self, link: Link, actor: Mention | None, head: Hit | None = None) -> Speaker:
        """A link with the gender and number of its head."""
        i = actor.start if actor else head.start if head else None
        gender, number = self._agreement(i, link.span)
        if link.kind == "government":
            gender = ""
        return Speaker(link, gender, number, str(actor.value["iso3"]) if actor else "")

    def _agreement(self, i: int | None, span: Span | None) -> tuple[str, str]:
        """Gender and number of a head, as far as its form tells."""
        if i is None or span is None:
            return "", ""
        token = self._analysed.tokens[i]
        features = token.features.split()
        number = "pl" if "pl" in features else "sg"
        feminine = "f" in features or self._analysed.report.text[token.span.end - 1] in self._feminine
        return ("f" if feminine else "" if number == "pl" else "m"), number

    def _actor(self, start: int, end: int) -> Mention | None:
        """The longest actor that begins at one of the tokens."""
        return next((m for i in range(start, end) for m in self._actors.get(i, ())), None)


def same_source(a: Link, b: Link) -> bool:
    """Whether two links stand for the same source."""
    if a.actor and b.actor:
        return a.actor == b.actor
    return a.entity == b.entity


def latest(speakers: Sequence[Speaker], features: str) -> Speaker | None:
    """The last speaker that may be the subject of a verb of these features."""
    return next((speaker for speaker in reversed(speakers) if speaker.agrees(features)), None)
