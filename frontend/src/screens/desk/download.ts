/** Fetches a file as the desk's seat and hands it to the browser's downloads. A clear no of the server becomes the error's sentence. */
export async function download(path: string): Promise<void> {
  const answer = await fetch(path, { headers: { 'X-Seat': 'host' } })
  if (!answer.ok) {
    const body: unknown = await answer.json().catch(() => null)
    throw new Error((body as { error?: { message?: string } } | null)?.error?.message ?? '')
  }
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameOf(answer.headers.get('Content-Disposition')) ?? path.replace(/\?.*/, '').split('/').pop() ?? 'muntsaus'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function nameOf(disposition: string | null): string | undefined {
  const star = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  return star ? decodeURIComponent(star) : disposition?.match(/filename="([^"]+)"/i)?.[1]
}
