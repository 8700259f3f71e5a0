import pytest

from outlets import Outlets


@pytest.fixture
def outlets():
    served = Outlets()
    yield served
    served.close()
