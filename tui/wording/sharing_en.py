"""English: platforms, parts, people, pictures and the ledger, in the command line and the app alike."""

SENTENCES: dict[str, str] = {
    # Platforms and lengths
    "closed": "closed, for its archive only",
    "own": "yours",
    "length-bytes": "{bytes} of {limit} bytes",
    "length-app": "{length} in its own app, which shortens links",
}
