"""Who says it: cues, relays, reach, anaphora."""

from dataclasses import replace

import pytest

from corroborate.attribute import attribute
from corroborate.model.claim import Claim
from corroborate.model.document import Passage, PassageKind
from corroborate.model.issue import IssueKind
from corroborate.model.mention import Blame, Stance, Status, Verification
from corroborate.model.source import SourceKind
from tests.asking_who_says import HARM, chain, mention, report, said

OBSERVATORY = "Syrian Observatory for Human Rights"


def test_a_sentence_without_a_cue_is_the_reports_own_voice() -> None:
    assert chain("Shells hit the town. Five people died in the market.", "Five people died") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Syrian Observatory for Human Rights said five people died in Douma.",
        "The Syrian Observatory for Human Rights said on Sunday that five people died in Douma.",
        "The Syrian Observatory for Human Rights reported that five people died in Douma.",
        "The Syrian Observatory for Human Rights has documented that five people died in Douma.",
        "Shells fell on Douma and five people died, the Syrian Observatory for Human Rights said.",
        "Shells fell on Douma where five people died the Syrian Observatory for Human Rights said on Monday.",
        "Shells fell on Douma and five people died, according to the Syrian Observatory for Human Rights.",
        "According to the Syrian Observatory for Human Rights five people died in Douma.",
        "According to a statement released on Sunday by the Syrian Observatory for Human Rights, five people died.",
        "“In Douma five people died,” said the Syrian Observatory for Human Rights.",
        "In Douma five people died, as reported by the Syrian Observatory for Human Rights.",
        "In Douma five people died, the Syrian Observatory for Human Rights, a Britain-based monitor, said.",
        "Syrian Observatory for Human Rights: five people died in Douma.",
        "A report by the Syrian Observatory for Human Rights said five people died in Douma.",
        "In Douma five people died, the Syrian Observatory for Human Rights said in a report carried by radio.",
        "In Douma five people died, per the Syrian Observatory for Human Rights.",
    ],
)
def test_every_way_to_name_the_speaker_is_read(sentence: str) -> None:
    assert chain(sentence, "five people died") == [OBSERVATORY]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A farmer told Reuters that five people died.", ["farmer", "Reuters"]),
        ("Five people died, a farmer told Reuters.", ["farmer", "Reuters"]),
        ("SANA quoted a police source as saying that five people died.", ["police source", "SANA"]),
        ("Five people died, SANA reported, citing a police source.", ["police source", "SANA"]),
        (
            "A senior officer was quoted by Al Jazeera as saying that five people died.",
            ["senior officer", "Al Jazeera"],
        ),
        ("A clinic in Douma confirmed that five people died, according to CNN.", ["clinic in Douma", "CNN"]),
        ("Speaking to AFP, nurse Huda Karim said five people died.", ["Huda Karim", "AFP"]),
        ("A farmer told reporters that five people died.", ["farmer"]),
        ("SANA and Kurdish media reported that five people died.", ["SANA", "Kurdish media"]),
        ("Five people died, state media quoted an officer as saying.", ["officer", "state media"]),
        ("Citing medics, state media said five people died.", ["medics", "state media"]),
        ("Quoting an officer, the outlet reported that five people died.", ["officer", "outlet"]),
        ("Five people died today.\n— Karim Noor (@knoor) May 3, 2022", ["Karim Noor"]),
        (
            "Shells fell. Five people died.\n\n— Cedar Information Center (@cedar) May 3, 2022",
            ["Cedar Information Center"],
        ),
        ("Jets came.\n— Karim Noor (@knoor) May 3, 2022\n\nFive people died.", []),
        ("Two officers and a medic said five people died.", ["Two officers", "medic"]),
        ("The doctors' union said five people died.", ["doctors' union"]),
        ("Five people died in raids on areas of the town state media reported.", ["state media"]),
        ("Human Rights Watch's Douma researcher, Huda Karim, said five people died.", ["Huda Karim"]),
    ],
)
def test_a_relay_stands_behind_its_origin(sentence: str, expected: list[str]) -> None:
    quote = "Five people died" if "Five" in sentence else "five people died"
    assert chain(sentence, quote) == expected


