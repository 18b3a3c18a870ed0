import type { Rec } from './ops'

type Fix = Pick<Rec<'fix'>, 'fields'>

const among =
  (...list: readonly string[]) =>
  ({ fields }: Fix): boolean =>
    list.includes(fields.status ?? '')

/** Parked or dropped: nobody works on it in this workshop any more. */
export const isSetAside = among('parked', 'dropped')

/** Done, whether or not somebody saw that it works. */
export const isDone = among('done', 'verified')

/** Agreed and still to be done. */
export const isUnderWay = among('agreed', 'doing')

/** Somebody said yes to it: still to be done, or done. */
export const isAgreed = among('agreed', 'doing', 'done', 'verified')
