"""Things harmed: for each rule sentences that it reads, and sentences that it leaves alone."""

import pytest

from corroborate.extract import extract
from corroborate.model.mention import Damage
from tests.reading_sentences import bounds, report


def told(text: str) -> list[str]:
    return [
        f"{mention.content.object} {bounds(mention.content.count)}"
        for mention in extract(report(text))[0]
        if isinstance(mention.content, Damage)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # D01 destroyed
        ("The shelling destroyed two houses and a school.", ["home 2", "school 1"]),
        ("Three homes, a mosque and a car were badly damaged.", ["home 3", "worship 1", "vehicle 1"]),
        ("Several buildings collapsed.", ["other vague"]),
        ("At least 11 hospitals and clinics were destroyed.", ["hospital 11.."]),
        ("The bombing left dozens of houses destroyed.", ["home vague"]),
        ("The windows of the mosque were shattered.", ["worship 1"]),
        ("Homes in Hass and Ariha were burnt down.", ["home vague"]),
        ("Two tanks and an armoured vehicle were destroyed.", ["military 2", "military 1"]),
        ("A tank, a rocket launcher and a mortar system were destroyed.", ["military 1", "military 1", "military 1"]),
        ("The raids destroyed their weapons and vehicles.", ["military vague", "vehicle vague"]),
        ("The strikes destroyed most of the aid.", ["aid vague"]),
        ("An ammunition depot blew up after the attack.", ["military 1"]),
        ("The clinic was completely levelled.", ["hospital 1"]),
        ("Several nearby houses were damaged.", ["home vague"]),
        ("The raid destroyed several nearby houses.", ["home vague"]),
        ("The mosque north of Ayn city in Bir was destroyed.", ["worship 1"]),
        ("The school across from the military base was destroyed.", ["school 1"]),
        ("Two cars fitted with machine guns were destroyed.", ["military 2"]),
        ("Two buses were blackened by the blast, their windows blown out.", ["vehicle 2"]),
        ("The strike destroyed a cottage used as a base and two cars.", ["home 1", "vehicle 2"]),
        ("The strike destroyed a house and two trucks belonging to a gang.", ["home 1", "vehicle 2"]),
        ("The raids destroyed many sites, including a school.", ["other vague", "school 1"]),
        ("Several sites, including a school, were damaged.", ["other vague", "school 1"]),
        ("The army destroyed six weapons caches and a telecom tower.", ["military 6", "infrastructure 1"]),
        ("The raids damaged an infantry fighting vehicle.", ["military 1"]),
        # D02 struck
        ("A rocket hit a clinic.", ["hospital 1"]),
        ("An unmarked police car was hit.", ["vehicle 1"]),
        ("Jets hit 12 positions.", ["military 12"]),
        # D03 torn
        ("Shells landed on homes.", ["home vague"]),
        ("The blast ripped through the embassy.", ["other 1"]),
        # D04 crashed
        ("A military helicopter crashed near the town.", ["military 1"]),
        # D05 reduced to rubble
        ("The strikes reduced the school to rubble.", ["school 1"]),
        ("The school lies in ruins.", ["school 1"]),
        ("The raid left the school in ruins.", ["school 1"]),
        ("The school was left in ruins.", ["school 1"]),
        # D06 fire
        ("A barrel bomb set fire to a fuel depot.", ["infrastructure 1"]),
        ("Gunmen set eight vehicles ablaze.", ["vehicle 8"]),
        ("Gunmen attacked, setting ablaze houses and shops.", ["home vague"]),
        ("A fire broke out in a warehouse after the strike.", ["other 1"]),
        # D08 engulfed
        ("The strike started a fire that engulfed two buses.", ["vehicle 2"]),
        ("Flames swept through the market.", ["market 1"]),
        # D07 out of service
        ("The raid put the hospital out of service.", ["hospital 1"]),
        ("A rocket hit a clinic, putting it out of service.", ["hospital 1"]),
        ("The raids forced two hospitals to close.", ["hospital 2"]),
        ("The hospital was knocked out of action.", ["hospital 1"]),
        ("The raids put two bakeries and a clinic out of action.", ["market 2", "hospital 1"]),
        # D15 idled
        ("There were no functioning hospitals in the city.", ["hospital vague"]),
        ("The clinic is no longer operational.", ["hospital 1"]),
        ("The airport is no longer in service.", ["infrastructure 1"]),
        ("The strikes left the airport unusable.", ["infrastructure 1"]),
        ("The bakery is now inoperable.", ["market 1"]),
        # D10 damage to
        ("The blast caused damage to residents’ homes and cars.", ["home vague", "vehicle vague"]),
        ("The blast caused damage to private and public properties.", ["other vague"]),
        ("Material damage was caused to a number of the houses.", ["home vague"]),
        ("The market sustained heavy damage.", ["market 1"]),
        ("The refinery shut down after sustaining heavy damage in a strike.", ["infrastructure 1"]),
        ("Heavy damage was done to the school.", ["school 1"]),
        ("Photos show the damage at a hospital.", ["hospital 1"]),
        # D10, D01 what was done in the end
        ("The rebels managed to destroy two tanks.", ["military 2"]),
        ("The army used bulldozers to demolish ten houses.", ["home 10"]),
        ("The militia went on to burn homes.", ["home vague"]),
        # what a clause tells of, and which of many
        ("Two vehicles that were in the area were seriously damaged.", ["vehicle 2"]),
        ("The pipeline that carries oil between Bab and Ayn was destroyed.", ["infrastructure 1"]),
        ("The building that housed the clinic was hit.", ["other 1"]),
        ("A truck carrying food was hit.", ["vehicle 1"]),
        ("Gunmen attacked brothels, two of which were destroyed.", ["other 2"]),
        ("The oil reserves in the city of Ayn were destroyed.", ["infrastructure vague"]),
        ("The houses were “completely destroyed” on Friday.", ["home vague"]),
        ("The houses “were destroyed.”", ["home vague"]),
        # things by their names
        (
            "Rebels destroyed ten power transmission towers and damaged two high voltage lines.",
            ["infrastructure 10", "infrastructure 2"],
        ),
        ("Rebels blew up six telephone posts, placed a banner and left.", ["infrastructure 6"]),
        ("The blast destroyed a stretch of the pipeline.", ["infrastructure 1"]),
        ("A rocket hit fuel tanks near the port.", ["infrastructure vague"]),
        ("The bomb destroyed approximately 30 percent of the windows.", ["other vague"]),
        # D11 damage to what is not named
        ("The shelling caused material damage.", ["other vague"]),
        ("Missiles hit two schools, causing material damage.", ["school 2"]),
        # D14 undone
        ("The blast caused the collapse of two houses.", ["home 2"]),
        # D16 holes
        ("The blast left a big hole in the roof of the shop.", ["market 1"]),
        ("Shells punched holes in two apartment blocks.", ["home 2"]),
        # D12, D13 ruins
        ("Men ran amid burnt cars.", ["vehicle vague"]),
        ("She was pulled from the rubble of a collapsed building.", ["other 1"]),
        ("Bodies lay under the rubble of a house.", ["home 1"]),
        ("Men stood by the hulk of a bus.", ["vehicle 1"]),
    ],
)
def test_harm_to_things_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No damage was reported.",
        "The raid ended without damage.",
        "There were no burnt cars in the street.",
        "The army vowed to destroy the tunnels.",
        "The bomb would have destroyed the bridge.",
        "The war has devastated the economy.",
        "The attack damaged relations between the two.",
        "The army said the destruction of its chemical weapons was complete.",
        "Air strikes hit the town of Hass.",
        "Protesters blocked the road with burning tyres.",
        "The strike did not damage the school.",
        "Residents began to repair the damaged homes.",
        "They agreed to destroy chemical weapons.",
        "The country destroyed its declared weapons of mass destruction.",
        "Fear engulfed the town after the strike.",
        "The strike came hours after the collapse of the truce.",
        "A car blew up near the gate.",
        "The damage at the scene was shown.",
        "Her leg was shattered in the blast.",
        "The cease-fire collapsed after the strike.",
        "Troops were forced out of the town.",
        "The truce is no longer operational.",
        "One of the girls who was visiting the home was hit by shrapnel.",
        "A guard at the school was hit by shrapnel.",
        "The raid destroyed their way of life.",
        "Rebels burned a coffin and a flag.",
        "They were accused of destroying the accomplishments of the peace.",
        "The raid left a hole in the budget.",
        "The blast did not cause damage to the hospital.",
        "There were no casualties or material damage to the building.",
        "No victims or damage have been reported at the mill.",
        "The rebels did not inflict casualties on or cause damage to the garrison.",
        "The gang plans to burn vehicles, destroy shops, and blow up bridges.",
        "They were hired to storm the office and destroy vehicles.",
        "He said they would shell the town, wreck the mill, and burn the school.",
        "The strike killed the guards of a house, and two men used the cars.",
        "The blow left her with a damaged liver.",
    ],
)
def test_what_harms_no_thing_is_left_alone(text: str) -> None:
    assert told(text) == []
