import type { summary as nl } from '../nl/summary'

/** How whoever leads shapes the summary. */
export const summary: typeof nl = {
  title: 'How the summary will be',
  intro: 'You can leave this empty: then the board tells it. The preview is what your readers see.',
  conclusionHint: 'One sentence to begin with. Empty: the strongest sentence of the board.',
  decisions: 'Decision asked',
  decisionPlaceholder: 'What must be decided?',
  addDecision: 'Add a decision',
  removeDecision: 'Take this decision away',
  full: 'Five decisions fit on page one. Take one away to ask for another.',
  journey: 'Golden rule and sponsor',
  goldenRule: 'Golden rule',
  sponsor: 'Sentence of the sponsor',
  parts: 'Which parts?',
  asBoard: 'Language of the board',
  hide: 'Leave out',
  hideHint:
    'What you tick stands neither in the summary nor in the lists. ' +
    'It does not count either; the report says how many you left out. It stays on the board.',
  hidden: (n: number) => (n === 1 ? '1 left out' : `${n} left out`),
  none: 'There is nothing on the board to leave out yet.',
  preview: 'Preview',
  part: 'Part of the preview',
  pages: { summary: 'Page 1', map: 'Journey', saw: 'Seen', actions: 'Actions', rules: 'Rules', annex: 'Annex' },
}
