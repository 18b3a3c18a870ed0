import type { history as nl } from '../nl/history'

/** How a board was, for whoever leads. */
export const history: typeof nl = {
  title: 'History',
  intro: 'Slide back to a moment of this workshop and see what the map looked like. Nothing changes on this board.',
  none: 'There is nothing to look back at yet. There will be once you begin an item.',
  failed: 'This moment did not come through. Move the slider again, or try later.',
  slider: 'Moment',
  earlier: 'Earlier',
  later: 'Later',
  of: (n, of) => `moment ${n} of ${of}`,
  what: {
    start: (title) => `Start of ${title || 'an item'}`,
    open: (round) => `Opened: ${round || 'a round'}`,
    reveal: (round) => `Revealed: ${round || 'a round'}`,
    close: () => 'End of the workshop',
  },
  rounds: {
    handoff: 'hand-offs',
    need: 'what customers want',
    estimate: 'impact, effort and fun',
    prediction: 'prediction',
    verdict: 'verdict on a rule',
    poll: 'poll',
    rating: 'scoring',
    ownership_claim: 'whose is this',
    leading_vote: 'who leads here',
    writing: 'writing alone',
    vote: 'vote',
  },
  putBack: 'Put this moment back as a new board',
  copyOf: (title, time) => `${title} (as at ${time})`,
}
