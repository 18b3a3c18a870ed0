/** Recognition: who did something for a customer. */
export const podium = {
  title: 'Podium',
  hint: 'Wie deed iets moois voor een klant? Zolang die persoon geen ja zegt, komt het niet op de beamer en niet in het verslag.',
  choose: 'Kies iemand',
  somebodyElse: 'Iemand anders',
  name: 'Naam',
  placeholder: 'Bijvoorbeeld: bracht na sluitingstijd de vergeten jas na',
  add: 'Zet op het podium',
  none: 'Er staat nog niemand op het podium.',
  you: 'Jij',
  mayIt: 'Mag dit op de beamer en in het verslag?',
  mayTheir: 'Gevraagd of het mag?',
  states: { yes: 'Mag verteld worden', pending: 'Wacht op een ja', no: 'Blijft in de zaal' },
}
