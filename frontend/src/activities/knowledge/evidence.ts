import type { Rec } from '../../engine/ops'
import { words } from '../../words/words.svelte'

/** An address that may be pressed: nothing but the web. undefined = it is none. */
export function linkOf(typed: string): string | undefined {
  const said = typed.trim()
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(said)) return undefined
  return URL.canParse(said) ? new URL(said).href : undefined
}

/** “Twaalf gesprekken (interview, 12 klanten)”. */
export function told(evidence: Rec<'evidence'>): string {
  const { title = '', kind, n } = evidence.fields
  const facts = [kind ? words.inLine('evidence', 'kind', kind) : '', n === undefined ? '' : words.t.knowledge.customers(n)]
  const shown = facts.filter(Boolean).join(', ')
  return shown ? `${title} (${shown})` : title
}
