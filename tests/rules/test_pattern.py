"""The pattern language: each element on either side of the anchor, what is captured, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from riwaya.model.layers import Mention
from riwaya.rules.elements import Context, PatternError
from riwaya.rules.pattern import compile_pattern

Make = Callable[..., Context]
Matched = Callable[..., dict[str, str] | None]
ANCHOR = {"form": ["HERE"], "anchor": True}

# An element, the words it takes, and words that it must not take.
ELEMENTS = [
    pytest.param({"form": ["army"]}, "army", "armies", id="form"),
    pytest.param({"form": ["army"]}, "the-army", "the-armies", id="form by its stem"),
    pytest.param({"form": ["a", "b"]}, "b", "c", id="one of several forms"),
    pytest.param({"lemma": ["tank"]}, "tanks", "tankers", id="lemma"),
    pytest.param({"pos": ["VERB", "ADJ"]}, "left/VERB", "left/NOUN", id="pos"),
    pytest.param({"lexicon": "says"}, "said", "sang", id="lexicon"),
    pytest.param({"lexicon": ["complementisers", "says"]}, "that", "which", id="one of several lexicons"),
    pytest.param({"lexicon": "says", "with": {"act": "deny"}}, "denied", "said", id="lexicon with"),
    pytest.param({"lexicon": "says", "with": {"takes": ["quote", "x"]}}, "said", "denied", id="a value of several"),
    pytest.param({"lexicon": "says", "definite": True}, "the-said", "said", id="definite"),
    pytest.param({"lexicon": "says", "definite": False}, "said", "the-said", id="indefinite"),
    pytest.param({"lexicon": "says", "with": {"takes": "that"}}, "made clear", "made", id="entry of two words"),
    pytest.param({"quotation": "any"}, "[ a b ]", "a b", id="quotation"),
    pytest.param({"gap": [2, 3]}, "a b", None, id="gap"),
    pytest.param({"group": [{"form": ["a"]}, {"form": ["b"]}]}, "a b", "b a", id="group"),
    pytest.param({"any": [[{"form": ["a"]}], [{"form": ["b"]}, {"form": ["c"]}]]}, "b c", "c b", id="any"),
]


@pytest.mark.parametrize(("element", "words", "others"), ELEMENTS)
class TestElements:
    """Between two fixed words, so that an element must take exactly its own."""

    def test_forward(
        self, element: dict[str, Any], words: str, others: str | None, *, make_context: Make, matched: Matched
    ) -> None:
        pattern = [ANCHOR, element, {"form": ["end"]}]
        assert matched(pattern, make_context(f"x here {words} end y")) == {"": f"here {_plain(words)} end"}
        assert others is None or matched(pattern, make_context(f"here {others} end")) is None

    def test_backward(
        self, element: dict[str, Any], words: str, others: str | None, *, make_context: Make, matched: Matched
    ) -> None:
        pattern = [{"form": ["begin"]}, element, ANCHOR]
        assert matched(pattern, make_context(f"x begin {words} here y")) == {"": f"begin {_plain(words)} here"}
        assert others is None or matched(pattern, make_context(f"begin {others} here")) is None

    def test_optional(
        self, element: dict[str, Any], words: str, others: str | None, *, make_context: Make, matched: Matched
    ) -> None:
        pattern = [{"form": ["begin"]}, {"optional": [element]}, ANCHOR, {"optional": [element]}, {"form": ["end"]}]
        text = f"begin {words} here {words} end"
        assert matched(pattern, make_context(text)) == {"": _plain(text)}
        assert matched(pattern, make_context("begin here end")) == {"": "begin here end"}

    def test_not(
        self, element: dict[str, Any], words: str, others: str | None, *, make_context: Make, matched: Matched
    ) -> None:
        pattern = [ANCHOR, {"not": [element]}]
        assert matched(pattern, make_context(f"here {words} end")) is None
        assert matched(pattern, make_context("here")) == {"": "here"}


def _plain(words: str) -> str:
    """The words without their tags."""
    return " ".join(word.partition("/")[0] for word in words.split())


@pytest.mark.parametrize("anchor_first", [True, False])
def test_a_mention_is_taken_whole_and_by_its_value(anchor_first: bool, make_context: Make, matched: Matched) -> None:
    text = "here army of iraq" if anchor_first else "army of iraq here"
    start = 1 if anchor_first else 0
    short = Mention(start, start + 1, "actor", "r", {"code": "MIL"})
    whole = Mention(start, start + 3, "actor", "r", {"code": "IRQ MIL"})
    context = make_context(text, [whole, short] if anchor_first else [whole])

    def found(**more: object) -> dict[str, str] | None:
        element = {"mention": "actor", "as": "who", **more}
        return matched([ANCHOR, element] if anchor_first else [element, ANCHOR], context)

    assert found() == {"": text, "who": "army of iraq"}
    assert found(**{"with": {"code": ["IRQ MIL"]}}) == {"": text, "who": "army of iraq"}
    assert found(**{"with": {"code": ["SYR MIL"]}}) is None
    assert found(mention=["time", "place"]) is None


def test_the_next_shorter_choice_is_tried_when_the_rest_fails(make_context: Make, matched: Matched) -> None:
    """`made clear` is the longer entry; what follows decides for `made`."""
    pattern = [{"lexicon": "says", "as": "cue"}, {"form": ["clear"]}]
    assert matched(pattern, make_context("he made clear")) == {"": "made clear", "cue": "made"}


def test_a_gap_takes_as_little_as_will_do(make_context: Make, matched: Matched) -> None:
    pattern = [ANCHOR, {"gap": [1, 9], "as": "g"}, {"form": ["x"]}]
    assert matched(pattern, make_context("here a x b x")) == {"": "here a x", "g": "a"}
    assert matched(pattern, make_context("here x")) is None
    backward = [{"form": ["x"]}, {"gap": [0, 9], "as": "g"}, ANCHOR]
    assert matched(backward, make_context("x a x b c here")) == {"": "x b c here", "g": "b c"}


def test_an_empty_gap_captures_nothing(make_context: Make, matched: Matched) -> None:
    assert matched([ANCHOR, {"gap": [0, 2], "as": "g"}], make_context("here a")) == {"": "here"}


@pytest.mark.parametrize(
    ("text", "whole"), [("here a b x", "here a b x"), ("here a that x", None), ("here a b c x", None)]
)
def test_a_gap_has_a_limit_and_bars_elements(
    text: str, whole: str | None, make_context: Make, matched: Matched
) -> None:
    pattern = [ANCHOR, {"gap": [0, 2], "not": [{"lexicon": "complementisers"}, {"pos": ["PUNCT"]}]}, {"form": ["x"]}]
    found = matched(pattern, make_context(text))
    assert (found and found[""]) == whole


def test_what_a_gap_bars_is_barred_leftwards_too(make_context: Make, matched: Matched) -> None:
    pattern = [{"form": ["x"]}, {"gap": [0, 3], "not": [{"lexicon": "complementisers"}]}, ANCHOR]
    assert matched(pattern, make_context("x a b here")) == {"": "x a b here"}
    assert matched(pattern, make_context("x a that here")) is None


def test_rest_takes_all_up_to_the_end_of_the_sentence(make_context: Make, matched: Matched) -> None:
    pattern = [ANCHOR, {"rest": "sentence", "as": "content"}]
    assert matched(pattern, make_context("here a b c d", last=4)) == {"": "here a b c", "content": "a b c"}
    assert matched(pattern, make_context("a here")) is None


def test_at_asks_for_an_end_of_the_sentence(make_context: Make, matched: Matched) -> None:
    starts, ends = [{"at": "start"}, ANCHOR], [ANCHOR, {"at": "end"}]
    assert matched(starts, make_context("here a"))
    assert not matched(starts, make_context("a here"))
    assert matched(starts, make_context("a here", first=1))
    assert matched(ends, make_context("a here"))
    assert not matched(ends, make_context("here a"))


def test_a_pattern_does_not_look_beyond_its_sentence(make_context: Make, matched: Matched) -> None:
    pattern = [{"form": ["a"]}, ANCHOR, {"form": ["b"]}]
    assert matched(pattern, make_context("a here b"))
    assert not matched(pattern, make_context("a here b", last=2))
    assert not matched(pattern, make_context("a here b", first=1))


def test_a_quotation_is_captured_without_its_marks_even_where_it_is_open(make_context: Make, matched: Matched) -> None:
    pattern = [{"lexicon": "says"}, {"quotation": "any", "as": "content"}]
    assert matched(pattern, make_context("he said [ a b ] c")) == {"": "said [ a b ]", "content": "a b"}
    assert matched(pattern, make_context("he said [ a b")) == {"": "said [ a b", "content": "a b"}


def test_a_group_is_captured_as_one(make_context: Make, matched: Matched) -> None:
    group = {"group": [{"form": ["a"], "as": "first"}, {"gap": [0, 3]}], "as": "all"}
    assert matched([ANCHOR, group, {"form": ["x"]}], make_context("here a b x")) == {
        "": "here a b x",
        "first": "a",
        "all": "a b",
    }
    backward = [{"group": [{"form": ["a"]}, {"form": ["b"]}], "as": "all"}, ANCHOR]
    assert matched(backward, make_context("a b here")) == {"": "a b here", "all": "a b"}


def test_captures_of_a_choice_that_failed_are_forgotten(make_context: Make, matched: Matched) -> None:
    pattern = [ANCHOR, {"any": [[{"form": ["a"], "as": "one"}, {"form": ["z"]}], [{"form": ["a"], "as": "two"}]]}]
    assert matched(pattern, make_context("here a b")) == {"": "here a", "two": "a"}


class TestAnchor:
    """The one element that the engine looks for."""

    def test_is_the_first_that_can_be_looked_up(self) -> None:
        pattern = compile_pattern([{"pos": ["VERB"]}, {"lexicon": ["a", "b"]}, {"form": ["c"]}], str.lower)
        assert pattern.keys == (("lexicon", "a"), ("lexicon", "b"))

    def test_is_the_marked_one(self) -> None:
        pattern = compile_pattern([{"lexicon": "a"}, {"form": ["C", "d"], "anchor": True}], str.lower)
        assert pattern.keys == (("form", "c"), ("form", "d"))

    def test_may_be_a_lemma(self) -> None:
        assert compile_pattern([{"lemma": "Go"}], str.lower).keys == (("lemma", "go"),)

    def test_captures_and_lexicons_are_known_at_every_depth(self) -> None:
        inner = {"any": [[{"group": [{"lexicon": "b", "as": "two"}]}], [{"not": [{"lexicon": "c"}]}]]}
        gap = {"gap": [0, 1], "not": [{"lexicon": "d"}]}
        pattern = compile_pattern([{"lexicon": "a", "as": "one"}, {"optional": [inner]}, gap], str.lower)
        assert pattern.names == {"one", "two"}
        assert pattern.lexicons == {"a", "b", "c", "d"}


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ([], "the pattern is empty"),
        ([{"pos": ["VERB"]}, {"gap": [0, 1]}], "no anchor"),
        ([{"optional": [{"lexicon": "says"}]}], "no anchor"),
        ([ANCHOR, {"group": [{"form": ["a"], "anchor": True}]}], "anchor: marks only an element at the top level"),
        ([ANCHOR, {"form": ["a"], "lemma": ["b"]}], "exactly one of"),
        ([ANCHOR, {"word": ["a"]}], "exactly one of"),
        ([ANCHOR, {}], "exactly one of"),
        ([ANCHOR, {"pos": ["VERB"], "with": {"a": "b"}}], "pos takes no with"),
        ([ANCHOR, {"mention": "actor", "definite": True}], "mention takes no definite"),
        ([ANCHOR, {"at": "middle"}], "'start' or 'end', not 'middle'"),
        ([{"not": [{"form": ["a"]}]}, ANCHOR], "only after the anchor"),
    ],
)
def test_what_is_no_pattern_is_refused_with_the_reason(pattern: list[dict[str, Any]], reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        compile_pattern(pattern, str.lower)
