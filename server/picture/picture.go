// Package picture makes pictures from outside small and clean: read as what they are, drawn anew, at most 800 points wide and high, as a
// JPEG that holds nothing but its points. Where a photo was taken, and with what, does not come along, nor does anything hidden in it.
package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	_ "image/png" // one of the formats people have

	scale "golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // another
)

// Limits of what comes in and of what is kept. The points are counted before any is read: a small file can claim to be huge.
const (
	MostBytes  = 2 << 20
	mostPoints = 16_000_000
	mostSide   = 800
	mostKept   = 200 << 10 // as base64 it fits the field
)

// What can be wrong with a picture.
var (
	ErrNone = errors.New("picture: not a PNG, JPEG or WebP that can be read")
	ErrBig  = errors.New("picture: too many bytes")
	ErrWide = errors.New("picture: too many points")
)

// Clean gives the picture as it is kept.
func Clean(data []byte) ([]byte, error) {
	if len(data) > MostBytes {
		return nil, ErrBig
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return nil, ErrNone
	}
	if int64(config.Width)*int64(config.Height) > mostPoints {
		return nil, ErrWide
	}
	full, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, ErrNone
	}
	return encode(upright(shrink(full), orientation(data)))
}

// shrink draws the picture on white, small enough to keep.
func shrink(full image.Image) *image.RGBA {
	from := full.Bounds()
	wide, high := from.Dx(), from.Dy()
	if most := max(wide, high); most > mostSide {
		wide, high = max(1, wide*mostSide/most), max(1, high*mostSide/most)
	}
	small := image.NewRGBA(image.Rect(0, 0, wide, high))
	draw.Draw(small, small.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	scale.BiLinear.Scale(small, small.Bounds(), full, from, scale.Over, nil)
	return small
}

// encode writes it as well as fits.
func encode(picture image.Image) ([]byte, error) {
	var out bytes.Buffer
	for _, quality := range []int{86, 72, 55, 35, 15, 1} {
		out.Reset()
		if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: quality}); err != nil {
			return nil, ErrNone
		}
		if out.Len() <= mostKept {
			return out.Bytes(), nil
		}
	}
	return nil, ErrNone
}
