/** What is said with the code and the links. */
export { share } from './share'
