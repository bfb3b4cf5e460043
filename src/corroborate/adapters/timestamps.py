"""Time stamps of RFC 3161: asked of an authority over HTTP, checked offline with certificates that were stored."""

import re
import ssl
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.utils import CryptographyDeprecationWarning
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)
from rfc3161_client import PKIStatus as Status

from corroborate.adapters.asking import asked
from corroborate.errors import CollectError, ReadError
from corroborate.model.stamp import Signed

_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
_PANIC = "PanicException"  # what a library in Rust raises where it gave up; no module exports it
_LONGEST_CHAIN = 10  # certificates from the signer to a root


class Rfc3161:
    """Answers `ports.TimeAuthority`."""

    def ask(self, url: str, statement: bytes) -> bytes:
        """Return an authority's reply to a statement's hash; a CollectError where it gives none that was asked for."""
        request = TimestampRequestBuilder().data(statement).hash_algorithm(HashAlgorithm.SHA256).build()
        reply = asked(url, _HEADERS, request.as_bytes())
        decoded = _decoded(reply, url)
        if decoded.status != Status.GRANTED:
            told = "; ".join(decoded.status_string) or Status(decoded.status).name.lower()
            raise CollectError(f"{url}: no time stamp was granted ({told})")
        if decoded.tst_info.nonce != request.nonce:
            raise CollectError(f"{url}: the reply is to another request")
        return reply

    def chain(self, reply: bytes, offered: Sequence[bytes]) -> bytes:
        """Return the certificates by which a reply is checked, in PEM; a CollectError where none is known for it.

        They are looked for among those `offered` (PEM), then among those that this machine trusts.
        """
        decoded = _decoded(reply, "the reply")
        carried = [x509.load_der_x509_certificate(der) for der in decoded.signed_data.certificates]
        mine = [certificate for pem in offered for certificate in _certificates(pem)]
        signer = _signer(decoded, [*carried, *mine])
        for anchors in (mine, _of_the_system()):
            found = list(_anchors(signer, carried, anchors))
            if found and found[-1].issuer == found[-1].subject:
                return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in found)
        raise CollectError(
            f"no root certificate is known for {signer.subject.rfc4514_string()}: take it from the authority's own"
            " pages, and give its file with --ca"
        )

    def read(self, reply: bytes, statement: bytes, certificates: bytes) -> Signed:
        """Return what a reply says of a statement; a ReadError where it is not signed, or says it of another one."""
        try:
            decoded = decode_timestamp_response(reply)
            known = _certificates(certificates)
            VerifierBuilder(roots=known).build().verify_message(decoded, statement)
            carried = [x509.load_der_x509_certificate(der) for der in decoded.signed_data.certificates]
        except (VerificationError, ValueError) as error:
            raise ReadError(f"the time stamp does not hold: {_reason(error)}") from error
        except BaseException as error:  # BLE001 allows it: whatever is no panic goes on
            # The library, in Rust, gives up in its own way on certificates that are formed as none is.
            if type(error).__name__ == _PANIC:
                raise ReadError("the time stamp does not hold: it cannot be read") from error
            raise
        root = known[-1]
        print_of = root.fingerprint(SHA256()).hex()
        signer = _signer(decoded, [*carried, *known]).subject.rfc4514_string()
        return Signed(decoded.tst_info.gen_time, signer, f"{root.subject.rfc4514_string()} (SHA-256 {print_of})")


def _decoded(reply: bytes, who: str) -> TimeStampResponse:
    try:
        return decode_timestamp_response(reply)
    except ValueError as error:
        raise CollectError(f"{who}: what came is no reply of a time-stamping authority ({error})") from error


def _certificates(pem: bytes) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(pem)
    except ValueError as error:
        raise ReadError("no certificate in PEM form (it begins: -----BEGIN CERTIFICATE-----)") from error


def _of_the_system() -> list[x509.Certificate]:
    return [found for der in ssl.create_default_context().get_ca_certs(binary_form=True) for found in _loaded(der)]


def _loaded(der: bytes) -> Iterator[x509.Certificate]:
    # Some roots that systems trust are not formed as RFC 5280 has it; what cannot be read vouches for nothing.
    with warnings.catch_warnings(), suppress(ValueError):
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        yield x509.load_der_x509_certificate(der)


def _reason(error: Exception) -> str:
    """Return the words of an error; of a stack of errors of OpenSSL, what each says."""
    told = str(error)
    return "; ".join(re.findall(r'(?:reason|data): "([^"]+)"', told)) or told


def _signer(decoded: TimeStampResponse, known: Iterable[x509.Certificate]) -> x509.Certificate:
    signers = {(info.issuer, info.serial_number) for info in decoded.signed_data.signer_infos}
    for certificate in known:
        if (certificate.issuer, certificate.serial_number) in signers:
            return certificate
    raise CollectError("the certificate that signed the reply is not in it: give its file with --ca")


def _anchors(
    signer: x509.Certificate, carried: Sequence[x509.Certificate], anchors: Sequence[x509.Certificate]
) -> Iterator[x509.Certificate]:
    """Yield the trusted certificates on the way from the signer up, the root last if it is reached."""
    now = signer
    for _ in range(_LONGEST_CHAIN):
        above = next((certificate for certificate in anchors if _issued(now, certificate)), None)
        if above is not None:
            yield above
        now = above or next((certificate for certificate in carried if _issued(now, certificate)), now)
        if now.issuer == now.subject:
            return


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
