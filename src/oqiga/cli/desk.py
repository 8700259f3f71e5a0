"""`oqiga serve` and `oqiga user …`: the desk, and who may use it."""

from __future__ import annotations

import getpass
import os
import sys
import time
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import TYPE_CHECKING, Annotated

import typer

from oqiga.cli.app import app
from oqiga.cli.console import complain, out
from oqiga.cli.ledger_options import LedgerOption
from oqiga.errors import SettingsError, UsageError

if TYPE_CHECKING:
    from oqiga.desk.desk import Desk
    from oqiga.desk.people.accounts import Accounts
    from oqiga.desk.people.log import Log
    from oqiga.desk.settings import DeskSettings

users = typer.Typer(help="Who may use the desk.", no_args_is_help=True)
app.add_typer(users, name="user")

PeopleOption = Annotated[
    Path | None, typer.Option("--people", help="The file of people; beside the book if not named.")
]


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8750,
    host_name: Annotated[
        list[str] | None, typer.Option("--host-name", help="A name the desk is called by, behind a proxy.")
    ] = None,
    proxy: Annotated[
        list[str] | None, typer.Option(help="Address of a reverse proxy with TLS to be believed.")
    ] = None,
    feeds: Annotated[Path | None, typer.Option(help="The list of a watch, to show how fresh it is.")] = None,
    allow: Annotated[
        list[str] | None, typer.Option("--allow-host", help="A private host whose pages may be added.")
    ] = None,
    reads: Annotated[int, typer.Option(min=1, help="Requests a minute for one person.")] = 6000,
    ledger: LedgerOption = None,
    people: PeopleOption = None,
) -> None:
    """Open the desk. On this machine alone it prints an address that signs you in, once."""
    address = ledger or os.environ.get("OQIGA_LEDGER") or "oqiga.db"
    try:
        from oqiga.desk.settings import DeskSettings

        settings = DeskSettings(
            ledger=address,
            people=people or people_file(address),
            hosts=("127.0.0.1", "localhost", "[::1]", host, *(host_name or [])),
            team=not _is_loopback(host) or bool(proxy),
            feeds=feeds,
            secure=bool(proxy),
            reads=reads,
            allowed_hosts=tuple(allow or ()),
        )
        _run(settings, host, port, proxy or [])
    except ModuleNotFoundError as error:
        raise SettingsError(f"the desk needs the package {error.name}: pip install 'oqiga[desk]'") from error


def _run(settings: DeskSettings, host: str, port: int, proxies: list[str]) -> None:
    """Serve until stopped. Raises UsageError when nobody could sign in."""
    import uvicorn

    from oqiga.desk.app import make_app
    from oqiga.desk.desk import Desk

    desk = Desk(settings)
    if settings.team and not any(not user.disabled for user in desk.accounts.all()):
        raise UsageError("nobody could sign in: make a user first with `oqiga user add NAME --role admin`")
    config = uvicorn.Config(
        make_app(desk),
        host=host,
        port=port,
        log_level="warning",
        proxy_headers=bool(proxies),
        forwarded_allow_ips=",".join(proxies) or None,
        timeout_graceful_shutdown=3,
        timeout_keep_alive=75,
        server_header=False,
    )
    socket = config.bind_socket()
    socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # else each answer waits 40 ms for an acknowledgement
    _announce(desk, f"http://{_named(host)}:{socket.getsockname()[1]}")
    try:
        uvicorn.Server(config).run(sockets=[socket])
    finally:
        socket.close()
        desk.close()


def _announce(desk: Desk, address: str) -> None:
    """Print where the desk is; on this machine alone with the word that signs its user in."""
    from oqiga.desk.people.rights import Role

    if desk.settings.team:
        out.print(f"the desk is open at {address}", soft_wrap=True)
    else:
        word = desk.sessions.one_time(_me(), Role.ADMIN)
        out.print("the desk is open; this address signs you in, once:")
        out.print(f"  {address}/enter?word={word}", soft_wrap=True)
    sys.stdout.flush()


