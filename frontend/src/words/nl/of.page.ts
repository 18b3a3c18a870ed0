/** What every page of a board says. */
export { frame } from './frame'
