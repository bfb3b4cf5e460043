"""Force that was used: for each frame sentences that it offers, and sentences that it leaves alone."""

import re

import pytest

from corroborate.extract import extract
from corroborate.extract.attacks import drafts, frames
from corroborate.model.mention import Attack, Mention, Weapon
from tests.reading_sentences import bounds, line, report


def offered(text: str) -> list[str]:
    return [f"{d.rule[:3]} {d.method} {bounds(d.count)}" for d in drafts(line(text))]


def rules(text: str) -> set[str]:
    return {line[:3] for line in offered(text)}


def told(text: str) -> list[Mention]:
    return [mention for mention in extract(report(text))[0] if isinstance(mention.content, Attack)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A01 nouns of force
        ("An air strike on the town killed two.", ["A01 airstrike 1"]),
        ("Three raids followed at dawn.", ["A01 airstrike 3"]),
        ("Artillery shelling of the camp went on.", ["A01 shelling vague"]),
        ("Clashes between the army and rebels erupted.", ["A01 ground_assault vague"]),
        ("A suicide bombing near the mosque killed nine.", ["A01 bombing 1"]),
        ("The town has been under siege since March.", ["A01 siege 1"]),
        ("Police arrested two men during a raid on a house.", ["A01 ground_assault 1"]),
        ("Warplanes carried out 16 missile strikes on the hills.", ["A01 airstrike 16"]),
        ("The army launched Operation Silver Dawn in May.", ["A01 ground_assault 1"]),
        ("Troops pressed a campaign against rebels in the east.", ["A01 ground_assault 1"]),
        ("A campaign to retake the north began.", ["A01 ground_assault 1"]),
        ("Rebel fire on the town killed two.", ["A01 other 1"]),
        ("A blast targeting evacuation convoy killed two.", ["A01 bombing 1"]),
        ("Ten killed in car bombings state media say.", ["A01 bombing vague"]),
        ("Coalition Strike Mistakenly Kills Two in Ayn", ["A01 airstrike 1"]),
        # A02 verbs of force
        ("Suicide bombers attack refugee camp in Ayn.", ["A02 bombing 1"]),
        ("Rebel attacks army base in Ayn.", ["A02 other 1"]),
        ("They fled from positions they seized a day earlier.", ["A02 ground_assault 1"]),
        ("The village was quiet after it was seized by rebels.", ["A02 ground_assault 1"]),
        ("Troops retook a hill captured by rebels in May.", ["A02 ground_assault 1", "A02 ground_assault 1"]),
        ("The army retook an area that fell to rebels.", ["A02 ground_assault 1", "A12 ground_assault 1"]),
        ("The police cracked down on protests.", ["A02 other 1"]),
        ("Syria bombs rebel positions in Ayn.", ["A02 airstrike 1"]),
        ("A bomber on a motorcycle killed five people.", ["A07 bombing 1"]),
        ("The bombers hit the towns of Ayn and Bab.", ["A02 bombing 1"]),
        ("Russian bombers hit the towns of Ayn and Bab.", ["A02 airstrike 1"]),
        ("It was hit by rebels fighting the army.", ["A02 other 1", "A02 ground_assault vague"]),
        ("Fighters entered it for the first time since being defeated there by troops.", ["A02 ground_assault 1"]),
        ("Factions target regime positions in Ayn.", ["A02 other 1"]),
        ("A massive aerial offensive began.", ["A01 airstrike 1"]),
        ("They took it back a day after it was lost to the army.", ["A10 ground_assault 1"]),
        ("Jets struck one of its centres.", ["A02 airstrike 1"]),
        ("The town was taken in May by a group of rebels.", ["A02 ground_assault 1"]),
        ("Troops defeated the rebels in the hills.", ["A02 ground_assault 1"]),
        ("The militants were defeated there by troops.", ["A02 ground_assault 1"]),
        ("The road to the north was severed by the army.", ["A02 siege 1"]),
        ("Besieging the old town, they cut its water.", ["A02 siege vague"]),
        ("A helicopter dropped a barrel containing chlorine on a farm.", ["A03 chemical_attack 1"]),
        ("Jets bombed a market.", ["A02 airstrike 1"]),
        ("The village was shelled.", ["A02 shelling 1"]),
        ("Choppers bombed a market.", ["A02 airstrike 1"]),
        ("Two bombs hit a park.", ["A04 airstrike 2"]),
        ("A bomb fell on a school.", ["A04 airstrike 1"]),
        ("A bomb hit a bus.", ["A04 bombing 1"]),
        ("A bus carrying farmers struck a landmine.", ["A11 bombing 1"]),
        ("A shepherd stepped on a landmine.", ["A11 bombing 1"]),
        ("Howitzers hammered the camp.", ["A02 shelling 1"]),
        ("Heavy guns opened up on the harbour.", ["A02 shelling 1"]),
        ("Jets dropped two 500-pound bombs on a farm.", ["A03 airstrike 2"]),
        ("Youths hurled stones and petrol bombs at a jeep.", ["A03 other vague"]),
        ("They released sarin in a tunnel.", ["A03 chemical_attack 1"]),
        ("Army artillery opened fire on the town.", ["A02 shelling 1"]),
        ("A device exploded outside a bank.", ["A02 bombing 1"]),
        ("Soldiers lined up and shot 20 men.", ["A02 execution 1"]),
        ("Troops dropped grenades on a trench.", ["A03 drone_attack vague"]),
        # A14 vehicles as means
        ("A man rammed his car into a group of soldiers.", ["A14 other 1"]),
        ("A van was driven into a crowd.", ["A14 other 1"]),
        ("A bus was raked with bullets.", ["A02 shooting vague"]),
        ("Gunmen sprayed a bar with bullets.", ["A02 shooting vague"]),
        ("A man stabbed a guard at the gate.", ["A02 other 1"]),
        ("A crowd lynched two men.", ["A02 other vague"]),
        ("Soldiers swooped on a farmhouse.", ["A02 ground_assault 1"]),
        ("Tanks rolled into the town.", ["A02 ground_assault 1"]),
        ("Coalition aircraft engaged a convoy.", ["A02 airstrike 1"]),
        ("Air defence systems engaged hostile targets.", ["A02 shootdown 1"]),
        ("A transport plane was brought down by rebels.", ["A02 shootdown 1"]),
        ("A convoy drove over a roadside bomb.", ["A11 bombing 1"]),
        ("Rebels hit a tank.", ["A02 other 1"]),
        ("Rebels skirmished with troops near Ayn.", ["A02 ground_assault 1"]),
        ("Troops used chloropicrin against a village.", ["A03 chemical_attack 1"]),
        ("An arson attack on the church injured two.", ["A01 other 1"]),
        ("Fighters stormed a checkpoint.", ["A02 ground_assault 1"]),
        ("Troops entered the village of Ayn at dawn.", ["A02 ground_assault 1"]),
        ("Rebels seized 40 square kilometres of the plain.", ["A02 ground_assault 1"]),
        ("Guards fended off an assault on the gate.", ["A02 ground_assault 1"]),
        ("Police shot and killed a driver.", ["A02 shooting 1"]),
        ("The town came under fire late last night.", ["A02 other 1"]),
        ("Rebels broke through army lines.", ["A02 ground_assault 1"]),
        ("They crucified two captives.", ["A02 execution 1"]),
        ("The capture of Ayn by rebels was announced.", ["A01 ground_assault 1"]),
        ("The seizure of five villages was announced.", ["A01 ground_assault 1"]),
        ("A shell explosion near the house hurt him.", ["A01 shelling 1"]),
        ("The Saturday strike hurt two.", ["A01 other 1"]),
        ("A landmine placed by an unknown group was detonated at the gate.", ["A03 bombing 1"]),
        ("Fighting this week between two militias killed nine.", ["A01 ground_assault vague"]),
        ("A man opened indiscriminate fire in a park.", ["A02 shooting 1"]),
        ("Rebels fired on Friday evening several rocket shells at homes.", ["A03 shelling vague"]),
        ("Masked men sprayed bullets on his car.", ["A03 shooting vague"]),
        ("Gunmen believed to be rebels yesterday morning killed nine.", ["A04 shooting vague"]),
        ("Gunmen suspected to be bandits in the early hours of Sunday killed nine.", ["A04 shooting vague"]),
        ("Two suicide bombers posing as vendors killed nine.", ["A04 bombing 2"]),
        ("A suicide car bomber rammed into a bus.", ["A03 bombing 1"]),
        ("An explosive device (IED) planted at a garage killed nine.", ["A04 bombing 1"]),
        ("A bomb resembling a toy killed two girls.", ["A04 bombing 1"]),
        ("Explosions from rockets were heard.", ["A01 shelling vague"]),
        ("An explosion in Ayn killed two.", ["A01 bombing 1"]),
        ("He was charged with the shooting death of a doctor.", ["A01 shooting 1"]),
        ("Rebels have taken three military bases.", ["A02 ground_assault 1"]),
        ("Militants tried to storm the town and to attack a post.", ["A02 ground_assault 1"]),
        ("Marines were said to have breached mine fields.", ["A02 ground_assault 1"]),
        ("Jets appear to have bombed the town.", ["A02 airstrike 1"]),
        ("The rebels continued to attack.", ["A02 other 1"]),
        ("An ammunition depot blew up in Ayn.", ["A02 bombing 1"]),
        ("They shot a drone down over the lake.", ["A02 shootdown 1"]),
        ("He spoke of the embassy blast.", ["A01 bombing 1"]),
        ("An embassy attack and a bus attack were told of.", ["A01 other 1", "A01 other 1"]),
        ("A missile fired by a drone hit a farm.", ["A03 drone_attack 1"]),
        ("Drone-launched missiles hit a car.", ["A04 drone_attack vague"]),
        ("Air to surface missiles were used at night.", ["A03 airstrike vague"]),
        ("Shots were fired at a patrol.", ["A03 shooting 1"]),
        ("Two F-16s hit a depot.", ["A02 airstrike 1"]),
        ("Saboteurs dynamited a bridge.", ["A02 bombing 1"]),
        ("The army took control of the village.", ["A02 ground_assault 1"]),
        ("They beheaded two captives.", ["A02 execution vague"]),
        ("Rebels shot down a helicopter.", ["A02 shootdown 1"]),
        ("The convoy was struck with three mortar shells.", ["A02 shelling 3"]),
        ("Most were executed in the square.", ["A02 execution 1"]),
        ("Villagers besieged by militants ran out of bread.", ["A02 siege 1"]),
        ("One of its jets was shot down over the lake.", ["A02 shootdown 1"]),
        ("Rebels took the village of Ayn in March.", ["A02 ground_assault 1"]),
        ("The village, which was taken by rebels, is quiet.", ["A02 ground_assault 1"]),
        ("Militants in Ayn target farmers near the river.", ["A02 other 1"]),
        ("The plane was hit by a missile.", ["A02 shootdown 1"]),
        ("Rebels shelled the post with heavy machine guns.", ["A02 shooting 1"]),
        ("Jets bombed Ayn with chlorine-filled barrel bombs.", ["A02 chemical_attack 1"]),
        ("Rebels in the hills targeted with rockets a farm near Ayn.", ["A02 shelling 1"]),
        ("Rebels hit in the early hours of Tuesday the outskirts of Ayn.", ["A02 other 1"]),
        ("The jets targeted, today at dawn, the homes of farmers.", ["A02 airstrike 1"]),
        ("The Kurds have taken nine villages.", ["A02 ground_assault 1"]),
        ("The army seized 3 kilometres of territory.", ["A02 ground_assault 1"]),
        ("A raid last week killed two.", ["A01 airstrike 1"]),
        ("A drone strike late on Friday hit the camp.", ["A01 drone_attack 1"]),
        ("The missile slammed into a school.", ["A04 missile_strike 1"]),
        ("Police fired on the crowd.", ["A02 shooting 1"]),
        ("Snipers had shot at a group of women.", ["A02 shooting 1"]),
        ("Three of the rockets were intercepted.", ["A02 shootdown 3"]),
        ("The army shot down nine of them.", ["A02 shootdown 9"]),
        ("A man rammed his car into a gate.", ["A02 other 1"]),
        # A03 what is fired, dropped, set off
        ("A man hurled a grenade at the guards.", ["A03 other 1"]),
        ("The army fired three missiles at the base.", ["A03 missile_strike 3"]),
        ("Barrel bombs were dropped on the town.", ["A03 airstrike vague"]),
        ("Militants set off a car bomb.", ["A03 bombing 1"]),
        ("Jets fired two missiles at the base.", ["A03 airstrike 2"]),
        ("Rebels fired tens of rocket and mortar shells on the town.", ["A03 shelling vague"]),
        ("Rebels fired rocket and mortar shells on the town claiming six lives.", ["A03 shelling vague"]),
        ("Chlorine was used against the town.", ["A03 chemical_attack 1"]),
        ("Bombers which we believe were Ruritanian fired missiles.", ["A03 airstrike vague"]),
        ("The army fired shells targeting al-Ayn district.", ["A03 shelling vague"]),
        ("A drone fired a missile at the group.", ["A03 drone_attack 1"]),
        ("Rebels dropped grenades from drones on the post.", ["A03 drone_attack vague"]),
        ("Militants detonated two car bombs.", ["A03 bombing 2"]),
        # A04 weapons that do their work
        ("A car bomb exploded near the gate.", ["A04 bombing 1"]),
        ("Rockets landed on the camp.", ["A04 shelling vague"]),
        ("A landmine killed two shepherds.", ["A04 bombing 1"]),
        ("A booby-trapped house blew up.", ["A04 bombing 1"]),
        ("A truck laden with explosives rammed the gate.", ["A04 bombing 1"]),
        # A05 the use of means
        ("They condemned the use of chlorine against civilians.", ["A05 chemical_attack vague"]),
        ("He spoke of the use of barrel bombs in Homs.", ["A05 airstrike vague"]),
        # A06 a weapon that stands for its use
        ("Two soldiers died in a car bomb in Hama.", ["A06 bombing 1"]),
        # A07 craft and gunmen that harm
        ("Warplanes killed five farmers.", ["A07 airstrike vague"]),
        ("A drone wounded a farmer.", ["A04 drone_attack 1"]),
        ("Snipers killed a boy.", ["A04 shooting vague"]),
        ("A farmer was killed by a sniper near Ayn.", ["A07 shooting 1"]),
        ("Three men were wounded on Friday by warplanes.", ["A07 airstrike 1"]),
        ("Air defences destroyed 17 drones over the coast.", ["A07 shootdown 17"]),
        ("They hit the camp with 30 mortars, ten rockets and 22 shells.", ["A02 shelling 30"]),
        ("The air force intercepted two jets.", ["A02 shootdown 2"]),
        ("The prisoners shot at the guards.", ["A02 shooting 1"]),
        ("Gunmen launched an attack with rifles and grenades.", ["A01 shooting 1"]),
        ("The attack, carried out with mortars and rifles, was launched at 0600.", ["A01 shelling 1"]),
        ("The raiders attacked the post with rifles and explosives.", ["A02 shooting 1"]),
        ("Two men dropped the bomb when they ran.", ["A03 bombing 1"]),
        ("Rebels placed a charge of dynamite on the pipeline.", ["A03 bombing 1"]),
        ("Unidentified men machinegunned a house.", ["A02 shooting 1"]),
        ("The plane was hit by antiaircraft fire.", ["A02 shootdown 1"]),
        ("A cook was hit by buckshot.", ["A02 shooting 1"]),
        ("There were clashes in the north.", ["A01 ground_assault vague"]),
        ("The army crushed the rebellion.", ["A02 ground_assault 1"]),
        ("Fighters infiltrated the village at dawn.", ["A02 ground_assault 1"]),
        ("The execution of six men was filmed.", ["A01 execution 1"]),
        ("Countless farmers have been assassinated.", ["A02 other vague"]),
        ("Residents were rocketed and machinegunned by air force helicopters.", ["A02 airstrike 1"]),
        ("A Toyota loaded with 80 kg of dynamite exploded at the gate.", ["A04 bombing 1"]),
        # A08 bombers
        ("A bomber blew himself up at the gate.", ["A08 bombing 1"]),
        # A09 forces driven out, A10 places lost
        ("The army drove the rebels from three villages.", ["A09 ground_assault 1"]),
        ("Rebels have been forced into retreat.", ["A09 ground_assault 1"]),
        ("The army pushed the militants back from the hospital.", ["A09 ground_assault 1"]),
        ("The army lost the town to the rebels in March.", ["A10 ground_assault 1"]),
        ("The town, which it had lost to the army, is quiet.", ["A10 ground_assault 1"]),
        ("Local fighters expelled the rebels last month.", ["A09 ground_assault 1"]),
        ("The rebels were evicted by local fighters.", ["A09 ground_assault 1"]),
        # A12 places that fell, A13 ground that was gained
        ("The air base fell to rebels in May.", ["A12 ground_assault 1"]),
        ("The village has fallen into the hands of rebels.", ["A12 ground_assault 1"]),
        ("The army made considerable advances in the hills.", ["A13 ground_assault vague"]),
        ("Rebels established control over two villages.", ["A13 ground_assault vague"]),
        ("He said it had won full control over the north of the town.", ["A13 ground_assault vague"]),
        # places of which a clause tells that they were taken, parts of a land
        ("He fled a mill in Ayn, which was taken in May by rebels.", ["A02 ground_assault 1"]),
        ("Soldiers seized it from rebels in 2012.", ["A02 ground_assault 1"]),
        ("The army seized large parts of Ayn.", ["A02 ground_assault 1"]),
        ("Rebels captured the last sliver of land.", ["A02 ground_assault 1"]),
        ("It changed after one of its jets was shot down by rebels.", ["A02 shootdown 1"]),
        ("Coalition forces carried out an airdrop in Ayn at dawn.", ["A01 ground_assault 1"]),
        # A14 more of the force told before
        ("The army carried out 13 raids on Ayn and 11 on the town of Noor.", ["A01 airstrike 13", "A14 airstrike 11"]),
        ("Twelve air raids hit Ayn, including one near a mill.", ["A01 airstrike 12", "A14 airstrike 1"]),
        ("A shell fell in Ayn while three others fell in Noor.", ["A04 shelling 1", "A14 shelling 3"]),
        ("Five air raids hit Ayn and two landed near the base.", ["A01 airstrike 5", "A14 airstrike 2"]),
        # A15 two kinds of means at once
        ("Artillery and jets hit the post.", ["A02 airstrike 1", "A15 shelling 1"]),
        ("The town was pounded with barrel bombs as well as shells.", ["A02 shelling vague", "A15 airstrike vague"]),
        ("Rebels fired rockets and machine guns at Ayn.", ["A03 shelling vague", "A15 shooting vague"]),
    ],
)
def test_force_is_offered(text: str, expected: list[str]) -> None:
    assert offered(text) == expected


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("A01", "There were no air strikes on Sunday."),
        ("A01", "The market opened at dawn."),
        ("A02", "It hit the town at noon."),
        ("A03", "Heavy weapons were used."),
        ("A02", "The agreement struck in May holds."),
        ("A02", "The country was hit by a drought."),
        ("A02", "He helped hang a poster."),
        ("A01", "In advance of the vote, streets were closed."),
        ("A01", "His capture was reported on Sunday."),
        ("A02", "A photo captured the moment."),
        ("A02", "Jets executed four air strikes."),
        ("A02", "They walked down the street."),
        ("A02", "The soldiers took the bus."),
        ("A02", "The minister took the floor."),
        ("A02", "The minister spoke of oil and gas prices."),
        ("A02", "Two soldiers were captured."),
        ("A02", "Help reached two besieged towns."),
        ("A03", "The minister fired two officials."),
        ("A04", "Snow fell on the camp."),
        ("A05", "The use of phones was banned."),
        ("A06", "He sold rockets."),
        ("A06", "They found remnants of a rocket at the scene."),
        ("A06", "The army test-fired two missiles into the sea."),
        ("A04", "The drill ended with missile launches."),
        ("A07", "The cold killed five farmers."),
        ("A08", "The wind blew hard."),
        ("A02", "The minister spoke of a plan as part of a deal struck in May."),
        ("A02", "Debris hit two cars."),
        ("A02", "Prices hit 400 and shot up to 500."),
        ("A02", "Officers seized a lorry."),
        ("A02", "Officers seized documents and 40 kilograms of heroin."),
        ("A02", "The general seized power."),
        ("A02", "Refugees entered the village."),
        ("A02", "He entered politics in May."),
        ("A02", "The firm fended off a rival."),
        ("A02", "Prices exploded in May."),
        ("A02", "The minister blasted the plan."),
        ("A02", "The council stormed out of the talks."),
        ("A02", "The team battled to a draw."),
        ("A02", "A typhoon hit the coast."),
        ("A02", "The film was shot in Ayn."),
        ("A02", "The town and surrounding villages are quiet."),
        ("A02", "A friend of ousted President Noor spoke."),
        ("A07", "The coalition called on them to eliminate the threat."),
        ("A09", "He drove the children from school."),
        ("A09", "Shelling forced the rebels from the town."),
        ("A10", "He lost his son to the war."),
        ("A01", "The governor launched an attack on the plan."),
        ("A01", "The capture of the suspect ended the search."),
        ("A01", "The seizure of two tonnes of cocaine was announced."),
        ("A02", "The minister assailed the remarks."),
        ("A04", "Four gunmen killed, says monitor."),
        ("A12", "The toll fell to three."),
        ("A12", "The dollar fell to a new low against the army."),
        ("A13", "The firm made considerable gains."),
        ("A13", "The army made a statement."),
        ("A02", "Jets broke through the sound barrier."),
        ("A02", "Officers seized half of the drugs."),
        ("A01", "The town lives on relief that comes through airdrops."),
        ("A01", "The council says airdrops of food are near."),
        ("A01", "The government launched a brutal crackdown on dissent."),
        ("A02", "He sought the book, which was taken in May by rebels."),
        ("A14", "Air raids killed 3 in Ayn and 11 in Noor."),
        ("A14", "Nine died in attacks on Ayn and four near a mill."),
        ("A14", "After attacks on Ayn and 12 near the port were hurt, he left."),
        ("A15", "The village was pounded with rockets and mortar shells."),
        ("A15", "The site was hit by bombs and shells."),
        ("A15", "They used rifles and car bombs."),
        ("A15", "A helicopter fired rockets and machine guns at Ayn."),
        ("A15", "Soldiers fired bullets and tear gas canisters at the crowd."),
        ("A15", "The raiders attacked the post with rifles and explosives."),
        ("A02", "The minister came under fire for his remarks."),
        ("A02", "Police were engaged in the search."),
        ("A03", "Drones were deployed around the clock."),
        ("A03", "The gun was sent to a laboratory."),
        ("A04", "They cleared mines left behind by the army."),
        ("A06", "Tens of mines were removed from the village."),
        ("A01", "A cartoon deemed offensive to some was shown."),
        ("A03", "No drones were used on Sunday."),
        ("A06", "A patrol of trucks armed with machine guns left."),
        ("A04", "Trucks armed with machine guns drove through the town."),
        ("A03", "Police sprayed tear gas at the crowd."),
        ("A02", "The minister severed ties with Ayn."),
        ("A02", "The party was defeated in the vote."),
        ("A01", "The president launched a campaign for the vote."),
        ("A01", "They spoke of a campaign against corruption."),
        ("A02", "The ministry clamped down on food imports."),
        ("A03", "The rifle was unloaded."),
        ("A03", "They released 30 prisoners."),
        ("A06", "He was arrested with two grenades."),
        ("A06", "Soldiers seized two pistols, 40 sticks of dynamite, ten homemade bombs and maps."),
        ("A06", "Police found an automatic rifle (AKM), three shotguns and ten grenades in the house."),
        ("A06", "The following was seized from the rebels: 3 rifles, 12 grenades and boots."),
        ("A06", "The haul included four rifles, two mortars and 12 grenades."),
        ("A06", "A small arsenal – three rifles, 30 shells and dynamite – was found."),
        ("A02", "A small arsenal, three rifles and two mines, was seized."),
        ("A06", "There were three rifles in the hall."),
        ("A02", "The patrol intercepted two vehicles near the border."),
        ("A01", "The government declared a state of siege."),
        ("A01", "They oversaw the planning and the execution of these actions."),
        ("A01", "Two of our comrades died in battle."),
        ("A02", "The ruling elite has been infiltrated by spies."),
        ("A02", "Groups of agents have been infiltrated into the city."),
        ("A02", "The plot, hatched by officers, was crushed by officers."),
        ("A02", "The ministry executed the plan."),
        ("A03", "They placed mortars on the hill."),
        ("A03", "The attack, carried out with mortars and rifles, was launched at 0600."),
        ("A04", "The bomb was going to be placed at the gate."),
        ("A02", "The minefields that surround the garrisons were swept."),
        ("A02", "The houses are surrounded by barbed wire."),
        ("A02", "The republic is fighting drug trafficking."),
        ("A02", "Hills surround the town."),
        ("A14", "A bus ploughed into a crowd."),
        ("A14", "She drove her car into the garage."),
        ("A02", "The report was riddled with errors."),
        ("A02", "Crowds descended on the capital."),
        ("A02", "The scandal brought down the government."),
        ("A02", "Rival parties clashed over the budget."),
        ("A01", "A gas explosion killed a baker."),
        ("A07", "Two men were killed by the cold."),
        ("A09", "The school expelled two pupils."),
        ("A13", "The firm won control over its debts."),
        ("A02", "His aunts are fighting to keep the child."),
        ("A02", "An uncle battled in federal court for the child."),
        ("A01", "The custody battle goes on."),
        ("A01", "Crews launched an attack on the flames."),
        ("A01", "A bee attack near the school scared pupils."),
        ("A01", "He was charged with sexual assault."),
        ("A02", "The firm executes trades for clients."),
        ("A02", "The hardest hit town is Ayn."),
        ("A02", "The speech struck a nerve."),
        ("A02", "The trader hanged himself."),
        ("A02", "A plane exploded over the sea."),
        ("A02", "The firm has been mining gold there."),
        ("A02", "Low prices hit the steel industry."),
    ],
)
def test_what_is_no_force_is_left_alone(rule: str, text: str) -> None:
    assert rule not in rules(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Twin bombings shook the town.", "2"),
        ("A triple blast killed nine.", "3"),
        ("The village was shelled three times.", "3"),
        ("The bridge was bombed twice in a week.", "2"),
        ("It was the seventh air strike since March.", "7"),
        ("It was the 21st air strike in the province this year.", "21"),
        ("The third air strike in less than a week killed two.", "3"),
        ("The number of air strikes in the north has risen to 33.", "33"),
        ("The town came under six rocket attacks.", "6"),
        ("The blast was caused by four suicide bombers.", "1"),
        ("The post was targeted with three missiles.", "3"),
        # no number of attacks
        ("The second air strike hit a car.", "1"),
        ("The second air strike in the town hit a car.", "1"),
        ("The number of air strikes in the north fell.", "vague"),
        ("A double tap attack killed nine.", "1"),
        ("The army shelled the village at three o'clock.", "1"),
    ],
)
def test_an_attack_is_counted_by_words_too(text: str, count: str) -> None:
    assert [line.split()[-1] for line in offered(text)] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes hit the town.",
        "The town was targeted with air strikes.",
        "At least six air raids by unknown jets hit the village.",
        "Troops carried out a raid on the farm at dawn, targeting a house.",
        "Mortar fire by forces stationed in the hills, which targeted the village, went on.",
        "They targeted the car she was in with a missile.",
        "The blast was caused by a suicide bomber driving a van.",
        "They launched an offensive to take the town.",
        "Air attack | Two killed in air raids on Ayn",
        "Jets fired missiles targeting three barns.",
        "The soldier blew himself up with a grenade.",
        "Jets destroyed nine posts with ten bombs.",
        "Cluster bombs were used in the air strikes.",
        "Fighters ambushed a patrol with rockets.",
        "Gunmen killed nine farmers in an attack on a village.",
        "He spoke of an attack in which chlorine was used.",
        "They spoke of attacks on the base by a swarm of 13 drones.",
        "The army launched an offensive to drive the rebels from the town.",
        "Two jets targeted the city, a village and the hills with five strikes.",
        "Air strikes by the army and Russian forces late on Friday hit a school.",
        "Rockets fired from three trucks and heavy mortar rounds hit the camp.",
        "A bus was hit by a missile fired from a ship.",
        "Farmers were hurt in the bombing of a drone targeting the road.",
        "Rebels carried out attacks by firing rockets into the town.",
        "The rebels mounted a heavy attack on the city, firing at least 38 rockets.",
        "Jets targeted, today at dawn, a farm, using missiles.",
        "A bomb which was planted earlier by rebels exploded in a car.",
        "Rebels fired shells at the town, the shells landing in a park.",
        "Gunmen killed two men, mostly farmers, in an overnight attack on a village.",
        "Gunmen killed a pastor and nine others in a fresh attack on Friday.",
        "Men fired at a farmer in a targeted attack.",
        "Air strikes by the alliance bombed a food factory.",
        "Border offensive | Drone kills three soldiers near Ayn",
        "A bomb dropped by a helicopter on Ayn released chlorine.",
        "Strikes that released gas killed ten.",
    ],
)
def test_the_words_for_one_attack_are_one(text: str) -> None:
    assert len(offered(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The air strike comes a day after jets hit a market.",
        "Air raids began on Sunday and jets hit a market.",
        "They shelled the town and two soldiers died in a car bomb.",
        "Air strikes on Ayn and rebels hit a checkpoint.",
        "The army shelled the town; rockets fired by rebels hit a mosque.",
        "A man hurled a grenade at a guard before the bomb exploded.",
    ],
)
def test_the_words_for_two_attacks_are_two(text: str) -> None:
    assert len(offered(text)) == 2  # two attacks


