/** What the screen in the room says. */
export { projector } from './projector'
