"""The journal's schema as data: every migration, in order, as plain SQL.

Two roads run these statements: `storage.birth`, which makes a new journal with nothing but the
standard library so that the first capture is as fast as the thousandth, and `storage.database`,
which brings an older journal up to date through sqlite-utils. A migration that has been released
is never edited; a change is a new one at the end.
"""

APPLICATION_ID = 0x436C6479
"""Marks the file as a Clearday journal ("Cldy"), so that a foreign database is never written to."""

MIGRATION_SET = "clearday"

_NOTE_STATE = "day, at, instant, zone, text, tags, private, deleted, changed"
_NEW_STATE = ", ".join(f"new.{column}" for column in _NOTE_STATE.split(", "))

# A note is its current state plus every state it ever had. Triggers keep the history, so that no
# writer, ours or another's, can change a note without leaving the version before it behind.
_M001 = (
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        at TEXT NOT NULL,
        instant INTEGER NOT NULL,
        zone TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL CHECK (text <> ''),
        tags TEXT NOT NULL DEFAULT '[]',
        private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
        deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
        changed TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 1,
        origin TEXT NOT NULL DEFAULT 'typed'
    ) STRICT
    """,
    "CREATE INDEX note_by_day ON note (day, instant, id) WHERE deleted = 0",
    """
    CREATE TABLE note_version (
        note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL,
        instant INTEGER NOT NULL,
        zone TEXT NOT NULL,
        text TEXT NOT NULL,
        tags TEXT NOT NULL,
        private INTEGER NOT NULL,
        deleted INTEGER NOT NULL,
        changed TEXT NOT NULL,
        PRIMARY KEY (note, version)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TRIGGER note_kept_when_added AFTER INSERT ON note BEGIN
        INSERT INTO note_version (note, version, {_NOTE_STATE}) VALUES (new.id, new.version, {_NEW_STATE});
    END
    """,
    f"""
    CREATE TRIGGER note_kept_when_changed AFTER UPDATE ON note BEGIN
        INSERT INTO note_version (note, version, {_NOTE_STATE}) VALUES (new.id, new.version, {_NEW_STATE});
    END
    """,
    """
    CREATE TRIGGER note_version_counts_up BEFORE UPDATE ON note
    WHEN new.version <> old.version + 1 OR new.id <> old.id OR new.uid <> old.uid BEGIN
        SELECT RAISE(ABORT, 'a change to a note is its next version');
    END
    """,
    """
    CREATE TRIGGER note_version_is_final BEFORE UPDATE ON note_version BEGIN
        SELECT RAISE(ABORT, 'a version of a note never changes');
    END
    """,
    """
    CREATE VIRTUAL TABLE note_text USING fts5 (
        text, tags, content='note', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
    )
    """,
    """
    CREATE TRIGGER note_text_added AFTER INSERT ON note BEGIN
        INSERT INTO note_text (rowid, text, tags) VALUES (new.id, new.text, new.tags);
    END
    """,
    """
    CREATE TRIGGER note_text_changed AFTER UPDATE ON note BEGIN
        INSERT INTO note_text (note_text, rowid, text, tags) VALUES ('delete', old.id, old.text, old.tags);
        INSERT INTO note_text (rowid, text, tags) VALUES (new.id, new.text, new.tags);
    END
    """,
    """
    CREATE TRIGGER note_text_removed AFTER DELETE ON note BEGIN
        INSERT INTO note_text (note_text, rowid, text, tags) VALUES ('delete', old.id, old.text, old.tags);
    END
    """,
    # A weekly note: its text as edited, and `base`, the last roll-up it was made from (JSON).
    """
    CREATE TABLE week (
        id TEXT PRIMARY KEY CHECK (id GLOB '[0-9][0-9][0-9][0-9]-W[0-9][0-9]'),
        text TEXT NOT NULL,
        base TEXT NOT NULL,
        changed TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT
    """,
    """
    CREATE TABLE week_version (
        week TEXT NOT NULL REFERENCES week (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        text TEXT NOT NULL,
        base TEXT NOT NULL,
        changed TEXT NOT NULL,
        PRIMARY KEY (week, version)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER week_kept_when_added AFTER INSERT ON week BEGIN
        INSERT INTO week_version (week, version, text, base, changed)
        VALUES (new.id, new.version, new.text, new.base, new.changed);
    END
    """,
    """
    CREATE TRIGGER week_kept_when_changed AFTER UPDATE ON week BEGIN
        INSERT INTO week_version (week, version, text, base, changed)
        VALUES (new.id, new.version, new.text, new.base, new.changed);
    END
    """,
    """
    CREATE TRIGGER week_version_counts_up BEFORE UPDATE ON week
    WHEN new.version <> old.version + 1 OR new.id <> old.id BEGIN
        SELECT RAISE(ABORT, 'a change to a week is its next version');
    END
    """,
    # One act of clearing by a person. It holds for each platform whose fingerprint it lists.
    """
    CREATE TABLE clearance (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        cleared_at TEXT NOT NULL,
        packs TEXT NOT NULL,
        answers TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE clearance_fingerprint (
        clearance INTEGER NOT NULL REFERENCES clearance (id) ON DELETE CASCADE,
        platform TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        PRIMARY KEY (clearance, platform)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX clearance_by_fingerprint ON clearance_fingerprint (fingerprint, clearance)",
    "CREATE INDEX clearance_by_source ON clearance (source, id)",
    # The ledger: what left, where to, by which route, under which clearance. Never the text itself.
    """
    CREATE TABLE shared (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        clearance INTEGER NOT NULL REFERENCES clearance (id),
        source TEXT NOT NULL,
        platform TEXT NOT NULL,
        part INTEGER NOT NULL,
        parts INTEGER NOT NULL,
        route TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX shared_by_source ON shared (source, id)",
)

# What a person did to a note or a week, so that it can be taken back after a restart, and what was
# being written and is not kept yet. Neither is a note: search, roll-up and export never read them.
_M002 = (
    """
    CREATE TABLE act (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        source TEXT NOT NULL,
        before INTEGER NOT NULL,
        after INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'ended')),
        sitting TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX act_by_state ON act (state, id)",
    """
    CREATE TABLE draft (
        source TEXT NOT NULL,
        owner TEXT NOT NULL,
        text TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 0,
        day TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL,
        PRIMARY KEY (source, owner)
    ) STRICT, WITHOUT ROWID
    """,
)

# What a person decided about a passage, bound to its words by `key`, and what became of every remark
# that was made. Neither holds the words themselves.
_M003 = (
    """
    CREATE TABLE waiver (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL,
        rule TEXT NOT NULL,
        source TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        author TEXT NOT NULL DEFAULT '',
        given TEXT NOT NULL,
        until TEXT,
        ended TEXT
    ) STRICT
    """,
    "CREATE INDEX waiver_by_key ON waiver (key) WHERE ended IS NULL",
    """
    CREATE TABLE remark (
        source TEXT NOT NULL,
        key TEXT NOT NULL,
        rule TEXT NOT NULL,
        outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'answered', 'waived', 'reworded')),
        at TEXT NOT NULL,
        PRIMARY KEY (source, key)
    ) STRICT, WITHOUT ROWID
    """,
)

# What a person said about days and intentions: a day off is no gap, and a `#next` is open until it was done or
# dropped. The notes themselves stay as they are.
_M004 = (
    """
    CREATE TABLE day_off (
        day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE outcome (
        note INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
        outcome TEXT NOT NULL CHECK (outcome IN ('done', 'dropped')),
        day TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
)

# What readers got, and where it can be seen; a text edited for one platform; and what the people in a
# picture said. The last two are only ever added to: the newest line stands, the older ones are its history.
_M005 = (
    "ALTER TABLE shared ADD COLUMN text TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE shared ADD COLUMN link TEXT NOT NULL DEFAULT ''",
    # `text` is NULL where a person went back to the source; `basis` marks the source it was edited from.
    """
    CREATE TABLE variant (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        platform TEXT NOT NULL,
        text TEXT,
        basis TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX variant_by_source ON variant (source, platform, id)",
    """
    CREATE TABLE consent (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        photo TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('nobody', 'asked', 'given', 'refused')),
        person TEXT NOT NULL DEFAULT '',
        purpose TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX consent_by_photo ON consent (photo, id)",
)

# How far the guided half hour of a week is, and who the people are that the weeks name: said once a person,
# kept by the name as it is written, casefolded.
_M006 = (
    """
    CREATE TABLE guided (
        week TEXT PRIMARY KEY,
        step TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE person (
        name TEXT PRIMARY KEY CHECK (name <> ''),
        spelling TEXT NOT NULL,
        standing TEXT NOT NULL CHECK (standing IN ('colleague', 'agreed', 'refused', 'nobody')),
        role TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

# Whether words that are not kept yet are to stay private: they come back as they were written.
_M007 = ("ALTER TABLE draft ADD COLUMN private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1))",)

# What a note answers, passes on or asks for: other people's words, kept beside it and never in it. Only ever
# added to: the newest line of a note stands, and `note` as its kind is the way back to an ordinary one.
_M008 = (
    """
    CREATE TABLE occasion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('note', 'reply', 'passing-on', 'call')),
        quote TEXT NOT NULL DEFAULT '',
        who TEXT NOT NULL DEFAULT '',
        link TEXT NOT NULL DEFAULT '',
        until TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX occasion_by_note ON occasion (note, id)",
)

MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("m001_journal", _M001),
    ("m002_acts_and_drafts", _M002),
    ("m003_waivers_and_remarks", _M003),
    ("m004_days_off_and_outcomes", _M004),
    ("m005_variants_ledger_and_consent", _M005),
    ("m006_guided_weeks_and_people", _M006),
    ("m007_private_drafts", _M007),
    ("m008_occasions", _M008),
)
"""Name and statements of each migration, oldest first."""

FORMAT = len(MIGRATIONS)
"""The newest schema this program knows; kept in the file as `PRAGMA user_version`."""
