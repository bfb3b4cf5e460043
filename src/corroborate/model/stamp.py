"""Trusted time: what an authority signed of a custody log, and when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """What a checked reply of an authority says: the time, who signed it, and the root certificate it rests on.

    `root` names its subject and the SHA-256 of the certificate, which the authority publishes elsewhere too.
    """

    at: datetime
    authority: str
    root: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp (RFC 3161) over a statement of where the log ended and which captures it had told of.

    `reply` is the authority's, as it came; `certificates` are those that it is checked by, in PEM.
    """

    url: str
    signed: Signed
    sequence: int
    head: str
    statement: bytes
    reply: bytes
    certificates: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the Bitcoin chain in which a proof ends: its height, and its Merkle root as explorers show it."""

    height: int
    merkle_root: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """What a proof of OpenTimestamps shows: the blocks in which it ends, and the calendars that promised one."""

    promised: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A proof of OpenTimestamps over a statement of where the log ended; `proof` is an `.ots` file."""

    anchored: Anchored
    sequence: int
    head: str
    statement: bytes
    proof: bytes
