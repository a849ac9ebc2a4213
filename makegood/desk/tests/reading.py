"""Reading a page as its script does."""

import re
from urllib.parse import unquote

from makegood.ui import live


def live_topics(page):
    """What the page is told of."""
    found = re.search(r'data-live="/live\?ticket=([^"]+)"', page)
    return set(live.read(unquote(found[1])).topics)
