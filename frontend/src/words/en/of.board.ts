/** What people say and read who work at a board. */
export { after } from './after'
export { board } from './board'
export { fixes } from './fixes'
export { own } from './own'
export { people } from './people'
