import { words } from '../words/words.svelte'
import { toasts } from './toasts.svelte'

/**
 * The whole number in a field when it is left: null = emptied, undefined = none that fits. That is said, and the field gets back what
 * stood there.
 */
export function wholeNumber(
  input: HTMLInputElement,
  range: { min: number; max: number },
  stood: number | undefined,
): number | null | undefined {
  if (input.value.trim() === '' && !input.validity.badInput) return null
  const value = Math.round(input.valueAsNumber)
  if (Number.isFinite(value) && value >= range.min && value <= range.max) return value
  input.value = stood === undefined ? '' : String(stood)
  toasts.sayOnce(words.t.common.range(words.number(range.min), words.number(range.max)))
  return undefined
}