def test_a_clause_belongs_to_the_speaker_who_governs_it() -> None:
    text = "The rebels said five people died, while the Russian defence ministry said seven people fled."
    assert chain(text, "five people died") == ["rebels"]
    assert chain(text, "seven people fled") == ["Russian defence ministry"]


def test_an_object_relative_does_not_make_the_wrong_subject() -> None:
    text = "Rami Abdel Rahman who heads the Britain-based Syrian Observatory for Human Rights said five people died."
    found = said(text, "five people died").sources
    assert [(source.name, source.origin) for source in found] == [("Rami Abdel Rahman", OBSERVATORY)]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "The White Helmets said a school was hit. The group added that five people died.",
            "five people died",
            "White Helmets",
        ),
        ("The White Helmets said a school was hit. It said five people died.", "five people died", "White Helmets"),
        ("Nurse Huda Karim said a school was hit. She added that five people died.", "five people died", "Huda Karim"),
        ("Nurse Huda Karim said a school was hit. Five people died, Karim said.", "Five people died", "Huda Karim"),
        (
            "Five people died, a monitor said. The Syrian Observatory for Human Rights counts the dead.",
            "Five people died",
            OBSERVATORY,
        ),
        (
            "The Syrian Observatory for Human Rights (SOHR) counts. Five people died, SOHR said.",
            "Five people died",
            OBSERVATORY,
        ),
        (
            "A source at the police said a bus burned. The source added that five people died.",
            "five people died",
            "source at the police",
        ),
    ],
)
def test_who_is_meant_goes_by_the_fullest_name(text: str, quote: str, expected: str) -> None:
    assert chain(text, quote)[0] == expected


def test_a_count_that_goes_on_keeps_its_source() -> None:
    text = "The White Helmets said ten people died in Douma. Another five people died in Harasta. Buses left the town."
    assert chain(text, "Another five people died") == ["White Helmets"]
    assert chain(text, "Buses left the town") == []


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    text = "“Shells fell all day. Five people died there. We saw them,” said nurse Huda Karim."
    assert chain(text, "Five people died") == ["Huda Karim"]


def test_a_headline_names_its_source_at_the_end() -> None:
    text = "Five people die in raids on Douma: monitor\n\nRaids went on, the Syrian Observatory for Human Rights said."
    assert chain(text, "Five people die") == [OBSERVATORY]


def test_the_publisher_and_its_own_people_are_left_out() -> None:
    assert chain("SOHR activists documented that five people died.", "five people died", publisher="SOHR") == []
    assert chain("Reliable sources told SOHR that five people died.", "five people died", publisher="SOHR") == [
        "Reliable sources"
    ]


def test_a_denial_comes_from_who_denies() -> None:
    blame = Blame("Russia", Stance.DENIED, None)
    assert chain("Russia denied that its jets bombed the hospital.", "Russia denied that its jets bombed", blame) == [
        "Russia"
    ]


def test_an_accusation_without_accuser_has_no_source() -> None:
    blame = Blame("Russia", Stance.ACCUSED, None)
    assert chain("Russia is accused of bombing the hospital.", "Russia is accused of bombing", blame) == []
    assert chain("The US accused Russia of bombing it.", "The US accused Russia of bombing", blame) == ["US"]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Utopia accuses Freedonia of shelling the port.", ["Utopia"]),
        ("The government held Freedonia responsible for the raid.", ["government"]),
        ("An inquiry found Freedonia responsible for the raid.", ["inquiry"]),
        ("Police suspect Freedonia of shelling the port.", ["police"]),
        ("Prosecutors charged Freedonia with the murder.", ["prosecutors"]),
        ("Freedonia, charged with the murder, fled.", []),
        ("An area held by the army was hit and Freedonia is responsible.", []),
    ],
)
def test_who_accuses_is_the_source_by_whatever_verb(sentence: str, sources: list[str]) -> None:
    found = chain(sentence, sentence.removesuffix("."), Blame("Freedonia", Stance.ACCUSED, None))
    assert [name.casefold() for name in found] == [name.casefold() for name in sources]


def test_who_could_not_verify_is_named_even_as_publisher() -> None:
    unverified = Verification(Status.UNVERIFIED, None)
    text = "CNN could not independently verify the claims."
    assert chain(text, "CNN could not independently verify the claims", unverified, "CNN") == ["CNN"]


