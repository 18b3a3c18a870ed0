/** What people say about themselves: the promise, the coffee machine, the mirror moment; and the journey from its end. */
export const promise = {
  title: 'Onze belofte',
  question: 'Wat beloven we onze klant?',
  text: 'De belofte, letterlijk zoals de klant die leest',
  placeholder: 'Plak hier de tekst van de site of uit de brief',
  source: 'Waar staat dit?',
  sourcePlaceholder: 'Bijvoorbeeld: homepage, november',
  none: 'De begeleider plakt de belofte hier zo meteen.',
  judge: 'Maken we dit waar, stap voor stap?',
  keptAt: (step: string) => `Maken we de belofte waar bij: ${step}`,
  clear: (step: string) => `Haal het oordeel weg bij: ${step}`,
  clearShort: 'Wis',
  noSteps: 'Zet eerst stappen op de kaart.',
}

export const coffee = {
  hint: 'Zonder naam, zonder tijd. Niemand leest het, ook de begeleider niet, tot de doos opengaat. Dan ligt alles door elkaar.',
  placeholder: 'Wat iedereen denkt en niemand hardop zegt',
  add: 'Stop in de doos',
  mine: 'Van jou, nog in de doos. Alleen jij ziet dit.',
  remove: 'Haal weg',
  removeFor: (text: string) => `Haal weg: ${text}`,
  open: 'Open de doos',
  openHint: 'Vraag eerst of de groep het goed vindt. Wat eruit komt, ziet iedereen.',
  opened: (n: number) => (n === 1 ? '1 briefje uit de doos' : `${n} briefjes uit de doos`),
  none: 'De doos is nog niet opengegaan.',
}

export const reflection = {
  hint: 'Alleen jij ziet wat je schrijft, tot je het zelf deelt.',
  placeholder: 'Bijvoorbeeld: als ik op mijn scherm kijk in plaats van naar de klant',
  add: 'Bewaar voor jezelf',
  mine: 'Van jou. Alleen jij ziet dit.',
  share: 'Deel dit',
  shareFor: (text: string) => `Deel: ${text}`,
  sure: 'Wat je deelt, ziet iedereen. Terug verstoppen kan niet.',
  unnamed: 'Deel zonder naam',
  named: 'Deel met mijn naam',
  remove: 'Haal weg',
  removeFor: (text: string) => `Haal weg: ${text}`,
  shared: 'Gedeeld',
  none: 'Er is nog niets gedeeld.',
}

export const backwards = {
  question: 'Wat moest hiervoor gebeurd zijn?',
  hint: 'We beginnen bij het einde dat de klant wil, en lopen stap voor stap terug.',
  end: 'Het einde',
  noEnd: 'Er staat nog niet hoe de reis eindigt.',
  earlier: 'Een stap terug in de reis',
  later: 'Weer naar het einde toe',
  before: (step: string) => `Wat moest er gebeurd zijn voor: ${step}?`,
  placeholder: 'Bijvoorbeeld: de balie wist al wie er kwam',
  add: 'Schrijf erbij',
  notes: (n: number) => (n === 0 ? 'nog niets erbij' : n === 1 ? '1 briefje' : `${n} briefjes`),
  remove: 'Haal weg',
  removeFor: (text: string) => `Haal weg: ${text}`,
  missing: 'Er mist een stap hiervoor',
  stepPlaceholder: 'Hoe heet die stap?',
  addStep: 'Zet de stap op de kaart',
  between: (n: number) => (n === 1 ? 'daartussen 1 stap' : `daartussen ${n} stappen`),
  noSteps: 'Zet eerst stappen op de kaart.',
}
