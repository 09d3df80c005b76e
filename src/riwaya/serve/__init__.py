"""The pages: what was read, shown beside the words that carry it."""

from riwaya.serve.app import create_app

__all__ = ["create_app"]
