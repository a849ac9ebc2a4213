"""Lithuanian as it is typed in haste; all forms folded."""

HASTY = {
    "ryt": "rytoj",
    "siand": "siandien",
    "pirmad": "pirmadieni",
    "antrad": "antradieni",
    "treciad": "treciadieni",
    "ketvirtad": "ketvirtadieni",
    "penktad": "penktadieni",
    "sestad": "sestadieni",
    "nr": "numeris",
    "pls": "prasau",
}
