"""A new rule file: its skeleton, with a blank wherever the author has something to say."""

from __future__ import annotations

import re
from pathlib import Path

from riwaya.errors import PackError
from riwaya.packs import Pack
from riwaya.rules.load import FINDS

BLANK = "???"  # `riwaya pack check` refuses a rule file that still holds one

_NAME = re.compile(r"([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)")
_EXPECTED = {
    "time": "{text: ???, lo: ???, hi: ???}",
    "place": "{text: ???, name: ???}",
    "actor": "{text: ???, code: ???}",
    "claim": "{cue: ???, sources: [???], content: ???, act: ???}",
    "doer": "{text: ???, deed: ???}",
}
_SKELETON = """\
rule: {id}
finds: {finds}
about: ??? (what the rule finds, in one sentence)
source: ??? (the grammar or code book it follows; remove the line if there is none)
pattern: ??? (a list of elements, see docs/packs.md)
confidence: 0.8
examples:
  - text: ???
    gloss: ??? (what it says, in English)
    expected: {expected}
  - text: ???
    gloss: ???
    expected: {expected}
counter-examples:
  - text: ???
    gloss: ???
    why: ??? (why the rule must find nothing here)
"""


def new_rule(pack: Pack, name: str) -> Path:
    """The path of the new rule file `name`, such as `claims/my-rule`.

    Raises PackError: pack.rule-name for a name that is none, pack.rule-exists for one that is taken.
    """
    kinds = {folder: finds for finds, folder in reversed(FINDS.items()) if finds in _EXPECTED}
    match = _NAME.fullmatch(name)
    if not match or match[1] not in kinds:
        todo = f"write FOLDER/NAME in a-z, 0-9 and '-', FOLDER one of {', '.join(sorted(kinds))}"
        raise PackError("pack.rule-name", f"{name!r} is no name of a rule", where=pack.code, todo=todo)
    folder, stem = match.groups()
    path = pack.folder / "rules" / folder / f"{stem}.yaml"
    finds = kinds[folder]
    text = _SKELETON.format(id=f"{pack.code}.{folder}.{stem}", finds=finds, expected=_EXPECTED[finds])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise PackError("pack.rule-exists", "the rule is there", where=str(path), todo="take another name") from None
    except OSError as error:
        todo = "work on a pack that you may write to, such as that of a checkout"
        raise PackError("pack.rule-unwritten", f"cannot be written ({error})", where=str(path), todo=todo) from error
    return path
