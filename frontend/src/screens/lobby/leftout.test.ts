// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { words } from '../../words/words.svelte'
import { leftOutLine } from './leftout'

it('says where something stands in a file, and why it does not come along', async () => {
  await words.choose('nl')
  expect(
    [
      { record: 'line 4', kind: 'step', reason: 'no_step' },
      { record: 'column 3', kind: 'step', field: 'Kleur', reason: 'no_field' },
      { record: 'column 3', kind: 'step', reason: 'no_field' },
      { record: 'Een heel lange', kind: 'step', field: 'title', reason: 'shortened' },
      { record: 'k3j4h5', kind: 'pain', field: 'step_id', reason: 'not_found' },
      { record: 'k3j4h5', kind: 'from_tomorrow', reason: 'from_tomorrow' },
    ].map((one) => leftOutLine(one, { step: 'Stap', pain: 'Pijnpunt' })),
  ).toEqual([
    'Regel 4 noemt geen stap',
    'Kolom 3 (Kleur) heeft geen plek op een bord',
    'Kolom 3 heeft geen plek op een bord',
    'Stap “Een heel lange…” is te lang en wordt ingekort',
    'Pijnpunt verwijst naar iets wat niet in het bestand zit',
    'from_tomorrow past niet op dit bord',
  ])
})
