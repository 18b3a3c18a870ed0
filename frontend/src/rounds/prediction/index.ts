import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { numberOf, rangeOf } from '../../ui/indicator/score'
import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople, usualWords } from '../../ui/rounds/desk'
import { words } from '../../words/words.svelte'

/** The number that a round is about; undefined when it is gone. */
export const predictedOf = (board: BoardState, round: Rec<'round'>): Rec<'indicator'> | undefined =>
  board.get(round.fields.indicator_ids?.[0] ?? '', 'indicator')

const scaled = (board: BoardState) => {
  const number = numberOf(board)
  return !!number && rangeOf(number.fields) !== undefined
}

/** Everybody predicts what customers gave, before the real score is shown. */
export const prediction: RoundFace = {
  ask: () => import('./Predict.svelte'),
  result: () => import('./PredictionResult.svelte'),
  title: () => words.t.number.predictTitle,
  instruction: () => words.t.rounds.desk.ask.prediction,
  asked: (board, round) => {
    const question = predictedOf(board, round)?.fields.question
    return {
      question: question ? words.t.number.predictQuestion(question) : words.t.number.predictTitle,
      how: words.t.number.predictHow,
      hidden: words.t.number.predictHidden,
    }
  },
  desk: {
    obstacle: (leading) => (scaled(leading.board) ? noPeople(leading, 'prediction') : words.t.number.noNumber),
    before: (leading) => explained('prediction', prediction.desk.obstacle(leading)),
    opens: (board) => ({ indicator_id: numberOf(board)?.id ?? '' }),
    question: () => words.t.rounds.desk.ask.prediction,
    ...usualWords,
    again: () => words.t.number.again,
  },
  passing: {
    items: (board, round) => {
      const number = predictedOf(board, round)
      return number ? [{ id: number.id, title: number.fields.name ?? '' }] : []
    },
    options: (board, round) => {
      const number = predictedOf(board, round)
      const range = number && rangeOf(number.fields)
      if (!range) return []
      const [low, high] = range
      const step = high - low > 20 ? (high - low) / 20 : high - low > 10 ? 1 : 0.5
      return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step).map((value) => ({
        label: words.number(value),
        say: (_, to) => board.passOn('prediction', { round_id: round.id, indicator_id: number.id, value }, to),
      }))
    },
  },
}
