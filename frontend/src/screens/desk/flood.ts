/** So many who came in lately and are not here are no workshop, but somebody with the code and a loop. */
export const flood = 20

/** In ms. */
export const lately = 15 * 60_000
