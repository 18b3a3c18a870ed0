/** The English words. Read as written first, not as translated. */
import * as board from './en/of.board'
import * as desk from './en/of.desk'
import * as door from './en/of.door'
import * as page from './en/of.page'
import * as projector from './en/of.projector'
import * as rounds from './en/of.rounds'
import * as share from './en/of.share'
import type { Words } from './nl'
import { withLabels } from './shelf'

export const en: Words = {
  ...door,
  ...page,
  ...board,
  ...rounds,
  ...desk,
  ...projector,
  ...share,
  labels: withLabels(door.labels, rounds.labels),
}
