"""French (Canada): platforms, parts, people, pictures and the ledger, in the command line and the app alike."""

SENTENCES: dict[str, str] = {
    # Platforms and lengths
    "closed": "fermé, pour ses archives seulement",
    "own": "à vous",
    "length-bytes": "{bytes} octets sur {limit}",
    "length-app": "{length} dans sa propre application, qui raccourcit les liens",
    # Variantes
    "fork": "modifié pour cette plateforme",
    "fork-cuts": "vos propres coupures",
    "fork-behind": "la source a changé depuis",
    "variants-none": "{name} va partout tel quel : rien n’a été modifié pour une plateforme.",
    "variant-none": "{platform} reçoit {name} tel quel.",
    "variant-stands": "{platform} reçoit son propre texte à la place de {name}. Il est vérifié et approuvé à part : clearday clear {name}@{id}. Pour revenir : clearday variant {name} --to {id} --source",
    "variant-cuts": "{platform} reçoit les mots de {name}, coupés où vous voulez; une approbation de ces mots tient. Pour revenir : clearday variant {name} --to {id} --source",
    "variant-of-nothing": "Un texte de l’entrée standard n’a pas de variantes : modifiez-le à sa source.",
    "no-such-variant": "Rien n’a été modifié pour « {platform} » à la place de {name}. Voyez clearday variant {name}",
    "border-stays": "La fin de la partie {border} ne peut pas être déplacée ainsi : cette partie n’existe pas, ou une partie serait trop longue.",
    # Ce qui est parti, ce qui est publié
    "platform-closed": "{name} est fermé et n’est là que pour ses archives : rien de nouveau ne peut y être publié.",
    "state-posted": "publié {at}",
    "went-screen": "affiché",
    "went-json": "donné en JSON",
    "went-clipboard": "dans le presse-papiers",
    "went-unconfirmed": "dans le presse-papiers, sans confirmation",
    "went-osc52": "envoyé au terminal, sans confirmation",
    "went-file": "écrit dans un fichier",
    "went-link": "ouvert dans le navigateur",
    "went-posted": "publié",
    "went-unposted": "pas publié, finalement",
    "marked-posted": "La partie {part} de {parts} est marquée comme publiée.",
    "marked-posted-next": "La partie {part} de {parts} est marquée comme publiée. La suite : --part {next} --copy",
    "marked-unposted": "La partie {part} de {parts} n’est plus marquée comme publiée.",
    "link-wrong": "Ce n’est pas l’adresse d’une page : donnez-la en entier, à partir de https://",
    "open-first": "Le texte sera dans le lien, donc dans l’historique de votre navigateur; le presse-papiers ne laisse pas cette trace.",
    "ledger-none": "Le registre n’a pas de telle ligne.",
}