def test_lives_claimed_are_no_statement() -> None:
    assert chain("The blast has claimed the lives of five people.", "the lives of five people") == []


def test_a_pronoun_without_anybody_before_it_is_an_issue() -> None:
    document = report("He said five people died.")
    claims, issues = attribute(document, (mention(document, "five people died"),), {})
    assert len(claims) == 1
    assert [issue.kind for issue in issues] == [IssueKind.UNRESOLVED_SOURCE]


def test_what_is_known_of_a_source_is_kept() -> None:
    source = said("Nurse Huda Karim told SANA five people died.", "five people died").sources[1]
    assert (source.kind, source.canonical) == (SourceKind.MEDIA, "SANA")


def test_a_document_without_passages_keeps_its_mentions() -> None:
    document = report("Five people died.")
    bare = replace(document, passages=())
    claims, _ = attribute(bare, (mention(document, "Five people died"),), {})
    assert len(claims) == 1


def test_a_mention_between_passages_is_kept() -> None:
    document = report("Five people died. Buses left.")
    first = document.passages[0]
    late = Passage(first.end + 1, len(document.text), PassageKind.BODY, 0, document.passages[1].tokens)
    moved = replace(document, passages=(late,))
    claims, _ = attribute(moved, (mention(document, "Five people died"),), {})
    assert claims[0].passage.covers(claims[0].span)


def test_a_speaker_nobody_quotes_from_is_no_issue() -> None:
    document = report("He said it was late. Five people died.")
    _, issues = attribute(document, (mention(document, "Five people died"),), {})
    assert issues == ()


def test_a_title_may_end_in_a_full_stop() -> None:
    assert chain("“In Douma five people died,” said Dr. Huda Karim of the clinic.", "five people died") == [
        "Huda Karim"
    ]


def test_the_letter_is_its_writers() -> None:
    text = "A letter sent by nurse Huda Karim reached the council. Five people died, the letter said."
    assert chain(text, "Five people died") == ["Huda Karim"]


def test_a_verb_behind_and_shares_its_subject() -> None:
    assert chain("Activists mourned the nurse and said five people died.", "five people died") == ["Activists"]


def test_who_carries_a_statement_relays_it() -> None:
    text = "The Islamic State group in a statement published by its Amaq news agency said five people died."
    assert chain(text, "five people died") == ["Islamic State group", "Amaq news agency"]


def test_a_place_in_a_name_ties_it_to_no_government() -> None:
    source = said("Residents of Damascus said five people died.", "five people died").sources[0]
    assert (source.kind, source.organisation) == (SourceKind.WITNESS, None)


def test_a_noun_in_the_place_of_a_verb_attributes_nothing() -> None:
    assert chain("The army targeted the rebels posts in Douma and five people died.", "five people died") == []
    assert chain("Rebel claims about the raid came after five people died.", "five people died") == []


def test_a_claim_of_responsibility_tells_of_no_deaths() -> None:
    text = "The Taliban claimed the attack in which five people died."
    assert chain(text, "five people died") == []
    assert chain(text, "The Taliban claimed the attack", Blame("Taliban", Stance.CLAIMED, None)) == ["Taliban"]


_NAMED = "The White Helmets searched the street. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Five people died, rescuers said.",
        "Rescue workers in Syria say that five people died.",
        "Five people died, civil defence volunteers said.",
        "A spokesperson for the group said that five people died.",
    ],
)
def test_rescuers_and_speakers_of_the_group_are_one_origin_with_the_service_that_is_named(sentence: str) -> None:
    found = said(_NAMED + sentence, "ive people died", HARM)
    assert [source.origin for source in found.sources] == ["Syria Civil Defence"]


def test_rescuers_stay_unnamed_where_no_service_is_named() -> None:
    found = said("Five people died, rescuers said.", "Five people died")
    assert [source.origin for source in found.sources] == ["rescuers"]


def test_our_sources_are_the_publishers_own_voice() -> None:
    text = "Shells fell on the town. Five people died, according to our sources in the south."
    assert said(text, "Five people died").sources == ()


