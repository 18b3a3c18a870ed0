import type { Scripts } from './script'

export const scripts: Scripts = {
  welcome: {
    goal: 'Iedereen is binnen, weet waarom we hier zijn en durft te praten.',
    say: [
      'Welkom, vandaag lopen we mee met één klant, van het begin tot het eind.',
      'We kijken naar de reis, niet naar personen: iedereen deed zijn best met wat er was.',
      'Pak je telefoon of laptop, typ de code en kies je afdeling.',
    ],
    tip: 'Lees het doel hardop voor en vraag wat er aan het eind geregeld moet zijn.',
    pitfalls: ['Een lange inleiding. Na tien minuten wil iedereen iets doen.', 'Een lege stoel die niemand noemt. Zeg hardop wie er mist.'],
  },
  warmup: {
    goal: 'Iedereen heeft een keer gepraat voordat het over het werk gaat.',
    say: [
      'Denk aan een keer dat jij zelf klant was en het heel goed ging, of juist niet.',
      'Schrijf het in twee zinnen op; daar heb je twee minuten voor.',
      'Wie wil vertelt het daarna in één minuut, en overslaan mag.',
    ],
    tip: 'Begin zelf, met een verhaal waarin jij niet de held bent.',
    pitfalls: ['Plezier dat moet. Overslaan mag altijd.', 'Verhalen die uitlopen. Houd de klok in beeld.'],
  },
  mirror: {
    goal: 'We zien hoe we onszelf inschatten, en hoe de organisatie.',
    say: [
      'Geef een cijfer aan hoe klantgericht jij bent, en aan hoe klantgericht de rest is.',
      'Eerlijk is beter dan netjes, want niemand ziet wie wat zegt.',
      'Straks kijken we naar het verschil, niet naar wie gelijk heeft.',
    ],
    tip: 'Laat de uitslag een halve minuut staan voordat je er iets van zegt.',
    pitfalls: [
      'Uitleggen wie er te hoog zit. Het gaat om het patroon.',
      'Een kleine groep. Onder de vijf antwoorden blijft niemand onbekend.',
    ],
  },
  courage: {
    goal: 'We zien of mensen durven af te wijken, en of zij weten wat zij mogen.',
    say: [
      'Lees drie zinnen en zeg bij elke hoe waar hij voor jou is.',
      'Niemand ziet wie wat zegt, en afdelingen staan er niet bij.',
      'Straks vragen we: welke fout mag je hier maken?',
    ],
    tip: 'Leg de uitslag naast het aantal mandaatkaarten dat jullie maken.',
    pitfalls: ['Meteen uitleggen dat het best mag. Vraag eerst wanneer het niet durfde.'],
  },
  importance: {
    goal: 'We weten hoe belangrijk klantgerichtheid hier is, ook als het iets kost.',
    say: [
      'Geef een cijfer voor de praktijk, niet voor het plan.',
      'Denk aan de laatste keer dat het geld of tijd kostte.',
      'Straks vertelt wie dat wil: wat gaf je er deze maand voor op?',
    ],
    tip: 'Laat de opdrachtgever daarna in één zin zeggen wat hij ervoor over heeft.',
    pitfalls: ['Een hoog cijfer vieren zonder voorbeeld. Vraag wat het kostte.'],
  },
  promise: {
    goal: 'We weten wat we de klant beloven, in de woorden waarin hij het leest.',
    say: [
      'Dit beloven we onze klanten, letterlijk zoals het op de site of in de brief staat.',
      'Lees het in stilte en onthoud één woord dat blijft hangen.',
      'Straks leggen we het naast elke stap: maken we dit hier waar?',
    ],
    tip: 'Plak de echte tekst, ook als die niet mooi is.',
    pitfalls: [
      'Praten over hoe het beter geformuleerd kan. De tekst is nu een gegeven.',
      'Een belofte die niemand kent. Schrijf dat op, het is een vondst.',
    ],
  },
  persona: {
    goal: 'Iedereen denkt aan dezelfde klant.',
    say: [
      'Dit is onze klant van vandaag; ik lees voor wie het is en wat er gebeurt.',
      'Vanaf nu zeggen we niet “de klant”, maar noemen we de naam.',
      'Wat hoorde jij zo iemand letterlijk zeggen? Zet het erbij als uitspraak.',
    ],
    tip: 'Laat een klant zelf vertellen of speel een opname af: één zin van buiten doet meer dan een heel profiel.',
    pitfalls: [
      'Een gemiddelde klant die niemand ooit zag. Kies één herkenbaar mens.',
      'Verzonnen uitspraken. Zet erbij waar je het hoorde, of laat ze weg.',
    ],
  },
  needs: {
    goal: 'We weten wat onze klant wil, en waar wij daar anders over denken.',
    say: [
      'Schrijf op wat onze klant wil: ik wil iets, zodat er iets kan.',
      'Zet ernaast wat wij als vakmensen goed vinden, en of dat botst.',
      'Daarna zegt iedereen in stilte hoe herkenbaar elke wens is.',
    ],
    tip: 'Lees het stuk na “zodat” hardop voor: daar staat waar het de klant om gaat.',
    pitfalls: [
      'Wensen van onszelf in de mond van de klant. Vraag wie dit een klant hoorde zeggen.',
      'Praten over het gemiddelde. Begin bij de afdeling die er het verst vanaf staat.',
    ],
  },
  knowledge: {
    goal: 'We weten wat we zeker weten, wat we aannemen en wie de rest uitzoekt.',
    say: [
      'Eén ding per kaart: wat weten we van klanten, wat denken we, wat weten we niet?',
      'Weten we het echt, zet dan de bron erbij en hoeveel klanten dat waren.',
      'Bij elke vraag die overblijft komt één naam en één datum.',
    ],
    tip: 'Neem de drie grootste pijnpunten en vraag bij elk: van wie hebben we dit gehoord?',
    pitfalls: [
      'Ervaring die als zekerheid telt. Eén klant is een begin, geen bewijs.',
      'Een lange lijst vragen. Kies er drie die morgen iemand kan uitzoeken.',
    ],
  },
  steps: {
    goal: 'De reis ligt op tafel, in stappen die de klant zelf meemaakt.',
    say: [
      'Schrijf drie minuten alleen op wat de klant na elkaar doet, van aanleiding tot afloop.',
      'Begin elke stap met wat de klant doet, niet met wat wij verwerken.',
      'Daarna leggen we ze samen op volgorde en halen we dubbele weg.',
    ],
    tip: 'Tien tot vijftien stappen is genoeg. Begin waar het de klant overkomt, niet waar ons dossier begint.',
    pitfalls: [
      'De kaart van ons eigen proces. Staat er “registreren” of “beoordelen”, vraag dan wat de klant ervan merkt.',
      'Nu al oplossingen. Parkeer ze, ze krijgen straks hun beurt.',
    ],
  },
  break: {
    goal: 'Iedereen komt op tijd en met nieuwe energie terug.',
    say: [
      'We stoppen even en gaan verder op de tijd die op het scherm staat.',
      'Loop een stukje of haal iets te drinken.',
      'Wat je nog kwijt wilt, schrijf je straks gewoon op.',
    ],
    tip: 'Voeg intussen dubbele briefjes samen, dat scheelt straks een discussie.',
    pitfalls: ['Wachten op de laatste. Begin op tijd, dan is de volgende pauze ook op tijd.'],
  },
  blueprint: {
    goal: 'Per stap is te zien wie er voor en achter de schermen werkt, en waar het werk van hand tot hand gaat.',
    say: [
      'Vul per stap in wat jouw afdeling doet, zo kort dat een klant het begrijpt.',
      'Boven de lijn staat wat de klant ziet, eronder wat hij niet ziet.',
      'Geef je het werk door aan een andere afdeling, bevestig dan de overdracht.',
    ],
    tip: 'Laat elke afdeling haar eigen vakken vullen; wie het voor een ander doet, vult een vermoeden in.',
    pitfalls: [
      'Alles uitschrijven zoals in een procesmodel. Eén regel per vak is genoeg.',
      'Een leeg vak dichtplakken. Leeg is ook een antwoord: hier is niemand.',
    ],
  },
  ownership: {
    goal: 'We weten van wie elke stap is, en welke stap van niemand is.',
    say: [
      'Zeg per stap of die van jouw afdeling is: ja, nee of weet ik niet.',
      'Doe het in stilte; niemand ziet wat een ander kiest, ook ik niet.',
      'Daarna praten we alleen over de stappen van niemand en van meer dan één.',
    ],
    tip: 'Vraag bij een stap van niemand: “Wie belt de klant als het hier misgaat?”',
    pitfalls: [
      'Eigenaar verwarren met schuldige. Het gaat om wie het mag veranderen.',
      'De stilte vullen. “Weet ik niet” is hier een bruikbaar antwoord.',
    ],
  },
  leading: {
    goal: 'We weten bij welke stappen de klant leidend is, en waar een taak, proces, systeem of product dat is.',
    say: [
      'Kies per stap wie hier leidend is: de klant, een taak, het proces, het systeem of het product.',
      'Kies wat er echt gebeurt, niet wat er hoort te gebeuren.',
      'Daarna kijken we naar één stap waar de klant het morgen zou kunnen zijn.',
    ],
    tip: 'Vraag bij een stap waar het systeem leidend is: “Wat zou je doen als je pen en papier had?”',
    pitfalls: ['Overal “de klant” kiezen. Vraag dan wie er wacht als het druk is.'],
  },
  inside: {
    goal: 'We zien hoe ver ons eigen idee ligt van wat klanten echt geven, en of dat verschil iets zegt.',
    say: [
      'Schat op de schaal van de klant zelf wat klanten ons geven, alleen en in stilte.',
      'Pas als iedereen klaar is, komt de echte score erbij, met hoeveel klanten dat zijn.',
      'Daarna vragen we niet wie gelijk had, maar waar we het vandaan hebben.',
    ],
    tip: 'Vraag bij een groot verschil: “Welke klant had jij in gedachten?”',
    pitfalls: [
      'Een verschil bij weinig klanten uitleggen. Het scherm zegt erbij wanneer het niets zegt.',
      'De score verdedigen. Hij is wat klanten zeiden, ook als wij het anders zien.',
    ],
  },
  rate: {
    goal: 'We zien hoe de klant elke stap beleeft, en waar afdelingen dat anders zien.',
    say: [
      'Kies per stap het gezicht dat de klant daar heeft, door zijn ogen en niet door de jouwe.',
      'Scoor alleen en in stilte, en sla over wat je niet weet.',
      'Na het onthullen vraag ik: wat zie jij de klant hier doen dat de ander niet ziet?',
    ],
    tip: 'Laat bij een verschil eerst de laagste praten, dan de hoogste, dan de rest. Een minuut stilte helpt meer dan nog een argument.',
    pitfalls: [
      'Een gemiddelde dat twee kampen verbergt. Kijk naar het verschil, niet alleen naar de lijn.',
      'Een beeld dat gedeeld is en toch niet klopt. Vraag wat klanten zelf zeiden.',
      'Eén luide stem. Geef de stille kant het eerst het woord.',
    ],
  },
  lunch: {
    goal: 'Iedereen eet, en niemand werkt door.',
    say: [
      'Eet smakelijk, we gaan verder op de tijd die op het scherm staat.',
      'Ga eens naast iemand zitten van een andere afdeling.',
      'Na het eten gaan we van kijken naar kiezen.',
    ],
    tip: 'Laat één klantuitspraak op het scherm staan, dan gaat het gesprek vanzelf verder.',
    pitfalls: ['De lunch inkorten om tijd in te halen. Sla liever een onderdeel over.'],
  },
  offmenu: {
    goal: 'We weten wat er gebeurt als iemand vraagt wat niet op de kaart staat.',
    say: [
      'Iemand speelt een klant met een gewone vraag die wij niet standaard leveren.',
      'De anderen kijken mee en vinken af wat ze zien gebeuren.',
      'Daarna spreken we af wat je voortaan mag doen zonder het eerst te vragen.',
    ],
    tip: 'Neem een echte vraag van vorige week; hoe gewoner, hoe beter.',
    pitfalls: [
      'Een toneelstuk om iemand te betrappen. Vrijwilligers spelen, de rest kijkt naar hoe het geregeld is.',
      'Eindigen met “het hangt ervan af”. Vraag wie het mag beslissen, en tot waar.',
    ],
  },
  pains: {
    goal: 'Alle pijnpunten van de klant liggen op tafel, elk bij een stap.',
    say: [
      'Schrijf eerst alleen op waar het de klant pijn doet, één ding per briefje en bij een stap.',
      'Daarna lees je elkaars briefjes in tweetallen en dan in viertallen.',
      'Pas dan laten we alles tegelijk zien, en wie wat schreef blijft onbekend.',
    ],
    tip: 'Een goed pijnpunt zegt wat de klant meemaakt: “Negen dagen wachten zonder bericht”.',
    pitfalls: [
      'Een pijnpunt zonder stap. Vraag: wanneer merkt de klant dit?',
      'Namen van collega’s. Schrijf op wat er gebeurt, niet wie het deed.',
      'Een oplossing in vermomming, zoals “er is geen app”. Vraag wat daardoor misgaat.',
    ],
  },
  rules: {
    goal: 'We hebben regels gevonden die de klant in de weg zitten, en besloten wat ermee gebeurt.',
    say: [
      'Welke regel of gewoonte kun jij een klant niet uitleggen?',
      'Schrijf hem op zoals we hem zeggen, en van wie hij komt.',
      'Per regel kiezen we: houden, ruimte geven, veranderen, schrappen of navragen.',
    ],
    tip: 'Vraag wie hier nu mag beslissen, en schrap er ten minste één voordat je verdergaat.',
    pitfalls: [
      'Een paarse krokodil die een wet blijkt. Schrappen kan niet, navragen hoeveel ruimte er is wel.',
      'Samen lachen om de regel en niets besluiten.',
    ],
  },
  vote: {
    goal: 'We weten wat we als eerste aanpakken.',
    say: [
      'Verdeel je stippen over wat voor de klant het eerst weg moet.',
      'Stem als klant, niet voor je eigen afdeling.',
      'Niemand ziet jouw stippen; we onthullen alles tegelijk, ruw en eerlijk naast elkaar.',
    ],
    tip: 'Voeg dubbele pijnpunten samen voordat je opent, anders raken de stippen verdeeld.',
    pitfalls: [
      'Stippen die voor feiten doorgaan. Kijk erbij of we het weten of denken.',
      'Een grote afdeling die wint op aantal. In de eerlijke score heeft elke afdeling één stem.',
    ],
  },
  causes: {
    goal: 'Onder de grootste pijnpunten ligt een oorzaak waar wij iets aan kunnen doen.',
    say: [
      'Neem één pijnpunt en vraag steeds: hoe komt dat?',
      'Schrijf elk antwoord onder het vorige, hooguit vijf keer.',
      'Vraag aan het eind: en wat nog meer?',
    ],
    tip: 'Stop zodra je bij iets bent dat iemand hier kan veranderen.',
    pitfalls: [
      'Uitkomen bij “te weinig mensen” of “het systeem”. Vraag wat er dan precies niet gebeurt.',
      'Uitkomen bij een persoon. Vraag wat die persoon in de weg zat.',
    ],
  },
  fixes: {
    goal: 'Bij elk groot pijnpunt staat iets wat deze week kan beginnen.',
    say: [
      'Bedenk eerst alleen twee oplossingen: een gewone, en een die het leuk maakt voor de klant.',
      'Deel ze daarna en bouw op elkaar voort.',
      'Kan het nu meteen, doe het dan hier en zet het op opgelost.',
    ],
    tip: 'Vraag: “Wat kunnen we maandag al anders doen, zonder toestemming?”',
    pitfalls: [
      'Alleen plannen voor een nieuw systeem. Vraag wat deze week kan.',
      'Een oplossing zonder pijnpunt eronder. Vraag wie hier blij van wordt.',
      'Leuk dat moet. Het mag, het hoeft niet.',
    ],
  },
  delights: {
    goal: 'We hebben een paar kleine dingen gevonden waarover een klant thuis vertelt.',
    say: [
      'Kies een stap die iedereen vergeet. Wat zou die bijzonder maken?',
      'Klein mag. Het hoeft niets te kosten.',
      'Het mag ook leuk zijn voor de collega die het doet.',
    ],
    tip: 'Begin bij de stappen die bijna neutraal zijn en waar geen verhaal over is.',
    pitfalls: [
      'Verleuken terwijl de basis nog niet op orde is. Eerst de pijn, dan het plezier.',
      'Verplicht plezier. Het mag leuk zijn, het hoeft niet.',
    ],
  },
  matrix: {
    goal: 'We zien welke oplossing veel doet met weinig moeite.',
    say: [
      'Schat per oplossing wat de klant eraan heeft, hoeveel moeite het kost en hoe leuk het is.',
      'Doe het in stilte en snel; je eerste gevoel is goed genoeg.',
      'We beginnen straks met wat veel oplevert en weinig kost.',
    ],
    tip: 'Lopen de schattingen uiteen, vraag dan wat de een weet dat de ander niet weet.',
    pitfalls: ['Rekenen met schattingen alsof het metingen zijn.', 'Moeite laten schatten door wie het niet hoeft te doen.'],
  },
  commit: {
    goal: 'Elke oplossing heeft één naam en één datum.',
    say: [
      'Per oplossing zoek ik één naam: wie zorgt dat het gebeurt?',
      'Kies een datum die je zelf gelooft, en een eerste stap voor morgen.',
      'Wie zijn naam geeft, zegt zelf ja op het eigen scherm.',
    ],
    tip: 'Vijf oplossingen tegelijk is veel. Liever drie die gebeuren.',
    pitfalls: [
      'De naam van iemand die er niet is. Bel nu, of kies een ander.',
      '“Het team” als eigenaar. Een team heeft geen agenda.',
      'Een datum ver weg. Vraag wat er over twee weken te zien is.',
    ],
  },
  indicator: {
    goal: 'Er is één cijfer waaraan we zien of het voor de klant beter gaat.',
    say: [
      'Aan welk cijfer merkt de klant zelf dat het beter gaat?',
      'We kiezen er één, met een nulmeting en een dag waarop we weer meten.',
      'Elke afdeling zegt wat zij doet om dat cijfer te bewegen.',
    ],
    tip: 'Kies iets wat de klant zegt of doet, niet iets wat wij tellen.',
    pitfalls: ['Vijf cijfers kiezen. Wie op vijf stuurt, stuurt op geen.', 'Een cijfer dat pas over een jaar beweegt.'],
  },
  coffee: {
    goal: 'Wat alleen bij de koffieautomaat wordt gezegd, ligt op tafel.',
    say: [
      'Schrijf op wat iedereen denkt en niemand hardop zegt.',
      'Er staat geen naam bij en geen tijd; ook ik lees het nu niet.',
      'Vinden jullie goed dat we de doos openen en alles door elkaar op het scherm zetten?',
    ],
    tip: 'Lees de briefjes voor zonder commentaar, en vraag dan pas: wat herken je?',
    pitfalls: ['Raden wie het schreef. Zeg vooraf dat we dat niet doen.'],
  },
  reflection: {
    goal: 'Iedereen weet van zichzelf waar hij de serveerster was.',
    say: [
      'Wanneer zei jij nee zonder door te vragen?',
      'Schrijf het voor jezelf; niemand leest mee.',
      'Wie wil, deelt iets, met of zonder naam.',
    ],
    tip: 'Begin zelf, met een voorbeeld waar je niet trots op bent.',
    pitfalls: ['Iemand vragen om te delen. Wat van iemand zelf is, blijft daar tenzij hij het wil.'],
  },
  backwards: {
    goal: 'We zien wat er gebeurd moet zijn voordat de klant krijgt wat hij wil.',
    say: [
      'Dit is het einde dat de klant wil. Wat moest vlak daarvoor gebeurd zijn?',
      'We lopen terug, stap voor stap, en schrijven op wat daarvoor nodig was.',
      'Mist er een stap? Zet hem erbij.',
    ],
    tip: 'Vraag bij elke stap: wie moest dit dan al weten?',
    pitfalls: ['Toch vooruit gaan redeneren. Ga terug naar de vraag: wat moest hiervoor gebeurd zijn?'],
  },
  loops: {
    goal: 'Van elke oplossing weten we hoe ver ze is, en wat nog nodig is.',
    say: [
      'Dit spraken we de vorige keer af. Wat is er gelukt?',
      'Per oplossing één zin van de eigenaar: gedaan, bezig, of wat er nodig is.',
      'Staat iets stil? Dan spreken we een nieuwe datum af, of we schrappen het.',
    ],
    tip: 'Begin met wat gelukt is, en vraag wat de klant daarvan merkte.',
    pitfalls: [
      'Verantwoording vragen. Vraag wat er nodig is, niet waarom het niet af is.',
      'Alles weer meenemen. Schrappen mag, en vijf tegelijk is genoeg.',
    ],
  },
  autopsy: {
    goal: 'Eén voorval is begrepen, en we veranderen er iets door.',
    say: [
      'We nemen één voorval. Iedereen deed wat op dat moment logisch leek.',
      'Wat gebeurde er, en wat hadden we verwacht?',
      'Waarom was het toen logisch, wat leren we, en wat veranderen we?',
    ],
    tip: 'Schrijf over het werk en niet over mensen; namen hoeven er niet bij.',
    pitfalls: ['Een schuldige zoeken. Vraag wat het werk zo maakte.', 'Een les zonder verandering. Spreek af wanneer jullie terugkijken.'],
  },
  own: {
    goal: 'Wat jullie zelf hebben bedacht.',
    say: [
      'Dit gaan we nu doen, en daarom juist op dit moment.',
      'We hebben ervoor wat de klok aangeeft.',
      'Aan het eind ligt er iets waarmee we verder kunnen.',
    ],
    tip: 'Schrijf vooraf in één zin op wat dit onderdeel moet opleveren.',
    pitfalls: ['Een onderdeel zonder uitkomst. Dat loopt altijd uit.'],
  },
  close: {
    goal: 'Iedereen gaat weg met één ding dat maandag anders gaat.',
    say: [
      'Wat doe jij maandag anders?',
      'Dit hebben we afgesproken, met naam en datum, en op deze dag kijken we terug.',
      'Wie verdient een podium voor wat hier vandaag gebeurde?',
    ],
    tip: 'Lees de afspraken hardop voor, laat elke eigenaar knikken, en rond dan pas af.',
    pitfalls: [
      'Resultaten die verdwijnen. Laat iedereen de terugkijkdag nu in de agenda zetten.',
      'Eindigen met jouw samenvatting. Geef de zaal het laatste woord.',
    ],
  },
}
