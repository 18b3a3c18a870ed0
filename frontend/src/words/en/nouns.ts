import type { Noun } from '../../engine/noun'

/** “an owner”, but “a user”, “a union member”. */
export const a = (noun: Noun) => `${/^(?:[aeio]|u(?!s|ni|ti))/i.test(noun.one) ? 'an' : 'a'} ${noun.one}`
