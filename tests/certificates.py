"""Certificates for tests: a root, one between, and a server's own for localhost."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

_MAY_SIGN = x509.KeyUsage(
    key_cert_sign=True,
    crl_sign=True,
    digital_signature=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    encipher_only=False,
    decipher_only=False,
)


@dataclass(frozen=True, slots=True)
class Chain:
    """Files in PEM: the root, what the server sends with its key; and what it sends, in DER, its own first."""

    root: Path
    server: Path
    sent: tuple[bytes, bytes]


def made(folder: Path) -> Chain:
    """Write a chain of certificates into a folder."""
    root_key, between_key, own_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = _signed("Root", root_key, "Root", root_key, depth=1)
    between = _signed("Between", between_key, "Root", root_key, depth=0)
    own = _signed("localhost", own_key, "Between", between_key)
    key = own_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    files = {"root.pem": (root,), "server.pem": (own, between)}
    for name, certificates in files.items():
        pem = b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)
        (folder / name).write_bytes(pem + key if name == "server.pem" else pem)
    sent = own.public_bytes(Encoding.DER), between.public_bytes(Encoding.DER)
    return Chain(folder / "root.pem", folder / "server.pem", sent)


def _signed(
    name: str, key: ec.EllipticCurvePrivateKey, issuer: str, by: ec.EllipticCurvePrivateKey, depth: int | None = None
) -> x509.Certificate:
    now = datetime.now(UTC)
    own_key, issuer_key = key.public_key(), by.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(own_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=depth is not None, path_length=depth), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own_key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    )
    if depth is not None:
        builder = builder.add_extension(_MAY_SIGN, critical=True)
    return builder.sign(by, SHA256())
