"""How good a reading is: records scored against gold reports, and the floors that the scores keep."""

from riwaya.evaluate.gate import Floors, falls, raised, read_floors, write_floors
from riwaya.evaluate.gold import GoldReport, read_gold
from riwaya.evaluate.mistakes import Mistake
from riwaya.evaluate.reading import ReadClaim, ReadEvent, Reading, ReadLink, ReadRelation
from riwaya.evaluate.scores import Scores, evaluate_reports
from riwaya.evaluate.table import table

__all__ = [
    "Floors",
    "GoldReport",
    "Mistake",
    "ReadClaim",
    "ReadEvent",
    "ReadLink",
    "ReadRelation",
    "Reading",
    "Scores",
    "evaluate_reports",
    "falls",
    "raised",
    "read_floors",
    "read_gold",
    "table",
    "write_floors",
]
