/** Every HTTP call of docs/protocol.md, typed. The websocket is the board's own (board.svelte.ts). */

import type { Insight, Rec } from './ops'

export type Use = 'host' | 'me' | 'screen' | 'owner'
export type Role = 'facilitator' | 'co_facilitator' | 'participant' | 'observer' | 'guest'
export type Agenda = '2h' | 'half' | 'day'
/** Of a next session: looking back for an hour, or one of the others. */
export type NextAgenda = 'followup' | Agenda
export type BoardLanguage = 'nl' | 'en'
export type Stage = 'front' | 'back' | 'support' | 'partner'

interface InBoth {
  nl: string
  en: string
}

/** A starter journey, with what its little picture needs. */
export interface Template {
  id: string
  title: InBoth
  sector: InBoth
  persona: { name: string; age: number }
  /** One line of what hurts. */
  hurt: InBoth
  steps: number
  departments: number
  /** Mean per step, −2…+2; null = no scores. */
  curve: (number | null)[]
  /** Per step the department in front (null = nobody) and whether the customer is passed on there. */
  track: { department: number | null; passedOn: boolean }[]
}

export interface NewBoard {
  template: string
  agenda: Agenda
  language: BoardLanguage
  title: string
  name?: string
  timeZone?: string
}

/** What its maker gets, once. The keys are shown and then forgotten. */
export interface MadeBoard {
  boardId: string
  personId: string
  joinCode: string
  facilitatorKey: string
  cofacilitatorKey: string
  projectorKey: string
  seat: string
}

/** What of a file did not come along: a record, a line or a column of it, and why. */
export interface LeftOut {
  record: string
  kind: string
  field?: string
  reason: string
}

/** What would become of a file: nothing is made of it yet. */
export interface Foreseen {
  title: string
  phases: { title: string; steps: string[] }[]
  departments: string[]
  /** Of the kinds that are told one by one, how many. */
  items: Record<string, number>
  leftOut: LeftOut[]
  /** What those kinds are called. */
  kinds: Record<string, string>
}

export interface JoinDepartment {
  id: string
  name: string
  code: string
  stage: Stage
  /** 0–11; boards without it use the order of the list. */
  pattern?: number
}

export interface JoinInfo {
  boardId: string
  title: string
  language: BoardLanguage
  departments: JoinDepartment[]
  /** What is known of the workshop: a day as 2026-12-03, a moment as 2026-12-03T12:00:00Z. */
  organisation?: string
  place?: string
  purpose?: string
  date?: string
  startsAt?: string
  timeZone?: string
  /** Who leads, by name. */
  leads?: string[]
}

export interface Joining {
  name: string
  departmentId?: string
  /** The name of a department that is not at the table: then somebody waits until the facilitator lets them in. */
  department?: string
  role?: 'participant' | 'observer' | 'guest'
  /** Somebody else sits at this browser now; without it the same browser is the same person. */
  another?: true
}

export interface Joined {
  boardId: string
  personId: string
  seat: string
}

export interface SeatTaken {
  boardId: string
  /** A role of a person, or `projector`. */
  role: Role | 'projector' | (string & {})
  personId?: string
  seat: string
}

/** Who a page is on a board. */
export interface Me {
  boardId: string
  role: Role | 'screen' | (string & {})
  title: string
  language: BoardLanguage
  personId?: string
  /** What the person is called. */
  name?: string
  /** For facilitators. */
  joinCode?: string
}

export type Renewable = 'join' | 'facilitator' | 'co_facilitator' | 'projector' | 'summary'

/** The code or the key that took the place of an old one. */
export interface Renewed {
  use: Renewable
  joinCode?: string
  key?: string
  /** Personal links of who asks ended with the old link. */
  ownLinksEnded?: true
}

/** What people get before a workshop, in the language of the board. */
export interface Invitation {
  subject: string
  text: string
  /** Somebody chose when it starts. */
  timed: boolean
}

