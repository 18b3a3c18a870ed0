import { words } from './words.svelte'

/** A sentence of the insight object in the language of the reader. */
export const said = (line: { readonly nl: string; readonly en: string }): string => line[words.served]
