/**
 * `value` with so many decimals (0 to 3), half away from zero: −1.25 becomes −1.3. A sum of means that misses a half by less than a
 * billionth is that half. The server does the same in boards/figure.go; boards/testdata/figures.json holds the two equal.
 */
export function rounded(value: number, decimals = 0): number {
  const unit = 10 ** (9 - decimals)
  const whole = Math.floor((Math.round(Math.abs(value) * 1e9) + unit / 2) / unit)
  return (value < 0 && whole > 0 ? -whole : whole) / 10 ** decimals
}
