"""The database of an installation that is measured: the SQLite file in its directory, or, where MAKEGOOD_DATABASE_URL names a
PostgreSQL whose user may make databases, one of that server's with the directory's name."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

SERVER = os.environ.get("MAKEGOOD_DATABASE_URL", "")
ON_POSTGRESQL = SERVER.startswith("postgres")
FILE = "makegood.sqlite3"


def url(data: Path) -> str:
    """For MAKEGOOD_DATABASE_URL; empty for SQLite."""
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{data.name}")) if ON_POSTGRESQL else ""


def make(data: Path, *, like: Path | None = None) -> None:
    """An empty one, or a copy; what had its name before is gone. A file is made by whoever opens it first."""
    if ON_POSTGRESQL:
        drop(data)
        template = sql.Identifier(like.name if like else "template1")
        _tell(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(data.name), template))


def drop(data: Path) -> None:
    """Away with it; a file goes with its directory."""
    if ON_POSTGRESQL:
        _tell(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(data.name)))


def ask(data: Path, question: str, *values: Any) -> list[Any]:
    """Rows; places for values are written %s."""
    if ON_POSTGRESQL:
        with psycopg.connect(url(data), autocommit=True) as server:
            return server.execute(question.encode(), values).fetchall()
    with closing(sqlite3.connect(data / FILE)) as file:
        return file.execute(question.replace("%s", "?"), values).fetchall()


def change(data: Path, statement: str) -> None:
    """Write, and commit."""
    if ON_POSTGRESQL:
        with psycopg.connect(url(data), autocommit=True) as server:
            server.execute(statement.encode())
        return
    with closing(sqlite3.connect(data / FILE)) as file:
        file.execute(statement)
        file.commit()


def _tell(statement: sql.Composed) -> None:
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(statement)
