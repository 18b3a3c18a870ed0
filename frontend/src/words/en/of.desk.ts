/** What whoever leads reads beside that. */
export { prepare } from './prepare'
export { stage } from './stage'
export { survey } from './survey'
