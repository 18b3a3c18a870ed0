import type { ExportFile, Use } from '../../engine/api'

/** Fetches a file as a page of this use and hands it to the browser's downloads. A clear no of the server becomes the error's sentence. */
export async function download(file: ExportFile, use: Use): Promise<void> {
  const url = URL.createObjectURL(await fetched(file, use))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Makes a file ready: the server keeps it, so that it is there at once when somebody wants it. */
export async function fetched(file: ExportFile, use: Use): Promise<Blob> {
  const answer = await fetch(file.href, { headers: { 'X-Seat': use } })
  if (answer.ok) return answer.blob()
  const body: unknown = await answer.json().catch(() => null)
  throw new Error((body as { error?: { message?: string } } | null)?.error?.message ?? '')
}

/** The address of a file for a link, which cannot say in a header whose page it is. */
export const addressOf = (file: ExportFile, use: Use): string => `${file.href}${file.href.includes('?') ? '&' : '?'}as=${use}`
