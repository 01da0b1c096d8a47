"""French (Canada): platforms, parts, people, pictures and the ledger, in the command line and the app alike."""

SENTENCES: dict[str, str] = {
    # Platforms and lengths
    "closed": "fermé, pour ses archives seulement",
    "own": "à vous",
    "length-bytes": "{bytes} octets sur {limit}",
    "length-app": "{length} dans sa propre application, qui raccourcit les liens",
}
