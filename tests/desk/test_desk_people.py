import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from oqiga.cli import app
from oqiga.desk.app import make_app
from oqiga.desk.desk import Desk
from oqiga.desk.people.limits import Limit
from oqiga.desk.people.rights import Right, Role, TooManyError, UnknownPersonError
from oqiga.desk.settings import DeskSettings
from oqiga.errors import NotFoundError, UsageError

WORD = "a long password"


def test_the_printed_address_signs_in_once(desk, nobody):
    word = desk.sessions.one_time("ana", Role.ADMIN)
    assert nobody.get(f"/enter?word={word}", follow_redirects=False).status_code == 303
    assert nobody.get("/api/v1/health").status_code == 200
    nobody.cookies.clear()
    assert nobody.get(f"/enter?word={word}", follow_redirects=False).status_code == 303
    assert nobody.get("/api/v1/health").status_code == 401


def test_a_session_cookie_is_out_of_reach_of_scripts_and_other_sites(desk, nobody):
    word = desk.sessions.one_time("ana", Role.ADMIN)
    cookie = nobody.get(f"/enter?word={word}", follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie


def test_name_and_password_open_a_session_and_signing_out_ends_it(desk, nobody):
    desk.accounts.add("saule", Role.ANALYST, WORD, now=desk.now())
    form = {"name": "saule", "password": WORD, "back": "/reports"}
    answer = nobody.post("/sign-in", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/reports")
    assert nobody.get("/api/v1/health").status_code == 200
    csrf = nobody.get("/").text.split('data-csrf="')[1].split('"')[0]
    assert nobody.post("/sign-out", data={"csrf": "wrong"}).status_code == 403
    nobody.post("/sign-out", data={"csrf": csrf})
    assert nobody.get("/api/v1/health").status_code == 401


@pytest.mark.parametrize("back", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"])
def test_signing_in_leads_nowhere_else(desk, nobody, back):
    desk.accounts.add("saule", Role.ANALYST, WORD, now=desk.now())
    form = {"name": "saule", "password": WORD, "back": back}
    assert nobody.post("/sign-in", data=form, follow_redirects=False).headers["location"] == "/"


def test_guessing_passwords_is_stopped(desk, nobody):
    desk.accounts.add("saule", Role.ANALYST, WORD, now=desk.now())
    wrong = {"name": "saule", "password": "not the password"}
    statuses = [nobody.post("/sign-in", data=wrong).status_code for _ in range(12)]
    assert statuses[:10] == [401] * 10
    assert statuses[10:] == [429] * 2
    assert [line.what for line in desk.log.latest(20)].count("sign in refused") == 10


def test_a_disabled_user_is_out_at_once(desk):
    desk.accounts.add("saule", Role.ANALYST, WORD, now=desk.now())
    opened = desk.sessions.open("saule", Role.ANALYST, now=desk.now())
    desk.accounts.change("saule", disabled=True)
    assert desk.sessions.find(opened.word, now=desk.now()) is None
    with pytest.raises(UnknownPersonError):
        desk.accounts.verify("saule", WORD)


def test_sessions_end(desk):
    opened = desk.sessions.open("saule", Role.READER, now=1000.0)
    assert desk.sessions.find(opened.word, now=2000.0).name == "saule"
    assert desk.sessions.find(opened.word, now=1000.0 + 13 * 3600) is None


def test_a_token_has_its_scopes_and_ends(desk, nobody):
    desk.accounts.add("robot", Role.ANALYST, WORD, now=desk.now())
    word = desk.accounts.issue(
        "robot", "export", frozenset({Right.READ}), now=desk.now(), expires=desk.now() + 60
    )
    bearer = {"authorization": f"Bearer {word}"}
    assert nobody.get("/api/v1/incidents", headers=bearer).status_code == 200
    note = {"kind": "note", "about": ["i-1"], "reason": "x"}
    assert nobody.post("/api/v1/decisions", json=note, headers=bearer).status_code == 403
    (token,) = desk.accounts.tokens()
    desk.accounts.revoke(token.id)
    assert nobody.get("/api/v1/incidents", headers=bearer).status_code == 401
    with pytest.raises(NotFoundError):
        desk.accounts.revoke("none")


def test_a_token_loses_what_its_user_loses(desk):
    desk.accounts.add("robot", Role.ANALYST, WORD, now=desk.now())
    word = desk.accounts.issue("robot", "", frozenset({Right.READ, Right.DECIDE}), now=desk.now())
    desk.accounts.change("robot", role=Role.READER)
    assert desk.accounts.bearer(word, now=desk.now()).rights == {Right.READ}


def test_secrets_are_not_in_the_file(desk, folder):
    desk.accounts.add("saule", Role.ANALYST, WORD, now=desk.now())
    token = desk.accounts.issue("saule", "", frozenset({Right.READ}), now=desk.now())
    session = desk.sessions.open("saule", Role.ANALYST, now=desk.now())
    kept = b"".join(path.read_bytes() for path in folder.glob("people.db*"))
    assert not any(word.encode() in kept for word in (WORD, token, session.word))
    assert (folder / "people.db").stat().st_mode & 0o077 == 0


def test_a_change_without_the_session_word_is_refused(enter):
    client = enter()
    body = {"kind": "note", "about": ["i-1"], "reason": "x"}
    assert client.post("/api/v1/decisions", json=body).status_code == 403
    assert client.post("/decide", data={"kind": "note", "about": "i-1", "reason": "x"}).status_code == 403


def test_a_page_from_elsewhere_changes_nothing_and_foreign_names_are_refused(enter):
    client = enter()
    body = {"kind": "note", "about": ["i-1"], "reason": "x"}
    headers = {"x-csrf-token": client.csrf, "origin": "https://elsewhere.example"}
    assert client.post("/api/v1/decisions", json=body, headers=headers).status_code == 403
    assert client.get("/api/v1/health", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_clock_that_is_set_back_shuts_nobody_out():
    limit = Limit(2, 60)
    limit.take("a", now=10_000)
    limit.take("a", now=0)
    with pytest.raises(TooManyError):
        limit.take("a", now=0)
    limit.take("a", now=40)


def test_limits_fill_again_with_time():
    limit = Limit(2, 60)
    limit.take("a", now=0)
    limit.take("a", now=0)
    with pytest.raises(TooManyError) as refused:
        limit.take("a", now=1)
    assert 1 <= refused.value.retry_after <= 30
    limit.take("b", now=1)
    limit.take("a", now=40)


def test_too_many_requests_are_told_when_to_come_back(folder):
    desk = Desk(
        DeskSettings(ledger=str(folder / "book.db"), people=folder / "p.db", hosts=("testserver",), reads=3)
    )
    client = TestClient(make_app(desk))
    client.cookies.set("oqiga_session", desk.sessions.open("a", Role.READER, now=desk.now()).word)
    answers = [client.get("/api/v1/health") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    desk.close()


@pytest.mark.parametrize(
    "name, password, why",
    [("a b", WORD, "a name is"), ("ana", "short", "a password has"), ("saule", WORD, "there is")],
)
def test_users_need_a_name_and_a_password(desk, name, password, why):
    desk.accounts.add("saule", Role.READER, WORD, now=desk.now())
    with pytest.raises(UsageError, match=why):
        desk.accounts.add(name, Role.READER, password, now=desk.now())


def test_commands_keep_the_people_of_a_book(folder):
    runner, place = CliRunner(), ["--ledger", str(folder / "book.db")]
    from oqiga.cli import desk as _  # noqa: F401  registers the commands

    def call(*words, given=""):
        found = runner.invoke(app, ["user", *words, *place], input=given)
        assert found.exit_code == 0, found.output
        return found.stdout

    call("add", "saule", "--role", "analyst", "--password-stdin", given=f"{WORD}\n")
    assert call("token", "saule", "--scope", "read").strip().startswith("oqiga_")
    call("change", "saule", "--disable")
    listed = call("list")
    assert "saule  analyst  disabled" in listed and "token" in listed
    assert "user change" in call("log")
