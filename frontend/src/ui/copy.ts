/**
 * Puts text on the clipboard. The clipboard of the browser is not there on plain http, which is what a meeting room without a
 * server has; then a hidden text field and the old command do it. False = neither worked.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused or not focused: try the other way.
  }
  return copyByCommand(text)
}

function copyByCommand(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'spoken'
  field.setAttribute('aria-hidden', 'true')
  field.readOnly = true
  // Inside an open dialog everything else is inert and cannot be selected.
  const home = document.querySelector('dialog[open]') ?? document.body
  home.append(field)
  field.select()
  const done = commandCopies()
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}

/** Deprecated, and the only way there is on plain http. */
function commandCopies(): boolean {
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}

/** Hands the reader a text as a file. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name.replace(/[^\p{L}\p{N} _-]/gu, '').trim()}.txt`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