/** One address of the machine that serves this page. */
export interface Address {
  url: string
  name: string
  kind: 'wifi' | 'cable' | 'other'
  /** Another device came by it. A server of before this was kept does not say. */
  proved?: boolean
}

/** How others get to this server. */
export interface Reach {
  addresses: Address[]
  /** It runs in a container and was not told by which address others find it. */
  container?: boolean
}

/** A refusal or a failure. `code` is for programs; the sentence for people is `words.error(code)`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: string,
    /** The server's own sentence, for the console. */
    message: string,
    /** HTTP status; 0 when nothing came back. */
    readonly status: number,
    /** Whether our server said so itself, and not something in between. */
    readonly ours = false,
  ) {
    super(message)
  }
}

/** The code of anything that was thrown. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof ApiError ? thrown.code : 'unknown'
}

/** By these a network, or a proxy in between, refuses whoever has not signed in with it; with 511 nobody else answers. */
const otherDoors = [401, 403, 407, 451, 511]

/** Codes for answers without our error body, such as from a proxy in between. */
function codeOfStatus(status: number, page: boolean): string {
  if (status === 511 || (page && otherDoors.includes(status))) return 'elsewhere'
  if (status === 404) return 'not_found'
  if (status === 403 || status === 401) return 'not_allowed'
  if (status === 429) return 'slow_down'
  if (status === 413) return 'too_long'
  if (status >= 502 && status <= 504) return 'unavailable'
  return status >= 400 && status < 500 ? 'bad_request' : 'unknown'
}

/** Reads `{"error":{"code","message"}}`, or makes the best of something else; `page`: it was a page for people. */
export function errorFrom(status: number, body: unknown, page = false): ApiError {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error
  const code = typeof error?.code === 'string' ? error.code : codeOfStatus(status, page)
  return new ApiError(
    code,
    typeof error?.message === 'string' ? error.message : `HTTP ${String(status)}`,
    status,
    typeof error?.code === 'string',
  )
}

interface Call {
  /** Without the cookies of this browser, and without a new one: for somebody else. */
  apart?: true
  method?: 'GET' | 'POST' | 'DELETE'
  /** Which of the seats of this browser is meant; the use is no secret. */
  use?: Use
  json?: unknown
  /** Sent as it is, for files. */
  text?: string
  form?: FormData
  /** What a server may ask of whoever makes boards. */
  passcode?: string
  /** Media types; absent = JSON. */
  accept?: string
}

/** Asks, and throws what came in place of an answer of our server. */
async function ask(path: string, { method = 'GET', use, json, text, form, passcode, apart, accept }: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept ?? 'application/json' }
  const reader = globalThis.document?.documentElement.lang
  if (reader) headers['Accept-Language'] = reader // the language of the page, which need not be that of the browser
  if (use) headers['X-Seat'] = use
  if (passcode) headers['X-Passcode'] = encodeURIComponent(passcode)
  const body = form ?? (json === undefined ? text : JSON.stringify(json))
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json'
  let answer: Response
  try {
    const credentials = apart ? 'omit' : 'same-origin'
    const rest = { credentials, cache: 'no-store', redirect: 'manual', ...(body === undefined ? {} : { body }) } as const
    answer = await fetch(path, { method, headers, ...rest })
  } catch (cause) {
    throw new ApiError('network', String(cause), 0)
  }
  if (answer.type === 'opaqueredirect') throw new ApiError('elsewhere', 'sent on to another address', answer.status)
  if (answer.ok) return answer
  const found: unknown = await answer.json().catch(() => null)
  throw errorFrom(answer.status, found, isPage(answer))
}

const isPage = (answer: Response) => (answer.headers.get('Content-Type') ?? '').startsWith('text/html')

