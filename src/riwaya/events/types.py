"""Types: those of PLOVER of which more than one reader of events asks."""

SPEECH = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")  # what is done by words
DONE_BY_SAYING = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")  # what nobody does but by words: support may be more
