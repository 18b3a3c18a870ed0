import '@fontsource-variable/fraunces/full.css'
import '@fontsource-variable/fraunces/full-italic.css'
import '@fontsource-variable/atkinson-hyperlegible-next'
import './theme.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { router } from './engine/router.svelte'
import { boardPage, fetchFirst } from './registry'
import { smallScreen } from './ui/board/small'
import { words } from './words/words.svelte'

const target = document.getElementById('app')

/** Nothing can be said before there are words; a line that drops just now is waited for. */
async function begin(target: HTMLElement): Promise<void> {
  try {
    await words.need('door')
  } catch {
    setTimeout(() => void begin(target), 3000)
    return
  }
  target.replaceChildren() // the sentence for whom nothing came
  mount(App, { target })
}

// What a board shows is on its way while the words come.
const { route } = router
if (route.page === 'board') {
  boardPage().catch(() => undefined) // whoever shows it asks again and says what went wrong
  fetchFirst(route.use, matchMedia(`(${smallScreen})`).matches)
}
if (target) void begin(target)
