/** The English words. Read as written first, not as translated. */
import type { Words } from './nl'
import { after } from './en/after'
import { board } from './en/board'
import { common } from './en/common'
import { curve } from './en/curve'
import { errors } from './en/errors'
import { join, key, nowhere } from './en/join'
import { fixes } from './en/fixes'
import { labels } from './en/labels.gen'
import { own } from './en/own'
import { people } from './en/people'
import { prepare } from './en/prepare'
import { projector } from './en/projector'
import { rounds } from './en/rounds'
import { stage } from './en/stage'
import { vote } from './en/vote'
import { share } from './en/share'
import { how, plain, start } from './en/start'

export const en: Words = {
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
