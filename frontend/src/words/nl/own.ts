/** What is kept of you, and how long the board stays. */
export const own = {
  title: 'Mijn bijdragen',
  intro: 'Dit bewaart deze workshop van jou. Alleen jij ziet deze lijst.',
  you: 'Jij',
  shared: 'Gedeeld met iedereen',
  sealed: 'Nog verborgen: alleen jij ziet dit tot de onthulling',
  voiced: 'Onthulde antwoorden. Anderen zien je afdeling, niet je naam. De server weet nog dat ze van jou zijn.',
  holds: 'Acties op jouw naam',
  nothing: 'Je hebt hier nog niets geschreven.',
  unbound:
    'Stippen en briefjes uit een anonieme ronde staan hier niet bij. Sinds de onthulling weet ook de server niet meer van wie ze waren.',
  stays: 'Anderen bouwden hierop voort. Haal je alles weg, dan blijft dit staan zonder jouw naam.',
  answers: (n: number) => (n === 1 ? '1 antwoord' : `${String(n)} antwoorden`),
  remove: (text: string) => `Verwijder voorgoed: ${text}`,
  removeShort: 'Verwijder',
  sure: 'Dit is daarna voorgoed weg.',
  yes: 'Ja, verwijder',
  download: 'Download alles (JSON)',
  leave: 'Verwijder alles van mij en verlaat de workshop',
  leaveSure:
    'Je bijdragen, je naam en je plaats gaan weg. ' +
    'Waar anderen op voortbouwden, blijft staan zonder jouw naam. Dit kun je niet terugdraaien.',
  leaveHost: 'Verwijder mijn bijdragen',
  hostStays: 'Je naam blijft staan zolang jij deze workshop leidt. Verwijder de workshop om ook die weg te halen.',
  failed: 'Dit lukte niet. Er is niets veranderd. Probeer het over een minuut weer.',
  keep: {
    title: 'Bewaren',
    until: (day: string) => `Zonder wijzigingen wordt deze workshop op ${day} verwijderd.`,
    forever: 'Deze workshop blijft staan tot jij hem verwijdert.',
    warn: (day: string) => `Op ${day} verdwijnt deze workshop voorgoed.`,
    longer: 'Langer bewaren',
    choose: 'Bewaartijd na de laatste wijziging',
    days: (n: number) => (n === 1 ? '1 dag' : `${String(n)} dagen`),
    server: (n: number) => (n > 0 ? `Standaard: ${String(n)} dagen` : 'Standaard: onbeperkt'),
  },
}
