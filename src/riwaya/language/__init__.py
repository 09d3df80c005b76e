"""Language: from a report's text to tokens, sentences, quotations and lexicon entries."""

from riwaya.language.analyse import Language

__all__ = ["Language"]
