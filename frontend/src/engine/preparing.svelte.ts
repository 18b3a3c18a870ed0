/**
 * The sheets of the desk: those with which a workshop is prepared, and its history. Each may be opened from several places; the desk
 * draws them once.
 */
export type PreparationSheet = 'workshop' | 'departments' | 'history'

class Preparing {
  open = $state<PreparationSheet | null>(null)
  /** The agenda is open to be changed. */
  agenda = $state(false)
  /** Whether this page draws the sheets. */
  here = $state(false)

  show(sheet: PreparationSheet): void {
    this.open = sheet
  }

  close(): void {
    this.open = null
    this.agenda = false
  }
}

export const preparing = new Preparing()
