// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.

/** What people call kinds, how fields are asked for, and what their values mean. */
export const labels = {
  kinds: {
    persona: 'Klant',
    journey: 'Klantreis',
    phase: 'Fase',
    step: 'Stap',
    cell: 'Vak',
    handoff: 'Overdracht',
    quote: 'Uitspraak',
    agenda_item: 'Onderdeel',
    note: 'Notitie',
    pain: 'Pijnpunt',
    vote: 'Stip',
    rating: 'Score',
    ownership_claim: 'Van wie',
    leading_vote: 'Wie leidend is',
    fix: 'Oplossing',
    parking_item: 'Geparkeerd',
  },
  questions: {
    step: { channel: 'Hoe is er contact?', wait_minutes: 'Hoe lang wacht de klant?', repeats_story: 'Vertelt de klant het opnieuw?', outcome: 'Hoe liep het af voor de klant?', leading: 'Wie is hier leidend?' },
    quote: { source: 'Wie zei dit?', consent: 'Mag dit getoond worden?' },
    pain: { severity: 'Hoe erg voor %s?', frequency: 'Hoe vaak?', evidence_level: 'Hoe weten we dit?', cause_categories: 'Wat voor oorzaak?', control: 'Wie kan dit veranderen?', audience: 'Wie raakt dit?', minutes_lost: 'Hoeveel tijd kost het?' },
    ownership_claim: { answer: 'Is deze stap van jouw afdeling?' },
    leading_vote: { value: 'Wie is hier leidend?' },
    fix: { status: 'Status' },
  },
  values: {
    journey: {
      state: { current: 'Zoals het nu gaat', future: 'Zoals het moet worden' },
      direction: { forward: 'Van begin naar eind', backward: 'Van eind naar begin' },
    },
    step: {
      channel: { phone: 'Telefoon', web: 'Website', app: 'App', mail: 'E-mail', chat: 'Chat', letter: 'Brief', sms: 'Sms', on_site: 'Op locatie', bank: 'Bank', word_of_mouth: 'Van horen zeggen', none: 'Geen contact' },
      repeats_story: { true: 'Ja', false: 'Nee' },
      outcome: { solved: 'Opgelost', partly: 'Deels opgelost', passed_on: 'Doorgestuurd', not_solved: 'Niet opgelost', na: 'Niet van toepassing' },
      leading: { customer: 'De klant', task: 'De taak', process: 'Het proces', system: 'Het systeem', product: 'Het product' },
      kano: { basis: 'Basis', performance: 'Hoe meer, hoe beter', attractive: 'Verrassing' },
      guidance_kind: { rule: 'Regel', guidance: 'Leidraad' },
      promise_kept: { yes: 'Ja', partly: 'Deels', no: 'Nee' },
    },
    cell: {
      lane: { evidence: 'Zichtbaar', front: 'Voorkant', back: 'Achterkant', support: 'Ondersteunend' },
    },
    handoff: {
      kind: { customer: 'De klant', order: 'Opdracht', information: 'Informatie', approval: 'Akkoord', product: 'Product', money: 'Geld' },
      source: { detected: 'Afgeleid uit de stappen', manual: 'Zelf getekend' },
      asked_or_assumed: { asked: 'Gevraagd', assumed: 'Aangenomen', unknown: 'Weten we niet' },
      information_travels: { yes: 'Ja', partly: 'Deels', no: 'Nee', unknown: 'Weten we niet' },
    },
    quote: {
      kind: { interview: 'Interview', survey: 'Enquête', complaint: 'Klacht', review: 'Recensie', call: 'Telefoongesprek', own_observation: 'Zelf gehoord', guest: 'Klant aan tafel', example: 'Voorbeeld' },
      consent: { given: 'Ja, de klant vindt het goed', none_needed: 'Niet nodig', missing: 'Nog niet gevraagd' },
    },
    agenda_item: {
      activity: { welcome: 'Welkom, doel, afspraken', warmup: 'Verhaalrondje', mirror: 'Spiegel', promise: 'Belofte', persona: 'Klant aan tafel', steps: 'Stappen', break: 'Pauze', blueprint: 'Wie doet wat: banen', ownership: 'Wie is hier van?', rate: 'Beleving en kloofgesprek', lunch: 'Lunch', offmenu: 'Lamsvlees met muntsaus', pains: 'Verhalen en pijnpunten', rules: 'Paarse krokodillen', vote: 'Stippen en onthulling', causes: 'Waarom-ladder top 3', fixes: 'Hoe kunnen we', matrix: 'Impact, moeite, plezier', commit: 'Wie, wat, wanneer', indicator: 'Eén klantcijfer', own: 'Eigen onderdeel', close: 'Podium en afsluiten' },
      projector_view: { lobby: 'Welkom', agenda: 'Agenda', persona: 'Klant', map: 'Kaart', curve: 'Curve', gaps: 'Kloof', ownership: 'Van wie?', notes: 'Pijnpunten', vote: 'Stippen', rules: 'Regels', offmenu: 'Buiten de kaart', mandate: 'Mandaat', causes: 'Oorzaken', matrix: 'Impact en moeite', actions: 'Acties', indicator: 'Klantcijfer', story: 'Verhalen', mirror: 'Spiegel', promise: 'Belofte', break: 'Pauze', item: 'Onderdeel', close: 'Slot', summary: 'Samenvatting' },
      state: { planned: 'Gepland', running: 'Loopt', done: 'Klaar', skipped: 'Overgeslagen' },
    },
    pain: {
      lane: { evidence: 'Zichtbaar', customer: 'Klant', front: 'Voorkant', back: 'Achterkant', support: 'Ondersteunend' },
      severity: { '1': 'Klein', '2': 'Vervelend', '3': 'Hinderlijk', '4': 'Ernstig', '5': 'Zeer ernstig' },
      frequency: { daily: 'Elke dag', weekly: 'Elke week', monthly: 'Elke maand', rarely: 'Zelden', unknown: 'Weten we niet' },
      evidence_level: { known: 'Weten we', assumed: 'Denken we', unknown: 'Weten we niet' },
      cause_categories: { rule: 'Regel', system: 'Systeem', process: 'Proces', silo: 'Eilandjes', mandate: 'Mandaat', fear: 'Angst', time: 'Tijd', task_focus: 'Taakgericht', knowledge: 'Kennis', information: 'Informatie', communication: 'Communicatie', ownership: 'Eigenaarschap', behaviour: 'Gedrag', product: 'Product', partner: 'Partner', other: 'Anders' },
      control: { self: 'Wij zelf', together: 'Samen met anderen', outside: 'Iemand buiten' },
      audience: { customer: 'De klant', employee: 'Een medewerker', both: 'Allebei' },
    },
    rating: {
      value: { '-2': 'boos', '-1': 'teleurgesteld', '0': 'neutraal', '1': 'tevreden', '2': 'enthousiast' },
    },
    ownership_claim: {
      answer: { own: 'ja', not: 'nee, van …', unknown: 'weet ik niet' },
    },
    leading_vote: {
      value: { customer: 'klant', task: 'taak', process: 'proces', system: 'systeem', product: 'product' },
    },
    fix: {
      kind: { quick: 'Snel', process: 'Proces', rule: 'Regel', mandate: 'Mandaat', training: 'Training', product: 'Product', information: 'Informatie', system: 'Systeem', delight: 'Verrassing', research: 'Onderzoek' },
      status: { idea: 'idee', agreed: 'afgesproken', doing: 'bezig', done: 'klaar', verified: 'effect gemeten', parked: 'geparkeerd', dropped: 'vervallen' },
    },
  },
  lines: {
    handoff: {
      information_travels: { yes: 'informatie gaat mee', partly: 'informatie gaat deels mee', no: 'informatie gaat niet mee', unknown: 'onbekend of informatie meegaat' },
    },
    pain: {
      frequency: { daily: 'dagelijks', weekly: 'wekelijks', monthly: 'maandelijks', unknown: 'hoe vaak onbekend' },
      control: { self: 'kunnen we zelf', together: 'kunnen we samen', outside: 'buiten ons' },
      audience: { customer: 'raakt de klant', employee: 'raakt een medewerker', both: 'raakt klant en medewerker' },
    },
    ownership_claim: {
      answer: { not: 'nee' },
    },
  },
  hints: {
    step: {
      leading: { customer: 'We doen wat deze klant nu helpt', task: 'We doen wat op onze lijst staat', process: 'We volgen de afgesproken weg', system: 'We doen wat het scherm toelaat', product: 'We doen wat het product kan' },
    },
    quote: {
      consent: { given: 'Op de beamer en in het verslag', none_needed: 'Niemand is eraan te herkennen', missing: 'Blijft van de beamer en uit het verslag' },
    },
    pain: {
      severity: { '1': 'Even slikken, en door', '2': 'Je merkt het en het kost moeite', '3': 'Het houdt je echt op', '4': 'Je verliest tijd, geld of vertrouwen', '5': 'Je wilt hier weg, of je wordt geschaad' },
      evidence_level: { known: 'Van klanten gehoord, gezien of gemeten', assumed: 'Onze eigen inschatting, nog niet nagevraagd', unknown: 'Moeten we uitzoeken' },
      control: { self: 'De mensen in deze kamer', together: 'Met een andere afdeling of de leiding', outside: 'Wet, leverancier of partner' },
    },
  },
};
