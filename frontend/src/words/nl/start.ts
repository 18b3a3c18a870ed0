/** The start page. */
export const start = {
  promise: 'Zet in één middag de reis van je klant op tafel, zie waar die vastloopt, en ga naar huis met wie er wat aan doet.',
  how: 'Hoe werkt het?',
  open: 'Bewaard bord openen',
  openHint: 'Een bewaard bord, een tabel met stappen of een Mermaid-tekening wordt een nieuwe workshop. Slepen naar deze pagina kan ook.',
  copy: {
    of: (title: string) => `Maak een nieuwe workshop van ${title}`,
    title: 'Nieuwe workshop van deze',
    text: 'Afdelingen, klant, reis en agenda gaan mee. Mensen, antwoorden en wat er is geschreven blijven bij de oude.',
    name: 'Titel',
    date: 'Datum (leeg is vandaag)',
    go: 'Maak de workshop',
  },
  template: {
    title: 'Bewaar als sjabloon',
    text:
      'Reis, afdelingen, klant en agenda komen op de startpagina van dit apparaat te staan. ' +
      'Mensen, antwoorden en briefjes blijven op dit bord. Voor een collega is er het bestand, bij Verslag.',
    go: 'Bewaar het sjabloon',
    kept: 'Bewaard. Je vindt het op de startpagina, onder Eigen sjablonen.',
    mine: 'Eigen sjablonen',
    full: 'Er staan al twaalf sjablonen op de startpagina. Verwijder er eerst een.',
    begin: 'Begin met dit sjabloon',
    remove: (title: string) => `Verwijder het sjabloon “${title}”`,
    sure: 'Zeker weten? Druk nog een keer',
    gone: (title: string) => `Het sjabloon “${title}” staat niet meer op de server.`,
    removed: (title: string) => `Het sjabloon “${title}” is verwijderd.`,
  },
  next: {
    title: 'Volgende sessie',
    text: 'Klantreis, afdelingen, open oplossingen met hun pijnpunten en het klantcijfer gaan mee. Mensen en de rest blijven hier.',
    agenda: 'Agenda',
    agendas: { followup: 'Terugkijken (1 uur)', '2h': '2 uur', half: 'Halve dag', day: 'Hele dag' },
    go: 'Maak de volgende sessie',
    series: (n: number) => `reeks van ${n} sessies`,
    earlier: 'eerder in deze reeks',
  },
  past: {
    title: 'Nieuw bord van dit moment',
    text: 'Alles wat toen op het bord stond komt mee, ook de mensen. Het bord van nu blijft zoals het is.',
    go: 'Maak het bord',
  },
  join: 'Doe mee',
  joinHint: 'code van het scherm',
  joinFoot: 'Geen account nodig. Je naam en afdeling zijn genoeg.',
  code: 'Code van de workshop, zes tekens',
  joinGo: 'Doe mee met deze code',
  signin: 'Om hier een workshop te beginnen log je in met het account van je organisatie. Meedoen kan zonder.',
  signinGo: 'Inloggen',
  signOut: 'Uitloggen',
  signedInAs: (name: string) => `Ingelogd als ${name}`,
  passcode: 'Om op deze server een workshop te beginnen heb je het wachtwoord van de server nodig.',
  passcodeGo: 'Begin',
  wrongPasscode: 'Dit wachtwoord klopt niet. Vraag het aan wie de server beheert.',
  begin: 'Begin een workshop',
  beginHint: 'Kies een reis die lijkt op de jouwe. Alles is aan te passen.',
  boardLanguage: 'Taal van het bord',
  length: 'Hoe lang duurt de workshop?',
  lengths: { '2h': '2 uur', half: 'Halve dag', day: 'Hele dag' },
  blank: 'Leeg bord',
  beginThis: 'Begin met deze reis',
  making: 'Bord maken',
  steps: (n: number) => (n === 1 ? '1 stap' : `${n} stappen`),
  departments: (n: number) => `${n} afd.`,
  departmentsSpoken: (n: number) => (n === 1 ? '1 afdeling' : `${n} afdelingen`),
  exampleScores: 'voorbeeldscores',
  templatesLoading: 'Reizen ophalen',
  templatesFailed: 'De voorbeeldreizen konden niet worden opgehaald.',
  mine: 'Mijn workshops op dit apparaat',
  stands: {
    covered: (n: number, of: number) => `${n} van ${of} gedekt`,
    lookBack: (day: string) => `terugkijken ${day}`,
    action: (text: string, day: string) => (day ? `jij: ${text}, voor ${day}` : `jij: ${text}`),
    late: (text: string) => `jij: ${text}, over de datum`,
  },
  mineEmpty: 'Nog geen workshops op dit apparaat. Begin er een of typ een code.',
  removeFromList: (title: string) => `${title} van deze lijst halen`,
  removed: (title: string) => `${title} staat niet meer op deze lijst. Het bord zelf blijft bestaan.`,
  undo: 'Zet terug',
  today: 'vandaag',
  yesterday: 'gisteren',
  importing: 'Bord openen',
  leftOut: {
    some: (n: number) => (n === 1 ? 'Eén ding komt niet zo mee' : `${n} dingen komen niet zo mee`),
    none: 'Alles uit het bestand komt mee.',
    copy: 'Kopieer de lijst',
    copied: 'De lijst is gekopieerd. Plak hem waar je wilt.',
    notCopied: 'Kopiëren lukt hier niet.',
    line: (n: string) => `Regel ${n}`,
    column: (n: string, head: string) => (head ? `Kolom ${n} (${head})` : `Kolom ${n}`),
    reasons: {
      shortened: 'is te lang en wordt ingekort',
      unreadable: 'is niet te lezen als stap',
      no_column: 'hoort bij geen kolom',
      no_field: 'heeft geen plek op een bord',
      no_step: 'noemt geen stap',
      wait: 'heeft een wachttijd die we niet begrijpen',
      ends_early: 'hier houdt het bestand op',
      unknown_kind: 'is van een nieuwere versie',
      unknown_field: 'is van een nieuwere versie',
      not_found: 'verwijst naar iets wat niet in het bestand zit',
      full: 'is er een te veel',
    } as Record<string, string>,
    other: 'past niet op dit bord',
  },
  bring: {
    title: 'Dit komt op het nieuwe bord',
    preview: 'Wat er op het bord komt',
    departments: 'Afdelingen',
    more: 'En verder',
    empty: 'Er zit geen stap in dit bestand.',
    go: 'Maak dit bord',
  },
  tooBig: 'Dit bestand is groter dan 5 MB. Er is niets veranderd. Kies een ander bestand.',
}

