"""Writes docs/record.schema.json from the model of the record.

python tools/write_schema.py           writes the file
python tools/write_schema.py --check   fails when the file is not what the model gives
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from riwaya.model import RECORD_VERSION, Record

SCHEMA = Path(__file__).parent.parent / "docs" / "record.schema.json"
ABOUT = (
    "A report together with what was read in it: who says what, on whose word, and what is said to have "
    "happened. Out of reach of a schema, and checked when a record is made or loaded (riwaya.model.Record): "
    "every span lies inside `text` and is not empty; the ids in `claim`, `same_as`, `a` and `b` are met; a "
    "range does not begin above its end; days and times are ISO 8601."
)


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the record, as the file holds it."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:riwaya:record:{RECORD_VERSION}",
    }
    schema = head | Record.model_json_schema() | {"title": "Record of riwaya", "description": ABOUT}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """0 when the file is written, or is what the model gives; 1 when it is not."""
    if "--check" not in sys.argv[1:]:
        SCHEMA.write_text(schema_text(), encoding="utf-8")
        return 0
    if SCHEMA.exists() and SCHEMA.read_text(encoding="utf-8") == schema_text():
        return 0
    print(f"{SCHEMA.name} is not what the model gives; run python tools/write_schema.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
