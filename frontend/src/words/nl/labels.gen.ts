// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.

/** What people call kinds, how fields are asked for, and what their values mean. */
export const labels = {
  kinds: {
    agenda_item: 'Onderdeel',
    board: 'Bord',
    cell: 'Vak',
    department: 'Afdeling',
    fix: 'Oplossing',
    handoff: 'Overdracht',
    journey: 'Klantreis',
    leading_vote: 'Wie leidend is',
    note: 'Notitie',
    ownership_claim: 'Van wie',
    pain: 'Pijnpunt',
    parking_item: 'Geparkeerd',
    person: 'Mens',
    persona: 'Klant',
    phase: 'Fase',
    quote: 'Uitspraak',
    rating: 'Score',
    step: 'Stap',
    vote: 'Stip',
  },
  questions: {
    leading_vote: {
      value: 'Wie is hier leidend?',
    },
    ownership_claim: {
      answer: 'Is deze stap van jouw afdeling?',
    },
    pain: {
      cause_categories: 'Wat voor oorzaak?',
      control: 'Wie kan dit veranderen?',
      evidence_level: 'Hoe weten we dit?',
      frequency: 'Hoe vaak?',
      minutes_lost: 'Hoeveel tijd kost het?',
    },
    quote: {
      consent: 'Mag dit getoond worden?',
      source: 'Wie zei dit?',
    },
    step: {
      channel: 'Hoe is er contact?',
      leading: 'Wie is hier leidend?',
      outcome: 'Hoe liep het af voor de klant?',
      repeats_story: 'Vertelt de klant het opnieuw?',
      wait_minutes: 'Hoe lang wacht de klant?',
    },
  },
  values: {
    board: {
      language: { nl: 'Nederlands', en: 'Engels' },
      status: { draft: 'In voorbereiding', running: 'Bezig', paused: 'Gepauzeerd', closed: 'Afgesloten', archived: 'Opgeborgen' },
    },
    department: {
      stage: { front: 'Voorkant', back: 'Achterkant', support: 'Ondersteuning', partner: 'Partner' },
    },
    person: {
      role: { facilitator: 'Begeleider', co_facilitator: 'Medebegeleider', participant: 'Deelnemer', observer: 'Meekijker', guest: 'Klantgast' },
    },
    journey: {
      state: { current: 'Zoals het nu gaat', future: 'Zoals het moet worden' },
      direction: { forward: 'Van begin naar eind', backward: 'Van eind naar begin' },
    },
    step: {
      channel: { web: 'Website', app: 'App', phone: 'Telefoon', mail: 'E-mail', letter: 'Brief', sms: 'Sms', chat: 'Chat', on_site: 'Op locatie', bank: 'Bank', word_of_mouth: 'Van horen zeggen', none: 'Geen contact' },
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
      consent: { none_needed: 'Niet nodig', given: 'Ja, de klant vindt het goed', missing: 'Nog niet gevraagd' },
    },
    agenda_item: {
      activity: { welcome: 'Welkom, doel, afspraken', warmup: 'Verhaalrondje', mirror: 'Spiegel', promise: 'Belofte', persona: 'Klant aan tafel', steps: 'Stappen', break: 'Pauze', blueprint: 'Wie doet wat: banen', ownership: 'Wie is hier van?', rate: 'Beleving en kloofgesprek', lunch: 'Lunch', offmenu: 'Lamsvlees met muntsaus', pains: 'Verhalen en pijnpunten', rules: 'Paarse krokodillen', vote: 'Stippen en onthulling', causes: 'Waarom-ladder top 3', fixes: 'Hoe kunnen we', matrix: 'Impact, moeite, plezier', commit: 'Wie, wat, wanneer', indicator: 'Eén klantcijfer', own: 'Eigen onderdeel', close: 'Podium en afsluiten' },
      projector_view: { lobby: 'Welkom', agenda: 'Agenda', persona: 'Klant', map: 'Kaart', curve: 'Curve', gaps: 'Kloof', ownership: 'Van wie?', notes: 'Pijnpunten', vote: 'Stippen', rules: 'Regels', offmenu: 'Buiten de kaart', mandate: 'Mandaat', causes: 'Oorzaken', matrix: 'Impact en moeite', actions: 'Acties', indicator: 'Klantcijfer', story: 'Verhalen', mirror: 'Spiegel', promise: 'Belofte', break: 'Pauze', item: 'Onderdeel', close: 'Slot', summary: 'Samenvatting' },
      state: { planned: 'Gepland', running: 'Loopt', done: 'Klaar', skipped: 'Overgeslagen' },
    },
    pain: {
      lane: { evidence: 'Zichtbaar', customer: 'Klant', front: 'Voorkant', back: 'Achterkant', support: 'Ondersteunend' },
      cause_categories: { rule: 'Regel', system: 'Systeem', process: 'Proces', silo: 'Eilandjes', mandate: 'Mandaat', fear: 'Angst', time: 'Tijd', task_focus: 'Taakgericht', knowledge: 'Kennis', information: 'Informatie', communication: 'Communicatie', ownership: 'Eigenaarschap', behaviour: 'Gedrag', product: 'Product', partner: 'Partner', other: 'Anders' },
      severity: { '1': 'Klein', '2': 'Vervelend', '3': 'Hinderlijk', '4': 'Ernstig', '5': 'Zeer ernstig' },
      frequency: { daily: 'Elke dag', weekly: 'Elke week', monthly: 'Elke maand', rarely: 'Zelden', unknown: 'Weten we niet' },
      control: { self: 'Wij zelf', together: 'Samen met anderen', outside: 'Iemand buiten' },
      evidence_level: { known: 'Weten we', assumed: 'Denken we', unknown: 'Weten we niet' },
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
};