@pytest.mark.parametrize(
    "text",
    [
        # how long a war has lasted
        "Thousands have died since fighting broke out.",
        # denied, doubted
        "They denied using barrel bombs.",
        "It was not clear whether the plane was shot down.",
        # planned, sought, possible
        "Parliament approved air strikes.",
        "The move could avert military strikes.",
        "He warned of possible strikes.",
        "The plan of bombing the embassy failed.",
        "Capturing the town would be a great step.",
        # ended
        "The two sides agreed on a cessation of hostilities.",
        "They agreed to halt bombing.",
        # no force at all
        "Rescue operations went on.",
        "He died of a heart attack.",
        "Workers went on strike on Monday.",
        "A rail strike closed the line.",
        "A controlled explosion was heard.",
        "Celebratory gunfire was heard.",
        "Workers began a hunger strike.",
        "They vowed to fight terrorism.",
        "The country has battled an insurgency for a decade.",
        "The army is ready to storm the town and liberate its port.",
        "Any operation to retake the town would fail.",
        "They spared no effort to repel the rebels.",
        "Troops were sent in a bid to capture the hub.",
        "We were pushed out of the talks.",
        "The ousted premier fled.",
        "Three bombs and mines were removed.",
        "Tags Ruritania ceasefire sniper fire",
        "He denounced psychological aggression against the school.",
        "He had the mission of assassinating the president.",
        "They were going to attack the base.",
        "He offered to “suspend” the use of car bombs.",
        "The march took place without major incident.",
        "The island was used as a springboard to attack the country.",
        "They proposed the total cease of hostilities before May.",
    ],
)
def test_force_that_was_not_used_is_not_offered(text: str) -> None:
    assert offered(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Troops foiled an attack on the town.",
        "Rebels attempted to capture the town.",
        "Fighters pushed to end a siege of the town.",
        "Rebels ousted the army from the town.",
        "They accused the army of shelling the Ayn plant.",
        "They accused the army of using cluster bombs.",
        "The army repelled attempts by rebels to overrun the base.",
        "Rebels were able to capture the town.",
        "The army used jets to bomb the town.",
        "Militants often hide in the hills and try to infiltrate the town.",
    ],
)
def test_force_that_failed_or_goes_on_is_offered(text: str) -> None:
    assert len(offered(text)) == 1


