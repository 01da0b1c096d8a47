"""A whole journal in memory, as SQLite's own bytes: what is encrypted never lies on the disk in the clear."""

import sqlite3


def in_memory(image: bytes = b"") -> sqlite3.Connection:
    """A journal in memory, filled from `image` if given. Raises sqlite3.Error for bytes that are none."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    if image:
        connection.deserialize(image)
    return connection


def image_of(connection: sqlite3.Connection) -> bytes:
    """The bytes of the journal behind `connection`, as a file that needs no other beside it."""
    image = connection.serialize()
    # Bytes 18 and 19 say "writes ahead", which memory cannot (sqlite.org/c3ref/deserialize.html).
    return image[:18] + b"\x01\x01" + image[20:]


def in_keyed_memory(key: str) -> sqlite3.Connection:
    """An empty journal in memory that can be copied to and from files encrypted with whatever key."""
    from storage.keyed import open_keyed

    connection = open_keyed(":memory:", key, patience=0)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