def _me() -> str:
    """Return the name of who runs this, "analyst" where the system has none for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "analyst"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def people_file(ledger: str) -> Path:
    """Return where the people of a book are kept: beside it, or here when it is on a server."""
    return Path("oqiga-people.db") if "://" in ledger else Path(f"{ledger}.people.db")


def _accounts(ledger: str | None, people: Path | None) -> tuple[Accounts, Log]:
    from oqiga.desk.people.accounts import Accounts
    from oqiga.desk.people.log import Log
    from oqiga.desk.people.store import Store

    store = Store(people or people_file(ledger or os.environ.get("OQIGA_LEDGER") or "oqiga.db"))
    return Accounts(store), Log(store)


def _password(given: bool) -> str:
    """Ask for a password twice, or read it from standard input."""
    if given:
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Again: "):
        raise UsageError("the two passwords differ")
    return first


StdinOption = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


@users.command("add")
def add_user(
    name: Annotated[str, typer.Argument(help="What they sign in and sign decisions with.")],
    role: Annotated[str, typer.Option(help="reader, analyst or admin.")] = "reader",
    stdin: StdinOption = False,
    ledger: LedgerOption = None,
    people: PeopleOption = None,
) -> None:
    """Add a user."""
    from oqiga.desk.people.rights import role_named

    accounts, log = _accounts(ledger, people)
    accounts.add(name, role_named(role), _password(stdin), now=time.time())
    log.note(_me(), "user add", f"{name} {role}", address="console", now=time.time())
    out.print(f"{name} can sign in as {role}")


@users.command("change")
def change_user(
    name: Annotated[str, typer.Argument(help="The user.")],
    role: Annotated[str | None, typer.Option(help="reader, analyst or admin.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Set a new password.")] = False,
    disabled: Annotated[
        bool | None, typer.Option("--disable/--enable", help="Whether they may sign in.")
    ] = None,
    stdin: StdinOption = False,
    ledger: LedgerOption = None,
    people: PeopleOption = None,
) -> None:
    """Change a user's role or password, or keep them out; their sessions end."""
    from oqiga.desk.people.rights import role_named

    if role is None and disabled is None and not (password or stdin):
        raise UsageError("nothing to change: give --role, --password, --disable or --enable")
    accounts, log = _accounts(ledger, people)
    accounts.change(
        name,
        role=role_named(role) if role else None,
        password=_password(stdin) if password or stdin else None,
        disabled=disabled,
    )
    log.note(_me(), "user change", name, address="console", now=time.time())
    out.print(f"{name} is changed")


@users.command("list")
def list_users(ledger: LedgerOption = None, people: PeopleOption = None) -> None:
    """List users and their tokens."""
    accounts, _ = _accounts(ledger, people)
    for user in accounts.all():
        out.print(f"{user.name}  {user.role.value}{'  disabled' if user.disabled else ''}")
    for token in accounts.tokens():
        state = "revoked" if token.revoked else " ".join(token.scopes)
        out.print(f"  token {token.id}  {token.name}  {state}  {token.purpose}")


@users.command("token")
def make_token(
    name: Annotated[str, typer.Argument(help="Whose token it is.")],
    scope: Annotated[list[str] | None, typer.Option(help="read, add or decide; may be repeated.")] = None,
    purpose: Annotated[str, typer.Option(help="What it is for.")] = "",
    days: Annotated[int | None, typer.Option(min=1, help="How long it is good.")] = 365,
    ledger: LedgerOption = None,
    people: PeopleOption = None,
) -> None:
    """Make a token for a program; it is shown this once."""
    from oqiga.desk.people.rights import scopes_named

    accounts, log = _accounts(ledger, people)
    user = accounts.find(name)
    if user is None:
        raise SettingsError("there is no user of that name", subject=name)
    scopes = scopes_named(scope or ["read"], user.role)
    now = time.time()
    word = accounts.issue(name, purpose, scopes, now=now, expires=now + days * 86_400 if days else None)
    log.note(_me(), "token", f"{name} {' '.join(scopes)}", address="console", now=now)
    complain("this token is shown once; send it as `authorization: Bearer …`")
    out.print(word, soft_wrap=True)


@users.command("revoke")
def revoke_token(
    token: Annotated[str, typer.Argument(help="Its id, as `oqiga user list` shows it.")],
    ledger: LedgerOption = None,
    people: PeopleOption = None,
) -> None:
    """End a token."""
    accounts, log = _accounts(ledger, people)
    accounts.revoke(token)
    log.note(_me(), "token revoke", token, address="console", now=time.time())
    out.print(f"{token} is revoked")


@users.command("log")
def show_log(
    count: Annotated[int, typer.Option(min=1, help="How many lines.")] = 50,
    ledger: LedgerOption = None,
    people: PeopleOption = None,
) -> None:
    """Show who did what, the latest first."""
    _, log = _accounts(ledger, people)
    for line in log.latest(count):
        at = datetime.fromtimestamp(line.at, UTC).isoformat(timespec="seconds")
        out.print(f"{at}  {line.name}  {line.what}  {line.subject}  {line.address}", soft_wrap=True)