def test_the_words_around_force_are_signs_names_and_numerals_alike() -> None:
    (draft,) = drafts(line("On Sunday the mayor of Ayn said 40 jets bombed a market, which burnt down."))
    assert {"before.said", "before.sunday", "before.^", "before.#", "behind.market", "behind.which"} <= draft.signs
    assert "before.ayn" not in draft.signs


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Jets bombed a market,” he said.", True),
        ('He said: "They were there when jets bombed a market."', True),
        ("“We fled,” he said when jets bombed a market.", False),
        ("Jets bombed a market.", False),
    ],
)
def test_force_told_in_a_quotation_is_known(text: str, *, quoted: bool) -> None:
    assert ("quoted" in drafts(line(text))[0].signs) is quoted


def test_a_verb_right_behind_another_of_force_is_read() -> None:
    assert told("The forces are now fighting to recapture the town of Marwa from the group.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A missile and drone attack on the town killed nine.", ["drone_attack 1"]),
        ("Missile and drone attacks on the town killed nine.", ["missile_strike vague", "drone_attack vague"]),
        ("Air, land and sea attacks killed nine.", ["airstrike vague", "ground_assault vague"]),
        ("Mortar and rocket attacks were reported.", ["shelling vague"]),
        ("Rocket and sniper attacks killed nine.", ["shelling vague", "shooting vague"]),
        # nothing is shared
        ("He had a gun and bomb attacks followed.", ["bombing vague"]),
        ("Farmers and drone attacks were spoken of.", ["drone_attack vague"]),
    ],
)
def test_words_that_share_a_noun_of_force_tell_of_an_attack_each(text: str, expected: list[str]) -> None:
    assert [line.partition(" ")[2] for line in offered(text)] == expected


