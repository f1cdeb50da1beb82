"""quoth serve: the reading room."""

from __future__ import annotations

from pathlib import Path

import click

from quoth.cli import options
from quoth.store import open_ledger


@click.command(short_help="Open the reading room of a ledger in a browser.")
@options.ledger_file
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
def serve(ledger_file: str, host: str, port: int) -> int:
    """Open the reading room of a ledger: http://127.0.0.1:8765, until it is interrupted."""
    # loads the web libraries, which no other verb needs
    import uvicorn

    from quoth.web import Settings, create_app

    open_ledger(ledger_file, create=False).close()  # says at once what is wrong with it
    click.echo(f"Reading room of {ledger_file}: http://{host}:{port}", err=True)
    uvicorn.run(create_app(Settings(Path(ledger_file))), host=host, port=port, log_level="warning")
    return 0
