package insight

// Every threshold and band of the ratings, ownership and customer numbers, with its source. "Own rule" is judgement of the
// method, no published norm (method.md 6.3).
const (
	// options is the number of points of the rating scale, −2 … +2, one point apart (method.md 2.10).
	options   = 5
	lowest    = -2
	tolerance = 1e-9 // two means closer than this are equal (ruling 8)

	// gapAlert is a quarter of the scale; gapRaters people make it worth a talk (method.md 3.4.6, own rule).
	gapAlert  = 1.0
	gapRaters = 3

	// sharedRaters is how many raters a shared picture needs on the screen (method.md 2.9).
	sharedRaters = 4
	// Bands of the shared picture: below partly it is divided, from wholly on it is shared (method.md 2.9, own rule).
	sharedPartly = 0.30
	sharedWholly = 0.60

	// severe is from where a pain without a dot counts as overlooked (method.md 3.4.10).
	severe = 4

	// manyTimes is how many pains that cost time, each without an estimate, make it worth asking how much (method.md 3.6, own rule).
	manyTimes = 3

	// The statements about courage are answered from 1 to 5; below the middle people do not dare (own rule).
	courageMiddle = 3

	// forgetWithin is how near to neutral a step is that nobody will tell about (method.md 3.4.19).
	forgetWithin = 0.5

	// z95 is the factor of a 95% interval as method.md 2.11 writes it.
	z95 = 1.96
	// Customer numbers: below fewAnswers counts only, below enoughAnswers "indicative" (method.md 2.11).
	fewAnswers    = 10
	enoughAnswers = 30

	// checksPerTest are the six lamps of the off-menu test; bands of one step (method.md 3.4.13).
	checksPerTest = 6
	partlyReady   = 3
	fullyReady    = 5

	// chainAlert is the length from which a chain is told (method.md 3.4.2).
	chainAlert = 2
)