def test_where_force_went_is_not_its_author() -> None:
    assert [mention.by for mention in extract(report("Rockets fired into Israel wounded two people."))[0]] == [(), ()]


def test_whose_force_went_elsewhere_is_its_author() -> None:
    (attack,) = told("The shelling of the Syrian army on the town of Ayn killed nine on Sunday.")
    assert attack.by == ("Syrian army",)
    (attack,) = told("The shelling of the Syrian army killed nine soldiers near the town of Ayn on Sunday.")
    assert attack.by == ()


def test_what_is_shot_down_is_no_means() -> None:
    (attack,) = told("Rebels shot down a drone over Ayn with a missile on Sunday.")
    assert attack.weapons == (Weapon.MISSILE,)


def test_ground_that_is_gained_stands_apart_from_a_place_that_is_taken() -> None:
    assert len(offered("The army made considerable advances and captured the village of Ayn.")) == 2  # two deeds


def test_who_won_a_place_is_the_author_of_its_fall() -> None:
    (attack,) = told("The town of Ayn fell to Kurdish fighters on Sunday.")
    assert attack.by == ("Kurdish fighters",)


def test_the_owner_of_a_shared_noun_of_force_owns_each_attack() -> None:
    attacks = told("Turkish missile and drone strikes on the town of Ayn killed nine people on Sunday.")
    assert [(attack.by, attack.weapons) for attack in attacks] == [
        (("Turkish",), (Weapon.MISSILE,)),
        (("Turkish",), (Weapon.DRONE,)),
    ]
    (attack,) = told("A Turkish missile and drone attack on the town of Ayn killed nine people on Sunday.")
    assert (attack.by, attack.weapons) == (("Turkish",), (Weapon.MISSILE, Weapon.DRONE))


