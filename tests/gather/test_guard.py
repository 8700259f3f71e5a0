import pytest

from oqiga.errors import GatherError
from oqiga.gather.guard import GuardedBackend, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_told(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111"])
def test_public_addresses_are_told(address):
    assert is_public(address)


def test_a_name_is_refused_when_any_of_its_addresses_is_private():
    backend = GuardedBackend(resolver=lambda host, port: ["1.1.1.1", "10.0.0.1"])
    with pytest.raises(GatherError, match="private or local"):
        backend.checked_address("news.example", 80)


def test_a_name_that_changes_its_mind_is_connected_to_as_it_was_checked():
    answers = iter([["1.1.1.1"], ["127.0.0.1"]])
    backend = GuardedBackend(resolver=lambda host, port: next(answers))
    assert backend.checked_address("rebind.example", 80) == "1.1.1.1"
    with pytest.raises(GatherError):
        backend.checked_address("rebind.example", 80)


def test_a_private_host_may_be_allowed_by_name():
    backend = GuardedBackend(allowed=["Intranet.example"], resolver=lambda host, port: ["10.0.0.1"])
    assert backend.checked_address("intranet.example", 80) == "10.0.0.1"


def test_a_name_that_cannot_be_resolved_is_named():
    def fail(host, port):
        raise OSError("no such host")

    with pytest.raises(GatherError, match=r"nowhere\.example: the name cannot be resolved"):
        GuardedBackend(resolver=fail).checked_address("nowhere.example", 80)
