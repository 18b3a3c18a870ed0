/** The parts of the board as a participant turns to them. */
export type Tab = 'map' | 'vote' | 'fixes'