async function call<Answer>(path: string, how: Call = {}): Promise<Answer> {
  const answer = await ask(path, how)
  if (answer.status === 204) return undefined as Answer
  const found: unknown = await answer.json().catch(() => null)
  // A page in place of JSON means something between us and the server answered.
  if (found === null) throw new ApiError('elsewhere', 'no JSON in the answer', answer.status)
  return found as Answer
}

/** A file to take along. A page in place of what is no page comes from something in between. */
export async function fileOf(file: ExportFile, use: Use): Promise<Blob> {
  const answer = await ask(file.href, { use, accept: '*/*' })
  if (isPage(answer) && file.format !== 'html') throw new ApiError('elsewhere', 'a page in place of the file', answer.status)
  return answer.blob()
}

/** So long a question may take that only looks whether anybody answers, in ms. */
const looking = 5000

/** What keeps answers of our server away: `network`, `elsewhere` or another code; '' = nothing does. */
export async function inTheWay(): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('network'), looking))
  return Promise.race([api.signin().then(() => '', codeOf), late])
}

const board = (id: string) => `/api/boards/${encodeURIComponent(id)}`

/** One thing somebody gave; `deletable`: nobody else built on it. */
export interface OwnRecord {
  id: string
  kind: string
  fields: Record<string, unknown>
  deletable: boolean
}

/** What is kept of somebody, for themselves alone. */
export interface OwnData {
  title: string
  person: { fields: { name?: string; role?: string } } | null
  shared: OwnRecord[]
  sealed: OwnRecord[]
  voiced: OwnRecord[]
  holds: OwnRecord[]
  /** A round ended whose answers nobody can give back to a person. */
  unbound: boolean
}

/** One file that can be taken along; `use` says what it is for. */
export interface ExportFile {
  format: string
  use: string
  name: string
  href: string
}

/** One column of a file of customers' answers. */
export interface SurveyColumn {
  index: number
  title: string
  guess: 'score' | 'comment' | 'date' | 'step' | 'group' | 'personal' | 'nothing'
  answers: number
  scale?: { min: number; max: number }
  /** Answers in words and how often they were given. */
  labels?: Record<string, number>
  samples: string[]
  dateOrder?: 'dmy' | 'mdy' | 'ymd'
  /** 1…11: perhaps 1 stands for 0. */
  oneIsZero?: true
  /** Rows whose text tells who somebody is. */
  namesSomebody?: number[]
}

export interface SurveyLeftOut {
  row: number
  column?: number
  reason: string
}

/** What a file seems to hold; nothing of it was kept. */
export interface SurveyPreview {
  rows: number
  counted: number
  columns: SurveyColumn[]
  leftOut: SurveyLeftOut[]
  equalRows?: number
  period?: { column: number; from: string; to: string }
  /** The customer number that scores would count for. */
  indicator?: { id: string; name: string; min: number; max: number }
}

export interface SurveyMapping {
  score?: { column: number; indicatorId: string; labels?: Record<string, number | null> }
  comments?: number[]
  stepColumn?: number
  dateOrder?: 'dmy' | 'mdy' | 'ymd'
  source: string
  date: string
  consent: 'none_needed' | 'given' | 'missing'
}

export interface SurveyTaken {
  measurementId?: string
  n: number
  quotes: number
  leftOut: SurveyLeftOut[]
}

function formOf(file: File, mapping?: SurveyMapping): FormData {
  const form = new FormData()
  form.append('file', file)
  if (mapping) form.append('mapping', JSON.stringify(mapping))
  return form
}

/** Something that was deleted lately and can come back. */
export interface DeletedRecord {
  record: { id: string; kind: string; fields: Record<string, unknown> }
  /** The person who deleted it; absent where authors are hidden. */
  who?: string
  /** Unix milliseconds. */
  at: number
  /** How many records went along. */
  with: number
}

/** How long a board stays without use. */
export interface Keeping {
  days: number
  standard: number
  /** The most days that may be chosen; 0 = no limit. */
  most: number
  chosen: number | null
  /** Unix milliseconds; null = for ever. */
  until: number | null
  warn: boolean
}

