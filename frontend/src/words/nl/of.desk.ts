/** What whoever leads reads beside that. */
export { history } from './history'
export { prepare } from './prepare'
export { rehearsal } from './rehearsal'
export { stage } from './stage'
export { summary } from './summary'
export { survey } from './survey'
