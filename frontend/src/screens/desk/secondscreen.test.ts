// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { holdKeys } from '../../engine/secrets'
import { openProjector } from './secondscreen'

afterEach(() => vi.unstubAllGlobals())

const keys = { boardId: 'b1', personId: 'n', seat: 's', projectorKey: 'p', facilitatorKey: 'f', cofacilitatorKey: 'c', joinCode: 'ABC123' }

function opened() {
  holdKeys(keys, { title: 'Reis' })
  const open = vi.fn()
  vi.stubGlobal('open', open)
  return open
}

const laptop = { availLeft: 0, availTop: 0, availWidth: 1440, availHeight: 900 }
const beamer = { availLeft: 1440, availTop: 0, availWidth: 1920, availHeight: 1080 }

test('the projector opens on the second screen where the browser tells which that is', async () => {
  const open = opened()
  vi.stubGlobal('screen', { isExtended: true })
  vi.stubGlobal('getScreenDetails', () => Promise.resolve({ screens: [laptop, beamer], currentScreen: laptop }))
  await openProjector('b1')
  expect(open).toHaveBeenCalledExactlyOnceWith('/k#p', '_blank', 'popup,left=1440,top=0,width=1920,height=1080,noopener')
})

test('it opens all the same where nobody may know, or there is one screen', async () => {
  const open = opened()
  await openProjector('b1')
  vi.stubGlobal('screen', { isExtended: true })
  vi.stubGlobal('getScreenDetails', () => Promise.reject(new Error('not allowed')))
  await openProjector('b1')
  expect(open.mock.calls).toEqual([
    ['/k#p', '_blank', 'noopener'],
    ['/k#p', '_blank', 'noopener'],
  ])
})

test('whose device has no key opens nothing', async () => {
  const open = opened()
  await openProjector('another')
  expect(open).not.toHaveBeenCalled()
})
