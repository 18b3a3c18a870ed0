package boards

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// Every field of every kind arrives in its struct, also through the log.
func TestReadRoundTrips(t *testing.T) {
	readBack[Workshop](t, workshopKind)
	readBack[Department](t, departmentKind)
	readBack[Person](t, personKind)
	readBack[Knock](t, knockKind)
	readBack[Key](t, keyKind)
	readBack[Persona](t, personaKind)
	readBack[Journey](t, journeyKind)
	readBack[Phase](t, phaseKind)
	readBack[Step](t, stepKind)
	readBack[Cell](t, cellKind)
	readBack[Handoff](t, handoffKind)
	readBack[Quote](t, quoteKind)
	readBack[AgendaItem](t, agendaItemKind)
	readBack[Timer](t, timerKind)
	readBack[ProjectorState](t, projectorKind)
	readBack[Note](t, noteKind)
	readBack[Pain](t, painKind)
	readBack[Round](t, roundKind)
	readBack[Subgroup](t, subgroupKind)
	readBack[Ready](t, readyKind)
	readBack[Vote](t, voteKind)
	readBack[Tally](t, tallyKind)
	readBack[Split](t, splitKind)
	readBack[Fix](t, fixKind)
	readBack[Rating](t, ratingKind)
	readBack[OwnershipClaim](t, ownershipClaimKind)
	readBack[LeadingVote](t, leadingVoteKind)
	readBack[Voice](t, voiceKind)
	readBack[ParkingItem](t, parkingItemKind)
}

func readBack[T any](t *testing.T, kind *Kind) {
	t.Helper()
	shape := slices.DeleteFunc(reflect.VisibleFields(reflect.TypeFor[T]()), func(f reflect.StructField) bool { return f.Anonymous })
	covered[kind.Name] = true
	r := &Record{ID: "x", Kind: kind.Name, Fields: Fields{}}
	for i, f := range shape {
		r.Fields[kind.Fields[i].Name] = example(f.Type, i)
	}
	var stored Record
	if err := json.Unmarshal(encode(r), &stored); err != nil {
		t.Fatal(err)
	}
	for _, r := range []*Record{r, &stored} {
		got := reflect.ValueOf(Read[T](r))
		for i, f := range shape {
			field := got.FieldByIndex(f.Index)
			for field.Kind() == reflect.Pointer || field.Kind() == reflect.Interface {
				field = field.Elem()
			}
			if want := fmt.Sprint(example(f.Type, i)); !field.IsValid() || fmt.Sprint(field.Interface()) != want {
				t.Errorf("%s.%s is %v, want %s", kind.Name, f.Name, field, want)
			}
		}
	}
	for _, odd := range []any{nil, 1.5, "1", true, []any{1}, map[string]any{"singular": 3}} { // another shape leaves a field empty
		for name := range r.Fields {
			r.Fields[name] = odd
		}
		Read[T](r)
	}
	for _, empty := range []*Record{{Kind: kind.Name}, {Kind: kind.Name, Fields: Fields{}}} {
		if got := Read[T](empty); !reflect.ValueOf(got).IsZero() {
			t.Errorf("%s of nothing is %+v", kind.Name, got)
		}
	}
}

var covered = map[string]bool{}

func TestReadKnowsEveryKind(t *testing.T) {
	TestReadRoundTrips(t)
	for _, kind := range Kinds() {
		if !covered[kind.Name] {
			t.Errorf("kind %s is not in the test", kind.Name)
		}
	}
}

func example(shape reflect.Type, i int) any {
	switch shape.Kind() {
	case reflect.Pointer:
		return example(shape.Elem(), i)
	case reflect.Int:
		return i + 1
	case reflect.Float64:
		return float64(i) + 0.5
	case reflect.Bool:
		return true
	case reflect.Slice:
		return []string{"a", "b"}
	case reflect.Map:
		return map[string]any{"singular": "guest", "plural": "guests"}
	case reflect.Interface:
		return 44
	}
	return fmt.Sprint("text ", i)
}

// A number of another shape is no zero: 1.5 minutes are unknown minutes.
func TestReadLeavesWhatDoesNotFitEmpty(t *testing.T) {
	step := Read[Step](&Record{Kind: "step", Fields: Fields{"wait_minutes": 1.5, "title": 3, "moment_of_truth": "yes"}})
	if step.WaitMinutes != nil || step.Title != "" || step.MomentOfTruth {
		t.Fatalf("%+v", step)
	}
}
