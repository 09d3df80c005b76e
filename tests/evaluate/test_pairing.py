"""What belongs together is found one to one, the best first."""

from __future__ import annotations

import pytest

from riwaya.evaluate.pairing import fold, pair


def test_the_best_pair_comes_first_and_nothing_is_used_twice() -> None:
    scores = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.8, ("b", "x"): 0.4}
    assert pair(["a", "b"], ["x", "y"], lambda g, f: scores[g, f], least=0.5) == [(0, 1)]
    assert pair(["a", "b"], ["x", "y"], lambda g, f: scores[g, f], least=0.3) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("أعلنَتْ", "اعلنت"),
        ("مسؤول", "مسوول"),
        ("العـــراق", "العراق"),
        ("«رويترز»", "رويترز"),
        ("“Reuters”", '"reuters"'),
        ("بان  كي\u200f مون", "بان كي مون"),
    ],
)
def test_one_spelling(words: str, same: str) -> None:
    assert fold(words) == fold(same)


def test_other_words_stay_other_words() -> None:
    assert fold("قتل") != fold("قاتل")