def test_a_headline_says_who_reports() -> None:
    found = said("Rescuers report five people dead\n\nThe White Helmets came late.", "five people dead")
    assert [source.origin for source in found.sources] == ["Syria Civil Defence"]


def test_what_a_pronoun_denies_is_denied_by_whom_it_concerns() -> None:
    text = "Rescuers said that shells fell. The government besieges the town. It has repeatedly denied using gas."
    denial = Blame("government", Stance.DENIED, "using gas")
    assert [source.name for source in said(text, "It has repeatedly denied using gas", denial).sources] == [
        "government"
    ]


def test_a_doctor_there_speaks() -> None:
    text = "A clinic in Arbin treated five people, a doctor there told Reuters."
    assert [source.name for source in said(text, "treated five people").sources] == ["doctor", "Reuters"]


def answered(text: str, quote: str, publisher: str | None, stance: Stance = Stance.DENIED, actor: str = "") -> Claim:
    document = report(text, publisher)
    claims, _ = attribute(document, (mention(document, quote, Blame(actor, stance, None)),), {})
    return claims[0]


def test_a_denial_that_names_no_party_is_of_the_ministry_that_publishes_it() -> None:
    claim = answered("Our aircraft did not strike the market.", "did not strike", "Utopian Ministry of Defence")
    assert (claim.content, claim.attribution.sources) == (
        Blame("Utopian Ministry of Defence", Stance.DENIED, None),
        (),
    )


def test_a_denial_that_names_no_party_is_of_who_speaks_for_one() -> None:
    text = "The Pentagon said: “Two civilians were unintentionally killed.”"
    claim = answered(text, "were unintentionally killed", "Gazette", Stance.ADMITTED)
    assert claim.content == Blame("US Department of Defense", Stance.ADMITTED, None)


@pytest.mark.parametrize("publisher", ["Gazette", "Syria Direct", None])
def test_a_newspaper_that_says_so_in_its_own_voice_answers_for_nobody(publisher: str | None) -> None:
    claim = answered("The strikes did not hit the market.", "did not hit", publisher)
    assert claim.content == Blame("", Stance.DENIED, None)
    assert claim.speakers == ()


def test_a_party_that_publishes_its_own_denial_is_left_out_of_the_chain() -> None:
    text = "No Coalition strikes were conducted in the area."
    claim = answered(text, "No Coalition strikes were conducted", "US-led Coalition", actor="Coalition")
    assert (claim.attribution.sources, claim.speakers) == ((), ("US-led Coalition",))


@pytest.mark.parametrize(
    "how",
    [
        "Governor Ivan Noor said on Telegram",
        "Governor Ivan Noor wrote on his Facebook page",
        "the regional governor, Ivan Noor, said on condition of anonymity",
        "the head of the regional military administration, Ivan Noor, said",
        "said the governor, Ivan Noor",
        "a doctor, Ivan Noor, told reporters",
    ],
)
def test_where_and_in_what_office_somebody_said_it_changes_nothing(how: str) -> None:
    assert chain(f"Five people died in the town on Friday, {how}.", "Five people died") == ["Ivan Noor"]


def test_the_place_before_a_headline_says_nothing() -> None:
    text = "\nShells hit the town. The mayor said that five people died."
    for topic in ("Sudan", "El Daein", "Port Noor"):
        assert chain(f"{topic}: shelling kills 14 people in a camp{text}", "kills 14") == []
    assert chain(f"Noor: shelling kills 14 people in a camp{text} Ali Noor said more.", "kills 14") == ["Ali Noor"]


def test_a_body_that_is_told_of_in_full_is_not_the_one_that_spoke_last() -> None:
    text = "Two men died, the interior ministry said. Five people died, the regional prosecutor's office said."
    assert chain(text, "Five people died") == ["regional prosecutor's office"]


