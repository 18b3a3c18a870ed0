import {
  api,
  ApiError,
  codeOf,
  type Agenda,
  type BoardLanguage,
  type Foreseen,
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
import { mine } from './mine.svelte'
import { ownTemplates } from './owntemplates.svelte'
import { toasts } from '../../ui/toasts.svelte'
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

  /** A file that was brought, and what would become of it: whoever brought it decides. */
  brought = $state.raw<{ file: File; seen: Foreseen } | null>(null)

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

  /** Looks at a file; nothing is made of it yet. */
  async look(file: File): Promise<void> {
    if (file.size > largestFile) {
      this.failure = words.t.start.tooBig
      return
    }
    const see = async () => {
      this.brought = { file, seen: await api.previewImport(file, this.passcode) }
    }
    await this.#wish('file', see)
  }

  /** Makes a board of the file that was looked at. */
  async bring(): Promise<void> {
    if (!this.brought) return
    const { file, seen } = this.brought
    const title = seen.title || file.name.replace(/\.[a-z]+$/i, '')
    await this.#make('brought', async () => ({ made: await api.importBoard(file, this.passcode), about: { title } }))
  }

  /** Ends at the desk of the copy. */
  async copy(boardId: string, title: string, date: string): Promise<void> {
    const wish = { title, ...(date && { date }) }
    await this.#make('copy', async () => ({ made: await api.copyBoard(boardId, wish, this.passcode), about: { title } }))
  }

  /** Keeps what was prepared for a board as a template; whoever asks stays where they are. */
  async keepTemplate(boardId: string, title: string): Promise<void> {
    if (ownTemplates.full) {
      this.failure = words.t.start.template.full
      return
    }
    await this.#wish('template', async () => {
      const made = await api.copyBoard(boardId, { title }, this.passcode)
      ownTemplates.add({ boardId: made.boardId, title, at: Date.now() })
      sharing.copying = null
      toasts.say(words.t.start.template.kept)
    })
  }

  /** Ends at the desk of a board that begins as a template of one's own does. */
  async beginOwn(boardId: string, title: string): Promise<void> {
    const make = async () => {
      try {
        return { made: await api.copyBoard(boardId, { title }, this.passcode), about: { title } }
      } catch (thrown) {
        if (!['not_found', 'gone'].includes(codeOf(thrown))) throw thrown
        ownTemplates.remove(boardId)
        toasts.say(words.t.start.template.gone(title))
        return undefined
      }
    }
    await this.#make(boardId, make)
  }

  /** Ends at the desk of a board as this one was at a moment. */
  async putBack(boardId: string, moment: number, title: string): Promise<void> {
    await this.#make('past', async () => ({ made: await api.putBack(boardId, moment, { title }, this.passcode), about: { title } }))
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

  async #make(what: string, make: () => Promise<{ made: MadeBoard; about: About } | undefined>, then = '?share'): Promise<void> {
    await this.#wish(what, async () => {
      const done = await make()
      if (!done) return
      const { made, about } = done
      this.brought = null
      holdKeys(made, about)
      mine.remember({ boardId: made.boardId, title: about.title, role: 'facilitator', at: Date.now() })
      sharing.copying = null
      router.go(`/b/${made.boardId}/host${then}`)
    })
  }

  async #wish(what: string, grant: () => Promise<void>): Promise<void> {
    // One board per wish, however often somebody presses.
    if (this.busy) return
    this.busy = what
    this.failure = null
    try {
      await grant()
      this.asked = null
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === 'passcode') {
        if (this.asked && this.passcode) this.failure = words.t.start.wrongPasscode
        this.asked = () => void this.#wish(what, grant)
        return
      }
      if (code === 'sign_in') signing.ended()
      const said = thrown instanceof ApiError && thrown.ours ? thrown.message : ''
      // Of a file the server knows more: which sort it is, and what to do with it.
      this.failure = words.error(code, said, what === 'file' || what === 'brought' ? said : '')
    } finally {
      this.busy = null
    }
  }
}
