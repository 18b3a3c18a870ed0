import type { Page } from '@playwright/test'
import { id, push, type Made, type Told } from '../table'

/** What a talkative room writes about a restaurant: some short, some as long as a field takes. */

const put = (kind: string, fields: object, key = id(kind)) => ({ op: 'put', kind, id: key, fields })

const long = [
  'Wij leggen het bord alleen neer zoals het op de kaart staat, want anders raakt de keuken',
  'de tel kwijt en weet niemand meer wie wat had besteld, en dat al jaren zo.',
].join(' ')

const stories: readonly (readonly [string, string])[] = [
  [
    [
      'Mijn moeder vroeg om soep die niet op de kaart stond. De kok kwam zelf naar de tafel, vroeg waar ze het voor het laatst',
      'had gegeten en maakte hem na, met de kruiden die hij had. Ze vertelt het nog steeds aan iedereen die met haar uit eten gaat.',
    ].join(' '),
    'enthusiast',
  ],
  ['We hebben een uur op de rekening gewacht. Nooit meer geweest.', 'lost_customer'],
  ['Bij de bakker kreeg ons kind het kapje. Elke week.', 'good_example'],
  ['Niemand keek op toen we binnenkwamen', 'dissatisfied'],
]

const rules: readonly object[] = [
  {
    text: 'Bijgerecht wisselen mag niet',
    origin: 'habit',
    technically_possible: 'yes',
    customer_sentence: 'Dat kan helaas niet',
    verdict: 'scrap',
    decider: 'Anneke',
  },
  {
    text: long.slice(0, 160),
    origin: 'system',
    technically_possible: 'yes',
    customer_sentence: 'De kassa kent dat niet',
    mother_test: 'no',
    verdict: 'ask',
    decider: 'De directie',
  },
  {
    text: 'Na half tien geen warme keuken',
    origin: 'money',
    reason: 'Twee man in de afwas',
    technically_possible: 'yes',
    verdict: 'keep_with_room',
    decider: 'Anneke',
    review_date: '2027-03-01',
  },
  {
    text: 'Legitimatie bij drank onder de 25',
    origin: 'law',
    reason: 'De wet',
    technically_possible: 'no',
    verdict: 'keep',
    decider: 'Anneke',
  },
  {
    text: 'Splitsen van de rekening kost 2 euro',
    origin: 'money',
    technically_possible: 'yes',
    verdict: 'change',
    new_text: 'Splitsen tot vier is gratis',
    decider: 'Anneke',
    review_date: '2027-03-01',
  },
  { text: 'Reserveren alleen per telefoon', origin: 'unknown', technically_possible: 'yes', mother_test: 'no' },
  { text: 'Geen kraanwater op tafel', origin: 'money', technically_possible: 'yes' },
]

/** What one person writes alone when rules are asked for. */
export const alone = [
  'Bijgerecht wisselen mag niet',
  long.slice(0, 160),
  'Na half tien geen warme keuken, ook niet voor wie er al een uur zit',
  'De rekening kan maar op één kaart',
] as const

const talks: readonly object[] = [
  {
    customer_ref: 'een gast die niet terugkwam',
    employee: 'Mila',
    planned_at: '2026-12-08T11:00:00Z',
    status: 'done',
    answers: [
      'Rustig eten met mijn moeder',
      'Ze vroeg om het lam zonder munt. De ober liep weg, kwam terug en zei dat het niet kon.',
      'Bij de bestelling. Niemand vroeg waarom.',
      'Dat de kok ons later wél gedag zei.',
      '',
      'De soep',
    ],
  },
  { customer_ref: 'een vaste gast van het terras', employee: 'Joris', status: 'done', answers: ['', long.repeat(4).slice(0, 600)] },
  { customer_ref: 'een bruidspaar', employee: 'Anneke', planned_at: '2026-12-10T11:00:00Z' },
]

/** How many of 100 guests do not fit the standard, per step. */
const outside = [5, 0, 12, 20, 8, 3, 2, 0, 15]

const cards: readonly (readonly [string, string])[] = [
  ['Gasten willen zelf kiezen wat erbij ligt', 'known'],
  ['De helft van de gasten komt terug', 'known'],
  [long.slice(0, 200), 'assumed'],
  ['Gasten vinden de kaart te lang', 'assumed'],
  ['Niemand vraagt om iets anders als de ober haast heeft', 'assumed'],
  ['Waarom lopen mensen weg zonder te bestellen?', 'unknown'],
  ['Hoeveel gasten zeggen niets en komen niet terug?', 'unknown'],
]

