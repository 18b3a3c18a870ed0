import type { Leading } from '../../engine/leading.svelte'
import type { Before, RoundFace } from '../../ui/rounds/face'
import { words } from '../../words/words.svelte'
import { dotsFor, itemOf, tooShort, votable } from './ballot'

const nobody = (leading: Leading) => leading.answerers('vote').length === 0

function obstacle(leading: Leading): string {
  if (votable(leading.board).length < 2) return words.t.stage.voteTooFew
  return nobody(leading) ? words.t.stage.nobodyVotes : ''
}

function before(leading: Leading): Before {
  const t = words.t.stage
  const { board } = leading
  const pains = votable(board).length
  const short = tooShort(board)
  const most = board.one('board')?.fields.set_dots_max_per_item ?? 2
  return {
    strong: pains >= 2 ? t.voteReady(pains) : '',
    lines: [pains >= 2 ? t.votePains : t.voteTooFew],
    ...(short > 0 ? { unfinished: t.unfinished(short) } : {}),
    below: nobody(leading) ? t.nobodyVotes : pains >= 2 ? t.dotsEach(dotsFor(pains), most) : '',
  }
}

/** What to tackle first: everybody divides dots in secret. */
export const vote: RoundFace = {
  ask: () => import('./Vote.svelte'),
  after: () => import('./Vote.svelte'),
  result: () => import('./Result.svelte'),
  asked: (_, round) => {
    const t = words.t.projector
    return { question: t.voteQuestion, how: t.voteHow(round.fields.dots ?? 0, round.fields.max_per_item ?? 0), hidden: t.hidden }
  },
  desk: {
    obstacle,
    before,
    opens: (board) => ({ item_ids: votable(board).map((pain) => pain.id) }),
    question: () => words.t.projector.voteQuestion,
    open: () => import('./Ballot.svelte'),
    tidies: true,
    ballot: true,
    next: 'fixes',
    reveal: () => words.t.stage.reveal,
    blind: () => words.t.stage.blind,
    cancel: () => words.t.stage.cancelSure,
    again: () => words.t.stage.again,
  },
  passing: {
    budget: true,
    items: (board, round) => (round.fields.item_ids ?? []).map((id) => ({ id, title: itemOf(board, id)?.text ?? '' })),
    options: (board, round) => {
      const t = words.t.rounds.proxy
      return Array.from({ length: (round.fields.max_per_item ?? 1) + 1 }, (_, count) => ({
        label: count === 0 ? t.none : t.dots(count),
        dots: count,
        say: (item, to) => board.passOn('vote', { round_id: round.id, item_id: item, count }, to),
      }))
    },
  },
}
