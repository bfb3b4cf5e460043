"""Addresses of the web as strangers write them: taken apart and put together, whatever they are."""

from urllib.parse import SplitResult, urljoin, urlsplit


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address; one that is formed as none can be has nothing but a path.

    >>> parts_of("https://[::1/x").hostname, parts_of("https://a.example/x").hostname
    (None, 'a.example')
    """
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address, "", "")


def joined(base: str, link: str) -> str:
    """Return where a link leads that stands at an address; the link as it is where they cannot be put together."""
    try:
        return urljoin(base, link)
    except ValueError:
        return link
