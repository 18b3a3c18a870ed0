package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"runtime"
	"testing"
)

// drawn gives a picture whose left half is red and right half blue, with a green top row.
func drawn(wide, high int) *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			c := color.RGBA{200, 0, 0, 255}
			if x >= wide/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			p.SetRGBA(x, y, c)
		}
	}
	return p
}

func asPNG(t testing.TB, p image.Image) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asJPEG(t testing.TB, p image.Image) []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, p, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// withExif puts a camera's notes into a JPEG: how to turn it, and a secret.
func withExif(jpg []byte, turn uint16, secret string) []byte {
	tiff := []byte("II*\x00\x08\x00\x00\x00\x01\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, 0x0112)
	tiff = binary.LittleEndian.AppendUint16(tiff, 3)
	tiff = binary.LittleEndian.AppendUint32(tiff, 1)
	tiff = binary.LittleEndian.AppendUint16(tiff, turn)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	body := append(append([]byte("Exif\x00\x00"), tiff...), secret...)
	out := []byte{0xFF, 0xD8, 0xFF, 0xE1}
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(append(out, body...), jpg[2:]...)
}

func sizeOf(t testing.TB, data []byte) image.Point {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "jpeg" {
		t.Fatalf("what is kept is %q: %v", format, err)
	}
	return image.Pt(c.Width, c.Height)
}

func TestPicturesAreMadeSmall(t *testing.T) {
	for _, c := range []struct{ in, out image.Point }{
		{image.Pt(1600, 900), image.Pt(800, 450)}, {image.Pt(900, 3000), image.Pt(240, 800)}, {image.Pt(300, 200), image.Pt(300, 200)},
		{image.Pt(1, 1), image.Pt(1, 1)}, {image.Pt(4000, 1), image.Pt(800, 1)},
	} {
		got, err := Clean(asPNG(t, drawn(c.in.X, c.in.Y)))
		if err != nil || sizeOf(t, got) != c.out {
			t.Errorf("%v: %v, want %v", c.in, err, c.out)
		}
	}
}

// Noise is what is hardest to make small.
func TestNoiseFitsToo(t *testing.T) {
	p := image.NewRGBA(image.Rect(0, 0, 800, 800))
	r := rand.New(rand.NewPCG(1, 2))
	for i := range p.Pix {
		p.Pix[i] = byte(r.Uint32())
	}
	jpg := bytes.Buffer{}
	if err := jpeg.Encode(&jpg, p, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	got, err := Clean(jpg.Bytes())
	if err != nil || len(got) > mostKept {
		t.Errorf("%d bytes: %v", len(got), err)
	}
}

// Nothing of what stood beside the points stays: no place, no script behind the end.
func TestNothingStandsBesideThePoints(t *testing.T) {
	secret := "52.0907N 5.1214E <script>alert(1)</script>"
	for name, data := range map[string][]byte{
		"in the notes of a camera": withExif(asJPEG(t, drawn(64, 64)), 1, secret),
		"behind the end":           append(asPNG(t, drawn(64, 64)), secret...),
	} {
		got, err := Clean(data)
		if err != nil || bytes.Contains(got, []byte("script")) || bytes.Contains(got, []byte("52.0907")) || bytes.Contains(got, []byte("Exif")) {
			t.Errorf("%s: %v, it stayed", name, err)
		}
	}
}

// A photo that was taken with the phone upright stands upright.
func TestPhotosStandUpright(t *testing.T) {
	redHalf := map[uint16]image.Point{1: {4, 16}, 3: {60, 16}, 6: {16, 4}, 8: {16, 60}, 2: {60, 16}, 4: {4, 16}, 5: {16, 4}, 7: {16, 60}}
	for turn, redAt := range redHalf {
		got, err := Clean(withExif(asJPEG(t, drawn(64, 32)), turn, ""))
		if err != nil {
			t.Fatal(err)
		}
		p, err := jpeg.Decode(bytes.NewReader(got))
		if err != nil {
			t.Fatal(err)
		}
		if want := map[bool]image.Point{true: {32, 64}, false: {64, 32}}[turn >= 5]; p.Bounds().Size() != want {
			t.Errorf("turn %d: %v", turn, p.Bounds())
		}
		if r, _, b, _ := p.At(redAt.X, redAt.Y).RGBA(); r < b {
			t.Errorf("turn %d: the red half is not at %v", turn, redAt)
		}
	}
}

// huge is a PNG of a few bytes that claims to be as large as it says.
func huge(wide, high uint32) []byte {
	head := binary.BigEndian.AppendUint32(nil, wide)
	head = binary.BigEndian.AppendUint32(head, high)
	chunk := append([]byte("IHDR"), append(head, 8, 2, 0, 0, 0)...)
	out := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), 13)
	return binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
}

// webp1 is one point, as WebP without loss.
const webp1 = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="

func TestWhatIsNoPicture(t *testing.T) {
	point, err := base64.StdEncoding.DecodeString(webp1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Clean(point); err != nil {
		t.Errorf("a WebP: %v", err)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":          {nil, ErrNone},
		"a text":           {[]byte("hello"), ErrNone},
		"a drawing":        {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), ErrNone},
		"a GIF":            {[]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), ErrNone},
		"half a picture":   {asPNG(t, drawn(640, 640))[:400], ErrNone},
		"3 MB":             {append(asPNG(t, drawn(8, 8)), make([]byte, 3<<20)...), ErrBig},
		"50 megapixels":    {huge(10000, 5000), ErrWide},
		"more than memory": {huge(1<<31-1, 1<<31-1), ErrNone},
		"no points":        {huge(0, 0), ErrNone},
	} {
		if _, err := Clean(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// A picture that claims to be huge costs no memory.
func TestAHugePictureCostsNothing(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 100 {
		_, _ = Clean(huge(10000, 5000))
	}
	runtime.ReadMemStats(&after)
	if grew := after.TotalAlloc - before.TotalAlloc; grew > 4<<20 {
		t.Errorf("it took %d bytes", grew)
	}
}

func FuzzClean(f *testing.F) {
	f.Add(asPNG(f, drawn(8, 8)))
	f.Add(withExif(asJPEG(f, drawn(8, 8)), 6, "x"))
	point, _ := base64.StdEncoding.DecodeString(webp1)
	f.Add(point)
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1<<20 {
			return // a large one says nothing that a small one does not, and takes the time of hundreds
		}
		if got, err := Clean(data); err == nil && len(got) > mostKept {
			t.Errorf("%d bytes", len(got))
		}
	})
}
