"""What single words tell of names: their uses, and their letters."""

from __future__ import annotations

from riwaya.find.name_words import NameWords, runs_of

WORDS = NameWords({"كتاب": ("R3",)}, dict.fromkeys(runs_of("ميلوسو"), 10) | dict.fromkeys(runs_of("كتاب"), -10))


def test_letters_of_foreign_names_are_told_from_those_of_common_words() -> None:
    assert WORDS.looks("ميلوسو") == ("y5", "k.4")
    assert WORDS.looks("كتاب") == ("y-5", "k-4")  # a known word has a mark of its own


def test_short_words_and_signs_tell_nothing() -> None:
    assert [WORDS.looks(stem) for stem in ("مي", "،", "1948")] == [(), (), ()]
    assert NameWords({}, {}).looks("ميلوسو") == ()


def test_a_word_tells_its_uses() -> None:
    assert (WORDS.uses("كتاب"), WORDS.uses("ميلوسو")) == (("R3",), ())
