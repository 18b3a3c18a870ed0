/** What every page of a board says: that it loads, stopped or is new, and what the room does now. */
export const frame = {
  offline: 'Geen verbinding met het bord. We blijven het proberen.',
  stopped:
    'De server is er, maar de live-verbinding komt er niet door. Vaak houdt een proxy of firewall op het netwerk die tegen. ' +
    'Probeer een ander netwerk, of vraag de beheerder om websockets door te laten.',
  login:
    'Dit netwerk stuurt je naar een eigen pagina. Log daar in of ga akkoord, in een nieuw tabblad. ' +
    'Daarna gaat het hier vanzelf verder.',
  newer: { text: 'Er is een nieuwe versie. Wat je typte, is bewaard.', later: 'Later' },
  connecting: 'Het bord wordt geladen',
  closed: {
    gone: {
      title: 'Je kunt niet bij dit bord',
      text:
        'Het bestaat niet of niet meer, of je hebt er op dit apparaat geen plek. ' +
        'Doe mee met de code van de begeleider, of open je eigen link.',
    },
    not_allowed: { title: 'Je mag dit bord niet zien', text: 'Doe mee met de code van de begeleider, of open je eigen link.' },
    newer: { title: 'Er is een nieuwe versie', text: 'Laad de pagina opnieuw. Wat je typte, is bewaard.' },
    screen: {
      title: 'Dit scherm hoort niet meer bij een bord',
      text: 'De link van de beamer is vernieuwd, of het bord is weg. Begeleider: open de beamer opnieuw vanaf je regie.',
    },
    owner: {
      title: 'Deze link werkt niet meer',
      text: 'Hij is vernieuwd of gestopt, of de workshop is verwijderd. Vraag de begeleider om een nieuwe link.',
    },
    unsent: 'Dit typte je en staat niet op het bord',
  },
  /** Instead of the instruction, once the round of this item is revealed. */
  onTheTable: 'Het ligt op tafel. Praat erover.',
  instructions: {
    welcome: 'Maak kennis. Kijk alvast op de kaart.',
    warmup: 'Vertel om de beurt een klein verhaal.',
    mirror: 'Geef eerlijk antwoord. Niemand ziet wie wat zegt.',
    courage: 'Zeg wat je durft. Niemand ziet wie wat zegt.',
    importance: 'Geef één cijfer, voor hoe het echt is.',
    promise: 'Wat beloven we onze klant?',
    persona: 'Leer onze klant kennen. Schrijf uitspraken op.',
    needs: 'Wat wil onze klant, en waarom?',
    knowledge: 'Wat weten we zeker van klanten, en waarvan?',
    steps: 'Schrijf eerst drie minuten alleen.',
    break: 'Pak iets te drinken.',
    blueprint: 'Vul in wat jouw afdeling doet.',
    inside: 'Wat denk jij dat klanten ons geven? Daarna zien we het echt.',
    leading: 'Zeg per stap wie hier leidend is: de klant, of iets van ons.',
    ownership: 'Bespreek per stap: van wie is dit?',
    rate: 'Kijk door de ogen van de klant.',
    lunch: 'Eet smakelijk.',
    offmenu: 'Wat doe je als iemand iets buiten de kaart vraagt?',
    pains: 'Schrijf eerst alleen. Straks in tweetallen.',
    rules: 'Welke regel helpt niemand meer?',
    vote: 'Verdeel je stippen in stilte.',
    causes: 'Vraag vijf keer: waarom?',
    fixes: 'Bedenk eerst alleen. Deel daarna.',
    delights: 'Wat zou de klant thuis vertellen?',
    matrix: 'Schat effect en moeite.',
    commit: 'Eén naam en één datum per oplossing.',
    indicator: 'Kies één cijfer van de klant.',
    coffee: 'Schrijf wat je alleen bij de koffieautomaat zegt.',
    reflection: 'Schrijf voor jezelf. Deel alleen wat je wilt.',
    backwards: 'Loop de reis terug, vanaf het einde.',
    loops: 'Loop na wat er openstaat. Wie helpt?',
    autopsy: 'Kijk naar één voorval, zonder namen.',
    own: 'De begeleider vertelt wat we doen.',
    close: 'Wat doe jij maandag anders?',
  },
  lookAlong: { title: 'Kijk mee met de beamer', text: 'Dit staat nu op het scherm in de zaal. De begeleider bladert.' },
  history: 'Geschiedenis',
  aside: { coffee: 'Koffieautomaat', reflection: 'Spiegelmoment' },
  kept: (n: number) => (n === 1 ? '1 wijziging bewaard op dit apparaat.' : `${n} wijzigingen bewaard op dit apparaat.`),
  door: {
    title: 'Je bent er bijna',
    text: 'De begeleider laat je zo binnen. Je hoeft niets te doen; houd deze pagina open.',
    turnedTitle: 'Je bent niet binnengelaten',
    turnedText: 'De begeleider heeft je niet binnengelaten. Vraag in de zaal wat er is, en probeer het daarna opnieuw met de code.',
  },
}
