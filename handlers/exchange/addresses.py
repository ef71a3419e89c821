"""Which addresses a call from a drawing may reach.

A name leads wherever its owner says, each time anew: so the address is looked at, not the name, and
the connection goes to the address that was looked at.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Literal

Address = IPv4Address | IPv6Address
Reach = Literal["public", "internal", "loopback"]

NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def may_reach(text: str, reach: Reach) -> bool:
    """Whether an address lies where the host's setting allows. Raises ValueError for no address.

    public: what the whole Internet can reach. internal: private networks besides; never this
    machine, nor link-local addresses, where clouds keep credentials. loopback: this machine only.
    """
    address = _within(ip_address(text.partition("%")[0]))
    if reach == "loopback":
        return address.is_loopback
    if address.is_loopback or address.is_link_local or address.is_multicast:
        return False
    if address.is_unspecified or address.is_reserved:
        return False
    return address.is_global or (reach == "internal" and address.is_private)


def _within(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if not isinstance(address, IPv6Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
