/** The room between things, times four pixels. */
export type Space = 1 | 2 | 3 | 4 | 6
