"""The roster of a report: by which names its sources go, and whom "it", "the group", "the monitor" stand for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corroborate.attribute.belonging import are_rescuers, speaks_for_a_body
from corroborate.attribute.capitals import Capitals
from corroborate.attribute.directory import Entry, directory, squash
from corroborate.attribute.fullness import adjectival, bare, content_words, fuller, fullest
from corroborate.attribute.initials import is_initials, spelled_out, without_initials
from corroborate.attribute.kinds import GENERIC, is_called_so, tells_kind, watches, without_place
from corroborate.attribute.lexicon import lexicon, word_class
from corroborate.attribute.naming import Phrase
from corroborate.attribute.offices import same_office, title_nouns
from corroborate.model.document import Document, words_in
from corroborate.model.source import Source, SourceKind

Chain = tuple[Source, ...]
_ARMED = word_class("armed")
_FINDINGS = word_class("findings")
_MONITORING = word_class("watchdog_words")
_PERSONS = word_class("person_nouns")
_COMMON = word_class("common_people")  # of whom a report may tell of many
_OFFICE_HOLDERS, _RANKED = word_class("office_holders"), word_class("ranked")
_OF_STATES, _STATE_AGENCIES = word_class("of_states"), word_class("state_agencies")
_CALLED_GROUPS = frozenset({"monitor", "rights", "rescuer", "activist", "body", "fighters", "medical"})
_BODIES = frozenset({"monitor", "rescuer", "body", "activist", "media", "authority", "fighters", "medical", "name"})
_PLACES_AS_SPELLED = frozenset({"place", "authority", "fighters"})
_ANY_SOURCE = frozenset({"source", "sources"})  # whoever spoke
_FULL = 2  # words of a full name
_MOST_PHRASES = 500  # descriptions of sources, the first of a report, among which names are looked up
_POSSESSIVE = re.compile(r"^([A-Z]{2,})(?:s|'s|’s) ")


@dataclass(slots=True)
class Recent:
    """Who spoke last, by what may point back to it; each with the chain behind it."""

    any: Chain = ()
    person: Chain = ()
    body: Chain = ()
    armed: Chain = ()
    media: Chain = ()
    plural: Chain = ()
    evidence: Chain = ()
    heads: dict[str, Chain] = field(default_factory=dict)
    plurals: dict[str, bool] = field(default_factory=dict)


class Roster:
    """Names the sources of one report; remembers who spoke last while the passages are gone through in order."""

    def __init__(self, document: Document, phrases: Sequence[Phrase]) -> None:
        """Take note of all that the report calls its sources."""
        self._publisher = document.publisher or ""
        self._publisher_entry = directory().publisher(self._publisher) if self._publisher else None
        self._spellings: dict[Entry, dict[str, None]] = {}  # each spelling once, as first met
        self._places: list[tuple[int, Entry]] = []
        for passage in document.passages:
            for hit in directory().scan(passage.tokens):
                name = words_in(document.plain, passage.tokens[hit.start].start, passage.tokens[hit.end - 1].end)
                self._spellings.setdefault(hit.entry, {})[name] = None
                if hit.entry.group in _CALLED_GROUPS:
                    self._places.append((passage.tokens[hit.start].start, hit.entry))
        told = {(phrase.name, phrase.group, phrase.plural): phrase for phrase in reversed(phrases)}
        self._phrases = [phrase for phrase in reversed(told.values()) if phrase.group != "pronoun"][:_MOST_PHRASES]
        self._ending: dict[str, list[tuple[int, str]]] = {}  # names of people by their last words, with their order
        self._bodies: dict[str, str] = {}
        self._titles: dict[str, list[Phrase]] = {}  # people by the nouns of their titles
        for order, phrase in enumerate(self._phrases):
            if phrase.group in ("person", "name"):
                self._ending.setdefault(phrase.name.split()[-1], []).append((order, phrase.name))
            if phrase.organisation:
                self._bodies.setdefault(phrase.name, phrase.organisation)
            for noun in title_nouns(phrase):
                self._titles.setdefault(noun, []).append(phrase)
        self._text = words_in(document.plain, 0, len(document.plain))
        self._capitals = Capitals(document.plain)
        self._full_names: dict[str, str] = {}
        self.recent = Recent()

    def publishes(self, source: Source) -> bool:
        """Say whether a source is the publisher, or speaks for it as its own correspondent or activist."""
        if not self._publisher:
            return False
        own = self._publisher_entry
        if (
            own
            and own.name in (source.canonical, source.organisation)
            and (
                source.canonical == own.name
                or source.kind in (SourceKind.MEDIA, SourceKind.UNNAMED, SourceKind.WITNESS)
            )
        ):
            return True
        return squash(source.name) == squash(self._publisher)

    def publisher(self) -> Source:
        """Return the publisher as a source, to which its own people count."""
        return Source(self._publisher or "publisher", SourceKind.ORGANISATION)

    def resolve(self, phrase: Phrase, offset: int) -> Chain | None:
        """Return the chain that a phrase at an offset stands for (whole where it points back), None for nobody."""
        if phrase.group == "pronoun":
            return self._pronoun(phrase) or (self._named_before(offset) if phrase.head == "it" else None)
        if phrase.entry is not None:
            return (self._known(phrase, phrase.entry),)
        if phrase.group == "name" and is_initials(phrase.name) and (body := self._spelled_out(phrase)):
            return (body,)
        if phrase.group in ("person", "name"):
            return (self._person(phrase),)
        back = self._pointed(phrase)
        if back is None and ("same" in phrase.name.split() or phrase.name.casefold() in _ANY_SOURCE):
            back = self._same(phrase)
        if back is None and phrase.group == "body" and phrase.definite and tells_kind(phrase):
            back = self._named_beside(offset)  # not "the council in Homs", which is told in full
        return (self._belonging(phrase, offset),) if back is None else back

    def _spelled_out(self, phrase: Phrase) -> Source | None:
        """Return the body for whose name an abbreviation stands, where the report tells it in brackets."""
        said = (other for other in self._phrases if other.name.endswith((f"({phrase.name})", f"[{phrase.name}]")))
        if full := next(said, None):
            return _as_told(full)
        name = spelled_out(phrase.name, self._text)
        return Source(bare(name), phrase.kind) if name else None

    def _belonging(self, phrase: Phrase, offset: int) -> Source:
        """Return an unnamed source as told, tied to the body of the report that it speaks or works for."""
        told = _as_told(phrase)
        if told.organisation:
            return told
        if speaks_for_a_body(told.name):
            body = self._named_before(offset)
            return replace(told, organisation=body[0].origin) if body else told
        rescuers = self._class("rescuer") if are_rescuers(told.name) else None
        return replace(told, canonical=rescuers[0].origin) if rescuers else told

    def _named_before(self, offset: int) -> Chain | None:
        """Return the body that was named last before an offset."""
        before = bisect_left(self._places, offset, key=lambda place: place[0])
        return (self._fully(self._places[before - 1][1]),) if before else None

    def _named_beside(self, offset: int) -> Chain | None:
        """Return the body that was named last before an offset, else the first behind it ("the aid group … MSF").

        "The state emergency agency" is no armed group that is named behind it.
        """
        behind = (entry for _, entry in self._places if entry.group != "fighters")
        first = None if (before := self._named_before(offset)) else next(behind, None)
        return before if first is None else (self._fully(first),)

    def known(self, name: str) -> Source | None:
        """Return the source of the directory that goes by a name, if any, under the name as given."""
        entry = directory().named(name)
        return Source(bare(name), entry.kind, entry.organisation, entry.name) if entry else None

    def introduce(self, phrase: Phrase, chain: Chain) -> None:
        """Remember a person who is told of, though not as a source."""
        self.recent.person = chain or self.recent.person
        for noun in title_nouns(phrase):
            self._titles.setdefault(noun, []).append(phrase)

    def remember(self, phrase: Phrase, chain: Chain) -> None:
        """Remember that a chain spoke, under all that may point back to it."""
        if not chain:
            return
        recent, first = self.recent, chain[0]
        recent.any = chain
        if phrase.group == "pronoun":
            return
        if (
            first.kind is SourceKind.PERSON
            or phrase.group == "role"
            or (phrase.group in ("source", "witness", "activist") and not phrase.plural)
        ):
            recent.person = chain
        if (
            first.kind not in (SourceKind.PERSON, SourceKind.WITNESS)
            and phrase.group != "role"
            and phrase.head not in _PERSONS
            and (phrase.entry is not None or not phrase.plural)
        ):
            recent.body = chain
        if first.kind is SourceKind.ARMED_GROUP:
            recent.armed = chain
        if first.kind is SourceKind.MEDIA:
            recent.media = chain
        if phrase.plural:
            recent.plural = chain
        if phrase.group == "evidence" or first.kind in (SourceKind.WITNESS, SourceKind.UNNAMED):
            recent.evidence = chain
        for noun in (phrase.head, *title_nouns(phrase)):
            recent.heads[noun] = chain
            recent.plurals[noun] = phrase.plural

    def _pronoun(self, phrase: Phrase) -> Chain | None:
        recent = self.recent
        found: dict[str, Chain] = {
            "it": recent.body,
            "he": recent.person,
            "she": recent.person,
            "they": recent.plural or recent.body,
        }
        return found.get(phrase.head, recent.any) or (recent.any if phrase.head != "it" else None) or None

    def _known(self, phrase: Phrase, entry: Entry) -> Source:
        spelled = list(self._spellings.get(entry, ()))
        name = phrase.name
        if entry.group not in _PLACES_AS_SPELLED:
            name = fullest(name, spelled)
        elif entry.group == "authority":
            name = adjectival(name, spelled)
        elif entry.country:
            name = next((other for other in spelled if other.startswith("United ")), name)
        return Source(bare(name), entry.kind, entry.organisation or phrase.organisation, entry.name)

    def _person(self, phrase: Phrase) -> Source:
        full = self._full_names.get(phrase.name) or self._full_name(phrase.name)
        self._full_names[phrase.name] = full
        entry = directory().named(full)
        organisation = phrase.organisation or (entry.organisation if entry else None) or self._bodies.get(full)
        kind = entry.kind if entry else phrase.kind
        if full != phrase.name and kind is SourceKind.ORGANISATION and not full.isupper():
            kind = SourceKind.PERSON
        return Source(bare(full), kind, organisation, entry.name if entry else None)

    def _full_name(self, name: str) -> str:
        """Return the longest name in the report that ends in these words ("Nauert" → "Heather Nauert")."""
        words = name.split()
        if len(words) > _FULL:
            return name
        tails = {words[-1], f"al-{words[-1]}", f"Al-{words[-1]}", f"el-{words[-1]}"}
        known = [spelled for _, spelled in sorted(hit for tail in tails for hit in self._ending.get(tail, ()))]
        known += [
            spelled
            for spelled in self._capitals.ending_in(tails)
            if spelled.split()[0].casefold() not in lexicon().roles
        ]
        return next((spelled for spelled in known if len(spelled.split()) > len(words)), name)

    def _pointed(self, phrase: Phrase) -> Chain | None:
        words = set(phrase.name.casefold().split())
        if watches(phrase, words):
            return self._watchdog(words) or self._back(phrase)
        if phrase.group == "rescuer" and not phrase.plural:
            return self._class("rescuer") or self._back(phrase)
        if phrase.group == "document":
            return self._issued(phrase)
        if phrase.group == "evidence":
            return self._evidence(phrase)
        if {"news", "agency"} <= words and not words.isdisjoint(_OF_STATES) and (agency := self._state_agency(phrase)):
            return agency
        if phrase.group == "body" and (phrase.definite or len(words) == 1):
            return self._body(phrase, words)
        if phrase.organisation and (phrase.group == "role" or phrase.head == "official") and not phrase.plural:
            return self._officer(phrase.organisation)
        found = self._holder(phrase)
        if found is None and phrase.definite and phrase.name.casefold() in _OFFICE_HOLDERS:
            found = self._last_of_its_kind(phrase)
        if found is None and (phrase.definite or len(words) <= _FULL):
            found = self._back(phrase)
        return self._last_of_its_kind(phrase) if found is None and phrase.definite and not phrase.plural else found

    def _last_of_its_kind(self, phrase: Phrase) -> Chain | None:
        """Return who spoke last and is called by words that fit many ("the officer", "the broadcaster")."""
        own = content_words(without_place(phrase.name))
        media = self.recent.media
        if phrase.group == "media" and (len(own) == 1 or (media and is_called_so(own, media[0].name))):
            return media or None
        person = self.recent.person if phrase.head in _OFFICE_HOLDERS and not own - {phrase.head} - _RANKED else ()
        return person if person and person[0].kind is SourceKind.PERSON else None

    def _same(self, phrase: Phrase) -> Chain | None:
        """Return who spoke last, to whom "the same official", "the source" points back."""
        return self.recent.any or None if phrase.definite else None

    def _holder(self, phrase: Phrase) -> Chain | None:
        """Return the one person whom the report calls what a description says ("the governor" → who it is)."""
        if phrase.plural or phrase.head in _COMMON or phrase.head not in self._titles:
            return None
        fit = (other for other in self._titles[phrase.head] if same_office(phrase, other))
        people = {person.name: person for person in map(self._person, fit)}
        return tuple(people.values()) if len(people) == 1 else None

    def _body(self, phrase: Phrase, words: set[str]) -> Chain | None:
        """Return the body to which a definite description points ("the group"), None where it says which it is."""
        if words & _ARMED and self.recent.armed:
            return self.recent.armed
        last = self.recent.body
        body = last if last and last[0].kind is not SourceKind.UNNAMED else ()  # no "police source" is a group
        if phrase.head in GENERIC and body:
            return body
        if phrase.definite and len(content_words(phrase.name)) > 1:
            return self._back(phrase)  # "the regional prosecutor's office" is not the ministry that spoke last
        return self.recent.heads.get(phrase.head) or self._back(phrase) or body or None

    def _officer(self, organisation: str) -> Chain | None:
        """Return the person whom the report names as speaking for a body ("UN official" → who it is)."""
        persons = (
            self._person(other) if other.entry is None else self._known(other, other.entry)
            for other in self._phrases
            if other.group == "person"
        )
        return next(((person,) for person in persons if person.organisation == organisation), None)

    def _fully(self, entry: Entry) -> Source:
        """Return a known source under the fullest of the names that the report gives it."""
        spelled = list(self._spellings[entry])
        return Source(bare(fullest(spelled[0], spelled)), entry.kind, entry.organisation, entry.name)

    def _watchdog(self, words: set[str]) -> Chain | None:
        """Return the monitor that the report names; a rights group first where the words say so."""
        order = ("rights", "monitor") if "international" in words else ("monitor", "rights")
        for group in order:
            found = self._class(group)
            if found:
                return found
        named = (
            phrase
            for phrase in self._phrases
            if phrase.named and phrase.group != "person" and content_words(phrase.name) & _MONITORING
        )
        return next(((_as_told(phrase),) for phrase in named), None)

    def _state_agency(self, phrase: Phrase) -> Chain | None:
        """Return the one news agency of a state that the report names ("the official news agency" → "TASS")."""
        of = directory().named(phrase.organisation) if phrase.organisation else None
        found = [entry for entry in self._spellings if entry.name.split()[0].casefold() in _STATE_AGENCIES]
        fit = [entry for entry in found if of is None or of.country in ("", entry.country)]
        return (self._fully(fit[0]),) if len(fit) == 1 and fit[0] is not self._publisher_entry else None

    def _class(self, group: str) -> Chain | None:
        entry = next(
            (entry for entry in self._spellings if entry.group == group and entry is not self._publisher_entry), None
        )
        if entry is None:
            return None
        return (self._fully(entry),)

    def _back(self, phrase: Phrase) -> Chain | None:
        """Return who is called by the same noun more fully: said before, or anywhere in the report."""
        own = content_words(phrase.name)
        if phrase.definite or phrase.plural:
            before = self.recent.heads.get(phrase.head)
            named = before is not None and before[0].kind is SourceKind.PERSON
            if (
                before
                and ((phrase.definite and (named or len(own) == 1)) or own <= content_words(before[0].name))
                and phrase.organisation is None
                and self.recent.plurals.get(phrase.head) == phrase.plural
            ):
                return before
        said_more = [other for other in self._phrases if fuller(other, phrase, own)]
        if said_more:
            other = said_more[0]
            return (self._known(other, other.entry),) if other.entry else (_as_told(other),)
        for entry, spellings in self._spellings.items():
            if entry.group in ("media", "authority", "fighters"):
                match = next((spelled for spelled in spellings if own and own < content_words(spelled)), None)
                if match:
                    fuller_ones = [spelled for spelled in spellings if own < content_words(spelled)]
                    return (Source(bare(fullest(match, fuller_ones)), entry.kind, entry.organisation, entry.name),)
        return None

    def _issued(self, phrase: Phrase) -> Chain | None:
        if phrase.organisation:
            entry = next((entry for entry in self._spellings if entry.name == phrase.organisation), None)
            if entry and entry.group != "place":
                return (self._fully(entry),)
        owner = phrase.name.rpartition(" ")[0].removesuffix("'s")
        if is_initials(owner) and not phrase.plural:
            return (self._spelled_out(replace(phrase, name=owner)) or Source(owner, SourceKind.ORGANISATION),)
        if phrase.definite and len(content_words(phrase.name)) == 1:
            return self.recent.heads.get(phrase.head) or self.recent.any or None
        return None

    def _evidence(self, phrase: Phrase) -> Chain | None:
        if phrase.organisation or phrase.head in _FINDINGS:
            return None
        goes_on = phrase.definite or phrase.name.casefold().startswith("another ")
        return self.recent.evidence if goes_on else ()


def _as_told(phrase: Phrase) -> Source:
    name = without_initials(_POSSESSIVE.sub(r"\1 ", bare(phrase.name)))
    return Source(name, phrase.kind, phrase.organisation)
