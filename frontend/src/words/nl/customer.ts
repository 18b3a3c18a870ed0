import type { Noun } from '../../engine/noun'
import { de, onze } from './nouns'

/** The customer at the table: who it is, and what customers said. */
export const persona = {
  who: (noun: Noun) => `Wie is ${onze(noun)}?`,
  none: ({ one }: Noun) => `Er is nog geen ${one} gekozen.`,
  wants: 'Wil graag',
  fears: 'Ziet op tegen',
  fictional: 'Verzonnen klant',
  real: 'Bestaande klant',
  edit: 'Pas aan',
  make: (noun: Noun) => `Maak ${onze(noun)}`,
  said: ({ one }: Noun) => `Een ${one} zei`,
  quotes: ({ many }: Noun) => `Uitspraken van ${many}`,
  quotesHint: 'Wat hoorde je zo iemand letterlijk zeggen? Zet erbij van wie je het hebt.',
  quotePlaceholder: 'Bijvoorbeeld: ik had liever gewoon een mens aan de lijn',
  sourcePlaceholder: 'Bijvoorbeeld: klant aan de balie, mei',
  addQuote: 'Zet erbij',
  noQuotes: 'Er is nog geen uitspraak die iedereen mag lezen.',
  waiting: (n: number) => (n === 1 ? '1 uitspraak wacht nog op toestemming.' : `${n} uitspraken wachten nog op toestemming.`),
  onScreen: 'Staat op de beamer',
}

/** What customers want. */
export const needs = {
  title: 'Klantwensen',
  hint: 'Wat wil onze klant, en waarom? Eén wens per kaart.',
  placeholder: 'Ik wil … zodat …',
  normPlaceholder: 'Bijvoorbeeld: binnen vijf werkdagen antwoord',
  add: 'Leg erbij',
  none: 'Er ligt nog geen wens. Begin met: ik wil … zodat …',
  empty: 'Wat wil onze klant?',
  untitled: 'Wens zonder tekst',
  conflict: 'Botst met vaknorm',
  norm: (norm: string) => `Vaknorm: ${norm}`,
  mean: (mean: string, n: number) => `${mean} van 5 (n = ${n})`,
  n: (n: number) => `n = ${n}`,
  notAsked: 'nog niet gevraagd',
  ask: 'Vraag hoe herkenbaar dit is',
  noNeed: 'Er is nog geen klantwens om naar te vragen.',
  how: (n: number) => (n === 1 ? 'Eén wens, van 1 tot 5. In stilte.' : `${n} wensen, elk van 1 tot 5. In stilte.`),
  least: 'helemaal niet',
  most: 'helemaal',
  nobody: 'Er is niet geantwoord.',
}

/** What we know of customers, what we think, and what we do not know. */
export const knowledge = {
  title: 'Wat weten we echt?',
  hint: 'Eén ding per kaart. Wat we weten, heeft een bron. Wat we niet weten, zoekt iemand uit.',
  columns: { known: 'Weten we', assumed: 'Denken we', unknown: 'Weten we niet' },
  nothing: {
    known: 'Nog niets met een bron.',
    assumed: 'Geen aannames.',
    unknown: 'Nog geen vragen.',
  },
  placeholders: {
    known: 'Bijvoorbeeld: gasten vragen vooral naar de wachttijd',
    assumed: 'Bijvoorbeeld: klanten bellen liever dan dat ze mailen',
    unknown: 'Bijvoorbeeld: waarom komen mensen niet terug?',
  },
  add: 'Leg erbij',
  none: 'Er ligt nog niets. Begin met wat jij zeker weet van klanten, en waarvan.',
  empty: 'Wat weten we van klanten, wat denken we, en wat weten we niet?',
  assumedAt: (n: number) => (n === 1 ? '1 aanname, nog niet van klanten gehoord' : `${n} aannames, nog niet van klanten gehoord`),
  hypothesisShort: 'Hypothesekaart',
  hypothesis: (known: number, of: number) => `Hypothesekaart: ${known} van de ${of} pijnpunten van klanten gehoord`,
  tested: (known: number, of: number) => `Van klanten gehoord: ${known} van de ${of} pijnpunten`,
  wantsEvidence: 'Waar weten we dit van?',
  nobody: 'Niemand zoekt dit nog uit',
  noEvidence: 'Nog geen bron. Zonder bron blijft dit een aanname.',
  link: 'Een bron die er al is',
  choose: 'Kies een bron',
  fresh: 'Nieuwe bron',
  evidencePlaceholder: 'Bijvoorbeeld: twaalf gesprekken in mei',
  addEvidence: 'Voeg bron toe',
  oddNumber: 'Vul een heel getal in, vanaf 1.',
  open: 'Open',
  unlink: (title: string) => `Haal de bron ${title} weg`,
  customers: (n: number) => (n === 1 ? '1 klant' : `${n} klanten`),
}

/** Talks of colleagues with customers: who, with whom, when, and what was said. */
export const interviews = {
  title: 'Klantgesprekken',
  hint: 'Wat je niet weet, vraag je aan een klant. Spreek af wie met welke klant praat. Na het gesprek schrijf je de antwoorden op.',
  privacy: 'Geen naam, adres of telefoonnummer van de klant. ‘Een vaste gast’ is genoeg.',
  placeholder: 'Bijvoorbeeld: een klant die niet terugkwam',
  add: 'Plan gesprek',
  noneYet: 'Er is nog geen gesprek gepland.',
  customer: 'Met wie?',
  nobody: 'Nog niemand die het gesprek voert',
  noDay: 'nog geen dag',
  guide: 'Zes vragen aan de klant',
  guideHint: 'Vraag door. Schrijf daarna op wat de klant zei, zo letterlijk als het kan.',
  noAnswers: 'Nog geen antwoorden.',
  nth: (n: number, of: number) => `Gesprek ${n} van ${of}`,
  held: (done: number, planned: number) =>
    [done && (done === 1 ? '1 gesprek gevoerd' : `${done} gesprekken gevoerd`), planned && `${planned} gepland`].filter(Boolean).join(', '),
  nothingHeard: (customer: Noun) => `Is een gesprek gedaan? Dan staat hier wat ${de(customer)} zei.`,
  remove: 'Haal gesprek weg',
}
