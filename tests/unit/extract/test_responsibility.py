"""Responsibility laid, denied, taken: for each rule sentences that it reads, and sentences that it leaves alone."""

import pytest

from corroborate.extract import extract
from corroborate.model.mention import Blame, Mention
from tests.reading_sentences import report


def blames(text: str) -> list[Mention]:
    return [mention for mention in extract(report(text))[0] if isinstance(mention.content, Blame)]


def told(text: str) -> list[str]:
    """Return what a text says of responsibility: "accused Brigade | shelling the port", "unknown | the raid"."""
    found = []
    for mention in blames(text):
        if isinstance(mention.content, Blame):
            about = f" | {mention.content.about}" if mention.content.about else ""
            found.append(f"{mention.content.stance} {mention.content.actor}".strip() + about)
    return found


READ = [
    # B48 identified
    ("Witnesses identified the killers as members of the army.", "accused members of the army | the killers"),
    ("The attackers were identified as soldiers.", "accused soldiers | The attackers"),
    ("The authors of the raid are unknown.", "unknown"),
    ("The rebels admitted that rebels had shelled the port.", "admitted rebels | that rebels had shelled the port"),
    (
        "It accused members of the Red Unit of having killed a cook.",
        "accused members of the Red Unit | having killed a cook",
    ),
    ("The mayor condemned the raid and attributed it to the Red Unit.", "accused Red Unit | the raid"),
    ("Police attributed the killings to an armed group.", "accused armed group | the killings"),
    (
        "A caller claimed responsibility for the blast on behalf of the Red Unit.",
        "claimed Red Unit | the blast on behalf of the Red Unit",
    ),
    ("The mayor rejected accusations that the army shelled the port.", "denied army | the army shelled the port"),
    ("The pilots bombed the port and they are responsible for the damage.", "accused pilots | the damage"),
    # B47 called the doer of an act
    ("Ali Noor, the alleged mastermind of the bombing, fled.", "accused Ali Noor | the bombing"),
    ("Ali Noor is the mastermind of the bombing.", "accused Ali Noor | the bombing"),
    ("The killers of the cooks are soldiers.", "accused soldiers | the cooks"),
    ("The authors of the crime are members of the army.", "accused members of the army | the crime"),
    # B01 accused
    ("The ministry accused the militia of shelling the port.", "accused militia | shelling the port"),
    ("The army has been accused of shelling the port.", "accused army | shelling the port"),
    ("The army was accused by monitors of using sarin.", "accused army | using sarin"),
    ("Turkey, accused of bombing the camp, summoned the envoy.", "accused Turkey | bombing the camp"),
    (
        "It named the president, whom it accused of war crimes, in a letter.",
        "accused president | war crimes",
    ),
    (
        "The ministry accused several states, mainly Utopia and Sylvania, of shelling the port.",
        "accused Utopia and Sylvania | shelling the port",
    ),
    ("The man, Ali Noor, is accused of murder.", "accused Ali Noor | murder"),
    ("Ali Noor is the second man accused of murder.", "accused Ali Noor | murder"),
    # B02 charged, suspected
    ("The officer was charged with murder.", "accused officer | murder"),
    ("Ali Noor was indicted in the bombing.", "accused Ali Noor | the bombing"),
    ("Prosecutors charged two men with the killing of a priest.", "accused two men | the killing of a priest"),
    ("The general was convicted of genocide.", "accused general | genocide"),
    ("The court convicted two soldiers of murder.", "accused two soldiers | murder"),
    ("Residents strongly suspect Boko Haram.", "accused Boko Haram"),
    ("The commander is implicated in the bombings.", "accused commander | the bombings"),
    # B34 called a culprit, B35 holding what is banned
    ("The trial of suspected bomber Ali Noor began.", "accused Ali Noor"),
    ("Police seek accused police killer Sam Hill.", "accused Sam Hill"),
    (
        "Officials believe the Utopian government still holds chemical weapons.",
        "accused Utopian government | holds chemical weapons",
    ),
    # B36 retaliated
    ("The Taliban said the blast was in retaliation for the arrests.", "claimed Taliban | the blast"),
    ("Utopia was largely to blame for the raid.", "accused Utopia | the raid"),
    # B10, B11
    (
        "It asks that those behind the crimes be held accountable, namely the Utopian army.",
        "accused Utopian army",
    ),
    ("The responsibility for the raid lay with the army.", "accused army | the raid"),
    # B42 to B44 courts
    ("Two men were sentenced to death for the bombing.", "accused Two men | the bombing"),
    ("A court jailed two officers for the murders.", "accused two officers | the murders"),
    ("A court found two officers guilty of murder.", "accused two officers | murder"),
    ("Ali Noor is serving a life sentence for the murder of a judge.", "accused Ali Noor | the murder of a judge"),
    ("A warrant was issued for Ali Noor over the raid.", "accused Ali Noor | the raid"),
    ("They got a warrant for the arrest of Ali Noor over the raid.", "accused Ali Noor | the raid"),
    ("Utopia shouldered much of the blame for the raid.", "accused Utopia | the raid"),
    # B37 suspicion, B38 marks, B39 wanted, B40 guilty
    ("Suspicion has fallen on the rebels.", "accused rebels"),
    ("Fingers were pointed at the army after the raid.", "accused army"),
    ("The blast was believed to be the work of the militia.", "accused militia | The blast"),
    ("The raid bore the hallmarks of the militia.", "accused militia | The raid"),
    ("Ali Noor is wanted in connection with the bombing.", "accused Ali Noor | the bombing"),
    ("Police suspect the rebels of planting the bomb.", "accused rebels | planting the bomb"),
    ("Ali Noor pleaded guilty to the murder of a priest.", "admitted Ali Noor | the murder of a priest"),
    ("Ali Noor pleaded not guilty to the murder of a priest.", "denied Ali Noor | the murder of a priest"),
    ("A court found the general guilty of genocide.", "accused general | genocide"),
    ("The two men pleaded innocent to the murder of a priest.", "denied two men | the murder of a priest"),
    ("Ali Noor was found guilty of genocide.", "accused Ali Noor | genocide"),
    ("The capital blames the Noor network for the raid.", "accused Noor network | the raid"),
    ("Nobody has admitted planting the bomb.", "unknown | planting the bomb"),
    ("He blamed the raid on forces loyal to the president.", "accused forces loyal to the president | the raid"),
    # B03 blamed
    ("Rebels blamed the army for the shelling.", "accused army | the shelling"),
    ("The shelling was blamed on Boko Haram.", "accused Boko Haram | The shelling"),
    ("The government blamed “terrorists” for the blast.", "accused terrorists | the blast"),
    ("Militants blamed for market blast", "accused Militants | market blast"),
    ("It was a raid which the army blamed on rebels.", "accused rebels | a raid"),
    # B04 attributed
    ("The report attributed most of the deaths to the militia.", "accused militia | most of the deaths"),
    ("The blast was attributed to Hezbollah.", "accused Hezbollah | The blast"),
    # B05 reproached
    ("The council condemned the militia for killing nurses.", "accused militia | killing nurses"),
    ("The militia was condemned for abuses of human rights.", "accused militia | abuses of human rights"),
    # B06 suspect
    ("Police said Ali Noor is a suspect in the shooting.", "accused Ali Noor | the shooting"),
    ("Ali Noor is being sought as a suspect in the killing.", "accused Ali Noor | the killing"),
    ("Police named a suspect in the killing -- Ali Noor.", "accused Ali Noor | the killing"),
    # B07 faces charges
    ("The colonel faces charges of torture.", "accused colonel | torture"),
    ("Militia faces accusations of torture", "accused Militia | torture"),
    # B09 to blame
    ("Officials said that Damascus was to blame.", "accused Damascus"),
    # B10 responsible
    ("The militia is responsible for the raid.", "accused militia | the raid"),
    ("The envoy held the army responsible for the raid.", "accused army | the raid"),
    ("The army may have been responsible for the raid.", "accused army | the raid"),
    ("Army likely responsible for gas attack, group says", "accused Army | gas attack"),
    ("The envoy holds Utopia fully responsible for the raid.", "accused Utopia | the raid"),
    # B11 responsibility lies with, bears
    ("Responsibility for the massacre lies with the army.", "accused army | the massacre"),
    ("The army bears full responsibility for the massacre.", "accused army | the massacre"),
    ("Utopia shares responsibility for the raid, an envoy said.", "accused Utopia | the raid"),
    # B12 behind
    ("The brigade was most likely behind the blast.", "accused brigade | the blast"),
    ("The minister said all signs showed Iran was behind the blast.", "accused Iran | the blast"),
    ("There was a massacre and the brigade was behind it.", "accused brigade | it"),
    # B13 part in it
    ("The bombings were plotted by the brigade.", "accused brigade | The bombings"),
    ("The brigade planned the attacks.", "accused brigade | the attacks"),
    ("The brigade was involved in the bombings.", "accused brigade | the bombings"),
    ("The brigade helped with the raid.", "accused brigade | the raid"),
    ("The commander played a key role in the bombings.", "accused commander | the bombings"),
    # B14, B18 law broken, crime committed
    ("The army violated the ceasefire.", "accused army | the ceasefire"),
    ("The army has, without doubt, committed war crimes.", "accused army | war crimes"),
    ("The truce was repeatedly violated by the militia.", "accused militia | The truce"),
    ("He deplored the crimes committed by the militia.", "accused militia | the crimes"),
    ("He deplored the war crimes the militia is committing.", "accused militia | the war crimes"),
    ("He deplored the genocide Russia is committing.", "accused Russia | the genocide Russia"),
    # B15 alleged
    ("There are allegations of a gas attack by the army.", "accused army | a gas attack"),
    ("Monitors reported cases of torture by government forces.", "accused government forces | torture"),
    # B16 crimes of
    ("He condemned the crimes of the militia.", "accused militia | the crimes"),
    ("He condemned Utopias war crimes.", "accused Utopia | Utopias war crimes"),
    # B17 share of the harm
    ("The Taliban caused a third of the civilian deaths.", "accused Taliban | a third of the civilian deaths"),
    # B20 claimed
    ("Hamas claimed responsibility for the bombing.", "claimed Hamas | the bombing"),
    ("Hamas claimed responsibility on Friday for the bombing.", "claimed Hamas | the bombing"),
    ("Responsibility for the bombing was claimed by Hamas.", "claimed Hamas | the bombing"),
    ("Taliban claim responsibility for Kabul bombing", "claimed Taliban | Kabul bombing"),
    ("Army of Freedom claims responsibility for raid", "claimed Army of Freedom | raid"),
    # B21 no claim
    ("No group has claimed responsibility for the bombing.", "unknown | the bombing"),
    ("There was no immediate claim of responsibility.", "unknown"),
    ("No individual or group claimed responsibility for the attacks.", "unknown | the attacks"),
    ("Responsibility for the bombing was claimed by nobody.", "unknown | the bombing"),
    ("Responsibility was claimed by Hamas.", "claimed Hamas"),
    # B22 the act claimed
    ("The bombing was not claimed by any group.", "unknown | The bombing"),
    ("The bombing was claimed by Hezbollah.", "claimed Hezbollah | The bombing"),
    ("The Islamic State claimed the attack.", "claimed Islamic State | the attack"),
    ("Hamas claims suicide attack on base", "claimed Hamas | Hamas claims suicide attack on base"),
    # B23, B24 its own act
    ("Hezbollah said it was behind the attack.", "claimed Hezbollah | it was behind the attack"),
    (
        "The coalition said its strikes unintentionally killed six farmers.",
        "admitted coalition | its strikes unintentionally killed six farmers",
    ),
    ("No militia has yet said it was behind the attack.", "unknown | it was behind the attack"),
    ("The ELN claimed authorship of the attack.", "claimed ELN"),
    # B45 we did
    ("“We carried out the attack,” Taliban spokesman Ali Noor said.", "claimed Taliban | We carried out the attack"),
    # B46 nothing to do with it
    ("The Taliban said they had nothing to do with the attack.", "denied Taliban | the attack"),
    ("The militia disclaimed responsibility for the attack.", "denied militia | responsibility for the attack"),
    # B25, B28 unknown
    ("The attackers have not been identified.", "unknown"),
    ("The gunmen have yet to be identified.", "unknown"),
    ("It was not immediately clear who carried out the attack.", "unknown | carried out the attack"),
    ("Police did not say who planted the bomb.", "unknown | planted the bomb"),
    ("There are no reports on the identity of the attackers.", "unknown"),
    ("The perpetrators remain unknown.", "unknown"),
    ("Nor has any group claimed responsibility for the raid.", "unknown | the raid"),
    # B26, B27 admitted, not admitted
    ("The coalition acknowledged killing 14 civilians.", "admitted coalition | killing 14 civilians"),
    ("The army acknowledged the strike.", "admitted army | the strike"),
    ("Russia has not acknowledged any civilian deaths.", "denied Russia | any civilian deaths"),
    # B30 denied
    ("The army denied shelling the town.", "denied army | shelling the town"),
    ("Damascus denies any involvement.", "denied Damascus | any involvement"),
    ("The army rejected the accusations.", "denied army | the accusations"),
    ("Moscow denied its aircraft were behind the raid.", "denied Moscow | its aircraft were behind the raid"),
    ("A source denied the army had used such weapons.", "denied army | the army had used such weapons"),
    ("A source denied allegations that the army had used gas.", "denied army | the army had used gas"),
    ("The regime denied reports that it had shelled the town.", "denied regime | reports"),
    ("The regime denied reports that its jets shelled the town.", "denied regime | reports"),
    ("It is an accusation dismissed by the army.", "denied army | an accusation"),
    ("A spokesman for Hamas denied the accusation.", "denied Hamas | the accusation"),
    ("The envoy spoke of an accusation that the army denies.", "denied army | an accusation"),
    ("The envoy spoke of gas attacks, which the army denies.", "denied army | gas attacks"),
    # B31 did not
    ("The spokesman said the army did not carry out strikes.", "denied army | did not carry out strikes"),
    ("Rebels said jets bombed the port. The army denied the report.", "denied army | the report"),
    # B32 called false
    ("The army dismissed the report as propaganda.", "denied army | the report as propaganda"),
]
LEFT = [
    "Police identified the victims as soldiers.",
    "The mayor admitted that rebels had shelled the port.",
    "The mayor shares no responsibility for the murder.",
    "The killers of the cooks could have been soldiers.",
    "He does not know if the army committed the crime.",
    "There is no proof that the army committed the crime.",
    "Police ask whether the army is responsible for the raid.",
    "The people who are responsible for the raid must be found.",
    "People involved in the raid fled.",
    # B47
    "The killers of the cooks are at large.",
    "Witnesses spoke of the killers of two cooks",
    "The authors of the report on the raid are soldiers.",
    # B01, B04
    "The mayor does not want to accuse anyone of the murder.",
    "The mayor attributed the delay to an armed group.",
    "The guard, which is responsible for guarding the port, met the envoy.",
    "The army admitted that the raids could be linked to the vote.",
    "The army admitted that a truck was damaged by rebels.",
    "The army admitted that two soldiers were wounded.",
    "The navy will repel any act that violates its airspace.",
    "The minister denied him access to the files.",
    "The ministry rejected the ceasefire proposal.",
    "Israel has neither confirmed nor denied the strike.",
    "Israel declined to comment on the strike.",
    "A spokesman denied that the rebels had left the town.",
    "The brigade planned no attacks on the town.",
    "A security source acknowledged that the strike killed nine people.",
    "Neither side blamed the army for the blast.",
    "The US accused Russia of blocking the resolution.",
    "Those responsible for the raid must be held accountable.",
    "The commander is responsible for logistics.",
    "The quake claimed 40 lives.",
    "The minister blamed nobody for the blast.",
    "Neither the police nor the mayor accused any group of planting the bomb.",
    "The army rarely acknowledges its strikes.",
    "The army denied the report that rebels had left the town.",
    "“We will carry out the attack,” the commander said.",
    "The residents have nothing to do with politics, they said.",
    "One of the victims has not been identified.",
    "The farmers blamed the delay on the weather.",
    "A gas suspected of being chlorine fell on the town.",
    "The Assad regime committed a massacre in the village.",
    "They could be charged with murder.",
    "Ali Noor was found not guilty of the murder of a priest.",
    "Ali Noor was found innocent of the murder of a priest.",
    "Ali Noor could be found guilty of the murder of a priest.",
    "The envoy held nobody responsible for the raid.",
    "The council found responsible parties for the raid.",
    "A judge dismissed claims of torture against the army.",
    "He was charged with fleeing from two officers.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_is_said_of_responsibility_is_read(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_only_looks_like_responsibility_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Taliban and the army were accused of torture.", ["Taliban", "army"]),
        ("He blamed Iran and Russia for the raid.", ["Iran and Russia"]),
        ("He condemned the crimes committed by the regime and its allies.", ["regime and its allies"]),
        (
            "He condemned the crimes committed by the regime and its allies as well as by ISIS.",
            ["regime and its allies", "ISIS"],
        ),
        ("India and Pakistan traded blame for the shelling.", ["India and Pakistan"]),
        ("The two sides blamed each other for the shelling.", ["two sides"]),
    ],
)
def test_parties_stand_alone_unless_told_as_one(text: str, actors: list[str]) -> None:
    assert [m.content.actor for m in blames(text) if isinstance(m.content, Blame)] == actors


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Hezbollah fired at the port. It claimed responsibility for the attack.", "Hezbollah"),
        ("Ali Noor fled last year. He is charged with murder.", "Ali Noor"),
        ("Hezbollah fired at the port. The group denied shelling the market.", "Hezbollah"),
        ("“We did not target civilians,” an army spokesman said.", "army"),
    ],
)
def test_a_pronoun_is_resolved_to_the_party_named_before(text: str, actor: str) -> None:
    assert [m.content.actor for m in blames(text) if isinstance(m.content, Blame)] == [actor]


