/** The parts of the board as a participant turns to them. */
export type Tab = 'map' | 'item' | 'vote' | 'fixes' | 'end'
