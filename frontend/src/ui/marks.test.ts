// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte'
import { expect, it } from 'vitest'
import Mark from './Mark.svelte'
import { marks, type MarkName } from './marks'

it.each(Object.keys(marks) as MarkName[])('%s is drawn as SVG', (name) => {
  const target = document.createElement('div')
  const mark = mount(Mark, { target, props: { name } })
  flushSync()
  const parts = [...(target.querySelector('svg')?.children ?? [])]
  expect(parts.length).toBeGreaterThan(0)
  expect(parts.map((part) => part.namespaceURI)).toEqual(parts.map(() => 'http://www.w3.org/2000/svg'))
  void unmount(mark)
})