def test_verbs_that_are_joined_share_their_object() -> None:
    bombed, *_ = drafts(line("Jets bombed and destroyed a bridge near Ayn."))
    assert bombed.target is not None
    shelled, *_ = drafts(line("The camp was shelled and looted a day later."))
    assert shelled.target == 0


def test_who_flies_settles_how_they_bombed() -> None:
    assert [draft.word for draft in drafts(line("Jets bombed a market."))] == [""]
    assert [draft.word for draft in drafts(line("Troops bombed a market."))] == ["bomb"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The minister’s house has been the target of rocket attacks.", "The minister’s house"),
        ("The prisoners shot at the guards on Friday.", "the guards"),
        ("A new attack was carried out at dawn against a convoy.", "a convoy"),
        ("A rocket attack was launched on three of the posts.", "three of the posts"),
        ("An air raid in which two died shook the town.", None),
        ("A rocket attack at 0600 killed two.", None),
        ("Six were hurt in an explosion of a landmine.", None),
        ("The militia carried out an execution in Ayn.", None),
        ("A bomb was planted and detonated last Wednesday.", None),
        ("When it exploded it only made a hole.", None),
        ("Two bombs exploded a few minutes ago.", None),
    ],
)
def test_what_was_aimed_at_is_told_by_its_construction(text: str, target: str | None) -> None:
    aimed = [mention.content.target for mention in told(text) if isinstance(mention.content, Attack)]
    assert aimed[:1] == [target]


