/** A bullet, a number or a dash in front of a line of a list. */
const bullet = /^\s*(?:[-–—*•·▪◦]|\(?\d{1,3}[.):])\s+/

/** The lines of a pasted list without their bullets; one line or none means it is no list. A table gives its first column. */
export function splitLines(text: string, most = 60): string[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => (line.split('\t').find((part) => part.trim()) ?? '').replace(bullet, '').trim())
    .filter(Boolean)
    .slice(0, most)
}

/** Shortens to so many code points, at a word where one is near. */
export function shorten(text: string, most: number): string {
  const points = [...text]
  if (points.length <= most) return text
  const cut = points.slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return (space > most * 0.6 ? cut.slice(0, space) : cut).trim()
}
