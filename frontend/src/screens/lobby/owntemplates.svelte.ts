import { keep, kept } from '../../engine/kept'

/** A template of one's own: a board without people and answers, of which this device has the facilitator's seat. */
export interface OwnTemplate {
  boardId: string
  title: string
  /** When it was kept, ms. */
  at: number
}

function isList(found: unknown): found is OwnTemplate[] {
  return (
    Array.isArray(found) &&
    found.every((one: Partial<OwnTemplate> | null) => typeof one?.boardId === 'string' && typeof one.title === 'string')
  )
}

/** As many as the cookies of their seats leave room for beside those of workshops. */
const most = 12

/** “Eigen sjablonen”, the newest first. The board is on the server; this is only the way to it. */
export class OwnTemplates {
  list = $state.raw<readonly OwnTemplate[]>(kept('local', 'templates', isList, []))

  get full(): boolean {
    return this.list.length >= most
  }

  add(one: OwnTemplate): void {
    this.#save([one, ...this.list])
  }

  remove(boardId: string): void {
    this.#save(this.list.filter((one) => one.boardId !== boardId))
  }

  #save(list: readonly OwnTemplate[]): void {
    this.list = list
    keep('local', 'templates', list)
  }
}

export const ownTemplates = new OwnTemplates()
