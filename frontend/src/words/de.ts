/** German, as far as the door: the start page and joining. What is said on a board is said in English. */
import { labels as english } from './en/door.gen'
import type * as door from './nl/of.door'

export const common: typeof door.common = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  back: 'Zurück',
  again: 'Noch einmal versuchen',
  reload: 'Neu laden',
  toStart: 'Zur Startseite',
  copy: 'Kopieren',
  copied: 'Kopiert',
  language: 'Sprache',
  dutch: 'Niederländisch',
  english: 'Englisch',
  theme: 'Ansicht',
  themes: { device: 'Wie dein Gerät', light: 'Hell', dark: 'Dunkel', contrast: 'Hoher Kontrast' },
  loading: 'Einen Moment',
  toScreen: 'Auf den Beamer',
  customer: { one: 'Kunde', many: 'Kunden' },
  theCustomer: ({ one }) => one,
  people: (n) => (n === 1 ? '1 Mensch' : `${n} Menschen`),
  and: 'und',
  tooMuch: {
    room: (n, of) => `${n} von ${of}`,
    over: (n) => (n === 1 ? '1 Zeichen zu viel, das passt nicht mehr:' : `${n} Zeichen zu viel, das passt nicht mehr:`),
    said: (n) =>
      n === 1
        ? 'Der Text ist 1 Zeichen zu lang. Das letzte Zeichen wird nicht gespeichert.'
        : `Der Text ist ${n} Zeichen zu lang. Das letzte Stück wird nicht gespeichert.`,
    fits: 'Der Text passt wieder.',
    left: (n) => (n === 1 ? 'Das letzte Zeichen passte nicht mehr.' : `Die letzten ${n} Zeichen passten nicht mehr.`),
    copy: 'Dieses Stück kopieren',
  },
  day: {
    ask: (year) => `Stimmt das Jahr ${year}?`,
    meant: (year) => `Ich meine ${year}`,
    yes: 'Ja, das stimmt',
    correct: 'Ändern',
  },
  range: (min, max) => `Gib eine Zahl von ${min} bis ${max} ein.`,
}

export const curve: typeof door.curve = {
  lowest: (value) => `tiefste ${value}`,
  highest: (value) => `höchste ${value}`,
  noScores: 'noch keine Werte',
}

export const labels: typeof door.labels = {
  ...english,
  values: {
    ...english.values,
    person: {
      role: {
        facilitator: 'Moderation',
        co_facilitator: 'Ko-Moderation',
        participant: 'Teilnehmer',
        observer: 'Beobachter',
        guest: 'Kundengast',
      },
    },
  },
  hints: {
    person: {
      role: {
        participant: 'Du schreibst, bewertest und stimmst ab.',
        observer: 'Du schaust zu. Du bewertest nicht und stimmst nicht ab.',
        guest: 'Du bist selbst Kunde und erzählst, wie es wirklich war.',
      },
    },
  },
}

const older = 'Diese Seite ist älter als der Server. Es hat sich nichts geändert. Lade die Seite neu.'

