"""Where the app may be served: on an address of this computer that no other one can reach."""

import ipaddress
import socket

from storage.errors import InputError

USUAL = "127.0.0.1"
_LAST_PORT = 65535


def loopback(host: str) -> str:
    """`host` when it is a loopback address or `localhost`. Raises InputError for any other."""
    if host == "localhost":
        return USUAL
    try:
        inside = ipaddress.ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise InputError("serve-not-here", host=host)
    return host


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on `port` of the loopback address `host`; 0 takes any free one. Raises InputError."""
    if not 0 <= port <= _LAST_PORT:
        raise InputError("serve-port", port=port)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(16)  # who has the address may come at once
    except OSError as error:
        bound.close()
        raise InputError("serve-taken", host=host, port=port, reason=error.strerror or "") from None
    return bound


def named(host: str, port: int) -> str:
    """Host and port as a browser writes them."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
