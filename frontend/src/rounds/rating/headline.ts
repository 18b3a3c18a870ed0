/** The headline of the curve ends above the top of the plot, however long a step is called. In px of the 1920 × 1080 canvas. */
const room = { width: 1728, letter: 0.5, largest: 76, smallest: 48 }

/** One line as large as it fits; a sentence that does not fit in the smallest letters takes two lines higher up. */
export function headline(text: string): { size: number; top: number } {
  const letters = [...text].length
  const fits = Math.floor(room.width / (letters * room.letter))
  if (fits < room.smallest) return { size: room.smallest, top: 8 }
  return { size: Math.min(fits, room.largest), top: 30 }
}
