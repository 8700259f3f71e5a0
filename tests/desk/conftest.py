import shutil
import threading
import time

import pytest
import uvicorn
from fastapi.testclient import TestClient

from oqiga.book.book import Book
from oqiga.desk.app import make_app
from oqiga.desk.desk import Desk
from oqiga.desk.people.rights import Role
from oqiga.desk.settings import DeskSettings
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"


@pytest.fixture(scope="session")
def readings():
    """Reports of an invented world with their claims: incidents that many outlets tell differently."""
    world = make_world(seed=11, incidents=6, days=40)
    return [each.reading for each in cover(world, seed=11, reports=60)]


@pytest.fixture(scope="session")
def filled(tmp_path_factory, readings):
    path = tmp_path_factory.mktemp("filled") / "book.db"
    with Book.open(str(path), create=True) as book:
        for each in readings:
            book.add(each, now=NOW)
    return path


@pytest.fixture
def folder(tmp_path, filled):
    shutil.copyfile(filled, tmp_path / "book.db")
    return tmp_path


@pytest.fixture
def desk(folder):
    settings = DeskSettings(
        ledger=str(folder / "book.db"),
        people=folder / "people.db",
        hosts=("testserver", "127.0.0.1"),
        reads=100_000,
    )
    opened = Desk(settings)
    yield opened
    opened.close()


@pytest.fixture
def nobody(desk):
    """A browser that is not signed in."""
    return TestClient(make_app(desk), raise_server_exceptions=False)


@pytest.fixture
def enter(desk):
    """Sign somebody in and give their browser, with the session's word for forms as `csrf`."""
    app = make_app(desk)

    def entering(name="ana", role="admin"):
        client = TestClient(app, raise_server_exceptions=False)
        opened = desk.sessions.open(name, Role(role), now=desk.now())
        client.cookies.set("oqiga_session", opened.word)
        client.csrf = opened.person.csrf
        return client

    return entering


@pytest.fixture
def served(desk):
    """The desk over a real socket; gives its address."""
    config = uvicorn.Config(make_app(desk), host="127.0.0.1", port=0, log_level="error", ws="none")
    socket = config.bind_socket()
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    socket.close()
