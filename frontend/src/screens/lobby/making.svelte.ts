import { api, codeOf, type Agenda, type BoardLanguage, type MadeBoard } from '../../engine/api'
import { sharing } from '../../engine/sharing.svelte'
import { router } from '../../engine/router.svelte'
import { blankTitle } from '../../words/both'
import { words } from '../../words/words.svelte'
import { holdKeys, type FreshKeys } from '../../engine/secrets'
import { mine } from './mine.svelte'
import { signing } from './signing.svelte'

type About = Pick<FreshKeys, 'title' | 'agenda' | 'language'>

/** The server refuses larger files. */
const largestFile = 5 * 1024 * 1024

/** Making a board, from a template, blank, from a file or as a copy. Ends at the facilitator's desk with the share sheet on top. */
export class Making {
  agenda = $state<Agenda>('half')
  language = $state<BoardLanguage>(words.language)
  /** What is being made now: a template id, `blank`, `file` or `copy`. */
  busy = $state<string | null>(null)
  failure = $state<string | null>(null)
  passcode = $state('')
  /** The server asks for its passcode; calling it tries the same wish again. */
  asked = $state.raw<(() => void) | null>(null)

  /** A blank board is named in its own language, which need not be the language of this page. */
  readonly titles = blankTitle

  async begin(template: string, title: string): Promise<void> {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    // A browser that does not know where it is says Etc/Unknown; then the server takes its own default.
    const zone = timeZone === 'Etc/Unknown' ? {} : { timeZone }
    const wish = { template, agenda: this.agenda, language: this.language, title, ...zone }
    const about = { title, agenda: this.agenda, language: this.language }
    await this.#make(template, async () => ({ made: await api.makeBoard(wish, this.passcode), about }))
  }

  async importFile(file: File): Promise<void> {
    if (file.size > largestFile) {
      this.failure = words.t.start.tooBig
      return
    }
    await this.#make('file', async () => {
      const text = await file.text()
      const title = titleIn(text) ?? file.name.replace(/\.[a-z]+$/i, '')
      return { made: await api.importBoard(file, this.passcode), about: { title } }
    })
  }

  /** Ends at the desk of the copy. */
  async copy(boardId: string, title: string, date: string): Promise<void> {
    const wish = { title, ...(date && { date }) }
    await this.#make('copy', async () => ({ made: await api.copyBoard(boardId, wish, this.passcode), about: { title } }))
  }

  async #make(what: string, make: () => Promise<{ made: MadeBoard; about: About }>): Promise<void> {
    // One board per wish, however often somebody presses.
    if (this.busy) return
    this.busy = what
    this.failure = null
    try {
      const { made, about } = await make()
      this.asked = null
      holdKeys(made, about)
      mine.remember({ boardId: made.boardId, title: about.title, role: 'facilitator', at: Date.now() })
      sharing.copying = null
      router.go(`/b/${made.boardId}/host?share`)
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === 'passcode') {
        if (this.asked && this.passcode) this.failure = words.t.start.wrongPasscode
        this.asked = () => void this.#make(what, make)
        return
      }
      if (code === 'sign_in') signing.ended()
      this.failure =
        what === 'file' && ['bad_request', 'bad_value', 'unknown_field', 'unknown_kind'].includes(code)
          ? words.t.start.notABoard
          : words.error(code)
    } finally {
      this.busy = null
    }
  }
}

/** The title inside an exported board, wherever its records stand; only a label for the list on this device. */
function titleIn(text: string): string | null {
  try {
    const board = JSON.parse(text) as { title?: unknown; records?: { kind?: string; fields?: { title?: unknown } }[] }
    const title = board.records?.find((record) => record.kind === 'board')?.fields?.title ?? board.title
    return typeof title === 'string' ? title : null
  } catch {
    return null
  }
}