def test_a_name_does_not_begin_in_the_sentence_before() -> None:
    text = "The mayor spoke on Sunday. Mona Hassan, a nurse, said five people died."
    assert chain(text, "five people died") == ["Mona Hassan"]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Citing police, the Tribune said five people died in Douma.", ["police", "Tribune"]),
        ("The Tribune, citing police, said five people died in Douma.", ["police", "Tribune"]),
        ("Citing police, five people died in Douma.", ["police"]),
        ("The Turkish General Staff said five people died in Douma.", ["Turkish General Staff"]),
        (
            "A news agency quoted a number of residents as saying five people died in Douma.",
            ["residents", "news agency"],
        ),
        ("A doctor working at a local hospital said five people died in Douma.", ["doctor"]),
        ("Five people died in Douma, the aid group that supports it said.", ["aid group"]),
    ],
)
def test_a_source_is_found_behind_what_is_told_of_it(sentence: str, sources: list[str]) -> None:
    assert chain(sentence, "five people" if "five" in sentence else "Five people") == sources


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Police say five people died in the market.", "Police"),
        ("Five people died in the market, police say.", "police"),
        ("Kano police say five people died.", "Kano police"),
        ("The exiles say five people died.", "exiles"),
        ("Western powers say five people died.", "Western powers"),
        ("A nearby shop owner said five people died.", "nearby shop owner"),
        ("A driver at the scene said five people died.", "driver"),
        ("Five people died in the market, a parliamentarian told a news conference in Geneva.", "parliamentarian"),
        ("Five people died in the market, the agency said according to the doctors.", "agency"),
    ],
)
def test_a_noun_that_no_list_names_speaks_where_it_opens_the_clause_of_a_verb_of_saying(
    sentence: str, speaker: str
) -> None:
    assert speaker in chain(sentence, "ive people died")


@pytest.mark.parametrize(
    "sentence",
    [
        "Five people died but the owner did not say how.",
        "Five people died in the town, where rebels said they freed hostages.",
        "Five people died while the army still maintains the base.",
        "In the middle of the town said to be empty five people died.",
    ],
)
def test_what_stands_before_a_clause_of_its_own_is_not_said_by_who_speaks_there(sentence: str) -> None:
    assert chain(sentence, "ive people died") == []


def test_a_man_before_the_police_is_no_part_of_their_name() -> None:
    assert chain("The man police say killed five was caught.", "killed five") == ["police"]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("According to court filings, five people died.", ["court filings"]),
        ("Five people died, according to a factory official and medics.", ["factory official", "medics"]),
        ("Five people died according to the Twitter account of the Northern Front.", ["Northern Front"]),
        ("Peacekeepers say five people died.", ["Peacekeepers"]),
        ("But The Springfield News reported that five people died.", ["Springfield News"]),
        ("Residents of Kori town in Yobe State say five people died.", ["Residents"]),
        ("Some residents of the area, told newsmen on Monday that five people died.", ["Some residents"]),
        ("The state police command yesterday in Jos said five people died.", ["state police command"]),
        ("Five people died, a lawmaker representing the area told AFP.", ["lawmaker", "AFP"]),
        ("Five people died, her family said.", ["family"]),
        ('Five people died, the governor, Hassan Wali "Irfo" has said.', ["Hassan Wali"]),
        ("Five people died, in the town, said Karim Wali, police chief of the district.", ["Karim Wali"]),
        ("Five people died on Thursday activists said keeping up their count.", ["activists"]),
    ],
)
def test_who_speaks_is_read_with_what_stands_around_the_name(sentence: str, sources: list[str]) -> None:
    assert chain(sentence, "ive people died") == sources


def test_who_went_on_to_say_it_spoke_before() -> None:
    text = "Local sources said a village was entered. They went on to say that five people died."
    assert chain(text, "five people died") == ["Local sources"]


def test_who_claimed_an_attack_does_not_stand_between_it_and_who_tells_of_it() -> None:
    text = "A bombing claimed by the Northern Front killed five, police said."
    assert chain(text, "A bombing") == chain(text, "killed five") == ["police"]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = 'A guard said: "They stormed the gate.\n\nFive people died in the town.\n\nIt was "quiet" later.'
    assert chain(text, "Five people died") == []


def test_doubled_marks_open_and_close() -> None:
    text = "``We fled,'' a farmer said. ``It was hit.''\n\nFive people died in the town.\n\n``So it was,'' he said."
    assert chain(text, "Five people died") == []


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Residents reached by phone said five people died.", ["Residents"]),
        ("An investigation by Amnesty International concluded that five people died.", ["Amnesty International"]),
        ("The Homs Observatory said five people died.", ["Homs Observatory"]),
        ("According to Reuters, officials said five people died.", ["officials", "Reuters"]),
        ("Five people died, according to unconfirmed reports.", ["unconfirmed reports"]),
    ],
)
def test_who_stands_behind_a_body_or_a_report_is_named(sentence: str, sources: list[str]) -> None:
    assert chain(sentence, "ive people died") == sources