def test_an_attack_carries_its_target() -> None:
    (attack,) = told("Jets bombed a market in Hama on Sunday.")
    assert isinstance(attack.content, Attack)
    assert attack.content.target == "a market"


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Gunmen shot two men in Hama on Sunday.", "small_arms"),
        ("A bomb exploded at the station in Hama on Sunday.", "mine_ied"),
        ("Helicopters dropped barrel bombs on Hama on Sunday.", "barrel_bomb"),
        ("A drone strike hit a car in Hama on Sunday.", "drone"),
        ("A Toyota packed with 80 kg of dynamite exploded at the gate.", "car_bomb"),
        ("A van loaded with 40 kilos of explosives blew up at the gate.", "car_bomb"),
    ],
)
def test_the_means_of_an_attack_are_named_or_implied(text: str, weapon: str) -> None:
    assert [str(weapon) for attack in told(text) for weapon in attack.weapons] == [weapon]


def test_every_frame_has_an_id_and_an_example() -> None:
    for frame in frames().rules:
        words = frame.read.__doc__ or ""
        assert re.match(r"A\d\d: ", words)
        assert '"' in words


def test_fire_of_machineguns_is_force_however_they_are_spelled() -> None:
    for word in ("machinegun", "machine-gun", "machine gun"):
        assert len(told(f"It is calm now but there was {word} fire by soldiers overnight")) == 1
