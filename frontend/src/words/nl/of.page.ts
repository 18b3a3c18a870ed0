/** What every page of a board says. */
export { frame } from './frame'
export { reader } from './reader'
export { together } from './together'
