/** Purple crocodiles: rules, what they cost, and what becomes of them. */
export const rules = {
  hears: (sentence: string) => `De klant hoort: “${sentence}”`,
  law: 'Dit is een wet. Die kun je hier niet schrappen of aanpassen.',
  gone: 'Deze regel is er niet meer.',
  noRule: 'Er is nog geen regel om over te stemmen.',
  advice: 'Dit is een advies. Wie mag beslissen, beslist met de eigen naam.',
  fewVerdicts: (n: number) =>
    `${n === 1 ? '1 mens gaf een oordeel' : `${n} mensen gaven een oordeel`}. Vanaf drie laten we zien wat ze kozen.`,
}