/** A moment of a board that one can look back at. */
export interface Milestone {
  n: number
  /** Unix milliseconds. */
  at: number
  what: 'start' | 'open' | 'reveal' | 'close'
  /** Of an agenda item. */
  title?: string
  /** Of a round. */
  collect?: Rec<'round'>['fields']['collect'] & string
}

/** A board as everybody saw it then. */
export interface Moment {
  records: Rec[]
  insight?: Insight
}

/** Who signed in with an organisation's account. */
export interface Signed {
  name: string
  email: string
}

export const api = {
  signin: () => call<{ needed: boolean; person?: Signed }>('/api/signin'),
  signOut: () => call<undefined>('/api/signout', { method: 'POST' }),
  keeping: (boardId: string) => call<Keeping>(`${board(boardId)}/keep`, { use: 'host' }),
  files: (boardId: string, use: Use) => call<ExportFile[]>(`${board(boardId)}/files`, { use }),
  /** Looks into a file of customers' answers and keeps nothing. */
  survey: (boardId: string, file: File) =>
    call<SurveyPreview>(`${board(boardId)}/survey`, { method: 'POST', use: 'host', form: formOf(file) }),
  /** Puts its scores and comments on the board. */
  takeSurvey: (boardId: string, file: File, mapping: SurveyMapping) =>
    call<SurveyTaken>(`${board(boardId)}/survey`, { method: 'POST', use: 'host', form: formOf(file, mapping) }),
  /** A picture for a field to name; it is drawn anew. */
  bringPicture: (boardId: string, use: Use, picture: Blob) =>
    call<{ picture: string }>(`${board(boardId)}/pictures`, { method: 'POST', use, form: formOf(new File([picture], 'picture')) }),
  own: (boardId: string, use: Use) => call<OwnData>(`${board(boardId)}/own`, { use }),
  /** For good. Without a record: everything, and the person too. */
  eraseOwn: (boardId: string, use: Use, record?: string) =>
    call<undefined>(`${board(boardId)}/own${record ? `/${encodeURIComponent(record)}` : ''}`, { method: 'DELETE', use }),
  deleted: (boardId: string, use: Use) => call<DeletedRecord[]>(`${board(boardId)}/deleted`, { use }),
  templates: () => call<Template[]>('/api/templates'),
  reach: () => call<Reach>('/api/addresses'),
  addresses: async () => (await api.reach()).addresses,
  makeBoard: (wish: NewBoard, passcode = '') => call<MadeBoard>('/api/boards', { method: 'POST', use: 'host', json: wish, passcode }),
  /** An exported board, or a journey of another program. */
  importBoard: (file: File, passcode = '') =>
    call<MadeBoard & { leftOut: LeftOut[] }>('/api/boards/import', { method: 'POST', use: 'host', form: formOf(file), passcode }),
  previewImport: (file: File, passcode = '') =>
    call<Foreseen>('/api/boards/import?preview=1', { method: 'POST', form: formOf(file), passcode }),
  /** A new board of what was prepared for another; an empty date is today. */
  copyBoard: (boardId: string, wish: { title: string; date?: string }, passcode = '') =>
    call<MadeBoard>(`${board(boardId)}/copy`, { method: 'POST', use: 'host', json: wish, passcode }),
  history: (boardId: string) => call<Milestone[]>(`${board(boardId)}/history`, { use: 'host' }),
  historyAt: (boardId: string, n: number) => call<Moment>(`${board(boardId)}/history/${n}`, { use: 'host' }),
  /** A new board as this one was at a moment. */
  putBack: (boardId: string, n: number, wish: { title: string }, passcode = '') =>
    call<MadeBoard>(`${board(boardId)}/history/${n}/board`, { method: 'POST', use: 'host', json: wish, passcode }),
  /** The next session of its series, with what is open and what was measured. */
  nextSession: (boardId: string, wish: { title: string; date?: string; agenda: NextAgenda }, passcode = '') =>
    call<MadeBoard>(`${board(boardId)}/next`, { method: 'POST', use: 'host', json: wish, passcode }),
  /** `at` is the address at which people reach this server. */
  invitation: (boardId: string, at: string) =>
    call<Invitation>(`${board(boardId)}/invitation?at=${encodeURIComponent(at)}`, { use: 'host' }),
  lookUp: (code: string) => call<JoinInfo>(`/api/join/${encodeURIComponent(code)}`),
  join: (code: string, who: Joining) => call<Joined>(`/api/join/${encodeURIComponent(code)}`, { method: 'POST', use: 'me', json: who }),
  /** Seats somebody who has no browser: this one stays whose it is. */
  joinApart: (code: string, who: Joining) =>
    call<Joined>(`/api/join/${encodeURIComponent(code)}`, { method: 'POST', apart: true, json: who }),
  /** Exchanges the key of a link for a seat. The server knows the use from the key. */
  takeSeat: (key: string) => call<SeatTaken>('/api/seat', { method: 'POST', json: { key } }),
  /** Also the way to learn why a websocket does not open: a page cannot read the answer to that. */
  me: (boardId: string, use: Use) => call<Me>(`${board(boardId)}/me`, { use }),
  /** A personal key of mine: whoever opens its link is me. */
  ownLink: (boardId: string, use: Use) => call<{ key: string }>(`${board(boardId)}/link`, { method: 'POST', use, json: {} }),
  /** Ends an old link or code and gives a new one; facilitator only. */
  renew: (boardId: string, use: Renewable) => call<Renewed>(`${board(boardId)}/keys`, { method: 'POST', use: 'host', json: { use } }),
  /** The personal link of the owner of the fixes with a name; the earlier one ends. Facilitator only. */
  ownerLink: (boardId: string, name: string) =>
    call<{ key: string }>(`${board(boardId)}/owners`, { method: 'POST', use: 'host', json: { name } }),
  /** Ends it, and every page that came of it. */
  endOwnerLink: (boardId: string, name: string) =>
    call<undefined>(`${board(boardId)}/owners`, { method: 'POST', use: 'host', json: { name, off: true } }),
  /** Nothing of it is left on disk; facilitator only. */
  deleteBoard: (boardId: string) => call<undefined>(board(boardId), { method: 'DELETE', use: 'host' }),
}

