"""The command line application that all command modules register on."""

from __future__ import annotations

from typing import Annotated

import typer

from oqiga import __version__

app = typer.Typer(
    name="oqiga",
    help="Read reports of attacks and keep the book of what they claim.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"oqiga {__version__}")
        raise typer.Exit


@app.callback()
def oqiga(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read reports of attacks and keep the book."""
