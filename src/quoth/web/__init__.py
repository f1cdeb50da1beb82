"""The reading room: a ledger in a browser, its API and its feeds."""

from quoth.web.app import create_app
from quoth.web.settings import Settings

__all__ = ["Settings", "create_app"]
