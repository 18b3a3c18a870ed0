/** How whoever leads shapes the summary. */
export const summary = {
  title: 'Zo wordt de samenvatting',
  intro: 'Leeg laten mag: dan vertelt het bord het zelf. Het voorbeeld laat zien wat je lezers zien.',
  conclusionHint: 'Eén zin waarmee je begint. Leeg: de sterkste zin van het bord.',
  decisions: 'Gevraagd besluit',
  decisionPlaceholder: 'Wat moet er worden besloten?',
  addDecision: 'Voeg een besluit toe',
  removeDecision: 'Haal dit besluit weg',
  full: 'Vijf besluiten passen op pagina één. Haal er een weg om een ander te vragen.',
  journey: 'Gouden regel en opdrachtgever',
  goldenRule: 'Gouden regel',
  sponsor: 'Zin van de opdrachtgever',
  parts: 'Welke delen?',
  asBoard: 'Taal van het bord',
  hide: 'Weglaten',
  hideHint:
    'Wat je aanvinkt, staat niet in de samenvatting en niet in de lijsten. ' +
    'Het telt ook niet mee; het verslag zegt hoeveel je wegliet. Op het bord blijft het staan.',
  hidden: (n: number) => (n === 1 ? '1 weggelaten' : `${n} weggelaten`),
  none: 'Er staat nog niets op het bord om weg te laten.',
  preview: 'Voorbeeld',
  part: 'Deel van het voorbeeld',
  pages: { summary: 'Pagina 1', map: 'Reis', saw: 'Gezien', actions: 'Acties', rules: 'Regels', annex: 'Bijlage' } as Record<
    string,
    string
  >,
}
