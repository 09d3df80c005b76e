"""From what stands on the command line to the bytes of each source: files, folders, standard input, URLs."""

from riwaya.read.fetch import Limits, fetch
from riwaya.read.sources import open_sources
from riwaya.read.substance import MAX_BYTES, Source

__all__ = ["MAX_BYTES", "Limits", "Source", "fetch", "open_sources"]
