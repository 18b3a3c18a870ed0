/**
 * The Dutch words, source of all others: their type is what every language must fill. One section per screen, each in a file of its own
 * below words/nl and in one of the parts that pages load (of.*.ts); a new section is one line there and one in the part of the other
 * language, or the check fails. B1, “je”, short sentences.
 */
import * as board from './nl/of.board'
import * as desk from './nl/of.desk'
import * as door from './nl/of.door'
import * as page from './nl/of.page'
import * as projector from './nl/of.projector'
import * as rounds from './nl/of.rounds'
import * as share from './nl/of.share'
import { withLabels } from './shelf'

export const nl = { ...door, ...page, ...board, ...rounds, ...desk, ...projector, ...share, labels: withLabels(door.labels, rounds.labels) }

/** What every language has. */
export type Words = typeof nl
