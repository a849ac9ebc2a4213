"""The staff's pages as an app of a telephone or computer: its name and icons, and what is shown without a network."""
