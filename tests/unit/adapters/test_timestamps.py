"""Time stamps: asked of an authority on this machine, checked offline, refused where anything about them is wrong."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import pytest

from corroborate.adapters.timestamps import Rfc3161
from corroborate.errors import CollectError, ReadError, UsageError
from tests.time_authority import OPENSSL, Authority, serving

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl on this machine, of which the authority is made")
STATEMENT = b"the log ends here"
STAMPS = Rfc3161()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "noon", "Noon")


@pytest.fixture(scope="module")
def reply(authority: Authority) -> bytes:
    with authority.serving() as url:
        return STAMPS.ask(url, STATEMENT)


@pytest.fixture(scope="module")
def certificates(authority: Authority, reply: bytes) -> bytes:
    return STAMPS.chain(reply, [authority.root.read_bytes()])


def test_a_stamp_tells_when_by_whom_and_under_which_root(reply: bytes, certificates: bytes) -> None:
    signed = STAMPS.read(reply, STATEMENT, certificates)
    assert abs(datetime.now(UTC) - signed.at) < timedelta(minutes=10)
    assert signed.authority == "CN=Noon,O=Tests"
    assert signed.root.startswith("CN=Root of Noon,O=Tests (SHA-256 ")


def test_what_is_stored_to_check_it_by_is_the_root(authority: Authority, certificates: bytes) -> None:
    assert certificates == authority.root.read_bytes()


def test_a_stamp_over_something_else_is_refused(reply: bytes, certificates: bytes) -> None:
    with pytest.raises(ReadError, match="Mismatch"):
        STAMPS.read(reply, STATEMENT + b".", certificates)


def test_a_touched_signature_is_refused(reply: bytes, certificates: bytes) -> None:
    with pytest.raises(ReadError, match="signature failure"):
        STAMPS.read(reply[:-4] + bytes(4), STATEMENT, certificates)


@pytest.mark.parametrize("given", [b"", b"not DER", b"\x30\x03\x02\x01\x05"])
def test_what_is_no_reply_is_refused(given: bytes, certificates: bytes) -> None:
    with pytest.raises(ReadError, match="does not hold"):
        STAMPS.read(given, STATEMENT, certificates)


def test_a_certificate_whose_names_are_no_text_is_refused(reply: bytes, certificates: bytes) -> None:
    spoilt = ssl.PEM_cert_to_DER_cert(certificates.decode()).replace(b"Tests", b"\xffests")
    with pytest.raises(ReadError, match="does not hold"):
        STAMPS.read(reply, STATEMENT, ssl.DER_cert_to_PEM_cert(spoilt).encode())


def test_certificates_that_are_none_are_refused(reply: bytes) -> None:
    with pytest.raises(ReadError, match="PEM"):
        STAMPS.read(reply, STATEMENT, b"a shopping list")


def test_another_authoritys_root_does_not_vouch(reply: bytes, tmp_path: Path) -> None:
    other = Authority(tmp_path / "other", "Other").root.read_bytes()
    with pytest.raises(ReadError, match="issuer certificate"):
        STAMPS.read(reply, STATEMENT, other)
    with pytest.raises(CollectError, match="--ca"):
        STAMPS.chain(reply, [other])


def test_a_stamp_holds_after_the_certificate_of_its_authority_has_ended(tmp_path: Path) -> None:
    brief = Authority(tmp_path / "brief", "Brief")
    now = datetime.now(UTC)
    brief.certify(now - timedelta(seconds=5), now + timedelta(seconds=2))
    with brief.serving() as url:
        reply = STAMPS.ask(url, STATEMENT)
    certificates = STAMPS.chain(reply, [brief.root.read_bytes()])
    sleep(max(0.0, (now + timedelta(seconds=3) - datetime.now(UTC)).total_seconds()))
    assert STAMPS.read(reply, STATEMENT, certificates).authority == "CN=Brief,O=Tests"


@pytest.mark.parametrize(("start", "end"), [(-20, -10), (10, 20)])
def test_a_stamp_by_a_certificate_that_was_not_valid_then_is_refused(tmp_path: Path, start: int, end: int) -> None:
    late = Authority(tmp_path / "late", "Late")
    now = datetime.now(UTC)
    late.certify(now + timedelta(days=start), now + timedelta(days=end))
    with late.serving() as url:
        reply = STAMPS.ask(url, STATEMENT)
    with pytest.raises(ReadError, match=r"has expired|not yet valid"):
        STAMPS.read(reply, STATEMENT, late.root.read_bytes())


def test_a_refusal_is_told_in_the_authoritys_words(tmp_path: Path) -> None:
    strict = Authority(tmp_path / "strict", "Strict", digests="sha512")
    with strict.serving() as url, pytest.raises(CollectError, match="no time stamp was granted"):
        STAMPS.ask(url, STATEMENT)


def test_a_reply_to_another_request_is_refused(reply: bytes) -> None:
    with serving(lambda _query: reply) as url, pytest.raises(CollectError, match="another request"):
        STAMPS.ask(url, STATEMENT)


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        (b"<html>", 200, "no reply"),
        (b"", 503, "status 503"),
        (b"", 302, "status 302"),
        (bytes(2**20 + 1), 200, "larger"),
    ],
)
def test_any_other_answer_is_an_error_that_names_the_address(answer: bytes, status: int, words: str) -> None:
    with serving(lambda _query: answer, status) as url, pytest.raises(CollectError, match=words) as told:
        STAMPS.ask(url, STATEMENT)
    assert url in str(told.value)


def test_an_authority_that_is_not_there_is_an_error() -> None:
    with pytest.raises(CollectError, match="Ask again later"):
        STAMPS.ask("http://127.0.0.1:9/tsa", STATEMENT)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/", "tsa.example"])
def test_authorities_are_asked_over_http_alone(url: str) -> None:
    with pytest.raises(UsageError, match="http"):
        STAMPS.ask(url, STATEMENT)
