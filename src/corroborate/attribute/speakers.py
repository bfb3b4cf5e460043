"""Speakers: passage by passage, who says what stands there."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace

from corroborate.attribute.clauses import finite, past_conjunction
from corroborate.attribute.cue import Cue, Side
from corroborate.attribute.cues import cues
from corroborate.attribute.directory import Entry
from corroborate.attribute.hedging import Hedge, hedges
from corroborate.attribute.lexicon import CueKind, lexicon
from corroborate.attribute.naming import Phrase
from corroborate.attribute.phrases import phrases_after
from corroborate.attribute.quotes import Quotation, quotations
from corroborate.attribute.roster import Chain, Roster
from corroborate.attribute.scope import Voice, choose, voices
from corroborate.attribute.turns import turns, without_inserts
from corroborate.attribute.unmarked import SIGNATURE, is_signature, issued
from corroborate.model.attribution import Attribution
from corroborate.model.document import Document, Passage, PassageKind, Token
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Blame, Kind, Mention, Stance
from corroborate.model.party import is_office, party_speaking
from corroborate.model.passing import passing
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span

_OWN_ACT = frozenset({Stance.DENIED, Stance.CLAIMED, Stance.ADMITTED})


@passing
class Spoken:
    """What was made out of one passage: its cues with their reach, whose turn it is, and the voice it carries on."""

    voices: tuple[Voice, ...]
    turn: Voice | None
    carried: Voice | None


class Speakers:
    """Who speaks in each passage of one report."""

    def __init__(self, document: Document, telling: Container[int]) -> None:
        """Read who speaks where; whom they stand for is worked out in order, as far as the report is asked.

        `telling` are the passages in which something is told: only those are carried on in the next paragraph.
        """
        self._document = document
        self._turns = turns(document)
        self._passages = tuple([without_inserts(passage) for passage in document.passages])
        self._cues = _without_topics([cues(passage, document.plain) for passage in self._passages])
        phrases = [phrase for found in self._cues for cue in found for phrase in (*cue.speakers, *cue.relays)]
        phrases += [turn.speaker for turn in dict.fromkeys(self._turns.values())]
        self._roster = Roster(document, phrases)
        self._quotations = quotations(document)
        self._telling = telling
        self._signatures = [at for at, passage in enumerate(document.passages) if is_signature(passage)]
        self._unresolved: list[Issue] = []
        self._cited: list[Span] = []
        self._spoken: list[Spoken] = []
        self._hedges: dict[int, tuple[Hedge, ...]] = {}

    def _said_in(self, index: int) -> Spoken:
        """Return what was made out of a passage, and before it of all that it can point back to."""
        while len(self._spoken) <= index:
            self._spoken.append(self._speak(len(self._spoken), self._passages[len(self._spoken)]))
        return self._spoken[index]

    def attribution(self, mention: Mention, index: int) -> Attribution:
        """Return through whom a mention in a passage came, and whether it is hedged."""
        spoken = self._said_in(index)
        hedge = next((hedge for hedge in self._doubts(index) if hedge.touches(mention)), None)
        doubt = Span.cut(self._document.text, hedge.start, hedge.end) if hedge else None
        voice, rule = self._voice(mention, index)
        chain = self._chain(voice, spoken, mention) if voice else ()
        if voice:
            self._cited.append(voice.words)
        actor = mention.content.actor if isinstance(mention.content, Blame) else ""
        if (
            actor
            and _is_own_act(mention)
            and actor.casefold() not in _SELVES
            and not self._publishes(actor)
            and (not chain or _by_pronoun(voice))
        ):
            chain, rule = (self._actor(actor),), "own-act"  # "It has repeatedly denied …"
        return Attribution(
            chain,
            voice.words if voice else None,
            hedge is not None,
            doubt,
            "+".join(filter(None, (rule, hedge.rule if hedge else ""))),
        )

    def issues(self) -> tuple[Issue, ...]:
        """Return the doubts about speakers under whom a mention stands."""
        at = self._document.passage_at
        cited = {at(span.start) for span in self._cited}
        return tuple(issue for issue in self._unresolved if issue.span and at(issue.span.start) in cited)

    def _doubts(self, index: int) -> tuple[Hedge, ...]:
        if index not in self._hedges:
            self._hedges[index] = hedges(self._passages[index])
        return self._hedges[index]

    def _voice(self, mention: Mention, index: int) -> tuple[Voice | None, str]:
        spoken = self._said_in(index)
        voice = choose(spoken.voices, mention)
        if voice:
            return voice, f"{voice.cue.rule}-{voice.cue.side}"
        if spoken.turn:
            return spoken.turn, "turn"
        quoted = self._quoted(mention)
        if quoted:
            return quoted, "quotation"
        if spoken.carried:
            return spoken.carried, "carried-on"
        signed = self._signed(index)
        if signed:
            return signed, SIGNATURE
        return None, "own-voice"

    def _signed(self, index: int) -> Voice | None:
        """Return who signs the post of which a passage is part, in its paragraph or alone in the next one."""
        at = bisect_right(self._signatures, index)
        later = self._signatures[at] if at < len(self._signatures) else 0
        passages = self._document.passages
        apart = passages[later].paragraph - passages[index].paragraph
        alone = apart == 1 and passages[later - 1].paragraph == passages[index].paragraph
        if not later or not (apart == 0 or alone):
            return None
        return next((voice for voice in self._said_in(later).voices if voice.cue.rule == SIGNATURE), None)

    def _chain(self, voice: Voice, spoken: Spoken, mention: Mention) -> Chain:
        outer = [other for other in spoken.voices if other.outer and other is not voice]
        chain = voice.chain
        for other in outer:
            chain = (*other.chain, *chain) if other.cue.rule == "citing" else (*chain, *other.chain)
        if spoken.turn and voice is not spoken.turn:
            chain = (*chain, *spoken.turn.chain)  # what who has the word says that another said
        kept = dict.fromkeys(chain)
        if mention.kind is not Kind.VERIFICATION:
            kept = dict.fromkeys(source for source in kept if not self._roster.publishes(source))
        return tuple(kept)

    def _publishes(self, party: str) -> bool:
        """Say whether a party speaks by the report itself, whose publisher is an office of it."""
        publisher = self._document.publisher or ""
        return is_office(publisher) and party_speaking(party, (publisher,)) is not None

    def _actor(self, actor: str) -> Source:
        known = self._roster.known(actor)
        return known or Source(actor, SourceKind.ORGANISATION)

    def _speak(self, index: int, passage: Passage) -> Spoken:
        found = self._cues[index]
        said = [(cue, self._resolve(cue, passage)) for cue in found]
        said = [(cue, chain) for cue, chain in said if cue.kind is not CueKind.ACT]
        if not said:
            self._introduce(passage)
        self._note_documents(passage, said)
        found, chains = tuple(cue for cue, _ in said), [chain for _, chain in said]
        spoken = voices(passage, found, chains, self._document.text)
        carried = None
        if not found and index and _carries(passage) and self._goes_on(index):
            before = self._spoken[index - 1]
            carried = before.carried or next(
                (voice for voice in reversed(before.voices) if not voice.outer and not voice.cue.blame_only), None
            )
        return Spoken(spoken, self._turn(index), carried)

    def _goes_on(self, index: int) -> bool:
        """Say whether a passage can carry on the one before it: of the same paragraph, or one that tells something."""
        passages = self._passages
        return passages[index - 1].paragraph == passages[index].paragraph or index - 1 in self._telling

    def _turn(self, index: int) -> Voice | None:
        """Return who has the word in a passage, by a mark in front of it or of one before it."""
        turn = self._turns.get(index)
        if turn is None:
            return None
        if turn.marked < index:
            return self._spoken[turn.marked].turn
        tokens = self._document.passages[index].tokens
        chain = self._roster.resolve(turn.speaker, tokens[turn.start].start) or ()
        self._roster.remember(turn.speaker, chain)
        cue = Cue(turn.start, turn.end, turn.start, CueKind.SAY, (turn.speaker,), (), Side.RIGHT, "turn")
        words = Span.cut(self._document.text, tokens[turn.start].start, tokens[turn.end - 1].end)
        return Voice(cue, chain, words, (), outer=False, opens=words.start)

    def _note_documents(self, passage: Passage, said: Sequence[tuple[Cue, Chain]]) -> None:
        """Remember whose a statement or report is, to which "the statement" may point back."""
        speaking = next((chain for cue, chain in said if chain and not cue.blame_only), ())
        for noun, issuer in issued(passage, self._document.plain):
            chain = self._roster.resolve(issuer, passage.tokens[issuer.start].start) if issuer else speaking
            if chain:
                self._roster.recent.heads[noun] = chain

    def _introduce(self, passage: Passage) -> None:
        """Remember a person with whom a sentence opens, to whom "he said" of the next may point."""
        is_heading = passage.kind is PassageKind.HEADLINE
        opening = (
            () if is_heading else phrases_after(passage.tokens, past_conjunction(passage.tokens), self._document.plain)
        )
        if len(opening) == 1 and opening[0].group in ("person", "name"):
            chain = self._roster.resolve(opening[0], passage.start) or ()
            follows = passage.tokens[opening[0].end : opening[0].end + 1]
            surname = chain and chain[0].name != opening[0].name and any(map(_leads_on, follows))
            if opening[0].group == "person" or surname:
                self._roster.introduce(opening[0], chain)

    def _resolve(self, cue: Cue, passage: Passage) -> Chain:
        chain: Chain = ()
        for phrase in cue.speakers:
            resolved = self._roster.resolve(phrase, passage.tokens[phrase.start].start)
            if resolved and _is_own(passage, phrase):
                resolved = (self._roster.publisher(),)
            if resolved is None:
                self._doubt(passage, phrase.start, phrase.end)
                resolved = (Source(phrase.name, SourceKind.UNNAMED),)
            chain = (*chain, *(source for source in resolved if source not in chain))
        for phrase in cue.relays:
            relayed = self._roster.resolve(phrase, passage.tokens[phrase.start].start) or ()
            if phrase.head and relayed:
                self._roster.recent.heads[phrase.head] = relayed
            chain = (
                *chain,
                *(
                    source
                    for source in relayed
                    if source.origin not in {other.origin for other in chain} or source.kind is not SourceKind.MEDIA
                ),
            )
        for phrase in cue.speakers:
            if cue.kind is not CueKind.QUOTE or cue.relays:
                self._roster.remember(phrase, chain)
        if cue.kind in (CueKind.SHOW, CueKind.DOCUMENT):
            self._roster.recent.evidence = chain or self._roster.recent.evidence
        return tuple(dict.fromkeys(chain))

    def _doubt(self, passage: Passage, start: int, end: int) -> None:
        span = Span.cut(self._document.text, passage.tokens[start].start, passage.tokens[end - 1].end)
        message = f"Nobody was found before it whom {span.quote!r} could stand for; name the source."
        self._unresolved.append(Issue(IssueKind.UNRESOLVED_SOURCE, "attribute", (self._document.id,), message, span))

    def _quoted(self, mention: Mention) -> Voice | None:
        at = bisect_right(self._quotations, mention.span.start, key=lambda quotation: quotation.opens) - 1
        inside = at >= 0 and mention.span.start < self._quotations[at].closes
        return self._owner(self._quotations[at]) if inside else None

    def _owner(self, quotation: Quotation) -> Voice | None:
        """Return who speaks a quotation: named behind it, before it, or the speaker of the sentence before."""
        after = [voice for voice in self._said_in(quotation.last).voices if voice.words.start >= quotation.closes]
        if after:
            return after[0]
        before = [voice for voice in self._said_in(quotation.first).voices if voice.words.end <= quotation.opens]
        if before:
            return before[-1]
        for back in range(quotation.first - 1, max(-1, quotation.first - 3), -1):
            if self._spoken[back].voices:
                return self._spoken[back].voices[-1]
        return None


def _carries(passage: Passage) -> bool:
    """Say whether a passage opens as the continuation of a count or list."""
    if passage.kind is PassageKind.HEADLINE:
        return False
    folded = [token.folded for token in passage.tokens[:5]]
    return any(tuple(folded[: len(words)]) == words for words in lexicon().carries.get(folded[0], ()))


def _is_own(passage: Passage, phrase: Phrase) -> bool:
    """Say whether a report speaks of its own people ("our sources", "one of our volunteers")."""
    return not phrase.named and phrase.first > 0 and passage.tokens[phrase.first - 1].folded == "our"


def _leads_on(token: Token) -> bool:
    """Say whether a token stands behind a subject: a verb, a comma, "who"; not the noun behind an adjective."""
    return finite(token) or token.folded in (",", "who", "whose")


def _is_own_act(mention: Mention) -> bool:
    """Say whether a party denies, claims or admits what concerns itself."""
    return isinstance(mention.content, Blame) and mention.content.stance in _OWN_ACT


def _by_pronoun(voice: Voice | None) -> bool:
    """Say whether only a pronoun speaks."""
    return voice is not None and bool(voice.cue.speakers) and all(p.group == "pronoun" for p in voice.cue.speakers)


_SELVES = frozenset(("i", "we", "us"))  # who, where nobody else is told to speak, are the publisher
_TOPICAL = frozenset(("colon", "headline-source"))  # rules of a name that only a sign sets off


def _without_topics(told: Sequence[Sequence[Cue]]) -> list[tuple[Cue, ...]]:
    """Return the cues of passages without names that only say what a headline is about ("Sudan: shelling kills 32").

    A place or an unknown name is a speaker behind or before a sign only where it speaks elsewhere in the report.
    """
    speak = {
        key
        for found in told
        for cue in found
        if cue.rule not in _TOPICAL and cue.kind is not CueKind.CLAIM
        for phrase in cue.speakers
        for key in (phrase.entry, _surname(phrase))
    }
    return [tuple(cue for cue in found if not (cue.rule in _TOPICAL and _is_topic(cue, speak))) for found in told]


def _is_topic(cue: Cue, speak: Container[Entry | str | None]) -> bool:
    places = (one.group == "place" and one.entry is not None and bool(one.entry.country) for one in cue.speakers)
    unknown = (one.entry is None and one.group in ("name", "person") for one in cue.speakers)
    silent = (one.entry not in speak if one.entry else _surname(one) not in speak for one in cue.speakers)
    return all(is_quiet and (place or name) for is_quiet, place, name in zip(silent, places, unknown, strict=True))


def _surname(phrase: Phrase) -> str:
    return phrase.name.rpartition(" ")[2]


def attributions(document: Document, mentions: Sequence[Mention]) -> tuple[Sequence[Attribution], tuple[Issue, ...]]:
    """Return the attribution of each mention, in their order, and the doubts met on the way."""
    if not document.passages:
        return [Attribution(rule="own-voice")] * len(mentions), ()
    places = [document.passage_at(mention.span.start) for mention in mentions]
    speakers = Speakers(document, frozenset(places))
    found = [speakers.attribution(mention, place) for mention, place in zip(mentions, places, strict=True)]
    return _shares(mentions, found), speakers.issues()


def _shares(mentions: Sequence[Mention], found: list[Attribution]) -> list[Attribution]:
    """Put a share in the same doubt as the whole of which it is told ("reportedly injured 80, including children")."""
    if not any(mention.part_of for mention in mentions):
        return found
    wholes = {mention.id: found[at] for at, mention in enumerate(mentions)}
    for at, mention in enumerate(mentions):
        whole = wholes.get(mention.part_of) if mention.part_of else None
        if whole and whole.hedge and not found[at].hedge:
            found[at] = replace(
                found[at], hedge=True, hedge_cue=whole.hedge_cue, rule=f"{found[at].rule}+share-of-doubt"
            )
    return found


__all__ = ["Speakers", "attributions"]
