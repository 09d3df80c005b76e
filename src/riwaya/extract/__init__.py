"""From the bytes of a page or a text to a report without the page's furniture."""

from riwaya.extract.report import extract_report, extract_text
from riwaya.extract.words import PackWords

__all__ = ["PackWords", "extract_report", "extract_text"]