def test_an_accusation_inside_a_denial_is_none() -> None:
    assert told("Moscow denied its forces were behind the raid.") == ["denied Moscow | its forces were behind the raid"]


def test_a_denial_names_no_author_and_an_accusation_does() -> None:
    denied = blames("The army denied shelling the town.")
    accused = blames("The envoy accused the army of shelling the town.")
    assert [m.by for m in denied] == [()]
    assert [m.by for m in accused] == [("army",)]


def test_the_words_of_an_accusation_begin_with_who_makes_it() -> None:
    (accusation,) = blames("On Monday the envoy accused the army of shelling the town.")
    assert accusation.span.quote == "the envoy accused the army of shelling the town"


def test_the_words_of_a_claim_begin_with_the_responsibility_claimed() -> None:
    (claim,) = blames("Responsibility for the bombing was claimed by Hamas.")
    assert claim.span.quote == "Responsibility for the bombing was claimed by Hamas"


def test_a_law_is_not_blamed_for_breaking_one() -> None:
    assert told("It recalled Resolution 1701, which prohibits raids, as well as violating the law of war.") == []


def test_each_act_of_a_list_is_claimed() -> None:
    assert told("Hamas claimed responsibility for the blast in Salba, a raid on the port and the shooting.") == [
        "claimed Hamas | the blast in Salba",
        "claimed Hamas | a raid on the port",
        "claimed Hamas | the shooting",
    ]


