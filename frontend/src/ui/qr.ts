import { encode } from 'uqr'

/** A code as one path: a square module is one unit. */
export interface QrShape {
  /** Modules per side, quiet zone included. */
  side: number
  path: string
}

/**
 * Turns the dark modules into one SVG path of horizontal runs, one node in the page in place of a thousand.
 * `quiet` is the empty border in modules; scanners ask for four.
 */
export function qrPath(modules: readonly (readonly boolean[])[], quiet = 0): string {
  let path = ''
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x++
      path += `M${String(from + quiet)} ${String(y + quiet)}h${String(x + 1 - from)}v1h-${String(x + 1 - from)}z`
    }
  })
  return path
}

/** The code of a text, with medium error correction: a projector picture with a head in front still scans. */
export function qr(text: string, quiet = 4): QrShape {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  return { side: size + 2 * quiet, path: qrPath(data, quiet) }
}
