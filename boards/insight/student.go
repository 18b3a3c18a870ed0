package insight

import "math"

// students holds t(0.975, df) for df 1 … 30, the usual printed table (e.g. NIST/SEMATECH e-Handbook, 1.3.6.7.2).
var students = [...]float64{12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
	2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860,
	2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423}

// student gives t(0.975, df). Above the table: the expansion around the normal quantile, Abramowitz & Stegun 26.7.5, good to
// 1e-6 from df 31 on.
func student(df int) float64 {
	if df < 1 {
		return math.NaN()
	}
	if df <= len(students) {
		return students[df-1]
	}
	z, v := 1.959963984540054, float64(df)
	z3, z5, z7 := z*z*z, math.Pow(z, 5), math.Pow(z, 7)
	return z + (z3+z)/(4*v) + (5*z5+16*z3+3*z)/(96*v*v) + (3*z7+19*z5+17*z3-15*z)/(384*v*v*v)
}
