import type { curve as source } from '../nl/curve'

export const curve: typeof source = {
  lowest: (value) => `lowest ${value}`,
  highest: (value) => `highest ${value}`,
  noScores: 'no scores yet',
}