@pytest.mark.parametrize(
    ("headline", "sources"),
    [
        ("Five people died in Homs British scientists", ["British scientists"]),
        ("Five people died in the raid on Homs: monitor.", ["monitor"]),
        ("Five people died in Homs governor | Springfield Times", ["governor"]),
        ("Five people died near Homs hospital", []),
        ("Five people died in attack by Homs rebels", []),
    ],
)
def test_a_headline_that_lost_its_signs_names_its_source_behind_the_place(headline: str, sources: list[str]) -> None:
    assert chain(headline, "Five people died") == sources


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Hassan a resident of the west of the city said five people died.", ["Hassan"]),
        ("Hassan Wali one of the spokesmen within the Northern Front said five people died.", ["Hassan Wali"]),
        ("Syria Civil Defence a rescue service in rebel-held towns said five people died.", ["Syria Civil Defence"]),
        (
            "The website Hurriya Al-Shamia that is close to the rebels said five people died.",
            ["website Hurriya Al-Shamia"],
        ),
        ("Quoting a doctor, the outlet reported that five people died.", ["doctor", "outlet"]),
        ("The envoy for Syria Hassan Wali said five people died.", ["Hassan Wali"]),
        ("The global chemical arms watchdog said five people died.", ["global chemical arms watchdog"]),
    ],
)
def test_a_name_speaks_before_what_it_is_told_to_be(sentence: str, sources: list[str]) -> None:
    assert chain(sentence, "ive people died") == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The provincial governor said five people died. Governor Hassan Wali told AFP of a blast.", ["Hassan Wali"]),
        ("Governor Hassan Wali told AFP of a blast. The governor said five people died.", ["Hassan Wali"]),
        ("A resident said five people died. Resident Hassan Wali told AFP of a blast.", ["resident"]),
        ("The governor said five people died. Governor Hassan Wali and Governor Ali Noor said more.", ["governor"]),
    ],
)
def test_an_office_stands_for_the_one_who_holds_it(text: str, sources: list[str]) -> None:
    assert chain(text, "five people died") == sources


def test_what_somebody_says_that_his_hospital_counted_is_his_word() -> None:
    assert chain("Hassan Wali said the hospital had recorded that five people died.", "five people died") == [
        "Hassan Wali"
    ]
    assert chain("Hassan Wali said Amnesty International had recorded that five people died.", "five people died") == [
        "Amnesty International"
    ]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("A film made by locals showed how five people died.", ["locals"]),
        ("Activists posted footage. Other footage showed how five people died.", []),
        (
            "A film released by Amnesty International shows a raid. The film shows how five people died.",
            ["Amnesty International"],
        ),
        ("Reuters photographs showed how five people died.", ["Reuters"]),
        ("State television reported a blast. The broadcaster said five people died.", ["State television"]),
        ("State television showed images of how five people died.", ["State television"]),
        ("Images shown on state television showed how five people died.", ["state television"]),
        ("Pictures posted on social media showed how five people died.", []),
        ("The raid in which five people died was shown on state television.", ["state television"]),
        ("In the north five people died, U.S. and Oruvian officials said.", ["U.S. and Oruvian officials"]),
        ("In the north five people died, Russia and Syrian officials said.", ["Russia", "Syrian officials"]),
        ("In the north five people died, the Oruvian news agency, Orupress, reported.", ["Orupress"]),
        ("In the north five people died, the monitoring group, OMG, reported.", ["monitoring group"]),
        ("A market was hit with police saying five people died.", ["police"]),
        ("The market burnt down, police said as five people died in the north.", []),
        ("The war goes on, she said referring to a raid in which five people died.", []),
        (
            "In the north five people died in raids which the Observatory said were carried out by jets.",
            ["Observatory"],
        ),
        ("Villages hosted militants who the army says had fired when five people died.", ["army"]),
    ],
)
def test_what_is_shown_meant_or_put_in_has_its_own_source(text: str, sources: list[str]) -> None:
    assert chain(text, "five people died") == sources


