/** Whether somebody put the note about plain http away on this device. */
import { keep, kept } from '../../engine/kept'

const name = 'plain-note'
const isTrue = (found: unknown): found is true => found === true

export class PlainNote {
  away = $state<boolean>(kept<boolean>('local', name, isTrue, false))

  putAway(): void {
    this.away = true
    keep('local', name, true)
  }
}

export const plainNote = new PlainNote()
