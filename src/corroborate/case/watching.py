"""Feeds watched: what they offer that the case does not hold is collected, and nothing twice."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, replace
from pathlib import Path

from corroborate import collect
from corroborate.case.finding import Finder, Lost, followed
from corroborate.case.intake import Adding
from corroborate.errors import CollectError, StoreError
from corroborate.model.capturing import Condition, Feed
from corroborate.model.document import Lead
from corroborate.ports import Feeds

_NEVER = Condition()
FEEDS = "feeds.json"  # in the folder of the case: what servers said of their feeds


class Watcher:
    """Goes through feeds, as often as it is asked; what servers said of them last is kept in a file of the case."""

    def __init__(self, adding: Adding, finder: Finder, feeds: Feeds, memory: Path) -> None:
        """Remember in `memory` what each server said, so that it sends a feed only where there is something new."""
        self._adding = adding
        self._finder = finder
        self._feeds = feeds
        self._memory = memory

    def look(self, url: str, known: AbstractSet[str]) -> None:
        """Collect what a feed offers, the oldest first, but for the locations that are known; the feed itself is kept.

        A killed run, or one that missed a page, does the rest the next time: what the server said of the feed is
        remembered only when all that it offers was collected.
        """
        feed = Lead(collect.web_name(url), url)
        try:
            fetched = self._finder.get(url, self._remembered().get(url, _NEVER))
        except CollectError as error:
            self._adding.take([Lost(feed, str(error))])
            return
        if fetched.body is None and fetched.problem is None:
            return  # nothing new
        found = followed(feed, fetched)
        self._adding.take(one if isinstance(one, Lost) else replace(one, is_report=False) for one in found)
        if fetched.body is None:
            return
        told = self._feeds.read(fetched.body, fetched.final_url)
        elsewhere = sum(not collect.is_web(offer.url) for offer in told.offers)
        if told.unplaced or elsewhere:
            words = f"{told.unplaced + elsewhere} entries give no address of the web: they are kept with the feed alone"
            self._adding.take([Lost(feed, words)])
        missed = self._adding.summary.unreadable
        self._adding.take(self._finder.finds(_leads(told, known)))
        if self._adding.summary.unreadable == missed:
            self._remember(url, fetched.condition)

    def _remembered(self) -> Mapping[str, Condition]:
        try:
            told = json.loads(self._memory.read_bytes())
            return {url: Condition(**said) for url, said in told.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # asked as if for the first time: nothing is lost by it

    def _remember(self, url: str, condition: Condition) -> None:
        told = {one: asdict(said) for one, said in self._remembered().items()} | {url: asdict(condition)}
        beside = self._memory.with_name(f".{self._memory.name}.part")
        try:
            beside.write_text(json.dumps(told, indent=1), encoding="utf-8")
            beside.replace(self._memory)
        except OSError as error:
            raise StoreError(f"{self._memory} cannot be written: {error.strerror}") from error


def _leads(feed: Feed, known: AbstractSet[str]) -> list[Lead]:
    """Return the leads of what a feed offers at locations that are not known, the oldest first, each location once.

    A feed is a stranger's: what leads elsewhere than to the web, as to a file of this machine, is no lead.
    """
    leads = (
        Lead(collect.web_name(offer.url), offer.url, feed.title, offer.published, offer.url, feed.language)
        for offer in reversed(feed.offers)
        if collect.is_web(offer.url)
    )
    return list({lead.location: lead for lead in leads if lead.location not in known}.values())
