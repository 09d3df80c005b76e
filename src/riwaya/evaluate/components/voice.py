"""Voice: verbs told active or passive as a table of sentences has them (`voice.tsv`: id, text, verb, voice).

Spelling shows the voice of some verbs (`visible`); of the others what stands around them must tell.
"""

from __future__ import annotations

from pathlib import Path

from riwaya.evaluate.components.measured import Measured, gold_file, paragraph
from riwaya.evaluate.figures import Share
from riwaya.pipeline import Reader
from riwaya.rules.tables import Row, read_table

_VOICES = ("act", "pass")


def measure_voice(reader: Reader, folder: Path) -> Measured:
    """The share of verbs whose voice is right, by how it shows and by voice; raises GoldError without gold."""
    rows = read_table(gold_file(folder, "voice.tsv"), required=("text", "verb", "voice"))
    right: dict[str, list[bool]] = {}
    mistakes = []
    for row in rows:
        told, visible = _told(reader, row)
        kinds = ("verbs", "visible" if visible else "by syntax", "passive" if row["voice"] == "pass" else "active")
        for kind in kinds:
            right.setdefault(kind, []).append(told == row["voice"])
        if told != row["voice"]:
            mistakes.append(f"{row['id']}\twanted {row['voice']}\tgot {told or 'none'}\t{row['text']}")
    counts = {kind: Share(sum(some), len(some)) for kind, some in sorted(right.items())}
    return Measured(counts, sum(len(row["text"].split()) for row in rows), mistakes=tuple(mistakes))


def _told(reader: Reader, row: Row) -> tuple[str, bool]:
    """The voice that a row's verb is given, and whether its spelling shows it."""
    pack = reader.pack
    verb = pack.key(row["verb"])
    tokens = reader.analyse(paragraph(pack.code, row["text"])).tokens
    token = next((token for token in tokens if token.stem == verb), None)
    voice = next((one for one in (token.features.split() if token else ()) if one in _VOICES), "")
    finite = [form for form in pack.forms.readings(verb) if form.features.startswith("VERB")]
    shown = [not set(_VOICES).isdisjoint(form.features.split()) for form in finite]
    return voice, bool(shown) and all(shown)
