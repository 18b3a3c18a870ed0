import { describe, expect, it } from 'vitest'
import { boardPath, routeOf, useOf } from './router'

describe('routeOf', () => {
  it.each([
    ['/', { page: 'start' }],
    ['/k', { page: 'key' }],
    ['/K7M4QP', { page: 'join', code: 'K7M4QP' }],
    ['/k7m4qp/', { page: 'join', code: 'K7M4QP' }],
    ['/b/x_9-Z', { page: 'board', boardId: 'x_9-Z', use: 'me' }],
    ['/b/x9/host', { page: 'board', boardId: 'x9', use: 'host' }],
    ['/b/x9/screen', { page: 'board', boardId: 'x9', use: 'screen' }],
    ['/b/x9/summary', { page: 'summary', boardId: 'x9' }],
    ['/b/x9/summary/more', { page: 'nowhere' }],
    ['/b', { page: 'nowhere' }],
    ['/b/x9/desk', { page: 'nowhere' }],
    ['/b/x9/constructor', { page: 'nowhere' }],
    ['/b/x9/host/more', { page: 'nowhere' }],
    ['/K7M4Q', { page: 'nowhere' }],
    ['/K7M4QPX', { page: 'nowhere' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route)
  })
})

describe('roles and paths', () => {
  it('sends each role to its own page', () => {
    expect([useOf('facilitator'), useOf('co_facilitator')]).toEqual(['host', 'host'])
    expect(useOf('projector')).toBe('screen')
    expect([useOf('participant'), useOf('guest'), useOf('observer')]).toEqual(['me', 'me', 'me'])
    expect(useOf('owner')).toBe('owner')
  })

  it('makes the paths it reads', () => {
    for (const use of ['me', 'host', 'screen', 'owner'] as const) {
      expect(routeOf(boardPath('b1', use))).toEqual({ page: 'board', boardId: 'b1', use })
    }
  })
})
