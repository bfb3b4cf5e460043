"""One question over HTTP to a service that somebody named: no redirects, no files, so much time, so long an answer."""

from collections.abc import Mapping
from http import HTTPStatus
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from corroborate.errors import CollectError, UsageError
from corroborate.model.web_address import parts_of

_SECONDS = 30  # that a service may take to answer
_LARGEST = 1 << 20  # bytes of an answer; a usual one has some thousands


def asked(url: str, headers: Mapping[str, str], content: bytes | None = None) -> bytes:
    """Return what a service answers, to content that is posted or to a plain question.

    A UsageError where the address is none of the web, a CollectError where no answer comes, or another than OK.
    """
    if parts_of(url).scheme not in {"http", "https"}:
        raise UsageError(f"{url}: time-stamping authorities and calendars are asked over http or https")
    opener = OpenerDirector()  # without the usual handlers: no redirects, no files, nothing but what was asked for
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    try:
        with opener.open(Request(url, content, dict(headers)), timeout=_SECONDS) as answer:  # noqa: S310  # the scheme was held against http and https above, and this opener has no handler of another
            answered = bytes(answer.read(_LARGEST + 1))
            status = answer.status
    except (URLError, OSError, ValueError) as error:
        raise CollectError(f"{url}: {getattr(error, 'reason', error)}. Ask again later, or another one.") from error
    if status != HTTPStatus.OK:
        raise CollectError(f"{url}: it answered with status {status}. Ask again later, or another one.")
    if len(answered) > _LARGEST:
        raise CollectError(f"{url}: the answer is larger than {_LARGEST} bytes")
    return answered
