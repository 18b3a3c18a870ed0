// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.

/** The same for the kinds that a page knows before there is a board. */
export const labels = {
  kinds: {
    board: 'Bord',
    department: 'Afdeling',
    person: 'Mens',
  },
  questions: {
  },
  values: {
    board: {
      language: { nl: 'Nederlands', en: 'Engels' },
      status: { draft: 'In voorbereiding', running: 'Bezig', paused: 'Gepauzeerd', closed: 'Afgesloten', archived: 'Opgeborgen' },
    },
    department: {
      stage: { front: 'Voorkant', back: 'Achterkant', support: 'Ondersteuning', partner: 'Partner' },
    },
    person: {
      role: { facilitator: 'Begeleider', co_facilitator: 'Medebegeleider', participant: 'Deelnemer', observer: 'Meekijker', guest: 'Klantgast' },
    },
  },
  lines: {
    board: {
      language: { nl: 'Nederlands', en: 'Engels' },
    },
  },
  hints: {
    person: {
      role: { participant: 'Je schrijft, scoort en stemt mee.', observer: 'Je kijkt mee. Je scoort en stemt niet.', guest: 'Je bent zelf klant en vertelt hoe het echt ging.' },
    },
  },
};
