"""The look-up of lexicon entries."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model.layers import Entry
from riwaya.rules.elements import Context
from riwaya.rules.lexicon import Trie

Make = Callable[..., Context]


def entry(name: str, article: str = "") -> Entry:
    """An entry of some lexicon."""
    return Entry("lexicon", name, "", {}, article)


@pytest.fixture
def trie() -> Trie:
    """Entries that begin alike, and two that ask for or refuse the article."""
    trie = Trie(str.split, {"north": [entry("north")]})
    for words in ("north east", "east"):
        trie.add(words.split(), entry(words))
    trie.add(["north"], entry("north east front"), "east front")
    trie.add(["gate"], entry("the gate", "with"))
    trie.add(["gate"], entry("a gate", "without"))
    return trie


def found(trie: Trie, context: Context, start: int, last: int) -> list[tuple[str, int]]:
    """The ids and ends of the hits at a token."""
    return [(hit.entry.id, hit.end) for hit in trie.hits_at(context.tokens, start, last)]


def test_every_entry_that_begins_at_a_token_is_found_the_shortest_first(trie: Trie, make_context: Make) -> None:
    context = make_context("the-north east front line")
    assert found(trie, context, 0, 4) == [("north", 1), ("north east", 2), ("north east front", 3)]
    assert found(trie, context, 1, 4) == [("east", 2)]
    assert found(trie, context, 2, 4) == []


def test_entries_of_the_same_words_stand_in_the_order_of_their_tables(make_context: Make) -> None:
    trie = Trie(str.split, {"front": [entry("b"), entry("d")]})
    for name in ("c", "a"):
        trie.add(["front"], entry(name))
    assert found(trie, make_context("front"), 0, 1) == [("a", 1), ("b", 1), ("c", 1), ("d", 1)]


def test_no_entry_reaches_beyond_the_sentence(trie: Trie, make_context: Make) -> None:
    context = make_context("north east front")
    assert found(trie, context, 0, 2) == [("north", 1), ("north east", 2)]
    assert found(trie, context, 0, 1) == [("north", 1)]


def test_an_entry_may_ask_for_the_article_or_refuse_it(trie: Trie, make_context: Make) -> None:
    assert found(trie, make_context("the-gate"), 0, 1) == [("the gate", 1)]
    assert found(trie, make_context("gate"), 0, 1) == [("a gate", 1)]