export const errors: typeof door.errors = {
  bad_request: 'Der Server konnte das nicht lesen. Es hat sich nichts geändert. Lade die Seite neu und versuche es noch einmal.',
  unknown_kind: older,
  unknown_field: older,
  bad_value: 'Dieser Wert passt hier nicht. Was da stand, steht noch da. Wähle etwas anderes.',
  bad_text: 'Ein Zeichen darin geht hier nicht. Dein Text steht noch da. Nimm das Zeichen heraus und versuche es noch einmal.',
  too_long: 'Dieser Text ist zu lang. Was da stand, steht noch da. Mach ihn kürzer.',
  not_found: 'Das gibt es nicht mehr. Jemand hat es entfernt, oder die Adresse stimmt nicht.',
  not_allowed: 'In deiner Rolle geht das nicht. Es hat sich nichts geändert. Frag die Moderation.',
  locked: 'Das ist gerade gesperrt. Es hat sich nichts geändert. Die Moderation kann es öffnen.',
  stale:
    'Dieser Text wurde inzwischen stark geändert. Deine Fassung ist gespeichert. Vergleiche beide und übernimm, was du behalten willst.',
  text_in_flight: 'Deine vorige Änderung ist noch unterwegs. Beide sind gespeichert. Warte kurz.',
  over_budget: 'Deine Punkte sind verteilt. Was du gegeben hast, zählt. Nimm erst einen Punkt zurück.',
  round_closed: 'Diese Runde ist geschlossen. Was du gegeben hast, zählt. Folge der Moderation zum nächsten Teil.',
  full: 'Hier passt nichts mehr dazu. Was da ist, ist gespeichert. Frag die Moderation, was weg kann.',
  slow_down: 'Das ging zu schnell hintereinander. Es ist nichts verloren. Warte eine Minute und versuche es noch einmal.',
  storage_full: 'Der Server hat keinen Platz mehr. Was gespeichert war, ist sicher. Sag es denen, die den Server betreuen.',
  unavailable: 'Der Server schafft das gerade nicht. Was gespeichert war, ist sicher. Versuche es in einer Minute noch einmal.',
  already: 'Jemand anderes aus der Moderation war schneller. Schau, was jetzt läuft; es wurde nichts übersprungen.',
  in_use: 'Das wird noch auf der Karte oder von jemandem im Raum gebraucht. Es hat sich nichts geändert.',
  too_few: 'Dafür braucht es mindestens zwei Teile. Wähle noch einen.',
  elsewhere:
    'Dieses Netz leitet dich auf eine eigene Seite. Melde dich dort an oder stimme zu, in einem neuen Tab. Versuche es dann noch einmal.',
  sign_in: 'Du bist nicht mehr angemeldet. Es wurde nichts angelegt. Melde dich an und versuche es noch einmal.',
  reserved: 'Dieser Name gehört der Moderation oder dem Programm. Gib deinen eigenen Namen ein.',
  network: 'Es gibt keine Verbindung zum Server. Es wurde nichts gesendet. Prüfe dein WLAN und versuche es noch einmal.',
  unknown: 'Auf dem Server ging etwas schief. Was gespeichert war, ist sicher. Versuche es noch einmal.',
}

export const join: typeof door.join = {
  title: 'Mitmachen',
  with: 'Du machst mit bei',
  looking: 'Workshop suchen',
  name: 'Wie heißt du?',
  nameHint: 'So sehen dich die anderen auf dem Board.',
  nameMissing: 'Gib deinen Namen ein, dann wissen die anderen, wer du bist.',
  department: 'Zu welcher Abteilung gehörst du?',
  departmentMissing: 'Wähle deine Abteilung. Bist du unsicher, nimm die, in der du am meisten arbeitest.',
  noDepartment: 'Keine Abteilung',
  missing: 'Meine Abteilung fehlt',
  missingName: 'Wie heißt deine Abteilung?',
  missingHint: 'Die Moderation fügt sie hinzu und lässt dich dann herein.',
  missingEmpty: 'Schreib, wie deine Abteilung heißt, dann kann die Moderation sie hinzufügen.',
  leads: (names) => `Moderation: ${names}`,
  role: 'Du machst mit als',
  change: 'Ändern',
  go: 'Zum Board',
  going: 'Dein Platz wird vorbereitet',
  privacy: 'Bewertungen und Stimmen sind ohne Namen. Bist du allein aus deiner Abteilung, ist deine Bewertung trotzdem zu erkennen.',
  wrongTitle: 'Zu diesem Code gibt es keinen Workshop',
  wrong: 'Schau noch einmal auf den Bildschirm. Vielleicht ist ein Zeichen anders, oder der Workshop ist schon geschlossen.',
  closedTitle: 'Der Workshop ist gerade nicht zu finden',
  full: 'Dieser Workshop ist voll. Wer drin ist, bleibt drin. Bitte die Moderation um einen Platz.',
  tooMany: 'Es wurden zu viele Codes probiert. Dein Code steht noch da. Warte zehn Minuten oder bitte die Moderation um den Link.',
  orAnother: 'Oder gib deinen eigenen Namen ein und mach als jemand anderes mit. Auf diesem Gerät machst du dann als du selbst weiter.',
  back: {
    title: (name) => `Willkommen zurück, ${name}`,
    go: 'Zurück zum Board',
    another: (name) => `Du bist nicht ${name}? Mach als jemand anderes mit`,
  },
  known: 'Du warst schon hier.',
  knownGo: 'Zurück zum Board',
}

export const key: typeof door.key = {
  title: 'Dein Schlüssel wird geprüft',
  failed: 'Dieser Schlüssel passt nicht',
  later: 'Dein Schlüssel kann gerade nicht geprüft werden',
  failedText:
    'Vielleicht wurde der Link zurückgezogen oder das Board gelöscht. Am Board hat sich nichts geändert. ' +
    'Bitte die Moderation um einen neuen Link.',
  missing: 'In diesem Link fehlt der Schlüssel. Öffne den ganzen Link, auch den Teil hinter der Raute.',
}

