import type { Collect } from '../engine/rounds.svelte'
import type { RoundFace } from '../ui/rounds/face'
import { need } from './need'
import { estimate } from './estimate'
import { handoff } from './handoff'
import { leadingVote } from './leading_vote'
import { ownershipClaim } from './ownership_claim'
import { poll } from './poll'
import { prediction } from './prediction'
import { rating } from './rating'
import { verdict } from './verdict'
import { vote } from './vote'
import { writing } from './writing'

/** Every hidden round the pages know, in the order in which the desk offers them. What is large in them is loaded when shown. */
export const rounds: Record<Collect, RoundFace> = {
  rating,
  ownership_claim: ownershipClaim,
  leading_vote: leadingVote,
  writing,
  poll,
  need,
  handoff,
  verdict,
  estimate,
  prediction,
  vote,
}

export const collects = Object.keys(rounds) as Collect[]