def test_an_accused_person_is_who_the_report_calls_by_name() -> None:
    text = (
        "Activist Charged in Bombing\n\nThe police said that baker Sam Hill was charged with murder over the blast. "
        "``We have him,'' said Ali Noor, an officer. He was accused on Monday of planting the bomb.\n"
    )
    assert [one.partition(" |")[0] for one in told(text)] == ["accused baker Sam Hill"] * 3


def test_whom_a_pronoun_accuses_is_not_who_was_harmed() -> None:
    text = "Sam Hill was charged with murder. Dr. Ali Noor was wounded in the shooting. He is wanted for a bombing."
    assert [one.partition(" |")[0] for one in told(text)] == ["accused Sam Hill"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The killer Ali Noor fled.",
        "Ali Noor is wanted for questioning over the raid.",
        "Ali Noor was jailed for a year after the raid.",
        "Ali Noor may be jailed for the raid.",
        "Ali Noor is serving as a guard for the murder trial.",
        "There was no warrant for Ali Noor over the raid.",
        "Police had a warrant for the house over the raid.",
        "The raid was the work of an hour.",
        "He pointed a finger at the map of the raid.",
        "The regime has many chemical plants.",
        "Officials said the blast was in retaliation for the arrests.",
    ],
)
def test_a_name_a_plant_or_a_reason_alone_lays_no_blame(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ali Noor was charged with the murder of two judges.", ()),
        ("Ali Noor is wanted for the bombing of a school.", ()),
        ("Ali Noor is serving a life sentence for the murder of a judge.", ()),
        ("The minister accused the rebels of shelling the port.", ("rebels",)),
    ],
)
def test_whom_the_law_is_after_is_not_yet_said_to_have_done_it(text: str, by: tuple[str, ...]) -> None:
    assert [mention.by for mention in blames(text)] == [by]


def test_who_denies_and_blames_another_does_both() -> None:
    text = "The army denied involvement and instead blamed the rebels for the raid."
    assert told(text) == ["denied army | involvement", "accused rebels | the raid"]


def test_who_is_accused_did_not_arrest_himself() -> None:
    mentions, _ = extract(report("Ali Noor, the alleged mastermind of the bombing, was arrested."))
    assert [mention.by for mention in mentions if not isinstance(mention.content, Blame)] == [()]
