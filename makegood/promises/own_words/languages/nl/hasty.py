"""Dutch as it is typed in haste; all forms folded."""

HASTY = {
    "ff": "even",
    "effe": "even",
    "m": "hem",
    "'m": "hem",
    "mn": "mijn",
    "mrgn": "morgen",
    "morge": "morgen",
    "vnv": "vanavond",
    "vdg": "vandaag",
    "vndg": "vandaag",
    "vnmdg": "vanmiddag",
    "mss": "misschien",
    "wss": "waarschijnlijk",
    "idd": "inderdaad",
    "ie": "hij",
    "t": "het",
    "'t": "het",
    "nr": "nummer",
}
