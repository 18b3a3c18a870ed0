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
	for _, kind := range Kinds() {
		readBack(t, kind)
	}
}

func readBack(t *testing.T, kind *Kind) {
	t.Helper()
	shape := slices.DeleteFunc(reflect.VisibleFields(kind.shape), func(f reflect.StructField) bool { return f.Anonymous })
	r := &Record{ID: "x", Kind: kind.Name, Fields: Fields{}}
	for i, f := range shape {
		r.Fields[kind.Fields[i].Name] = asStored(example(f.Type, i))
	}
	var again Record
	if err := json.Unmarshal(encode(r), &again); err != nil {
		t.Fatal(err)
	}
	for _, r := range []*Record{r, &again} {
		got := readAs(kind, r)
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
		readAs(kind, r)
	}
	for _, empty := range []*Record{{Kind: kind.Name}, {Kind: kind.Name, Fields: Fields{}}} {
		if got := readAs(kind, empty); !got.IsZero() {
			t.Errorf("%s of nothing is %+v", kind.Name, got.Interface())
		}
	}
}

func readAs(kind *Kind, r *Record) reflect.Value {
	out := reflect.New(kind.shape).Elem()
	readInto(out, r)
	return out
}

// asStored gives a value as a record holds it.
func asStored(v any) any {
	if t := reflect.TypeOf(v); t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct {
		return rowsOf(v)
	}
	if numbers, ok := v.([]int); ok {
		return rowsOf(numbers)
	}
	return v
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
		if shape.Elem().Kind() == reflect.Struct {
			return reflect.MakeSlice(shape, 2, 2).Interface()
		}
		if shape.Elem().Kind() == reflect.Int {
			return []int{i, 3}
		}
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
