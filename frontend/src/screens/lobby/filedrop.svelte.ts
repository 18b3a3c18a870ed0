/** A file that somebody drags onto the page: whether it hangs above it, and what is done with it when it falls. */
export class FileDrop {
  over = $state(false)

  constructor(readonly take: (file: File) => void) {}

  hover(event: DragEvent): void {
    if (!holdsFile(event)) return
    event.preventDefault()
    this.over = true
  }

  leave(event: DragEvent): void {
    // Left the window, not only one thing on it for the next.
    if (!event.relatedTarget) this.over = false
  }

  drop(event: DragEvent): void {
    this.over = false
    if (!holdsFile(event)) return
    // Whatever becomes of it: else the browser leaves this page for the file.
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) this.take(file)
  }
}

const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
