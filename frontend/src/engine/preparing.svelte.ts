/** The sheets with which a workshop is prepared. Each may be opened from several places; the desk draws them once. */
export type Sheet = 'workshop' | 'departments' | 'invitation'

class Preparing {
  open = $state<Sheet | null>(null)

  show(sheet: Sheet): void {
    this.open = sheet
  }

  close(): void {
    this.open = null
  }
}

export const preparing = new Preparing()
