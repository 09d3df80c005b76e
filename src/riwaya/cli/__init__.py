"""The command line."""

from riwaya.cli.main import app, main

__all__ = ["app", "main"]
