"""People by common nouns ("two American soldiers", "members of the Qassam Brigades"): of which state, of which body.

A noun of `victims` takes the state of the adjective after it, and where its row says `member` the code of the body
that it belongs to. Where no words say the state, the value's `iso3` stays empty and `scene` holds the country of the
scene: of the nearest place named in the sentence, or else of the report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from riwaya.find.actors import group_value, is_of_state, people_value
from riwaya.find.context import by_start, covered_until, longest_apart
from riwaya.model.layers import Analysed, Entry, Hit, Mention, Sentence

_NATIONS = ("demonyms", "peoples")
_NOUNS = ("victims", "institutions", "triggers")
_FOREIGN = "INT"
_LESS = ("UAF", "CVL")  # sectors that tell less than the noun that they describe
_BODIES = ("MIL", "COP", "REB", "PRM", "SPY", "UAF", "PTY", "OPP")
_POST = 3  # tokens of nouns and adjectives between people and their group: "head of foreign operations in"
_OF_POSTS = ("GOV", "MIL")  # the sectors of nouns for a post: an official, a commander
_OF_BASES = ("MIL", "COP")  # whose "base" is one of theirs, not the group of that name
_OF_STATES = ("government", "ministry", "military", "police", "party", "armed_group", "person")
_TELLS = {"place": 4, "body": 3, "government": 2}  # what the mention of a country tells of where a report is set
_NAMELESS = ("REB", "UAF")  # the sectors of groups that no name is told of: "a terrorist cell"
_BACKED = "backed"  # the link of people to those who back them, of whom they are not
_OPENERS = ("CONJ", "COMP", "PUNCT")
_ADJECTIVES = 2  # tokens that may describe a noun before the adjective of its state
_NOT_DESCRIBED = ("VERB", "PREP", "COMP", "DET", "NUM", "PUNCT", "ADV", "PART")  # after these an adjective is a noun


class People:
    """Reads the people in one report."""

    def __init__(self, analysed: Analysed, found: Sequence[Mention]) -> None:
        """Gathers what was found before: numbers, actors and places."""
        self._analysed = analysed
        self._actors = by_start(m for m in found if m.kind == "actor")
        self._covered = covered_until(m for m in found if m.kind == "actor")
        self._counts = {m.end for m in found if m.kind == "number"}
        self._places = sorted((m for m in found if m.kind == "place" and m.value["country"]), key=lambda m: m.start)
        self._home = home_country(found)
        self._starts = [sentence.start for sentence in analysed.sentences]
        self._after: dict[int, Mention] = {}  # people by their first token, of those read from the last one on

    def read(self, nouns: Sequence[Mention]) -> list[Mention]:
        """The people that nouns of `victims` stand for, with their states and bodies."""
        people: list[Mention] = []
        self._after.clear()
        for noun in reversed([noun for noun in nouns if not self._describes(noun)]):
            person = self._person(noun)
            people.append(person)
            self._after.setdefault(noun.start, person)
        longest = widest(people)
        return [m for m in reversed(people) if longest[m.start].start == m.start or longest[m.start].end < m.end]

    def _describes(self, noun: Mention) -> bool:
        """Whether a word for people is an adjective where it stands: "a suicide attack" is no bomber."""
        i, tokens = noun.start, self._analysed.tokens
        if not noun.value["adjective"] or i == 0:
            return False
        head = tokens[i - 1]
        if noun.value["sector"] in _LESS and self._analysed.opens(i - 1, "victims"):  # "armed rebels" are one party
            return head.pos == "NOUN" and head.definite == tokens[i].definite
        if _numbers(str(noun.value["features"])) != {"sg"}:
            return False
        if self._analysed.hit(i - 1, "harms") is not None or self._opens_clause(i - 1):  # "the death of a gunman"
            return False
        return head.pos == "NOUN" and head.definite == tokens[i].definite and i not in self._counts

    def _opens_clause(self, i: int) -> bool:
        """Whether a word that may be a verb stands where a clause begins: "blew up" rather than "dawn"."""
        before = self._analysed.tokens[i - 1] if i else None
        opens = before is None or i == self._sentence(i).start or before.pos in _OPENERS
        verbs = (hit for hit in self._analysed.hits[i] if hit.entry.lexicon == "triggers")
        return opens and any(hit.entry.get("class") == "verb" for hit in verbs)

    def placed(self, actors: Sequence[Mention]) -> list[Mention]:
        """The actors; those of a state that no words name have the country of the scene."""
        return [
            actor._replace(value={**actor.value, "scene": self.scene(actor.start)})
            if not actor.value["iso3"] and actor.value["kind"] in _OF_STATES
            else actor
            for actor in actors
        ]

    def scene(self, i: int) -> str:
        """The country of the scene at a token: of the nearest place in the sentence, or else of the report."""
        sentence = self._sentence(i)
        near = [m for m in self._places if sentence.start <= m.start < sentence.end]
        nearest = min(near, key=lambda m: abs(m.start - i), default=None)
        return str(nearest.value["country"]) if nearest else self._home

    def _sentence(self, i: int) -> Sentence:
        """The sentence of a token."""
        return self._analysed.sentences[max(0, bisect_right(self._starts, i) - 1)]

    def _person(self, noun: Mention) -> Mention:
        """A noun with what the words after it say."""
        value = {**noun.value, "iso3": "", "name": "", "actor": "", "kind": "unnamed"}
        end, last = noun.end, self._sentence(noun.start).end
        if described := self._described(noun, last):
            end, told = described
            value |= told
        if body := self._body(noun, end, last) or self._group_further_on(noun, end, last):
            end, value = body.end, {**value, **self._membership(body, str(value["iso3"]))}
        elif superior := self._superior(noun, end):
            end, value = superior.end, {**value, **self._membership(superior, str(value["iso3"]))}
        elif fellows := self._fellows(noun, end, last):
            end, value["sector"] = fellows.end, fellows.entry.get("sector")
        if not value["iso3"]:
            value["scene"] = self.scene(noun.start)
        return noun._replace(end=end, value=value)

    def _described(self, noun: Mention, last: int) -> tuple[int, Mapping[str, str]] | None:
        """Where the adjectives of a noun end, if one of them names its state, and what it says."""
        tokens = self._analysed.tokens
        definite = any(tokens[i].definite for i in range(noun.start, noun.end))
        for i in range(noun.end, min(last, noun.end + _ADJECTIVES + 1)):
            if tokens[i].pos not in ("ADJ", "NOUN") or tokens[i].definite != definite or self._is_named(i):
                return None
            for hit in self._analysed.hits[i]:
                lexicon = hit.entry.lexicon
                if lexicon in (*_NATIONS, "foreign") and _agree(noun, hit.entry):
                    return hit.end, {"iso3": _FOREIGN} if lexicon == "foreign" else {"iso3": hit.entry.get("iso3")}
        return None

    def _is_named(self, i: int) -> bool:
        """Whether a token is a noun of a body or other people, which describes none before it."""
        hits = self._analysed.hits[i]
        return any(hit.entry.lexicon in _NOUNS and not hit.entry.get("adjective") for hit in hits)

    def _body(self, noun: Mention, end: int, last: int) -> Mention | None:
        """The actor that people are of: "members of the police", "volunteers from South Korea"."""
        annexed = self._actors.get(end) and _may_govern(noun)
        link = None if annexed else self._link(noun, end, last)
        if link and link.entry.get("link") == _BACKED:
            return None
        at = link.end if link else end
        if at < last and self._analysed.tokens[at].pos == "PUNCT":  # the mark before a name
            at += 1
        body = self._named_at(at, noun) if at < last else None
        if body is None or body.end > last or body.value["kind"] == "person":
            return None
        if link is None and (not _may_govern(noun) or self._is_described(noun, at)):
            return None
        from_state = link is not None and link.entry.get("link") == "from" and is_of_state(body.value)
        if noun.value["member"] and body.value["sector"] in _BODIES:
            return body
        return body if from_state and body.value["sector"] in ("GOV", "CVL") else None

    def _is_described(self, noun: Mention, end: int) -> bool:
        """Whether an adjective without an article ends people's phrase before a noun with one."""
        tokens = self._analysed.tokens
        if end - noun.start < 2 or end == len(tokens) or tokens[noun.start].definite or not tokens[end].definite:
            return False
        last = tokens[end - 1]
        annexed = self._analysed.opens(end - 1, "institutions") and last.pos != "ADJ"
        return not last.definite and last.pos in ("ADJ", "NOUN") and not annexed

    def _group_further_on(self, noun: Mention, end: int, last: int) -> Mention | None:
        """The armed group of people over the nouns for what they do in it: "head of operations in"."""
        if not noun.value["member"] or noun.value["sector"] not in _OF_POSTS:
            return None
        tokens = self._analysed.tokens
        for i in range(end, min(last - 1, end + _POST)):
            if tokens[i].pos not in ("NOUN", "ADJ") or self._analysed.opens(i, "victims", "institutions"):
                return None
            link = self._analysed.hit(i + 1, "member-links")
            if link is None and (tokens[i].pos == "ADJ" or tokens[i].definite):
                continue
            body = self._named_at(link.end if link else i + 1, noun)
            if body and body.end <= last and body.value["kind"] == "armed_group":
                return body
        return None

    def _named_at(self, at: int, noun: Mention) -> Mention | None:
        """The actor at a token, or the group whose name is a common word that only its members make one."""
        known = next(iter(self._actors.get(at, ())), None)
        hit = self._analysed.hit(at, "groups-context")
        if (
            hit is None
            or not noun.value["member"]
            or noun.value["sector"] in _OF_BASES
            or (known and known.value["code"] != "UNK")
        ):
            return known
        return Mention(at, hit.end, "actor", f"{self._language}.actors.group-in-context", group_value(hit.entry))

    def _superior(self, noun: Mention, end: int) -> Mention | None:
        """The people of a known body to whom others are annexed: "an adviser of the movement's commander"."""
        governs = noun.value["member"] and _may_govern(noun) and not self._is_described(noun, end)
        superior = self._after.get(end) if governs else None
        return superior if superior and superior.value["actor"] and superior.value["sector"] in _BODIES else None

    def _fellows(self, noun: Mention, end: int, last: int) -> Hit | None:
        """The armed people that others are of: "leaders of the rebels", "members of an armed group"."""
        if end >= last or not noun.value["member"]:
            return None
        if (link := self._link(noun, end, last)) and link.entry.get("link") != _BACKED:
            at = link.end + (link.end < last and self._analysed.tokens[link.end].pos == "PUNCT")  # a mark before a name
            hit = self._analysed.hit(at, "victims") if at < last else None
            return hit if hit and hit.entry.get("class") == "fixed" and hit.entry.get("sector") in _NAMELESS else None
        if not noun.value["member"] or not _may_govern(noun) or not self._analysed.tokens[end].definite:
            return None
        if self._is_described(noun, end):
            return None
        hit = self._analysed.hit(end, "victims")
        return hit if hit and hit.entry.get("sector") in _BODIES else None

    def _link(self, noun: Mention, end: int, last: int) -> Hit | None:
        """The word between people and their body, over one adjective: "Christian volunteers from"."""
        tokens = self._analysed.tokens
        over = end == noun.end < last - 1 and tokens[end].pos in ("ADJ", "NOUN") and not self._is_named(end)
        agreeing = over and tokens[end].definite == tokens[noun.start].definite
        for at in (end, end + 1) if agreeing else (end,):
            if at < last and (link := self._analysed.hit(at, "member-links")):
                return link
        return None

    @staticmethod
    def _membership(body: Mention, iso3: str) -> Mapping[str, object]:
        """What people have of the body that they are of: its code, of a state only the country."""
        value = {"iso3": iso3 or body.value["iso3"]}
        if body.value["sector"] in _BODIES:
            value |= {key: body.value[key] for key in ("sector", "name", "actor", "kind")}
            value["roams"] = body.value.get("roams", False)
        return value

    def nationals(self, people: Sequence[Mention]) -> list[Mention]:
        """The people whom an adjective of a state names without a noun: "seven Palestinians"."""
        taken = covered_until(people)
        found = []
        for i in self._analysed.anchors.lexicons.get("demonyms", ()):
            free = i not in self._covered and i not in taken
            for hit in self._analysed.hits[i] if free else ():
                if hit.entry.lexicon == "demonyms" and self._is_noun(hit):
                    value = people_value(hit.entry)
                    found.append(Mention(hit.start, hit.end, "actor", f"{self._language}.actors.people", value))
        return longest_apart(found)

    @property
    def _language(self) -> str:
        """The code of the report's language."""
        return self._analysed.report.language

    def _is_noun(self, hit: Hit) -> bool:
        """Whether the adjective of a state stands for people: counted, or in the plural and describing no noun."""
        i, tokens = hit.start, self._analysed.tokens
        if i in self._counts:
            return True
        if not _forms(hit.entry) & {"pl", "du"}:
            return False
        if i == self._sentence(i).start or tokens[i - 1].pos in _NOT_DESCRIBED:
            return True
        annexed = tokens[i].definite and not tokens[i - 1].definite
        return annexed and tokens[i - 1].pos == "NOUN" and i - 1 not in self._covered


