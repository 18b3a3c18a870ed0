/** Words in the experience curve. */
export const curve = {
  lowest: (value: string) => `laagste ${value}`,
  highest: (value: string) => `hoogste ${value}`,
  noScores: 'nog geen scores',
}
