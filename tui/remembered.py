"""Passphrases in the system's own keyring, where a person asked for that. The `keyring` package is an extra."""

import os

from storage.errors import InputError

_SERVICE = "clearday"


def recall(journal: str) -> str | None:
    """The passphrase that the keyring has for the journal at `journal`; None when there is none to be had."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(_SERVICE, _name(journal))
    except (KeyringError, RuntimeError, OSError):
        return None


def remember(journal: str, passphrase: str) -> None:
    """Have the keyring keep the passphrase. Raises InputError when there is no keyring that can."""
    must_have_keyring()
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, _name(journal), passphrase)
    except (KeyringError, RuntimeError, OSError):
        raise InputError("keyring-refused") from None


def forget(journal: str) -> bool:
    """Take the passphrase out of the keyring; whether one was there."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return False
    try:
        keyring.delete_password(_SERVICE, _name(journal))
    except (KeyringError, RuntimeError, OSError):
        return False
    return True


def must_have_keyring() -> None:
    """Raise InputError when the `keyring` package is not installed."""
    from importlib.util import find_spec

    if find_spec("keyring") is None:
        raise InputError("no-keyring")


def _name(journal: str) -> str:
    return os.path.realpath(journal)
