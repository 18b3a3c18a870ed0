import { readFileSync } from 'node:fs'
import { id, type Told } from './table'

/** A starter journey as the server has it: how its example scores, by department, and what comes of that. */
export interface Template {
  id: string
  demo_ratings: Record<string, number[][]>
  expected: { demo_shared_picture: number }
}

export function template(id: string): Template {
  const all = JSON.parse(readFileSync(new URL('../../boards/template/templates.json', import.meta.url), 'utf8')) as Template[]
  const found = all.find((one) => one.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}

/** What six people of four departments could write about a damaged lease car: the board the pictures are made of. */
export interface Noted {
  step: string
  text: string
  severity: number
  evidence: 'known' | 'assumed' | 'unknown'
  cause: string
}

const p = (step: string, severity: number, evidence: Noted['evidence'], cause: string, text: string): Noted => ({
  step,
  text,
  severity,
  evidence,
  cause,
})

/** The pains that go into the vote, first the ones people recognise most. */
export const pains: readonly Noted[] = [
  p('s9', 5, 'assumed', 'ownership', 'Niemand is eigenaar van de hele schade'),
  p('s4', 4, 'known', 'information', 'Vier keer hetzelfde verhaal vertellen'),
  p('s5', 4, 'assumed', 'rule', 'Pas een auto na schriftelijk akkoord van de werkgever'),
  p('s9', 4, 'known', 'communication', 'Negen dagen stilte tijdens het herstel'),
  p('s11', 3, 'assumed', 'communication', 'De rekening eigen risico komt zonder uitleg'),
  p('s2', 3, 'known', 'system', '38 velden, ook wat wij allang weten'),
  p('s3', 4, 'known', 'system', 'Klantcontact ziet het schadedossier niet'),
  p('s6', 4, 'assumed', 'silo', 'Werkgever en leasemaatschappij wijzen naar elkaar'),
  p('s5', 3, 'assumed', 'process', 'Een auto pas overmorgen, ze moet morgen rijden'),
  p('s7', 3, 'known', 'information', 'Voor de vijfde keer alles opnieuw uitleggen'),
  p('s8', 2, 'unknown', 'process', 'Zelf de auto wegbrengen in werktijd'),
  p('s1', 2, 'unknown', 'communication', 'Langs de weg weet je niet hoelang het duurt'),
  p('s10', 2, 'assumed', 'communication', 'Geen uitleg bij het ophalen van de auto'),
  p('s3', 3, 'assumed', 'time', 'Wachten aan de telefoon zonder te weten hoe lang'),
]

/** Plain notes and quotes that fill the map as a real session does. */
export const notes: readonly [step: string, text: string][] = [
  ['s1', 'Bergers zijn vriendelijk, zeggen klanten'],
  ['s1', 'Kenteken staat al in ons systeem'],
  ['s2', 'Mobiel formulier valt weg bij foto’s'],
  ['s2', 'Bevestiging belandt in de spam'],
  ['s3', 'Gemiddeld drie telefoontjes per schade'],
  ['s3', 'Schade zit in een ander gebouw'],
  ['s4', 'We mogen geen toezegging doen'],
  ['s4', 'Wie belt wie terug?'],
  ['s5', 'Akkoord staat meestal in het contract'],
  ['s5', 'Om vijf uur is er niemand meer'],
  ['s6', 'De werkgever weet niet wat wij nodig hebben'],
  ['s7', 'Hier voelt Sanne zich eindelijk geholpen'],
  ['s7', 'Samira belde zelf even terug'],
  ['s8', 'Ophalen aan huis kan soms ook'],
  ['s8', 'Herstelbedrijf kent onze klant niet'],
  ['s9', 'Onderdelen zijn er vaak op dag vier'],
  ['s9', 'Planning staat op een whiteboard'],
  ['s10', 'Auto gewassen, dat viel op'],
  ['s10', 'Sleutel in de kluis, niemand gezien'],
  ['s11', 'Verzekering beslist pas na drie weken'],
  ['s11', 'Brief is geschreven door juristen'],
  ['s6', 'HR zit hier eigenlijk tussen'],
  ['s4', 'Chat en telefoon zien elkaars notities niet'],
]

export const quotes: readonly [step: string, text: string, source: string][] = [
  ['s4', 'Ik heb vier keer hetzelfde verhaal verteld. Niemand was ervan.', 'Sanne, interview 12 november'],
  ['s9', 'Op dag zeven belde ik zelf maar.', 'berijder, telefoongesprek'],
  ['s7', 'Eindelijk iemand die zei: ik regel het.', 'berijder, enquête'],
]

/** The ops that put all of it on a fresh lease board. */
export function fill(board: readonly Told[], refs: ReadonlyMap<string, string>): { ops: object[]; painIds: string[] } {
  void board
  const painIds: string[] = []
  const ops: object[] = []
  for (const pain of pains) {
    const key = id('pain')
    painIds.push(key)
    ops.push({
      op: 'put',
      kind: 'pain',
      id: key,
      fields: {
        text: pain.text,
        step_id: refs.get(pain.step),
        severity: pain.severity,
        evidence_level: pain.evidence,
        cause_categories: [pain.cause],
        frequency: 'weekly',
        control: 'together',
      },
    })
  }
  for (const [step, text] of notes) ops.push({ op: 'put', kind: 'note', id: id('note'), fields: { text, step_id: refs.get(step) } })
  for (const [step, text, source] of quotes)
    ops.push({
      op: 'put',
      kind: 'quote',
      id: id('quote'),
      fields: { text, source, step_id: refs.get(step), kind: 'interview', consent: 'given' },
    })
  return { ops, painIds }
}