const needs: readonly [string, string, boolean][] = [
  ['Ik wil dat iemand vraagt waarom ik het vraag, zodat ik krijg wat ik bedoel', 'Wij serveren wat op de kaart staat', true],
  ['Ik wil weten hoe lang het duurt, zodat ik rustig kan praten', '', false],
  ['Ik wil zelf kiezen wat erbij ligt, zodat mijn dochter ook eet', 'De chef bepaalt het bord', false],
  ['Ik wil afrekenen zonder te zwaaien, zodat ik op tijd thuis ben', '', false],
]

/** Puts all of it on the board, and says what the views are to show: the record by view. */
export async function voices(all: readonly Told[], people: readonly Page[], desk: Page, made: Made): Promise<Record<string, string>> {
  const steps = all.filter((one) => one.kind === 'step').map((one) => one.id)
  const persons = all.filter((one) => one.kind === 'person')
  const journey = all.find((one) => one.kind === 'journey')?.id
  const mila = persons.find((one) => one.fields['name'] === 'Mila')?.id
  const promise = {
    promise_text: 'Bij ons krijgt u wat u nodig heeft, ook als het niet op de kaart staat. Wij vragen altijd wat u bedoelt.',
    promise_source: 'Menukaart, binnenkant',
  }
  const kept = ['yes', 'yes', 'partly', 'no', 'no', 'partly', 'yes']
  const [test, scene, mandate, pain, rule] = [id('test'), id('scene'), id('mandate'), id('pain'), id('rule')]
  const evidence = id('evidence')
  const causes = [
    'De keuken wordt nooit iets gevraagd',
    'De ober weet niet wat er kan',
    'We zijn bang voor gedoe aan het doorgeefluik',
    'Op de bon past het niet',
  ].map((text) => ({ text, key: id('cause') }))
  await push(desk, made, [
    { op: 'set', id: journey, fields: promise },
    ...kept.map((promise_kept, i) => ({ op: 'set', id: steps[i], fields: { promise_kept } })),
    ...stories.map(([text, kind], i) => put('story', { text, kind, teller: i % 2 ? 'employee' : 'customer', step_id: steps[i + 1] })),
    ...talks.map((fields) => put('interview', fields)),
    ...outside.map((exception_share, i) => ({ op: 'set', id: steps[i], fields: { exception_share } })),
    put('evidence', { title: 'Gastenpanel najaar', kind: 'survey', n: 212 }, evidence),
    ...cards.map(([text, level]) =>
      put('knowledge_card', {
        text,
        level,
        ...(level === 'known' ? { evidence_ids: [evidence] } : {}),
        ...(level === 'unknown' ? { owner: 'Samira', due_date: '2026-12-18' } : {}),
      }),
    ),
    ...rules.map((fields, i) => put('rule', fields, i ? id('rule') : rule)),
    ...['Kan ik het lam zonder muntsaus en met de saus van de kip?', 'Mag de kinderstoel aan het raam?'].map((text) =>
      put('request_card', { text, step_id: steps[3] }),
    ),
    ...[6, 4, 2, 5].map((many, i) =>
      put('offmenu_test', {
        step_id: steps[i],
        request: 'Heeft u ook brood zonder boter?',
        ...Object.fromEntries(
          ['fallback', 'ask_back', 'alternative', 'mandate', 'backstage_agreed', 'tone'].map((check, n) => [`check_${check}`, n < many]),
        ),
      }),
    ),
    put(
      'offmenu_test',
      {
        step_id: steps[3],
        request: 'Kan ik het lam zonder muntsaus en met de saus van de kip?',
        check_fallback: true,
        check_ask_back: true,
        check_alternative: false,
        check_tone: true,
      },
      test,
    ),
    put(
      'roleplay',
      { step_id: steps[3], secret_card: 'Je bent allergisch voor munt en schaamt je ervoor.', customer_participant_id: mila, minutes: 3 },
      scene,
    ),
    put(
      'pain',
      { text: 'Niemand vraagt terug', step_id: steps[3], severity: 5, minutes_lost: 12, cases_per_week: 85, evidence_level: 'assumed' },
      pain,
    ),
    put('pain', { text: 'De bon kent alleen de kaart', step_id: steps[5], severity: 4, evidence_level: 'unknown' }),
    ...causes.slice(0, 2).map(({ text, key }) => put('cause_node', { pain_id: pain, text }, key)),
    put('cause_node', { pain_id: pain, parent_id: causes[0]?.key, text: causes[2]?.text }, causes[2]?.key),
    put('cause_node', { pain_id: pain, parent_id: causes[1]?.key, text: causes[3]?.text, changeable: true }, causes[3]?.key),
    put('cause_node', {
      pain_id: pain,
      parent_id: causes[2]?.key,
      text: 'Eén keer ging het mis en daar praten we nog over',
      changeable: true,
    }),
    ...['De kok komt zelf even langs', 'Een kaartje van de tafel van vorig jaar', 'De gast mag de muziek kiezen'].map((text, i) =>
      put('delight', {
        text,
        step_id: steps[5 + (i % 2)],
        kind: ['attention', 'surprise', 'fun'][i],
        for_whom: 'both',
        fun: 4,
        effort: i + 1,
      }),
    ),
    ...(['Fatima', 'Joris'] as const).map((to_name, i) =>
      put('kudos', { to_name, act: 'Bleef een uur langer voor een gast die de trein had gemist', consent: i ? 'pending' : 'yes' }),
    ),
  ])
  await push(
    people[0] as Page,
    made,
    [
      put(
        'mandate',
        {
          role: 'Bediening',
          trigger: 'een gast om iets vraagt wat niet op de kaart staat',
          may_do: 'het met de keuken regelen, zonder eerst de leiding te bellen',
          limit_cents: 5000,
          report_where: 'het logboek bij de kassa',
          review_date: '2027-03-01',
        },
        mandate,
      ),
      put('reflection', { text: 'Als het druk is zeg ik "dat kan niet" voordat ik luister', shared: true }),
      ...needs.map(([text, professional_norm, norm_conflict]) =>
        put('need', {
          text,
          ...(professional_norm ? { professional_norm } : {}),
          norm_conflict,
          evidence_level: norm_conflict ? 'known' : 'assumed',
        }),
      ),
      ...['Niemand leest het logboek', 'De keuken bepaalt hier alles', 'We zeggen sorry zonder iets te doen'].map((text) =>
        put('anonymous_note', { text }),
      ),
    ],
    'me',
  )
  await push(people[2] as Page, made, [{ op: 'set', id: mandate, fields: { granted_by: 'Anneke' } }], 'me')
  for (const [i, page] of people.slice(3).entries())
    await push(
      page,
      made,
      [
        put('observation', {
          roleplay_id: scene,
          contact: true,
          asked_back: i > 0,
          suggested: false,
          tone: true,
          initiative: i > 1,
          note: 'Keek eerst op de kassa',
        }),
      ],
      'me',
    )
  await push(desk, made, [{ op: 'act', do: 'open_notes', args: {} }])
  return { offmenu: test, roleplay: scene, mandate, rules: rule, causes: pain }
}

/** What is answered hidden: how customer-focused people find themselves, and how they stand to what customers want. */
export async function rounds(all: readonly Told[], people: readonly Page[], desk: Page, made: Made): Promise<Record<string, string>> {
  const [mirror, need] = [id('round'), id('round')]
  const wished = all.filter((one) => one.kind === 'need').map((one) => one.id)
  await push(desk, made, [
    { op: 'act', do: 'open', id: mirror, args: { collect: 'poll', poll: 'mirror' } },
    { op: 'act', do: 'open', id: need, args: { collect: 'need' } },
  ])
  for (const [i, page] of people.entries())
    await push(
      page,
      made,
      [
        put('poll_answer', { round_id: mirror, self: 8 - (i % 2), own: 7, other: 5 + (i % 2), organisation: 6 - (i % 3) }),
        ...wished.map((need_id, n) => put('need_vote', { round_id: need, need_id, value: 1 + ((i * n + n) % 5) })),
      ],
      'me',
    )
  await push(desk, made, [
    { op: 'act', do: 'reveal', id: mirror },
    { op: 'act', do: 'reveal', id: need },
  ])
  return { mirror }
}
