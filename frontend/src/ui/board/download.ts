import { ApiError, codeOf, fileOf, type ExportFile, type Use } from '../../engine/api'
import { words } from '../../words/words.svelte'

/** Fetches a file as a page of this use and hands it to the browser's downloads. */
export async function download(file: ExportFile, use: Use): Promise<void> {
  const url = URL.createObjectURL(await fileOf(file, use))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Why a file did not come, in a sentence: the server's own, which knows it best, else that of what went wrong on the way. */
export function whyNot(thrown: unknown): string {
  if (thrown instanceof ApiError && thrown.ours && thrown.message) return thrown.message
  const code = codeOf(thrown)
  return code === 'unknown' ? words.t.after.files.failed : words.error(code)
}

/** The address of a file for a link, which cannot say in a header whose page it is. */
export const addressOf = (file: ExportFile, use: Use): string => `${file.href}${file.href.includes('?') ? '&' : '?'}as=${use}`
