/** Purple crocodiles: rules, what they cost, and what becomes of them. */
export const rules = {
  title: 'Paarse krokodillen',
  hint: 'Welke regel kun je aan een klant niet uitleggen? Eén regel per kaart.',
  placeholder: 'Bijvoorbeeld: een bijgerecht wisselen mag niet',
  add: 'Leg erbij',
  none: 'Er ligt nog geen regel. Begin met de regel die je zelf het lastigst vindt.',
  writing: 'Iedereen schrijft nu regels op. Ze liggen hier zodra ze op tafel gaan.',
  laid: (n: number) => (n === 1 ? '1 regel op tafel' : `${n} regels op tafel`),
  empty: 'Welke regel kun je aan een klant niet uitleggen?',
  crocodile: 'Paarse krokodil',
  crocodiles: (n: number): string => (n === 1 ? 'paarse krokodil' : 'paarse krokodillen'),
  crocodilesOf: (n: number, of: number) =>
    `${n === 1 ? 'paarse krokodil' : 'paarse krokodillen'} van ${of} ${of === 1 ? 'regel' : 'regels'}`,
  ofRules: (n: number) => `van ${n} ${n === 1 ? 'regel' : 'regels'}`,
  nobodyKnows: 'weet niemand',
  undecided: 'Nog niet beslist',
  ask: 'Vraag de zaal',
  hears: (sentence: string) => `De klant hoort: “${sentence}”`,
  law: 'Dit is een wet. Die kun je hier niet schrappen of aanpassen.',
  gone: 'Deze regel is er niet meer.',
  noRule: 'Er is nog geen regel om over te stemmen.',
  advice: 'Dit is een advies. Wie mag beslissen, beslist met de eigen naam.',
  fewVerdicts: (n: number) =>
    `${n === 1 ? '1 mens gaf een oordeel' : `${n} mensen gaven een oordeel`}. Vanaf drie laten we zien wat ze kozen.`,
}
