/** What is said in the language of a board that is still to be made, which need not be the one of the page. */
export const blankTitle = { nl: 'Klantreis zonder titel', en: 'Untitled journey' }
