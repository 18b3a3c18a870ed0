import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'svelte/compiler'
import { expect, it } from 'vitest'

/**
 * F1: what somebody typed stands apart from our own words, or a name from right to left turns our sentence around. Sentences with room
 * for a text set it apart themselves (words/isolated.ts); here is the rest: text that stands in markup by itself needs an element of its
 * own with `dir="auto"`, or `<bdi>`.
 */
type Node = { type: string; [key: string]: unknown }

/** Fields and variables by which components know what people typed. */
const typed = new Set(['text', 'title', 'name', 'customer_action', 'owner_person', 'organisation', 'place', 'action', 'called'])
/** Calls that give it. */
const gives = new Set(['nameOf', 'nameAtDoor', 'saying', 'cardText', 'painText', 'ownerOf', 'textOf'])
/** Where our own words stand under such names. */
const ours = /^(t|r|words|said|toast|line|lock|time|asked|refused|offer|wrong|group|face|what|number|list|stage)\b/

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
const children = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []))

/** What an expression shows that somebody typed. What is inside a call of ours, or only asked about, is not shown. */
function shown(node: Node, source: string): boolean {
  const code = () => source.slice(node['start'] as number, node['end'] as number)
  switch (node.type) {
    case 'CallExpression': {
      const callee = node['callee'] as Node
      const name = callee.type === 'MemberExpression' ? (callee['property'] as Node)['name'] : callee['name']
      return gives.has(String(name))
    }
    case 'MemberExpression':
      return !node['computed'] && typed.has(String((node['property'] as Node)['name'])) && !ours.test(code())
    case 'ConditionalExpression':
      return shown(node['consequent'] as Node, source) || shown(node['alternate'] as Node, source)
    case 'LogicalExpression':
      return (node['operator'] === '&&' ? false : shown(node['left'] as Node, source)) || shown(node['right'] as Node, source)
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return shown(node['expression'] as Node, source)
    case 'TemplateLiteral':
      return (node['expressions'] as Node[]).some((part) => shown(part, source))
    default:
      return false
  }
}

const apart = (node: Node): boolean =>
  node['name'] === 'bdi' || ((node['attributes'] ?? []) as Node[]).some((one) => one['name'] === 'dir' || one['name'] === 'aria-hidden')

function bare(node: Node, source: string, held: boolean): string[] {
  if (node.type === 'Attribute') return []
  if (node.type === 'ExpressionTag' && !held && shown(node['expression'] as Node, source))
    return [
      `${source.slice(0, node['start'] as number).split('\n').length}: ${source.slice(node['start'] as number, node['end'] as number)}`,
    ]
  const holds = held || ((node.type === 'RegularElement' || node.type === 'SvelteElement') && apart(node))
  return children(node).flatMap((child) => bare(child, source, holds))
}

it('F1: no component shows what somebody typed amid our own words', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'))
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((name) => {
    const source = readFileSync(`src/${name}`, 'utf8')
    const { fragment } = parse(source, { modern: true }) as unknown as { fragment: Node }
    return bare(fragment, source, false).map((line) => `${name}:${line}`)
  })
  expect(found).toEqual([])
})
