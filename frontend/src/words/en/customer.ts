import { capital, type Noun } from '../../engine/noun'
import { a } from './nouns'

/** The customer at the table: who it is, and what customers said. */
export const persona = {
  who: ({ one }: Noun) => `Who is our ${one}?`,
  none: ({ one }: Noun) => `No ${one} has been chosen yet.`,
  wants: 'Would like',
  fears: 'Dreads',
  fictional: 'Made-up customer',
  real: 'Real customer',
  edit: 'Edit',
  make: ({ one }: Noun) => `Make our ${one}`,
  said: (noun: Noun) => `${capital(a(noun))} said`,
  quotes: ({ many }: Noun) => `What ${many} say`,
  quotesHint: 'What did you hear somebody like this literally say? Add where you have it from.',
  quotePlaceholder: 'For example: I would rather have had a person on the line',
  sourcePlaceholder: 'For example: customer at the desk, May',
  addQuote: 'Add it',
  noQuotes: 'There is no quote yet that everybody may read.',
  waiting: (n: number) => (n === 1 ? '1 quote is still waiting for consent.' : `${n} quotes are still waiting for consent.`),
  onScreen: 'On the projector',
}

/** What customers want. */
export const needs = {
  title: 'Customer needs',
  hint: 'What does our customer want, and why? One need per card.',
  placeholder: 'I want … so that …',
  normPlaceholder: 'For example: an answer within five working days',
  add: 'Add it',
  none: 'There is no need yet. Begin with: I want … so that …',
  empty: 'What does our customer want?',
  untitled: 'Need without text',
  conflict: 'Clashes with the norm',
  norm: (norm: string) => `Professional norm: ${norm}`,
  mean: (mean: string, n: number) => `${mean} of 5 (n = ${n})`,
  n: (n: number) => `n = ${n}`,
  notAsked: 'not asked yet',
  ask: 'Ask how familiar this is',
  noNeed: 'There is no customer need to ask about yet.',
  how: (n: number) => (n === 1 ? 'One need, from 1 to 5. In silence.' : `${n} needs, each from 1 to 5. In silence.`),
  least: 'not at all',
  most: 'completely',
  nobody: 'Nobody answered.',
}

/** What we know of customers, what we think, and what we do not know. */
export const knowledge = {
  title: 'What do we really know?',
  hint: 'One thing per card. What we know has a source. What we do not know, somebody finds out.',
  columns: { known: 'We know', assumed: 'We think', unknown: 'We do not know' },
  nothing: {
    known: 'Nothing with a source yet.',
    assumed: 'No assumptions.',
    unknown: 'No questions yet.',
  },
  placeholders: {
    known: 'For example: guests mostly ask how long they will wait',
    assumed: 'For example: customers would rather call than write',
    unknown: 'For example: why do people not come back?',
  },
  add: 'Add it',
  none: 'Nothing here yet. Begin with what you know for sure about customers, and from what.',
  empty: 'What do we know about customers, what do we think, and what do we not know?',
  assumedAt: (n: number) => (n === 1 ? '1 assumption, not heard from customers yet' : `${n} assumptions, not heard from customers yet`),
  hypothesisShort: 'Hypothesis map',
  hypothesis: (known: number, of: number) => `Hypothesis map: ${known} of ${of} pains heard from customers`,
  tested: (known: number, of: number) => `Heard from customers: ${known} of ${of} pains`,
  wantsEvidence: 'Where do we know this from?',
  nobody: 'Nobody is finding this out yet',
  noEvidence: 'No source yet. Without one this stays an assumption.',
  link: 'A source that is already here',
  choose: 'Choose a source',
  fresh: 'New source',
  evidencePlaceholder: 'For example: twelve talks in May',
  addEvidence: 'Add source',
  oddNumber: 'Fill in a whole number, from 1.',
  open: 'Open',
  unlink: (title: string) => `Remove the source ${title}`,
  customers: (n: number) => (n === 1 ? '1 customer' : `${n} customers`),
}

/** Talks of colleagues with customers: who, with whom, when, and what was said. */
export const interviews = {
  title: 'Interviews',
  hint: 'What you do not know, you ask a customer. Agree who talks with which customer. After the talk, write down the answers.',
  privacy: 'No name, address or phone number of the customer. ‘A regular guest’ is enough.',
  placeholder: 'For example: a customer who did not come back',
  add: 'Plan interview',
  noneYet: 'No interview is planned yet.',
  customer: 'With whom?',
  nobody: 'Nobody does this interview yet',
  noDay: 'no day yet',
  guide: 'Six questions for the customer',
  guideHint: 'Ask follow-up questions. Then write down what the customer said, as literally as you can.',
  noAnswers: 'No answers yet.',
  nth: (n: number, of: number) => `Interview ${n} of ${of}`,
  held: (done: number, planned: number) =>
    [done && (done === 1 ? '1 interview held' : `${done} interviews held`), planned && `${planned} planned`].filter(Boolean).join(', '),
  nothingHeard: (customer: Noun) => `Once an interview is done, what the ${customer.one} said stands here.`,
  remove: 'Remove interview',
}
