/** The summary, for who has its link. */
export const reader = {
  title: 'De samenvatting',
  print: 'Afdrukken',
  notPrinted: 'Het afdrukvenster gaat hier niet open. Kies Afdrukken in het menu van je browser.',
}
