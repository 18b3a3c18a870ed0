import type { Component } from 'svelte'
import type { Activity } from '../../engine/activities.gen'
import type { Rec } from '../../engine/ops'
import type { KindName, Sticky } from '../../engine/records.gen'

/** Where the sign of a kind stands; each place has its size. */
export type SignAt = 'card' | 'list' | 'panel' | 'tool' | 'head' | 'rail' | 'phone' | 'tile'

/** Details of a record in the panel beside the map and on a phone. */
export type PanelOf<K extends KindName> = Component<{ rec: Rec<K>; editable: boolean }>

/** A part of a card. */
type OnCard<K extends KindName> = Component<{ rec: Rec<K>; editable: boolean }>

/** What is asked of a card right after it came on the board, on a phone; it may wait. */
type AfterAdd<K extends KindName> = Component<{ rec: Rec<K>; ondone: () => void }>

/** All that the screens need to know of one kind of card; `kinds/registry.ts` has one for each. */
export interface CardFace<K extends Sticky = Sticky> {
  Sign: Component<{ at: SignAt }>
  /** The key that starts one on the map; the tools stand in the order of their keys. */
  key: string
  /** Activities in which it is what people write. */
  fits: readonly Activity[]
  /** What one can say about it; absent = only its text. */
  Panel?: PanelOf<K>
  /** Beside the sign at the top of the card. */
  Aside?: OnCard<K>
  /** Below the text on the card. */
  Foot?: OnCard<K>
  /** Asked with one tap when it was just put up; absent = nothing. */
  AfterAdd?: AfterAdd<K>
  /** What still has to be said of a card, on the press that opens its details; '' = nothing. */
  asks?: (rec: Rec<K>) => string
  /** Its number is told in the head of a step, in these words. */
  tells?: (n: number) => string
  /** Also told of steps that are out of sight. */
  warns?: true
  /** Its name where a facilitator passes on what somebody says aloud; absent = it is not passed on. */
  passed?: () => string
}

/** A face as one of many: the registry only ever gives it records of its own kind. */
export const cardFace = <K extends Sticky>(face: CardFace<K>): CardFace => face as unknown as CardFace