export type Export = 'own.json' | 'own.ics' | 'report' | 'report.pdf' | 'fixes.csv' | 'fixes.ics' | 'workbook.xlsx' | 'board.json'

/** The address of a download; a link cannot send a header, so it names its use in the address, as the websocket does. */
export function exportAddress(boardId: string, what: Export, use: Use, language?: BoardLanguage): string {
  const query = new URLSearchParams({ as: use })
  if (language && what.startsWith('report')) query.set('lang', language)
  return `${board(boardId)}/${what}?${query.toString()}`
}

/** The summary as who has its link reads it: they have no seat at the board. It stands in a frame, which can be printed. */
export function summaryAddress(boardId: string, language: BoardLanguage): string {
  return `${board(boardId)}/report?${new URLSearchParams({ as: 'reader', lang: language, frame: '1' }).toString()}`
}

/** The address of a picture that a field names. */
export function pictureAddress(boardId: string, picture: string, use: Use): string {
  return `${board(boardId)}/pictures/${encodeURIComponent(picture)}?as=${use}`
}

/** The address of the invitation as a file for a calendar. */
export function invitationAddress(boardId: string, at: string): string {
  return `${board(boardId)}/invitation.ics?${new URLSearchParams({ as: 'host', at }).toString()}`
}

/** The address of the live socket of a board. */
export function liveAddress(boardId: string, use: Use, origin = location.origin): string {
  return `${origin.replace(/^http/, 'ws')}${board(boardId)}/live?as=${use}`
}
