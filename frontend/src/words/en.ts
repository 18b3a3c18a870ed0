/** The English words. Read as written first, not as translated. */
import type { Words } from './nl'
import { common } from './en/common'
import { curve } from './en/curve'
import { errors } from './en/errors'
import { join, key, nowhere } from './en/join'
import { share } from './en/share'
import { how, start } from './en/start'

export const en: Words = { common, curve, errors, how, join, key, nowhere, share, start }
