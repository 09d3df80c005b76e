"""Addresses: the host of a URL is resolved once, and every address it has is checked before any is used.

Connecting to the address that was checked, not to the name, leaves no moment in which the name can be pointed
elsewhere (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
from socket import SOCK_STREAM, getaddrinfo

from riwaya.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 6052: an IPv4 address behind this prefix is reached through a NAT64 gateway.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int, *, allow_private: bool, where: str) -> list[str]:
    """The addresses of a host, all of them checked.

    Raises FetchError: fetch.unresolved, fetch.private-address (one is enough).
    """
    try:
        answers = getaddrinfo(host, port, type=SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            "fetch.unresolved",
            f"no address is known for {host}",
            where=where,
            todo="check the URL and the network",
        ) from error
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in addresses:
        if not (allow_private or is_public(ipaddress.ip_address(address))):
            raise FetchError(
                "fetch.private-address",
                f"{host} is {address}, an address of this machine or its network",
                where=where,
                todo="set RIWAYA_ALLOW_PRIVATE=1 if you trust it",
            )
    return addresses


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, and so does the IPv4 address that it may carry.

    >>> [is_public(ipaddress.ip_address(a)) for a in ("10.0.0.1", "::ffff:10.0.0.1", "1.1.1.1")]
    [False, False, True]
    """
    carried = _carried(address)
    if carried is not None:
        return is_public(carried)
    return address.is_global and not address.is_multicast


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for (mapped, 6to4, NAT64), or None."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
