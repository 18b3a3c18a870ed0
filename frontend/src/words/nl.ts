/**
 * The Dutch words, source of all others: their type is what every language must fill. One section per screen, each in a file
 * of its own below words/nl; a new section is one import and one name here and in en.ts, or the check fails.
 * B1, “je”, short sentences.
 */
import { after } from './nl/after'
import { board } from './nl/board'
import { common } from './nl/common'
import { curve } from './nl/curve'
import { errors } from './nl/errors'
import { join, key, nowhere } from './nl/join'
import { fixes } from './nl/fixes'
import { labels } from './nl/labels.gen'
import { own } from './nl/own'
import { people } from './nl/people'
import { prepare } from './nl/prepare'
import { projector } from './nl/projector'
import { rounds } from './nl/rounds'
import { stage } from './nl/stage'
import { vote } from './nl/vote'
import { share } from './nl/share'
import { how, plain, start } from './nl/start'

export const nl = {
  after,
  board,
  common,
  curve,
  errors,
  how,
  join,
  key,
  labels,
  nowhere,
  plain,
  share,
  start,
  fixes,
  own,
  people,
  prepare,
  projector,
  rounds,
  stage,
  vote,
}

/** What every language has. */
export type Words = typeof nl
