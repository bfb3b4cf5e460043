"""OpenTimestamps: proofs that calendar servers anchor in the block chain of Bitcoin, read offline.

The library (extra `ots`) knows the form of proofs; what goes over the network goes through `asking`.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence

from opentimestamps.calendar import DEFAULT_AGGREGATORS, DEFAULT_CALENDAR_WHITELIST
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpSHA256
from opentimestamps.core.serialize import (
    BytesDeserializationContext,
    BytesSerializationContext,
    DeserializationError,
)
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp

from corroborate.adapters.asking import asked
from corroborate.errors import CollectError, ReadError
from corroborate.model.stamp import Anchored, Block

_NONCE = 16  # random bytes: so calendars do not learn the hash of what they stamp
_HEADERS = {"Accept": "application/vnd.opentimestamps.v1"}
_BROKEN = (DeserializationError, ValueError, TypeError)


class OpenTimestamps:
    """A `ports.Calendars`."""

    @property
    def usual(self) -> tuple[str, ...]:
        """Return the public calendars that the library names."""
        return tuple(DEFAULT_AGGREGATORS)

    def ask(self, urls: Sequence[str], statement: bytes) -> tuple[bytes, tuple[str, ...]]:
        """Return a proof that calendars promise to anchor, and why some gave none; a CollectError where none did."""
        proof = DetachedTimestampFile(OpSHA256(), Timestamp(hashlib.sha256(statement).digest()))
        commitment = proof.timestamp.ops.add(OpAppend(os.urandom(_NONCE))).ops.add(OpSHA256())
        refusals = []
        for url in urls:
            try:
                reply = asked(_at(url, "digest"), _HEADERS, commitment.msg)
                commitment.merge(_timestamp(reply, commitment.msg, url))
            except CollectError as error:
                refusals.append(str(error))
        if len(refusals) == len(urls):
            raise CollectError("; ".join(refusals))
        return _written(proof), tuple(refusals)

    def complete(self, proof: bytes, named: Sequence[str]) -> bytes:
        """Return a proof with what its calendars have added since; the same bytes where that is nothing.

        Only calendars that somebody `named`, and those that the library knows, are asked: a proof may name any address.
        """
        read = _read(proof)
        for node, url in list(_promises(read.timestamp)):
            if url not in named and url not in DEFAULT_CALENDAR_WHITELIST:
                continue
            try:
                node.merge(_timestamp(asked(_at(url, f"timestamp/{node.msg.hex()}"), _HEADERS), node.msg, url))
            except CollectError:
                continue  # not yet
        return _written(read)

    def read(self, proof: bytes, statement: bytes) -> Anchored:
        """Return what a proof shows of a statement; a ReadError where it is none, or is of another statement."""
        read = _read(proof)
        if read.file_hash_op != OpSHA256() or read.file_digest != hashlib.sha256(statement).digest():
            raise ReadError("the proof is of another statement")
        blocks = {
            Block(attestation.height, message[::-1].hex())  # as explorers show it: the last byte first
            for message, attestation in read.timestamp.all_attestations()
            if isinstance(attestation, BitcoinBlockHeaderAttestation)
        }
        promised = {url for _, url in _promises(read.timestamp)}
        return Anchored(tuple(sorted(promised)), tuple(sorted(blocks, key=lambda block: block.height)))


def _at(url: str, path: str) -> str:
    return f"{url.rstrip('/')}/{path}"


def _timestamp(reply: bytes, message: bytes, url: str) -> Timestamp:
    context = BytesDeserializationContext(reply)
    try:
        return Timestamp.deserialize(context, message)
    except _BROKEN as error:
        raise CollectError(f"{url}: what came is no reply of a calendar ({error})") from error


def _read(proof: bytes) -> DetachedTimestampFile:
    context = BytesDeserializationContext(proof)
    try:
        read = DetachedTimestampFile.deserialize(context)
        context.assert_eof()
    except _BROKEN as error:
        raise ReadError(f"it is no proof of OpenTimestamps ({error})") from error
    return read


def _written(proof: DetachedTimestampFile) -> bytes:
    context = BytesSerializationContext()
    proof.serialize(context)
    return bytes(context.getbytes())


def _promises(timestamp: Timestamp) -> Iterator[tuple[Timestamp, str]]:
    """Yield the places of a proof at which a calendar promises more, and its address."""
    for attestation in timestamp.attestations:
        if isinstance(attestation, PendingAttestation):
            yield timestamp, attestation.uri
    for after in timestamp.ops.values():
        yield from _promises(after)
