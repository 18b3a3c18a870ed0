/** What is said before there is a board. */
export { common } from './common'
export { curve } from './curve'
export { labels } from './door.gen'
export { errors } from './errors'
export { join, key, nowhere } from './join'
export { how, plain, start, trying } from './start'