def test_nobody_who_claimed_it_is_no_source() -> None:
    text = "No person or group claimed responsibility for the attack."
    assert chain(text, "claimed responsibility", Blame("", Stance.UNKNOWN, "the attack")) == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Shells hit the town. According to medics five people died.", ["medics"]),
        ("Shells hit the town of Ayn According to medics five people died.", ["medics"]),
        ("Villages in the north of the country local rescue sources said five people died.", ["local rescue sources"]),
        ("The army said it had lost two police posts six huts as five people died.", ["army"]),
        (
            "A market was hit with a UN-led inquiry pointing the finger at the army as five people died.",
            ["UN-led inquiry"],
        ),
        ("The Observatory reported raids. The toll includes a family of which five people died.", ["Observatory"]),
        ("The Observatory updated its toll, saying five people died.", ["Observatory"]),
        ("The council in Homs said that five people died.", ["council in Homs"]),
    ],
)
def test_words_around_a_source_are_no_part_of_it(text: str, sources: list[str]) -> None:
    assert chain(text, "five people died") == sources


def test_it_is_no_plural_that_spoke_before() -> None:
    text = "The Observatory said local sources reported a blast. It said five people died."
    assert chain(text, "five people died") == ["Observatory"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Five people died, said a number of residents.",
        "Five people died, according to a number of residents.",
        "Five people died, as reported by several of the residents.",
    ],
)
def test_how_many_there_are_is_no_part_of_who_speaks(sentence: str) -> None:
    assert chain(sentence, "Five people died") == ["residents"]


def test_who_was_spoken_with_hands_it_on() -> None:
    text = "The nurse spoke with AFP last week and said five people died."
    assert chain(text, "five people died") == ["nurse", "AFP"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The mayor said a market was hit. Five people died, he went on.", ["mayor"]),
        ("The mayor said a market was hit. According to him, five people died.", ["mayor"]),
        ("A market was hit, the mayor said. According to her father, five people died.", ["father"]),
        ("Radio Okapi, quoting a priest, said five people died.", ["priest", "Radio Okapi"]),
        ("A tally by the Observatory shows five people died.", ["Observatory"]),
        ("Figures compiled by the Observatory show that five people died.", ["Observatory"]),
        ("The Observatory's latest bulletin says that five people died.", ["Observatory"]),
        ("A hunter who escaped said five people died.", ["hunter"]),
        ("Refugees reaching Utopia said five people died.", ["Refugees"]),
        ("Late in the evening Noor said five people died.", ["Noor"]),
        ("The head of the northern region, Ali Noor, said five people died.", ["Ali Noor"]),
        ("The governor told state television that five people died.", ["governor", "state television"]),
    ],
)
def test_who_goes_on_counts_or_is_quoted_is_found(text: str, sources: list[str]) -> None:
    assert chain(text, "ive people died") == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The official news agency said five people died. TASS told of a blast.", ["TASS"]),
        ("The national news agency said five people died. TASS and IRNA told of it.", ["national news agency"]),
        ("The aid group said five people died. Nurses of UOSSM ran the clinic.", ["UOSSM"]),
        ("The emergency agency said five people died. Boko Haram fled.", ["emergency agency"]),
        ("Raid on the old town: five people died in Homs NGO\n\nThe Observatory told of jets.", ["Observatory"]),
        ("Raid on the old town: five people died in Homs UNICEF\n\nJets came at noon.", ["UNICEF"]),
    ],
)
def test_a_body_told_by_its_kind_is_named_elsewhere(text: str, sources: list[str]) -> None:
    assert chain(text, "five people died") == sources


def test_what_nobody_claims_is_told_by_no_claimant() -> None:
    unknown = Blame("", Stance.UNKNOWN, None)
    text = "No warning came, nor has any subversive movement claimed responsibility for the raid."
    assert chain(text, "any subversive movement claimed responsibility", unknown) == []
    text = "Police said that no group had claimed responsibility for the raid."
    assert chain(text, "no group had claimed responsibility", unknown) == ["Police"]
