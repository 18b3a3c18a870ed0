/** The sheet after a board was made, and whenever the facilitator shares it. */
export const share = {
  title: 'Je workshop staat klaar',
  scan: 'Scan of typ de code',
  qr: (address: string) => `QR-code naar ${address}`,
  address: 'Welk adres kunnen anderen bereiken?',
  kinds: { wifi: 'wifi', cable: 'kabel', other: 'netwerk', here: 'dit adres', local: 'alleen hier' },
  localhost: (kind: string) =>
    `Je hebt dit bord geopend als localhost. Dat werkt alleen op deze laptop, dus de links gebruiken het adres van ${kind}.`,
  onlyHere: 'Dit adres werkt alleen op deze laptop. Verbind de laptop met wifi of een kabel, dan kunnen anderen meedoen.',
  addressesFailed: 'De adressen van deze laptop konden niet worden opgehaald. De links gebruiken het adres uit je adresbalk.',
  participants: 'Deelnemers',
  participantsHint: 'kijken en doen',
  projector: 'Beamer',
  projectorHint: 'alleen kijken',
  cofacilitator: 'Medebegeleider',
  cofacilitatorHint: 'leidt mee',
  copyLink: (who: string) => `Kopieer de link voor: ${who}`,
  hidden: 'link met sleutel',
  keyTitle: 'Bewaar je begeleiderssleutel',
  keyText: 'Wie hem heeft, leidt deze workshop. We tonen hem één keer en kunnen hem niet terughalen.',
  key: 'Link met je begeleiderssleutel',
  save: 'Bewaar',
  kept: 'Ik heb de sleutel bewaard',
  openProjector: 'Beamer openen',
  toBoard: 'Naar het bord',
  nobody: 'Nog niemand binnen. Stoelen vullen zich hier per afdeling.',
  inside: (n: number) => (n === 1 ? '1 mens binnen' : `${n} mensen binnen`),
  askTitle: 'De sleutel is nog niet bewaard',
  askText: 'Zonder sleutel kun je deze workshop alleen op dit apparaat leiden, en alleen zolang je browser hem onthoudt.',
  askStay: 'Eerst bewaren',
  askLeave: 'Toch verder',
  fileName: (title: string) => `Sleutel ${title}`,
  file: (title: string, link: string, key: string) =>
    `Begeleiderssleutel van “${title}”\n\nOpen deze link om de workshop te leiden:\n${link}\n\n` +
    `Werkt het adres niet meer? Zet dan achter het nieuwe adres van Muntsaus: /k#${key}\n\n` +
    'Wie deze sleutel heeft, leidt de workshop. Bewaar hem zoals een wachtwoord.\n',
}
