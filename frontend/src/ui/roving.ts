import type { Attachment } from 'svelte/attachments'

const stops = 'button:not([disabled]), input:not([disabled]), a[href]'

/**
 * Makes a list one stop for Tab: up and down go from row to row, left and right over what one row holds, Home and End to its ends.
 * Where one types, the arrows are for the text; Enter and Escape go back to the row. `start` finds where Tab comes in at first.
 */
export function roving(start: (list: HTMLElement) => HTMLElement | null | undefined): Attachment<HTMLElement> {
  return (list) => {
    let now: HTMLElement | null | undefined
    const rows = () => [...list.children].map((row) => [...row.querySelectorAll<HTMLElement>(stops)]).filter((row) => row.length > 0)

    const settle = () => {
      const all = rows().flat()
      if (!now || !all.includes(now)) now = start(list) ?? all[0]
      if (now && !all.includes(now)) now = all[0]
      for (const one of all) one.tabIndex = one === now ? 0 : -1
    }

    const go = (to: HTMLElement | undefined) => {
      if (!to) return
      now = to
      settle()
      to.focus()
    }

    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
      const target = event.target
      const all = rows()
      const row = all.find((one) => one.includes(target))
      if (!row) return
      const to = wayOf(event.key, all, row, target)
      if (to === undefined) return
      event.preventDefault()
      event.stopPropagation()
      go(to ?? undefined)
    }

    const came = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches(stops)) {
        now = event.target
        settle()
      }
    }

    list.addEventListener('keydown', press)
    list.addEventListener('focusin', came)
    const changes = new MutationObserver(settle)
    changes.observe(list, { childList: true, subtree: true })
    settle()
    return () => {
      list.removeEventListener('keydown', press)
      list.removeEventListener('focusin', came)
      changes.disconnect()
    }
  }
}

/** Where a key leads: nowhere further = null, not a key of this list = undefined. */
function wayOf(key: string, all: HTMLElement[][], row: HTMLElement[], at: HTMLElement): HTMLElement | null | undefined {
  if (at instanceof HTMLInputElement) return key === 'Enter' || key === 'Escape' ? row[0] : undefined
  const place = all.indexOf(row)
  const across = row.indexOf(at)
  switch (key) {
    case 'ArrowDown':
      return all[place + 1]?.[0] ?? null
    case 'ArrowUp':
      return all[place - 1]?.[0] ?? null
    case 'ArrowRight':
      return row[across + 1] ?? null
    case 'ArrowLeft':
      return row[across - 1] ?? null
    case 'Home':
      return all[0]?.[0] ?? null
    case 'End':
      return all.at(-1)?.[0] ?? null
    default:
      return undefined
  }
}