def home_country(found: Iterable[Mention]) -> str:
    """The country that a report is set in: places tell most, governments least, which speak from afar as well."""
    told: Counter[str] = Counter()
    for mention in found:
        if mention.kind == "place":
            told[str(mention.value["country"] or "")] += _TELLS["place"]
        elif mention.kind == "actor" and is_of_state(mention.value):
            told[str(mention.value["iso3"])] += _TELLS["government" if mention.value["sector"] == "GOV" else "body"]
    return next((iso3 for iso3, _ in told.most_common() if iso3), "")


def _forms(entry: Entry) -> set[str]:
    """The grammatical numbers that an adjective of a state may have in this form."""
    return {"pl"} if entry.lexicon == "peoples" else _numbers(entry.features)


def _numbers(features: str) -> set[str]:
    """The grammatical number of a form."""
    return {part for part in features.split() if part in ("sg", "du", "pl")}


def _may_govern(noun: Mention) -> bool:
    """Whether a noun may stand in annexation: a sound plural or dual shows that it does not."""
    features = str(noun.value["features"]).split()
    return "cstr" in features or not {"nom", "obl", "du", "acc"} & set(features)


def _agree(noun: Mention, adjective: Entry) -> bool:
    """Whether an adjective may describe people by a noun: it has the same number, as far as the forms tell."""
    wanted, given = _numbers(str(noun.value["features"])), _forms(adjective)
    return not wanted or not given or bool(wanted & given)


def apart(actors: Sequence[Mention], people: Sequence[Mention]) -> Iterator[Mention]:
    """The actors and the people of which none stands inside a longer one; of equals the actor."""
    by_name, by_noun = covered_until(actors), widest(people)
    yield from (m for m in people if by_name.get(m.start, 0) < m.end)
    for actor in actors:
        noun = by_noun.get(actor.start)
        if noun is None or not noun.covers(actor) or (noun.start, noun.end) == (actor.start, actor.end):
            yield actor


def widest(mentions: Iterable[Mention]) -> Mapping[int, Mention]:
    """For each token the longest of the mentions that cover it."""
    longest: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        longest.update((i, mention) for i in range(mention.start, mention.end))
    return longest
