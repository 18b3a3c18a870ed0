/** The marks of the method: each has its own outline, so the shape says it before the colour does. */
export const marks = {
  chain: { box: '0 0 24 24', ratio: 1, stroke: 2.2 },
  'chair-empty': { box: '0 0 24 24', ratio: 1, stroke: 2 },
  'chair-taken': { box: '0 0 24 24', ratio: 1, stroke: 2 },
  chair: { box: '0 0 24 24', ratio: 1, stroke: 2 },
  delight: { box: '0 0 24 24', ratio: 1, stroke: 0 },
  'face-0': { box: '0 0 32 32', ratio: 1, stroke: 2.2 },
  'face-min1': { box: '0 0 32 32', ratio: 1, stroke: 2.2 },
  'face-min2': { box: '0 0 32 32', ratio: 1, stroke: 2.2 },
  'face-plus1': { box: '0 0 32 32', ratio: 1, stroke: 2.2 },
  'face-plus2': { box: '0 0 32 32', ratio: 1, stroke: 2.2 },
  forget: { box: '0 0 24 24', ratio: 1, stroke: 2.2 },
  handoff: { box: '0 0 24 24', ratio: 1, stroke: 2.2 },
  mandate: { box: '0 0 24 24', ratio: 1, stroke: 2 },
  moment: { box: '0 0 24 24', ratio: 1, stroke: 0 },
  nobody: { box: '0 0 24 24', ratio: 1, stroke: 2 },
  pain: { box: '0 0 24 24', ratio: 1, stroke: 0 },
  quote: { box: '0 0 24 24', ratio: 1, stroke: 0 },
  unowned: { box: '0 0 24 24', ratio: 1, stroke: 2 },
  crocodile: { box: '0 0 96 44', ratio: 96 / 44, stroke: 0 },
} as const

export type MarkName = keyof typeof marks

/** The five faces by value of a rating, from −2 to +2. */
export const faces = { '-2': 'face-min2', '-1': 'face-min1', '0': 'face-0', '1': 'face-plus1', '2': 'face-plus2' } as const
