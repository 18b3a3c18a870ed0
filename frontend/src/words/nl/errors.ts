/** One sentence group per code: what happened, what is safe, what to do. Never an exclamation mark, never blame. */
export const errors = {
  bad_request: 'De server kon dit niet lezen. Er is niets veranderd. Laad de pagina opnieuw en probeer het nog eens.',
  unknown_kind: 'Deze pagina is ouder dan de server. Er is niets veranderd. Laad de pagina opnieuw.',
  unknown_field: 'Deze pagina is ouder dan de server. Er is niets veranderd. Laad de pagina opnieuw.',
  bad_value: 'Deze waarde past hier niet. Wat er stond, staat er nog. Kies iets anders.',
  bad_text: 'Er zit een teken in dat hier niet kan. Je tekst staat er nog. Haal het teken weg en probeer het opnieuw.',
  too_long: 'Deze tekst is te lang. Wat er stond, staat er nog. Maak hem korter.',
  not_found: 'Dit is er niet meer. Iemand heeft het weggehaald, of het adres klopt niet.',
  not_allowed: 'In jouw rol kan dit niet. Er is niets veranderd. Vraag het de begeleider.',
  locked: 'Dit staat nu op slot. Er is niets veranderd. De begeleider kan het openzetten.',
  stale: 'Deze tekst is intussen veel veranderd. Jouw versie is bewaard. Vergelijk ze en zet over wat je wilt houden.',
  text_in_flight: 'Je vorige wijziging is nog onderweg. Ze zijn allebei bewaard. Wacht heel even.',
  over_budget: 'Je stippen zijn op. Wat je al gaf, telt. Haal eerst een stip terug.',
  round_closed: 'Deze ronde is gesloten. Wat je eerder gaf, telt mee. Volg de begeleider naar het volgende onderdeel.',
  full: 'Hier past niets meer bij. Wat er al staat, is bewaard. Vraag de begeleider wat er weg kan.',
  slow_down: 'Dat ging te snel achter elkaar. Er is niets kwijt. Wacht een minuut en probeer het opnieuw.',
  storage_full: 'De server heeft geen ruimte meer. Wat al was opgeslagen, is veilig. Waarschuw wie de server beheert.',
  unavailable: 'De server kan dit nu niet aan. Wat al was opgeslagen, is veilig. Probeer het over een minuut opnieuw.',
  already: 'Een andere begeleider was je net voor. Kijk wat er nu loopt; er is niets overgeslagen.',
  in_use: 'Dit wordt nog gebruikt op de kaart of door iemand in de zaal. Er is niets veranderd.',
  too_few: 'Hiervoor zijn minstens twee onderdelen nodig. Kies er nog een.',
  sign_in: 'Je bent niet meer ingelogd. Er is niets gemaakt. Log in en probeer het opnieuw.',
  reserved: 'Deze naam is van wie de workshop leidt of van het programma. Vul je eigen naam in.',
  /** Ours: the request did not arrive. */
  network: 'Er is geen verbinding met de server. Er is niets verstuurd. Controleer je wifi en probeer het opnieuw.',
  /** Ours: a code that this page does not know yet. */
  unknown: 'Er ging iets mis op de server. Wat al was opgeslagen, is veilig. Probeer het opnieuw.',
}