export const nowhere: typeof door.nowhere = {
  title: 'Diese Seite gibt es nicht',
  text: 'Stimmt die Adresse? Der Code eines Workshops hat sechs Zeichen.',
  partMissing: 'Dieser Teil der Seite konnte nicht geladen werden. Was du geschrieben hast, ist gespeichert. Lade die Seite neu.',
}

export const start: typeof door.start = {
  promise:
    'Legt an einem Nachmittag die Reise eurer Kunden auf den Tisch, seht, wo sie stockt, und geht mit dem nach Hause, der etwas daran tut.',
  how: 'Wie geht das?',
  open: 'Gespeichertes Board öffnen',
  openHint: 'Ein Board, das du als Datei (.json) gespeichert hast, wird hier ein neuer Workshop, mit allem darauf.',
  copy: {
    of: (title) => `Einen neuen Workshop aus ${title} machen`,
    title: 'Neuer Workshop aus diesem',
    text: 'Abteilungen, Kunde, Reise und Agenda kommen mit. Menschen, Antworten und Geschriebenes bleiben beim alten.',
    name: 'Titel',
    date: 'Datum (leer ist heute)',
    go: 'Workshop anlegen',
  },
  template: {
    title: 'Als Vorlage behalten',
    text:
      'Reise, Abteilungen, Kunde und Agenda stehen dann auf der Startseite dieses Geräts. ' +
      'Menschen, Antworten und Zettel bleiben auf diesem Board.',
    go: 'Vorlage behalten',
    kept: 'Behalten. Du findest sie auf der Startseite unter Eigene Vorlagen.',
    mine: 'Eigene Vorlagen',
    full: 'Auf der Startseite stehen schon zwölf Vorlagen. Lösche zuerst eine.',
    begin: 'Mit dieser Vorlage beginnen',
    remove: (title) => `Die Vorlage “${title}” löschen`,
    sure: 'Sicher? Drücke noch einmal',
    gone: (title) => `Die Vorlage “${title}” ist nicht mehr auf dem Server.`,
    removed: (title) => `Die Vorlage “${title}” wurde gelöscht.`,
  },
  next: {
    title: 'Nächste Sitzung',
    text: 'Reise, Abteilungen, offene Lösungen mit ihren Schmerzpunkten und die Kundenzahl kommen mit. Menschen und der Rest bleiben hier.',
    agenda: 'Agenda',
    agendas: { followup: 'Rückblick (1 Stunde)', '2h': '2 Stunden', half: 'Halber Tag', day: 'Ganzer Tag' },
    go: 'Nächste Sitzung anlegen',
    series: (n) => `Reihe von ${n} Sitzungen`,
    earlier: 'früher in dieser Reihe',
  },
  past: {
    title: 'Neues Board von diesem Moment',
    text: 'Alles, was damals auf dem Board stand, kommt mit, auch die Menschen. Das Board von jetzt bleibt, wie es ist.',
    go: 'Board anlegen',
  },
  join: 'Mitmachen',
  joinHint: 'Code vom Bildschirm',
  joinFoot: 'Kein Konto nötig. Dein Name und deine Abteilung genügen.',
  code: 'Code des Workshops, sechs Zeichen',
  joinGo: 'Mit diesem Code mitmachen',
  signin: 'Um hier einen Workshop zu beginnen, meldest du dich mit dem Konto deiner Organisation an. Mitmachen geht ohne.',
  signinGo: 'Anmelden',
  signOut: 'Abmelden',
  signedInAs: (name) => `Angemeldet als ${name}`,
  passcode: 'Um auf diesem Server einen Workshop zu beginnen, brauchst du das Passwort des Servers.',
  passcodeGo: 'Beginnen',
  wrongPasscode: 'Dieses Passwort stimmt nicht. Frag, wer den Server betreut.',
  begin: 'Einen Workshop beginnen',
  beginHint: 'Wähle eine Reise, die eurer ähnelt. Alles lässt sich ändern.',
  boardLanguage: 'Sprache des Boards',
  length: 'Wie lange dauert der Workshop?',
  lengths: { '2h': '2 Stunden', half: 'Halber Tag', day: 'Ganzer Tag' },
  blank: 'Leeres Board',
  beginThis: 'Mit dieser Reise beginnen',
  making: 'Board wird angelegt',
  steps: (n) => (n === 1 ? '1 Schritt' : `${n} Schritte`),
  departments: (n) => `${n} Abt.`,
  departmentsSpoken: (n) => (n === 1 ? '1 Abteilung' : `${n} Abteilungen`),
  exampleScores: 'Beispielwerte',
  templatesLoading: 'Reisen werden geholt',
  templatesFailed: 'Die Beispielreisen konnten nicht geholt werden.',
  mine: 'Meine Workshops auf diesem Gerät',
  stands: {
    covered: (n, of) => `${n} von ${of} gedeckt`,
    lookBack: (day) => `Rückblick ${day}`,
    action: (text, day) => (day ? `du: ${text}, bis ${day}` : `du: ${text}`),
    late: (text) => `du: ${text}, überfällig`,
  },
  mineEmpty: 'Noch keine Workshops auf diesem Gerät. Beginne einen oder gib einen Code ein.',
  removeFromList: (title) => `${title} von dieser Liste nehmen`,
  removed: (title) => `${title} steht nicht mehr auf dieser Liste. Das Board selbst bleibt bestehen.`,
  undo: 'Zurücksetzen',
  today: 'heute',
  yesterday: 'gestern',
  importing: 'Board wird geöffnet',
  leftOut: {
    some: (n) => (n === 1 ? 'Etwas kommt nicht so mit' : `${n} Dinge kommen nicht so mit`),
    none: 'Alles aus der Datei kommt mit.',
    copy: 'Liste kopieren',
    copied: 'Die Liste ist kopiert. Füge sie ein, wo du willst.',
    notCopied: 'Kopieren geht hier nicht.',
    line: (n) => `Zeile ${n}`,
    column: (n, head) => (head ? `Spalte ${n} (${head})` : `Spalte ${n}`),
    reasons: {
      shortened: 'ist zu lang und wird gekürzt',
      unreadable: 'lässt sich nicht als Schritt lesen',
      no_column: 'gehört zu keiner Spalte',
      no_field: 'hat keinen Platz auf einem Board',
      no_step: 'nennt keinen Schritt',
      wait: 'hat eine Wartezeit, die wir nicht verstehen',
      ends_early: 'hier endet die Datei',
      unknown_kind: 'ist aus einer neueren Version',
      unknown_field: 'ist aus einer neueren Version',
      not_found: 'verweist auf etwas, das nicht in der Datei ist',
      full: 'ist eins zu viel',
    },
    other: 'passt nicht auf dieses Board',
  },
  bring: {
    title: 'Das kommt auf das neue Board',
    preview: 'Was auf das Board kommt',
    departments: 'Abteilungen',
    more: 'Und außerdem',
    empty: 'In dieser Datei ist kein Schritt.',
    go: 'Dieses Board anlegen',
  },
  tooBig: 'Diese Datei ist größer als 5 MB. Es hat sich nichts geändert. Wähle eine andere Datei.',
}

