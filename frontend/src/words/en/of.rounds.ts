/** What is asked of everybody, what came of it, and what fields and values are called. */
export { labels } from './labels.gen'
export { rounds } from './rounds'
export { knowledge, needs, persona } from './customer'
export { mandate, offmenu } from './offmenu'
export { estimates } from './estimates'
export { number } from './number'
export { rules } from './rules'
export { vote } from './vote'
