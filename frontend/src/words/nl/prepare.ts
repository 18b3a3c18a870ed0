/** Preparing a workshop: its facts, its departments, its invitation. */
export const prepare = {
  workshop: {
    title: 'Deze workshop',
    intro: 'Dit lezen mensen bij de deur, op de beamer en in het verslag.',
    name: 'Titel',
    namePlaceholder: 'Bijvoorbeeld: Een scootmobiel aanvragen',
    organisation: 'Organisatie',
    place: 'Waar',
    placePlaceholder: 'Bijvoorbeeld: Raadszaal, Utrecht',
    date: 'Datum',
    from: 'Begin',
    until: (end: string, minutes: string) => `Met deze agenda klaar om ${end} (${minutes})`,
    untilUnknown: 'Kies een begintijd. De agenda telt vanaf daar.',
    purpose: 'Doel',
    purposePlaceholder: 'Wat willen jullie aan het eind weten of geregeld hebben?',
    leads: 'Wie begeleidt',
    leadsHint: 'Je naam staat bij de deur en in het verslag.',
    customerWord: 'Hoe heet jullie klant?',
    customerOne: 'Eén',
    customerMany: 'Meer dan één',
    customerPlaceholder: ['klant', 'klanten'] as [string, string],
    skipped: (time: string) => `Op die dag bestaat ${time} niet: de klok gaat dan een uur vooruit. Kies een andere tijd.`,
    past: 'Dit ligt in het verleden. Dat mag, maar de agenda begint dan gewoon als jij begint.',
    duration: (hours: number, minutes: number) =>
      [hours ? (hours === 1 ? '1 uur' : `${hours} uur`) : '', minutes ? (minutes === 1 ? '1 minuut' : `${minutes} minuten`) : '']
        .filter(Boolean)
        .join(' en ') || '0 minuten',
    done: 'Klaar',
    edit: 'Titel, datum en plaats',
    rename: (title: string) => `${title}. Verander titel, datum en plaats`,
  },
  departments: {
    title: 'Wie zitten er aan tafel?',
    intro: 'Elke afdeling die met deze reis te maken heeft, ook partners. De code en het patroon staan op de kaart.',
    edit: 'Afdelingen',
    add: 'Afdeling toevoegen',
    addPlaceholder: 'Naam van de afdeling',
    name: (n: number) => `Naam van afdeling ${n}`,
    code: (name: string) => `Code van ${name}`,
    codeTaken: (code: string, name: string) => `${code} is al de code van ${name}.`,
    codeShort: 'Een code heeft twee of drie letters of cijfers.',
    stage: (name: string) => `Plek van ${name}`,
    stages: { front: 'Voor', back: 'Achter', support: 'Ondersteunend', partner: 'Partner' },
    up: (name: string) => `Zet ${name} hoger`,
    down: (name: string) => `Zet ${name} lager`,
    moved: (name: string, place: number) => `${name} staat nu op plaats ${place}`,
    remove: (name: string) => `Haal ${name} weg`,
    removed: (name: string) => `${name} is weg`,
    inUse: (name: string, people: number) =>
      people
        ? `${name} heeft ${people === 1 ? 'iemand' : `${people} mensen`} aan tafel of staat op de kaart. Voeg de afdeling samen met een andere.`
        : `${name} staat nog op de kaart of in wat er al gegeven is. Voeg de afdeling samen met een andere.`,
    merge: 'Voeg samen met',
    mergeChoose: 'Kies een afdeling',
    mergeSure: (from: string, into: string) =>
      `Alles van ${from} wordt van ${into}: mensen, stappen, oplossingen en scores. Dit kan niet terug.`,
    mergeYes: 'Voeg samen',
    full: 'Twaalf afdelingen is het meeste. Voeg er twee samen als er nog een bij moet.',
    done: 'Klaar',
    undo: 'Zet terug',
  },
  invitation: {
    title: 'Nodig mensen uit',
    intro: 'Plak deze tekst in een mail of agenda-afspraak.',
    copy: 'Kopieer de tekst',
    file: 'Afspraak voor de agenda (ICS)',
    text: (about: { title: string; when: string; place: string; leads: string; link: string; code: string }) =>
      [
        about.title,
        '',
        [about.when && `Wanneer: ${about.when}`, about.place && `Waar: ${about.place}`, about.leads && `Begeleiding: ${about.leads}`]
          .filter(Boolean)
          .join('\n'),
        '',
        'Wat gaan we doen?',
        'We lopen samen de reis van één klant door, van begin tot eind.',
        'Je ziet waar het schuurt, ook tussen afdelingen.',
        'Je schrijft en stemt op je eigen laptop of telefoon. Niemand ziet wie wat gaf.',
        'Aan het eind staat bij elke oplossing een naam en een datum.',
        'Je hoeft niets voor te bereiden en niets te installeren.',
        '',
        `Meedoen: ${about.link}`,
        `Of typ de code ${about.code} op dat adres.`,
      ].join('\n'),
    button: 'Uitnodiging',
  },
}
