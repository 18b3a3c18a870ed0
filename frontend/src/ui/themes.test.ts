// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { kept } from '../engine/kept'
import { Theme } from './themes.svelte'

const any = (found: unknown): found is string => typeof found === 'string'
const shown = () => document.documentElement.dataset.theme

test('the theme of one window turns without that of the others', () => {
  const theme = new Theme()
  theme.choose('dark')
  theme.turn()
  expect(shown()).toBe('light')
  theme.turn()
  expect(shown()).toBe('contrast')
  expect(kept('local', 'theme', any, ''), 'other windows stay as they are').toBe('dark')
  expect(new Theme().chosen, 'a reload keeps it').toBe('contrast')
  theme.choose('device')
  expect([shown(), new Theme().chosen]).toEqual([undefined, 'device'])
})
