"""Words of a content that tell its act: where in it they count, what must follow them, and what undoes them."""

from __future__ import annotations

from itertools import takewhile

from riwaya.claims.contents import Contents
from riwaya.claims.frames import Stretch
from riwaya.claims.sources import Sources
from riwaya.model.layers import Analysed, Hit

HEAD = 4  # tokens at the head of a clause in which a modal word governs the whole
_BOUND = ("victims", "institutions", "sources", "source-heads", "states", "groups", "references", "offices")
_DOER = 2  # tokens after a word of blame in which its doer is told

# What a word may ask of the content: that it opens with the word (`first`: "committed to", of those who speak), that it
# is a noun and no clause (`noun`: "announced a ceasefire"), both (`head`: "affirmed the commitment of his country to"),
# or both of the speaker's own deed (`own`: "affirmed the continuation of its strikes", not "the army's pursuit of").
_AT_HEAD, _OF_NOUNS = {"first", "head", "own"}, {"noun", "head", "own"}


class ActWords:
    """Reads what the words of a lexicon make of the contents of one report."""

    def __init__(self, analysed: Analysed, contents: Contents, sources: Sources) -> None:
        """Reads on what is known of contents and of sources."""
        self._analysed, self._contents, self._sources = analysed, contents, sources

    def act(self, content: Stretch, lexicon: str, head: int) -> str:
        """The act that a word of a lexicon makes of a content: near its head, or anywhere if it reaches so far."""
        for i in self._analysed.standing(*content, lexicon):
            hit = self._analysed.hit(i, lexicon)
            if (
                hit
                and self._stands(hit)
                and self._reaches(hit, content, head)
                and self._takes(hit, content)
                and not self._undone(hit, content)
            ):
                act: str = hit.entry.get("act") or "accuse"
                return "threaten" if act == "promise" and self._forceful(hit.end, content[1]) else act
        return ""

    def _stands(self, hit: Hit) -> bool:
        """Whether a word of blame is a verb where its entry is one: "was overstepped" has its noun."""
        verb = hit.entry.lexicon == "blame" and hit.entry.features.startswith("VERB")
        return not verb or self._analysed.tokens[hit.start].pos == "VERB"

    def _reaches(self, hit: Hit, content: Stretch, head: int) -> bool:
        """Whether a word stands where it counts: near the head, or anywhere; a duty only as what the clause says."""
        if hit.start < content[0] + head:
            return True
        return hit.entry.get("reach") == "clause" and (hit.entry.get("act") != "demand" or self._governs(hit, content))

    def _governs(self, hit: Hit, content: Stretch) -> bool:
        """Whether a duty after a long subject is the predicate: no verb but in a relative clause stands before it."""
        tokens, before = self._analysed.tokens, hit.start - 1
        for i in range(content[0], hit.start):
            if self._analysed.relative(i):
                break
            if tokens[i].pos == "VERB":
                return False
        before -= tokens[before].clitic == "en"
        return not self._analysed.relative(before) and tokens[before].pos != "COMP"

    def _forceful(self, start: int, end: int) -> bool:
        """Whether what somebody is ready to do is a deed of force."""
        return any(self._analysed.hit(i, "threats") for i in range(start, min(start + HEAD, end)))

    def _undone(self, hit: Hit, content: Stretch) -> bool:
        """Whether what stands around a word undoes it: "is not in need of", "the aggression" as a war's name."""
        before = hit.start - 1
        undone = self._analysed.tokens[before].pos == "NEG" or self._analysed.hit(before, "negations") is not None
        blame = hit.entry.lexicon == "blame"
        undone = undone or (hit.entry.get("act") == "demand" and self._analysed.relative(before))  # "which must be"
        if before >= content[0] and undone and (blame or hit.entry.get("act") in ("demand", "promise")):
            return True
        named = hit.entry.get("reach") == "named" and self._analysed.tokens[hit.start].definite
        return named or self._quoted_blame(hit) or self._circumstance(hit, content[0])

    def _circumstance(self, hit: Hit, start: int) -> bool:
        """Whether a word of blame tells after what, or in answer to what, something was done."""
        if hit.entry.lexicon != "blame" or hit.start - 2 < start or self._whose(hit):
            return False
        at = hit.start - 1
        if "vn" in self._analysed.tokens[at].features.split():  # "after the occurrence of"
            return self._analysed.cell(at - 1, "speech-circumstances", "kind") == "preposition"
        return self._analysed.preposition(at) == "on"

    def _whose(self, hit: Hit) -> bool:
        """Whether a word of blame names whose deed it is: "Armenian provocations", "their violations"."""
        tokens = self._analysed.tokens
        nation = any(self._analysed.hit(i, "demonyms") for i in range(hit.end, hit.end + _DOER))
        return nation or self._sources.names_actor(hit.end) or tokens[min(hit.end, len(tokens) - 1)].clitic == "en"

    def _takes(self, hit: Hit, content: Stretch) -> bool:
        """Whether a word has what it asks for: anything, a party, a verb in the present, a deed, a duty's bearer, a
        limit."""
        takes, end = hit.entry.get("takes"), content[1]
        after = self._aside(hit.end, end)
        nxt = self._analysed.tokens[after] if after < end else None
        if not takes:
            return True
        if takes == "party":
            return any(map(self._sources.names_actor, (content[0], after)))
        if takes in _AT_HEAD | _OF_NOUNS:
            elsewhere = takes in _AT_HEAD and hit.start != content[0]
            if elsewhere or (takes in _OF_NOUNS and self._contents.introduced(content[0])):
                return False
            other = self._sources.names_actor(after) or self._analysed.opens(after, *_BOUND)
            return takes != "own" or not other
        if nxt is None:
            return False
        if takes == "pres":
            return "pres" in nxt.features.split() and not self._contents.done(after)
        if takes == "limit":
            return any(self._limits(i, end) for i in range(after, end))
        if takes == "whom":
            return self._binds(hit, after, content)
        governed = hit.start > content[0] and self._analysed.tokens[hit.start - 1].pos in ("VERB", "ADJ")
        deed = nxt.pos == "COMP" or "vn" in nxt.features.split() or (nxt.pos == "NOUN" and nxt.definite)
        return deed and not governed  # "the revenue it gets from it", "agreed upon"

    def _binds(self, hit: Hit, whom: int, content: Stretch) -> bool:
        """Whether a duty is laid on those named at a token, with a deed: "it is up to the parties to respect"."""
        tokens, opening = self._analysed.tokens, self._contents.opening
        governed = hit.start > content[0] and tokens[hit.start - 1].pos in ("NOUN", "ADJ", "VERB")
        if governed or not (self._sources.names_actor(whom) or self._analysed.opens(whom, *_BOUND)):
            return False
        near = range(whom + 1, min(whom + HEAD + 2, content[1]))
        clause = (tokens[i] for i in takewhile(lambda i: tokens[i].pos != "PUNCT" or i in opening, near))
        return any(token.pos == "COMP" or "vn" in token.features.split() for token in clause)

    def _limits(self, i: int, end: int) -> bool:
        """Whether a condition stands at a token: "without", "unless", "before they leave", not "before dawn"."""
        hit = self._analysed.hit(i, "limits")
        if hit is None or hit.entry.get("takes") != "deed":
            return hit is not None
        after = hit.end
        return after < end and (self._analysed.tokens[after].pos in ("VERB", "COMP") or self._contents.deed(after))

    def _aside(self, i: int, end: int) -> int:
        """The first token from one on that is no adverb: "it is up to us, too, to trust"."""
        while i < end and self._analysed.tokens[i].pos == "ADV":
            i += 1
        return i

    def _quoted_blame(self, hit: Hit) -> bool:
        """Whether a word of blame stands in quotation marks by itself, or with one other: it is another's word."""
        if hit.entry.lexicon != "blame":
            return False
        near = self._contents.begun_within(hit.start - 2, hit.start + 1)
        quoted = (q for q in near if hit.start < q.end <= q.start + 2)
        return any(not self._predicated(q.start - 2) for q in quoted)

    def _predicated(self, i: int) -> bool:
        """Whether what follows a token is said of the subject: "it is «a flagrant breach»"."""
        token = self._analysed.tokens[i] if i >= 0 else None
        return token is not None and (token.pos == "VERB" or (token.pos == "PRON" and not token.clitic))
