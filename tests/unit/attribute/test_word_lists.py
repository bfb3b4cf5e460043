"""The data files of attribution: every row can be read, and says what it must."""

from corroborate.attribute.directory import directory
from corroborate.attribute.lexicon import Form, lexicon, rows
from corroborate.model.source import SourceKind


def test_every_verb_has_its_whole_paradigm() -> None:
    for row in rows("cues.tsv"):
        assert len([cell for cell in row[:7] if cell]) == 7, row[0]
        for word, form in ((row[3], Form.THIRD), (row[4], Form.PAST), (row[6], Form.GERUND)):
            assert lexicon().verbs[word].form is form or word == row[0]


def test_every_source_of_the_directory_is_found_by_its_name() -> None:
    for row in rows("sources.tsv"):
        entry = directory().named(row[0])
        assert entry is not None, row[0]
        assert SourceKind(row[1])


def test_every_organisation_of_a_person_is_in_the_directory() -> None:
    for row in rows("sources.tsv"):
        if len(row) > 4 and row[4]:
            assert directory().named(row[4]) is not None, row[4]


def test_an_acronym_is_matched_in_capitals_only() -> None:
    assert directory().publisher("dailysabah") is not None
    assert directory().named("World Health Organization") is directory().named("WHO")
