import { en } from '../en'
import { nl } from '../nl'
import { learn } from '../shelf'

/** Tests find all words in both languages, as a page does that loaded everything. */
const parts = ['door', 'page', 'board', 'rounds', 'desk', 'projector', 'share'] as const
learn('nl', nl, ...parts)
learn('en', en, ...parts)
