"""A source's word counts once, under the name of its origin."""

from corroborate.model.source import Source, SourceKind


def test_a_source_alone_is_its_own_origin() -> None:
    assert Source("a farmer", SourceKind.WITNESS).origin == "a farmer"


def test_two_spellings_of_one_body_are_one_origin() -> None:
    short = Source("SOHR", SourceKind.ORGANISATION, canonical="Syrian Observatory for Human Rights")
    full = Source("the Observatory", SourceKind.ORGANISATION, canonical="Syrian Observatory for Human Rights")
    assert short.origin == full.origin


def test_a_spokesperson_speaks_for_the_organisation() -> None:
    spokesperson = Source("Rami Haddad", SourceKind.PERSON, organisation="Civil Defence", canonical="R. Haddad")
    assert spokesperson.origin == "Civil Defence"
