package insight

// PromiseKept says how far the promise holds over the judged steps: yes + ½ partly (method.md 3.4.17).
type PromiseKept struct {
	Yes    int     `json:"yes"`
	Partly int     `json:"partly"`
	No     int     `json:"no"`
	Share  float64 `json:"share"`
}

// promiseKept reads one answer per step; "" is not judged. nil when none is.
func promiseKept(answers []string) *PromiseKept {
	var p PromiseKept
	for _, a := range answers {
		switch a {
		case "yes":
			p.Yes++
		case "partly":
			p.Partly++
		case "no":
			p.No++
		}
	}
	judged := p.Yes + p.Partly + p.No
	if judged == 0 {
		return nil
	}
	p.Share = (float64(p.Yes) + float64(p.Partly)/2) / float64(judged)
	return &p
}

// share gives the promise as one number; nil when nothing is judged.
func (p *PromiseKept) share() *float64 {
	if p == nil {
		return nil
	}
	return &p.Share
}
