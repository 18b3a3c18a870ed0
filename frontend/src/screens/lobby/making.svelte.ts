import {
  api,
  ApiError,
  codeOf,
  type Agenda,
  type BoardLanguage,
  type LeftOut,
  type MadeBoard,
  type NextAgenda,
  type Template,
} from '../../engine/api'
import { rehearse } from '../../engine/rehearsal'
import { sharing } from '../../engine/sharing.svelte'
import { router } from '../../engine/router.svelte'
import { blankTitle } from '../../words/both'
import { words } from '../../words/words.svelte'
import { holdKeys, type FreshKeys } from '../../engine/secrets'
import { copyText } from '../../ui/copy'
import { toasts } from '../../ui/toasts.svelte'
import { mine } from './mine.svelte'
import { signing } from './signing.svelte'

type About = Pick<FreshKeys, 'title' | 'agenda' | 'language'>

/** The server refuses larger files. */
const largestFile = 5 * 1024 * 1024

/** Making a board, from a template, blank, from a file or as a copy. Ends at the facilitator's desk with the share sheet on top. */
export class Making {
  agenda = $state<Agenda>('half')
  language = $state<BoardLanguage>(words.served)
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
      const made = await api.importBoard(file, this.passcode)
      sayLeftOut(made.leftOut)
      return { made, about: { title } }
    })
  }

  /** Ends at the desk of the copy. */
  async copy(boardId: string, title: string, date: string): Promise<void> {
    const wish = { title, ...(date && { date }) }
    await this.#make('copy', async () => ({ made: await api.copyBoard(boardId, wish, this.passcode), about: { title } }))
  }

  /** Ends at the desk of the next session. */
  async next(boardId: string, title: string, date: string, agenda: NextAgenda): Promise<void> {
    const wish = { title, agenda, ...(date && { date }) }
    await this.#make('next', async () => ({ made: await api.nextSession(boardId, wish, this.passcode), about: { title } }))
  }

  /** Ends at the desk of a rehearsal, with made-up colleagues at the table. */
  async rehearse(template: Template): Promise<void> {
    const t = words.t.trying
    const title = t.board(template.title[words.served])
    const wish = { template: template.id, agenda: '2h' as const, language: words.served, title }
    const make = async () => {
      const made = await api.makeBoard(wish, this.passcode)
      const { departments } = await api.lookUp(made.joinCode)
      const people: string[] = []
      for (const [i, name] of t.names.entries()) {
        const department = departments[i % departments.length]
        people.push((await api.joinApart(made.joinCode, { name, ...(department && { departmentId: department.id }) })).personId)
      }
      rehearse(made.boardId, people)
      return { made, about: { title } }
    }
    await this.#make('rehearsal', make, '')
  }

  async #make(what: string, make: () => Promise<{ made: MadeBoard; about: About }>, then = '?share'): Promise<void> {
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
      router.go(`/b/${made.boardId}/host${then}`)
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === 'passcode') {
        if (this.asked && this.passcode) this.failure = words.t.start.wrongPasscode
        this.asked = () => void this.#make(what, make, then)
        return
      }
      if (code === 'sign_in') signing.ended()
      const said = thrown instanceof ApiError && thrown.ours ? thrown.message : ''
      // Of a file the server knows more: which sort it is, and what to do with it.
      this.failure = words.error(code, said, what === 'file' ? said : '')
    } finally {
      this.busy = null
    }
  }
}

/** So long it stays: whoever brings a file first looks at the board. */
const leftOutStays = 60_000

/** What of a file did not come along is said once, with the whole list to copy. */
function sayLeftOut(leftOut: readonly LeftOut[]): void {
  if (leftOut.length === 0) return
  const t = words.t.start.leftOut
  const lines = leftOut.map(({ record, field, reason }) => [record, field, reason].filter(Boolean).join('\t'))
  const copy = () => void copyText(lines.join('\n')).then((done) => toasts.say(done ? t.copied : t.notCopied))
  toasts.say(t.some(leftOut.length), { label: t.copy, do: copy }, leftOutStays)
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
