/** Ideas that make a step special. */
export const delights = {
  title: 'Hier maken we het bijzonder',
  hint: 'Eerst de basis op orde, dan dit. Wat zou een klant thuis vertellen? Klein mag.',
  step: 'Bij welke stap?',
  placeholder: 'Bijvoorbeeld: een kaartje van de monteur in de opgeknapte auto',
  add: 'Leg erbij',
  none: 'Er ligt nog niets. Begin bij een stap die iedereen vergeet.',
  empty: 'Wat zou dit bijzonder maken?',
  fun: 'Hoe leuk is het? (1 tot 5)',
  effort: 'Hoeveel moeite kost het? (1 tot 5)',
  worth: (fun: string, effort: string) => `plezier ${fun}, moeite ${effort}`,
}
