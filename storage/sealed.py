"""Encryption with a passphrase, in the age format (age-encryption.org/v1), by pyrage.

pyrage is an extra: whoever does not encrypt does not need it. Deriving the key takes about a second by
design, so that passphrases cannot be tried by the million.
"""

import os

from storage.errors import InputError

_HEADS = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")


def can_seal() -> bool:
    """Whether pyrage is installed."""
    from importlib.util import find_spec

    return find_spec("pyrage") is not None


def is_sealed(path: str) -> bool:
    """Whether the file at `path` begins as an age file does; its name does not matter. Raises InputError."""
    try:
        with open(path, "rb") as file:
            return file.read(64).startswith(_HEADS)
    except OSError as error:
        raise InputError("file-unreadable", path=path, reason=error.strerror or "") from None


def seal(image: bytes, passphrase: str) -> bytes:
    """`image` encrypted. Raises InputError when pyrage is missing."""
    _must_have_pyrage()
    from pyrage import passphrase as by_passphrase

    sealed: bytes = by_passphrase.encrypt(image, passphrase)
    return sealed


def unseal(path: str, passphrase: str) -> bytes:
    """What the age file at `path` holds. Raises InputError: unreadable, wrong passphrase, altered, no pyrage."""
    _must_have_pyrage()
    from pyrage import DecryptError
    from pyrage import passphrase as by_passphrase

    try:
        with open(path, "rb") as file:
            image: bytes = by_passphrase.decrypt(file.read(), passphrase)
    except OSError as error:
        raise InputError("file-unreadable", path=path, reason=error.strerror or "") from None
    except DecryptError:
        raise InputError("copy-not-unsealed", path=os.path.abspath(path)) from None
    return image


def _must_have_pyrage() -> None:
    if not can_seal():
        raise InputError("no-pyrage")
