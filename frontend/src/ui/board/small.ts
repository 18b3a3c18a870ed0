/** Where a screen is small enough for one step at a time. */
export const smallScreen = 'max-width: 640px'
