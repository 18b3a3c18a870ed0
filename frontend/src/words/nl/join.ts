/** The page behind a join code. */
export const join = {
  title: 'Doe mee',
  with: 'Je doet mee met',
  looking: 'Workshop zoeken',
  name: 'Hoe heet je?',
  nameHint: 'Zo zien de anderen je op het bord.',
  nameMissing: 'Vul je naam in, dan weten de anderen wie je bent.',
  department: 'Bij welke afdeling hoor je?',
  departmentMissing: 'Kies je afdeling. Twijfel je, kies dan de afdeling waar je het meest werkt.',
  noDepartment: 'Geen afdeling',
  missing: 'Mijn afdeling staat er niet bij',
  missingName: 'Hoe heet je afdeling?',
  missingHint: 'De begeleider zet haar erbij en laat je dan binnen.',
  missingEmpty: 'Schrijf hoe je afdeling heet, dan kan de begeleider haar erbij zetten.',
  leads: (names: string) => `Begeleiding: ${names}`,
  role: 'Je doet mee als',
  change: 'Wijzig',
  go: 'Ga naar het bord',
  going: 'Je plek klaarzetten',
  privacy: 'Scores en stemmen zijn zonder naam. Ben je de enige van je afdeling, dan is jouw score wel te herkennen.',
  wrongTitle: 'Deze code past bij geen workshop',
  wrong: 'Kijk nog eens op het scherm. Misschien is één teken anders, of is de workshop al gesloten.',
  closedTitle: 'De workshop zoeken lukt nu niet',
  full: 'Deze workshop zit vol. Wie binnen is, blijft binnen. Vraag de begeleider om een plek.',
  tooMany: 'Er zijn te veel codes geprobeerd. Je code staat er nog. Wacht tien minuten of vraag de begeleider om de link.',
  orAnother: 'Of vul je eigen naam in en doe mee als iemand anders. Op dit apparaat ga je dan verder als jezelf.',
  back: {
    title: (name: string) => `Welkom terug, ${name}`,
    go: 'Terug naar het bord',
    another: (name: string) => `Ben je niet ${name}? Doe mee als iemand anders`,
  },
  known: 'Je was hier al.',
  knownGo: 'Terug naar het bord',
}

/** A link with a key in it. */
export const key = {
  title: 'Je sleutel controleren',
  failed: 'Deze sleutel past niet',
  later: 'Je sleutel controleren lukt nu niet',
  failedText:
    'Misschien is de link ingetrokken, of is het bord verwijderd. Aan het bord is niets veranderd. Vraag de begeleider om een nieuwe link.',
  missing: 'Er zit geen sleutel in deze link. Open de hele link, ook het deel achter het hekje.',
}

/** A page that is not there, or not yet. */
export const nowhere = {
  title: 'Deze pagina is er niet',
  text: 'Klopt het adres? Een code van een workshop heeft zes tekens.',
  partMissing: 'Dit deel van de pagina kon niet worden geladen. Wat je schreef is bewaard. Laad de pagina opnieuw.',
}