export const trying: typeof door.trying = {
  go: 'Probier es in zwei Minuten, allein',
  text: 'Vier erfundene Kollegen machen mit. Danach wirfst du die Probe weg.',
  board: (title) => `Probe: ${title}`,
  names: ['Mia', 'Tom', 'Yasmin', 'Anna'],
}

export const plain: typeof door.plain = {
  text: 'Diese Adresse hat kein https. Wer in diesem Netz mithört, kann mitlesen. Nimm ein Netz, dem du vertraust.',
  away: 'Hinweis schließen',
}

export const how: typeof door.how = {
  title: 'So läuft ein Workshop',
  intro: 'Menschen aus verschiedenen Abteilungen gehen zusammen mit einem Kunden mit. Die Moderation achtet auf die Zeit.',
  steps: [
    {
      title: 'Legt die Reise aus',
      text: 'Schritt für Schritt: Was tut der Kunde, wer hilft, wer arbeitet im Hintergrund mit? Wo niemand hilft, zeigt es das Board.',
    },
    {
      title: 'Bewertet still',
      text: 'Alle sagen je Schritt, wie der Kunde ihn erlebt. Die Werte bleiben verdeckt, bis die Moderation sie aufdeckt.',
    },
    {
      title: 'Sprecht über den Unterschied',
      text: 'Wo sehen Abteilungen es anders? Welche Regel steht im Weg? Wählt zusammen, was zuerst verschwinden muss.',
    },
    {
      title: 'Verabredet, wer was tut',
      text: 'Jede Lösung bekommt einen Namen und ein Datum. Ihr geht mit einem Bericht nach Hause, den man teilen kann.',
    },
  ],
  honest: 'Gut zu wissen',
  facts: [
    'Niemand legt ein Konto an. Mitmachen geht mit Laptop oder Telefon.',
    'Alles liegt auf dem Server, wo du dies gerade öffnest. Die Seite holt nichts bei anderen.',
    'Eine Abteilung mit einer Stimme ist zu erkennen. Sag das, bevor bewertet wird.',
  ],
}
