import type { Noun } from '../../engine/noun'

/** Words for customers that take “het”: they end so, compounds too (raadslid, huishouden). */
const neuter = /(?:je|lid|kind|gezin|huishouden|bedrijf|slachtoffer|team|paar|koppel|kantoor)$/i

const by = (common: string, het: string) => (noun: Noun) => `${neuter.test(noun.one) ? het : common} ${noun.one}`

export const de = by('de', 'het')
export const onze = by('onze', 'ons')
export const deze = by('deze', 'dit')
export const welke = by('welke', 'welk')
