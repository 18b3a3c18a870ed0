/** The steps of the spacing, theme.css: 1 is 4 px, 2 is 8, 3 is 12, 4 is 16, 6 is 24. */
export type Space = 1 | 2 | 3 | 4 | 6
