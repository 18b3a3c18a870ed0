import { words } from '../../words/words.svelte'
import { standingOf, whenOf, type Owner } from './standing'

/** What a reminder is about. */
export interface Reminding {
  title: string
  /** Who writes it. */
  from: string
  today: string
  zone: string | undefined
  link: string
}

/** A mail to an owner about what is still open, ready to paste; '' when nothing is. */
export function reminderFor(owner: Owner, about: Reminding): string {
  const t = words.t.owners.reminder
  const open = owner.fixes.filter((fix) => standingOf(fix, about.today) !== 'done')
  if (open.length === 0) return ''
  const lines = open.map((fix) => t.line(fix.fields.text ?? '', small(whenOf(fix, about.today, about.zone))))
  return [t.hello(firstOf(owner.name)), '', t.intro(about.title), '', ...lines, '', t.ask, about.link, t.own, '', t.bye(about.from)].join(
    '\n',
  )
}

/** The address that opens a mail with it; who it goes to is filled in there. */
export const mailOf = (subject: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`

const firstOf = (name: string) => name.split(' ')[0] ?? name
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
