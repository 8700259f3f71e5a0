import pytest

from outlets import Outlets
from postgres import start


@pytest.fixture
def outlets():
    served = Outlets()
    yield served
    served.close()


@pytest.fixture(scope="session")
def postgres():
    server = start()
    yield server
    server.close()