/** A rehearsal begins here. */
export const trying = {
  go: 'Probeer het in twee minuten, alleen',
  text: 'Vier verzonnen collega’s doen mee. Daarna gooi je het proefrondje weg.',
  board: (title: string) => `Proefrondje: ${title}`,
  names: ['Mila', 'Joris', 'Yassin', 'Anneke'],
}

/** Said where the address is plain http. */
export const plain = {
  text: 'Dit adres heeft geen https. Wie op dit netwerk meeluistert, kan meelezen. Gebruik een netwerk dat je vertrouwt.',
  away: 'Sluit deze opmerking',
}

/** The sheet behind “Hoe werkt het?”. */
export const how = {
  title: 'Zo werkt een workshop',
  intro: 'Mensen van verschillende afdelingen lopen samen met één klant mee. Een begeleider houdt de tijd.',
  steps: [
    {
      title: 'Leg de reis neer',
      text:
        'Stap voor stap: wat doet de klant, wie helpt, wie werkt er achter de schermen mee? ' +
        'Waar niemand helpt, laat het bord het zien.',
    },
    {
      title: 'Scoor in stilte',
      text: 'Iedereen geeft per stap aan hoe de klant het beleeft. De scores blijven verborgen tot de begeleider ze onthult.',
    },
    {
      title: 'Praat over het verschil',
      text: 'Waar scoren afdelingen anders? Welke regel zit in de weg? Kies samen de pijnpunten die het eerst moeten verdwijnen.',
    },
    {
      title: 'Spreek af wie wat doet',
      text: 'Elke oplossing krijgt een naam en een datum. Je gaat naar huis met een verslag dat je kunt delen.',
    },
  ],
  honest: 'Goed om te weten',
  facts: [
    'Niemand maakt een account. Meedoen kan met een laptop of een telefoon.',
    'Alles staat op de server waar je dit nu opent. De pagina haalt niets bij anderen op.',
    'Een afdeling met één stemmer is herkenbaar. Zeg dat voordat je gaat scoren.',
  ],
}
