package insight

import (
	"reflect"
	"slices"
	"testing"
)

// said builds the claims of one step: "kco not sch" is one person of kco who points at sch.
func said(step string, answers ...[3]string) []claim {
	var out []claim
	for _, a := range answers {
		out = append(out, claim{step: step, department: a[0], answer: a[1], pointsTo: a[2]})
	}
	return out
}

// Worked example of method.md 3.4.3: "Wachten op bericht".
func TestUnownedExample(t *testing.T) {
	claims := said("1", [3]string{"kco", "not", "sch"}, [3]string{"kco", "not", "sch"}, [3]string{"sch", "not", "her"},
		[3]string{"her", "not", "sch"}, [3]string{"fac", "unknown", ""})
	o := ownership([]asked{{step: "1", had: true}, {step: "2", had: true}, {step: "3"}}, claims)
	if !slices.Equal(o.Unowned, []string{"1"}) || o.Asked != 2 || len(o.Contested)+len(o.Clear) != 0 || !slices.Equal(o.Unknown, []string{"2"}) {
		t.Errorf("%+v", o)
	}
	nearAt(t, "unowned rate", o.Rate, 0.5, 1e-9)
	s := o.Steps[0]
	want := []Pointed{{"sch", 3, map[string]int{"her": 1, "kco": 2}}, {"her", 1, map[string]int{"sch": 1}}}
	if !reflect.DeepEqual(s.Points, want) || s.Unsure != 1 || len(s.Not) != 3 {
		t.Errorf("three point at Schade, Schade points at Herstelbedrijf: %+v", s)
	}
}

func TestOwnershipStates(t *testing.T) {
	own, not, unknown := func(d string) [3]string { return [3]string{d, "own", ""} }, func(d string) [3]string { return [3]string{d, "not", ""} },
		func(d string) [3]string { return [3]string{d, "unknown", ""} }
	for _, c := range []struct {
		what, owner, want string
		claims            []claim
	}{
		{"one claims it", "", "clear", said("1", own("a"), not("b"))},
		{"two claim it", "", "contested", said("1", own("a"), own("b"), not("c"))},
		{"exactly half", "", "contested", said("1", own("a"), not("a"), not("b"))},
		{"half of one, another claims", "", "contested", said("1", own("a"), not("a"), own("b"))},
		{"more than half", "", "clear", said("1", own("a"), own("a"), not("a"), not("b"))},
		{"less than half", "", "unowned", said("1", own("a"), not("a"), not("a"), not("b"))},
		{"unknown is no answer", "", "clear", said("1", own("a"), unknown("a"), unknown("a"), not("b"))},
		{"N4: one claim of the only department that answered", "", "clear", said("1", own("a"), unknown("b"))},
		{"N4: half inside the only department", "", "contested", said("1", own("a"), not("a"))},
		{"N4: one says no, the other does not know", "", "unknown", said("1", not("a"), unknown("b"))},
		{"N4: nobody knows", "", "unknown", said("1", unknown("a"), unknown("b"))},
		{"N4: asked, and nobody answered", "", "unknown", nil},
		{"decided", "b", "clear", said("1", not("a"), not("b"))},
		{"decided without claims", "b", "clear", nil},
		{"guests count for nothing", "", "unowned", append(said("1", not("a"), not("b")), claim{step: "1", department: "c", answer: "own", guest: true})},
	} {
		o := ownership([]asked{{"1", c.owner, true}}, c.claims)
		if o.Steps[0].State != c.want {
			t.Errorf("%s: %q, want %q", c.what, o.Steps[0].State, c.want)
		}
	}
}

func TestOwnershipWithoutARound(t *testing.T) {
	if o := ownership([]asked{{step: "1"}}, nil); o != nil {
		t.Errorf("%+v", o)
	}
	if o := ownership([]asked{{step: "1", owner: "a"}}, nil); o.Rate != nil || o.Asked != 0 || !slices.Equal(o.Clear, []string{"1"}) {
		t.Errorf("an owner without claims is clear, and no rate: %+v", o)
	}
}

func TestTheLatestClaimsCount(t *testing.T) {
	claims, _ := newest(
		[]claim{{1, "1", "a", "x", "own", "", false}, {2, "1", "a", "x", "not", "b", false}, {2, "1", "b", "y", "own", "", false}},
	)
	o := ownership([]asked{{step: "1"}}, claims)
	if !slices.Equal(o.Clear, []string{"1"}) || !slices.Equal(o.Steps[0].Own, []string{"b"}) {
		t.Errorf("%+v", o)
	}
}

// method.md 3.4.18 with ruling 8: the field wins, then the single most frequent vote, a tie is not judged.
func TestLeading(t *testing.T) {
	votes := []lead{{1, "a", "customer", false}, {1, "a", "customer", false}, {1, "a", "process", false}, {1, "b", "task", false},
		{1, "b", "system", false}, {1, "c", "customer", false}, {1, "d", "customer", true}}
	led := leading([]decided{{"a", ""}, {"b", ""}, {"c", "product"}, {"d", ""}, {"e", "customer"}}, votes)
	var got []string
	for _, l := range led {
		got = append(got, l.Step+" "+l.Value)
	}
	if want := []string{"a customer", "b ", "c product", "e customer"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if l := customerLeads(led); l.Yes != 2 || l.Of != 3 {
		t.Errorf("%+v, want 2 of 3", l)
	}
	if customerLeads(nil) != nil {
		t.Error("nothing judged")
	}
}
