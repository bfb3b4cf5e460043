"""Who did it: for each way of saying so sentences that are read, and sentences that name nobody."""

import pytest

from corroborate.extract.authors import Doers
from corroborate.extract.cast import Cast, party_of
from corroborate.extract.units import UnitKind
from tests.reading_sentences import chunked, sentence


def doers(text: str, word: str, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the authors of what the unit with a head word tells."""
    units = chunked(text)
    kinds = (UnitKind.NOUN, UnitKind.VERB, UnitKind.STATE)
    at = next(i for i, unit in enumerate(units) if unit.word == word and unit.kind in kinds)
    return Doers(Cast(units, sentence(text).tokens, text, lambda: before)).of(at)


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        # B01 subject
        ("The Moro National Liberation Front shelled the town.", "shelled", ("Moro National Liberation Front",)),
        ("A bomb placed by the ELN exploded at the bank.", "exploded", ("ELN",)),
        ("The Taliban claimed responsibility for the raid on a bus.", "raid", ("Taliban",)),
        ("The Taliban claimed responsibility for the raid, which killed two.", "killed", ("Taliban",)),
        ("The Taliban have not claimed responsibility for the raid.", "raid", ()),
        ("Police arrested two in connection with the raid.", "raid", ()),
        ("Police detained two over the raid.", "raid", ()),
        ("Rebels launched a series of raids.", "raids", ("Rebels",)),
        ("Utopian pilots took part in the raids.", "raids", ("Utopian pilots",)),
        ("The army sowed terror by carrying out raids.", "raids", ("army",)),
        ("“We shelled the town,” the army said.", "shelled", ("army",)),
        ("“We shelled the town,” a spokesman for the Red Front said.", "shelled", ("Red Front",)),
        ("A Taliban spokesman said: “Our fighters shelled the town.”", "shelled", ("Taliban",)),
        ("“We shelled the town,” he said.", "shelled", ()),
        ("The rebel offensive left six people dead and ten wounded.", "dead", ("rebel",)),
        ("The rebel offensive left six people dead and ten wounded.", "wounded", ("rebel",)),
        ("The militia left six people dead.", "dead", ("militia",)),
        ("Six people were left dead by the army raid.", "dead", ("army",)),
        ("The war has left thousands dead.", "dead", ()),
        ("The militia repelled a raid on the town.", "raid", ()),
        ("The murderers of two nuns shelled a house.", "shelled", ()),
        ("Six nuns were murdered by individuals in uniform.", "murdered", ()),
        ('The notorious "death squads" have killed thousands.', "killed", ("death squads",)),
        ("Clashes between the NUF [Noor United Front] and the army killed six.", "clashes", ("NUF", "army")),
        ("The NUF (Noor United Front) fighters shelled the town.", "shelled", ("NUF",)),
        ("In Noor (central Utopia) rebels shelled a bus.", "shelled", ("rebels",)),
        ("The militia, which lost six men, said its fighters shelled the town.", "shelled", ("militia",)),
        ("The armed forces' raid killed two.", "raid", ("armed forces",)),
        ("The dictatorship bombed towns.", "bombed", ("dictatorship",)),
        (
            "Clashes between rebels and the army and heavy air force raids killed two.",
            "clashes",
            ("rebels", "army"),
        ),
        ("They said the rebels attacked at dawn.", "attacked", ("rebels",)),
        ("The soldiers attacked in Noor fled.", "attacked", ()),
        ("Members of the riot squad killed three.", "killed", ("Members of the riot squad",)),
        ("A guerrilla attack killed three.", "attack", ("guerrilla",)),
        ("Soldiers, policemen and rebels shelled a house.", "shelled", ("Soldiers", "policemen", "rebels")),
        ("Fleeing from soldiers, rebels and policemen shelled a house.", "shelled", ("rebels", "policemen")),
        ("The army, the navy, and the police are accused of killing six.", "killing", ("army", "navy", "police")),
        ("The judge accused the army, the navy and Noor of killing six.", "killing", ("army", "navy", "Noor")),
        ("Two raids on Homs were condemned on Saturday by rebels.", "raids", ()),
        ("Two raids on Homs were launched on Saturday by rebels.", "raids", ("rebels",)),
        ("Noor admitted in court that he killed two nuns.", "killed", ("Noor",)),
        ("Noor did not admit that he killed two nuns.", "killed", ()),
        ("Sri Lankan army raids killed two.", "raids", ("Sri Lankan army",)),
        ("South Sudanese army raids killed two.", "raids", ("South Sudanese army",)),
        ("Rebels carried out guerrilla attacks.", "attacks", ("Rebels",)),
        ("Utopian rebels carried out a terrorist raid.", "raid", ("Utopian rebels",)),
        ("The Noor army's raid killed two.", "raid", ("Noor army",)),
        ("Troops stormed the village, beat residents, burned homes, and shot two.", "burned", ("Troops",)),
        ("Rebels robbed a bank near Homs, took hostages, and killed two.", "killed", ("Rebels",)),
        ("Rebels ambushed a convoy, wounded in the fight.", "wounded", ()),
        ("The army is the one that shelled the town.", "shelled", ("army",)),
        ("The rebels are not the ones who shelled the town.", "shelled", ()),
        ("Noor Front has inflicted ten casualties on the army.", "casualties", ("Noor Front",)),
        ("The mayor Ali Noor ordered the murder of two men.", "murder", ("mayor Ali Noor",)),
        ("People stayed despite the army shelling the town.", "shelling", ("army",)),
        ("There were reports of soldiers shooting villagers.", "shooting", ("soldiers",)),
        ("An attack of rebels killing two was told of.", "killing", ()),
        ("The rebels began their terrorist offensive.", "offensive", ("rebels",)),
        ("The army last night shelled the town.", "shelled", ("army",)),
        ("The militia earlier this week burned six houses.", "burned", ("militia",)),
        ("The Syrian army shelled the town.", "shelled", ("Syrian army",)),
        ("Police say a car bomb near the port killed two.", "killed", ()),
        ("The army announced raids on the port.", "raids", ("army",)),
        ("The police suspect an attack on the port.", "attack", ()),
        ("A bomb in a district known as New Hope killed two.", "killed", ()),
        ("Rebels dressed as policemen opened fire on a bus.", "opened fire", ("Rebels",)),
        ("Forces positioned on the border opened fire on a farm.", "opened fire", ("Forces",)),
        ("Rebels armed with shotguns killed two.", "killed", ("Rebels",)),
        ("Rebels attacked and killed four miners.", "attacked", ("Rebels",)),
        ("Utopian forces shelled near Homs.", "shelled", ("Utopian forces",)),
        ("Two soldiers shelled near Homs died.", "shelled", ()),
        ("Villagers killed two men.", "killed", ("Villagers",)),
        ("Villagers killed in a raid.", "killed", ()),
        ("Twelve villagers killed two hours later.", "killed", ()),
        ("Jets thought to be Russian bombed a school.", "bombed", ("Russian",)),
        ("People suspected to be herdsmen killed two.", "killed", ("herdsmen",)),
        ("Insurgents suspected to be members of the Red Front killed two.", "killed", ("members of the Red Front",)),
        ("The army mainly comprising of volunteers shelled the town.", "shelled", ("army",)),
        ("Two died as the army battled to retake the town.", "battled", ("army",)),
        (
            "Two died in an operation that was started by Turkish-backed groups.",
            "operation",
            ("Turkish-backed groups",),
        ),
        ("Unidentified militants killed two.", "killed", ()),
        ("The Labutta Task Force killed two.", "killed", ("Labutta Task Force",)),
        ("A task force killed two.", "killed", ()),
        ("A bus struck a mine planted by rebels.", "struck", ("rebels",)),
        ("Two died in a raid that was carried out by rebels.", "raid", ("rebels",)),
        ("A raid that killed two was condemned by the army.", "raid", ()),
        ("The army ambushed on Friday a group of rebels near Homs killing two.", "killing", ("army",)),
        ("Strikes on Homs and a Turkish raid killed two.", "killed", ("Turkish",)),
        ("Two villagers stormed a school.", "stormed", ("villagers",)),
        ("Armed men from the Peul community killed two.", "killed", ("Peul community",)),
        ("Gunmen suspected to be of the Peul tribe attacked a farm.", "attacked", ("Peul tribe",)),
        ("Rebels have engaged in a massacre of villagers.", "massacre", ("Rebels",)),
        ("The chief of the Peul tribe was ambushed and murdered this evening.", "murdered", ()),
        ("Two bombs in the capital, Noor, have killed two.", "killed", ()),
        ("A bomb went off in a village populated by members of the Red Front, killing two.", "killing", ()),
        ("Rebels are alleged to have shelled the town.", "shelled", ("Rebels",)),
        ("Two soldiers are said to have been killed.", "killed", ()),
        ("A bomb went off amid supporters of the minister gathered in Homs, killing two.", "killing", ()),
        ("The police arrested two men in connection with the burning alive of a thief.", "burning alive", ()),
        ("Russian warplanes bombed a school and hit a market.", "hit", ("Russian",)),
        ("Regime forces, backed by militias, stormed the village.", "stormed", ("Regime forces", "militias")),
        ("A village was stormed by rebels backed by Turkey.", "stormed", ("rebels",)),
        ("Kurdish forces and rebels attacked the base.", "attacked", ("Kurdish forces", "rebels")),
        ("Rebels attacked the base, killing two soldiers.", "killing", ("Rebels",)),
        ("Rebels name slain soldier.", "slain", ()),
        ("They [the Kurdish forces] are shelling the town.", "shelling", ("Kurdish forces",)),
        ("The rebels [in the north] shelled the town.", "shelled", ("rebels",)),
        ("A rebel raid the army says killed five was denied.", "killed", ("rebel",)),
        ("The minister accused Ruritania of shelling the port.", "shelling", ("Ruritania",)),
        ("Many died in Israel's offensive on the port since the attack by Hamas.", "offensive", ("Israel",)),
        ("They were hit in air strikes and shelling by the Syrian army.", "air strikes", ("Syrian army",)),
        ("Help went to the Free Syrian Army fighting ISIS.", "fighting", ("Free Syrian Army",)),
        ("The shelling of the rebels on the town killed two.", "shelling", ("rebels",)),
        ("The bombing of Russian warplanes this morning on the port killed two.", "bombing", ("Russian",)),
        ("The bombing of a Turkish drone targeting the road killed two.", "bombing", ("Turkish",)),
        ("The shelling of the rebels on Monday killed two.", "shelling", ()),
        ("The shelling of the rebels on the outskirts killed two.", "shelling", ()),
        ("The bombing of the market on the hill killed two.", "bombing", ()),
        ("Two soldiers fell in clashes.", "fell", ()),
        ("The town fell to rebels.", "fell", ("rebels",)),
        ("Rockets hit a market in areas held by rebels, killing two.", "killing", ()),
        ("Rockets hit a market in a city controlled by rebels and militias, killing two.", "killing", ()),
        ("Strikes carried out by the army, killing two, went on.", "killing", ("army",)),
        ("Regime warplanes bombed a school.", "bombed", ("Regime",)),
        ("Rebels hit a tent where soldiers had met and killed six.", "killed", ("Rebels",)),
        ("4 soldiers killed 9 wounded in rebel attack.", "killed", ("rebel",)),
        ("Rebels positioned in nearby hills shelled the town.", "shelled", ("Rebels",)),
        ("Raids by rebels in Homs and Hama killed two.", "killed", ("rebels",)),
        ("Raids targeting the army killed two.", "killed", ()),
        ("The Arcadian War killed two.", "killed", ()),
        ("Rebels ambush soldiers, kill two.", "kill", ("Rebels",)),
        ("Rebels have left the army, soldiers say.", "left", ("Rebels",)),
        ("Blasts in Homs, Utopia, and Port al Noor, Arcadia, killed two.", "killed", ()),
        ("Blasts in Homs were heard and Ali Noor killed two.", "killed", ("Ali Noor",)),
        ("ISIS, an offshoot of the Red Front, who left the town in May, killed two.", "killed", ("ISIS",)),
        ("The army and the police having left the town shelled it.", "shelled", ("army", "police")),
        ("Four suicide bombers killed two.", "killed", ("suicide bombers",)),
        (
            "Fighters of the Red Front and the Lions of Hama attacked a base.",
            "attacked",
            ("Fighters of the Red Front", "Lions of Hama"),
        ),
        ("The “Red Front” fighters attacked a base.", "attacked", ("Red Front” fighters",)),
        ("Casualties in Turkish strikes rose.", "casualties", ("Turkish",)),
        ("Strikes thought to be by planes from the army killed two.", "strikes", ("army",)),
        ("A drone that is believed to belong to the army hit a car.", "hit", ("army",)),
        ("Two boys were killed in what were likely Turkish raids.", "killed", ("Turkish",)),
        ("The Israeli aggression which hit with missiles a house went on.", "hit", ("Israeli",)),
        ("Regime troops shot into the town.", "shot", ("Regime troops",)),
        ("They fled because of mines planted by rebels.", "planted", ("rebels",)),
        ("Police and marchers clashed in Derry.", "clashed", ("Police", "marchers")),
        ("The army clashed with rebels in Homs.", "clashed", ("army", "rebels")),
        ("Rebels hit the army tank in Homs, killing two.", "killing", ("Rebels",)),
        ("Two men were killed in rebel fire on the town.", "killed", ("rebel",)),
        ("Shelling, with rockets, between the army and rebels went on.", "shelling", ("army", "rebels")),
        ("Raids by the army in Homs, Utopia killed two boys.", "killed", ("army",)),
        ("Russian raids in and around Homs killed two boys.", "killed", ("Russian",)),
        ("A raid by suspected rebels killed two boys.", "raid", ("rebels",)),
        ("The army answered with raids in which two boys were killed.", "killed", ("army",)),
        ("“Red Front” which is one of the formations of Nusra Front hit a base.", "hit", ("Red Front",)),
        ("An attack by H*T*S killed two boys.", "attack", ("H*T*S",)),
        ("A Sudanese army strike killed two boys.", "strike", ("Sudanese army",)),
        ("Azerbaijani drones killed two boys.", "killed", ("Azerbaijani",)),
        ("The People's Defence Force killed two boys.", "killed", ("People's Defence Force",)),
        ("Ruritanian invaders killed two boys.", "killed", ("Ruritanian invaders",)),
        ("Nusra Front (a branch of another) militants killed two boys.", "killed", ("Nusra Front",)),
        ("Turkey said its aircraft killed two boys.", "killed", ("Turkey",)),
        ("The army said its jets killed two boys.", "killed", ("army",)),
        ("FPLC killed two boys.", "killed", ("FPLC",)),
        ("FLOODS KILLED TWO BOYS.", "killed", ()),
        ("Settlers attacked a village.", "attacked", ("Settlers",)),
        ("Ali Noor killed two boys.", "killed", ("Ali Noor",)),
        ("Rebels set off tonnes of explosives in a tunnel.", "explosives", ("Rebels",)),
        ("Militants on Monday stormed a base seized by the army.", "stormed", ("Militants",)),
        ("Fighters based in the hills fired shells at the town.", "fired", ("Fighters",)),
        ("The troops who took the town shelled a school.", "shelled", ("troops",)),
        ("SDF personnel attacked a car.", "attacked", ("SDF personnel",)),
        ("Troops loyal to the general shelled the town.", "shelled", ("Troops loyal to the general",)),
        ("Jets, which we believe were Russian, bombed a school.", "bombed", ("Russian",)),
        # B02 by-phrase
        ("The town was shelled by the Syrian army.", "shelled", ("Syrian army",)),
        ("Two boys were killed by rebels.", "killed", ("rebels",)),
        ("An attack by Nusra Front killed two.", "attack", ("Nusra Front",)),
        ("Two were killed by a group of suspected cattle rustlers.", "killed", ("cattle rustlers",)),
        ("A raid blamed on rebels killed two.", "raid", ("rebels",)),
        ("Mines planted by Nusra Front killed two.", "killed", ("Nusra Front",)),
        ("The town is under the siege of the army and its allies.", "siege", ("army", "allies")),
        ("Two boys were killed by the gunfire of the army, according to a report by medics.", "killed", ("army",)),
        ("The bomb was planted by members of Nusra Front.", "planted", ("members of Nusra Front",)),
        ("The death of two men at the hands of the army is a crime.", "death", ("army",)),
        # B03 adjective or owner
        ("Russian strikes killed five.", "strikes", ("Russian",)),
        ("The regime's shelling killed five.", "shelling", ("regime",)),
        ("The rebels’ shelling killed five.", "shelling", ("rebels",)),
        ("Turkey's artillery shelled a clinic.", "shelled", ("Turkey",)),
        ("Assads bombing killed five.", "bombing", ("Assads",)),
        # B04 the force that did it
        ("Russian strikes killed five.", "killed", ("Russian",)),
        ("Two boys were killed in Turkish shelling.", "killed", ("Turkish",)),
        ("Two boys were injured due to an attack by rebels.", "injured", ("rebels",)),
        # B05 the sides of a fight
        ("Clashes between sheep owners and the Dinka killed two.", "clashes", ("sheep owners", "Dinka")),
        ("Clashes that broke out between farmers and herders killed two.", "clashes", ("farmers", "herders")),
        (
            "Clashes between the Korie community who live in Homs and herders killed two.",
            "clashes",
            ("Korie community", "herders"),
        ),
        ("Clashes involving farmers and rebels killed two.", "clashes", ("farmers", "rebels")),
        ("Ethnic clashes between Fulanis and Bambaras killed two.", "clashes", ("Fulanis", "Bambaras")),
        ("An attack between Homs and Hama rebels denied killed two.", "attack", ()),
        ("Sectarian fighting that was ongoing between rebels and the army killed two.", "fighting", ("rebels", "army")),
        ("Clashes of Utopian troops with rebels killed two.", "clashes", ("Utopian troops", "rebels")),
        ("Clashes between the port and the market killed two.", "clashes", ()),
        ("Clashes between Homs and Hama killed two.", "clashes", ()),
        ("Clashes between the two sides killed two.", "clashes", ()),
        ("Two were killed in an attack on a rally by teachers in Homs.", "attack", ()),
        ("Two were killed in an attack on a rally by rebels in Homs.", "attack", ("rebels",)),
        ("Clashes between the army and rebels killed two.", "clashes", ("army", "rebels")),
        ("Clashes erupted near Ayn between the army and rebels.", "clashes", ("army", "rebels")),
        ("Heavy fighting broke out on Friday between the army and rebels.", "fighting", ("army", "rebels")),
        ("Two fighters were killed in clashes with Nusra Front.", "killed", ("Nusra Front",)),
        ("Two soldiers were killed fighting Nusra Front.", "killed", ("Nusra Front",)),
        ("Clashes broke out on Monday between the army and rebels.", "clashes", ("army", "rebels")),
        ("Fighting between rebels and the Red Front led by Ali Noor killed two.", "fighting", ("rebels", "Red Front")),
        ("An offensive led by Turkey killed two boys.", "offensive", ("Turkey",)),
        ("Two men died in clashes between a local affiliate Nusra Front and ISIS.", "died", ("Nusra Front", "ISIS")),
        # B06 light verbs
        ("Turkish forces launched an offensive.", "offensive", ("Turkish forces",)),
        ("Rebels responded with shelling.", "shelling", ("Rebels",)),
        ("US forces launched on Saturday a raid on the town.", "raid", ("US forces",)),
        ("Nusra Front said it was behind the raid.", "raid", ("Nusra Front",)),
        ("The coalition spoke as the army and its allies continued their shelling.", "shelling", ("army", "allies")),
        # who says it of himself, whose rockets, from whose lines, both sides, what they are said to be
        ("The rebels claimed to have killed six soldiers.", "killed", ("rebels",)),
        ("Six were killed by rockets Hezbollah fired at the town.", "rockets", ("Hezbollah",)),
        ("Shells fired from rebel positions killed six.", "killed", ("rebel",)),
        ("Six died in shelling from rebel lines.", "died", ("rebel",)),
        ("Six died in clashes pitting the army against the rebels.", "died", ("army", "rebels")),
        ("Gunmen believed to belong to the Red Front killed six.", "killed", ("Red Front",)),
        ("Six were killed by Maoists.", "killed", ("Maoists",)),
        ("A team of Maoists killed six.", "killed", ("team of Maoists",)),
        # accused
        ("He accused government forces of killing two boys.", "killing", ("government forces",)),
    ],
)
def test_the_author_is_named(text: str, word: str, names: tuple[str, ...]) -> None:
    assert doers(text, word) == names


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two boys were killed on Sunday.", "killed"),
        ("Jets bombed a school.", "bombed"),
        ("A suicide bomber killed two.", "killed"),
        ("Shelling of a town held by rebels killed two.", "killed"),
        ("Shelling of a town seized by rebels killed two.", "shelling"),
        ("Soldiers died on Sunday.", "died"),
        ("The army lost five men.", "lost"),
        ("Two drones launched towards Ayn were shot down.", "launched"),
        ("The army intercepted two drones.", "drones"),
        ("A raid the army says killed five was denied.", "killed"),
        ("The war killed thousands since it began with the shelling.", "killed"),
        ("The army said the shelling hit a school.", "shelling"),
        ("The government led an investigation of the raid.", "raid"),
        ("The military raid killed two.", "raid"),
        ("Rockets from Utopia and rockets from Russia hit the town.", "rockets"),
        ("Kobani's shelling went on.", "shelling"),
        ("Syria air strikes killed five.", "killed"),
        ("Bombings of the U.S. embassy killed two.", "killed"),
        ("Civilians fled the town.", "fled"),
        ("Bombs at banks in Arun, the Utopian capital, and Port Noor last month killed six.", "killed"),
    ],
)
def test_nobody_is_named(text: str, word: str) -> None:
    assert doers(text, word) == ()


def test_a_pronoun_is_the_party_told_before_it() -> None:
    assert doers("It shelled the town.", "shelled", ("Syrian army",)) == ("Syrian army",)
    assert doers("The Syrian army said it shelled the town.", "shelled", ("rebels",)) == ("Syrian army",)


def test_a_definite_general_word_is_the_armed_group_named_before() -> None:
    text = "The militants fired rockets."
    units = chunked(text)
    assert Doers(Cast(units, sentence(text).tokens, text, groups=lambda: ("Nusra Front",))).of(1) == ("Nusra Front",)
    assert Doers(Cast(units, sentence(text).tokens, text, groups=lambda: ("Free Syrian Army",))).of(1) == ("militants",)
    assert doers("Nusra Front fled before the terrorist group shelled the town.", "shelled") == ("Nusra Front",)
    assert doers("Nusra Front fled before militants shelled the town.", "shelled") == ("militants",)


def test_doers_of_which_only_a_pronoun_tells_are_its_party() -> None:
    assert doers("ISIS was beaten as its fighters shelled the town.", "shelled") == ("ISIS",)


def test_a_passage_is_about_its_first_acting_party() -> None:
    text = "Regime forces shelled the town as rebels fled."
    assert party_of(chunked(text), sentence(text).tokens, text) == ("Regime forces",)
    text = "Rebels in Homs fled."
    assert party_of(chunked(text), sentence(text).tokens, text) == ("Rebels",)
    text = "A market in Russia burnt."
    assert party_of(chunked(text), sentence(text).tokens, text) == ()
    text = "The town was quiet."
    assert party_of(chunked(text), sentence(text).tokens, text) == ()


@pytest.mark.parametrize(
    "text", ["Our army said our forces shelled the town.", "A spokesman for our army said our jets shelled the port."]
)
def test_whose_an_army_is_that_speaks_of_itself_as_ours_stays_open(text: str) -> None:
    assert doers(text, "shelled") in ((), ("forces",))
