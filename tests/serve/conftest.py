"""What the tests of the pages share: the sample record in a store, and a client of the application."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from riwaya.model import Record
from riwaya.serve import create_app
from riwaya.store import Store


@pytest.fixture(scope="session")
def record() -> Record:
    """The record made by hand."""
    made: Record = runpy.run_path(str(Path(__file__).with_name("sample.py")))["RECORD"]
    return made


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """An empty store."""
    path = tmp_path / "riwaya.db"
    Store.open(path, fold=str.casefold).close()
    return path


@pytest.fixture
def client(store_path: Path, record: Record) -> Iterator[TestClient]:
    """A client of an application whose store holds the sample."""
    with Store.open(store_path, fold=str.casefold) as store:
        store.put(record, analyser="test")
    with TestClient(create_app(store_path, fold=str.casefold), raise_server_exceptions=False) as client:
        yield client
