package picture

import (
	"bytes"
	"encoding/binary"
	"image"
)

// A phone that is held upright writes the photo lying down, and beside it how to turn it. That note goes with all others, so the picture
// itself is turned.

// orientation reads the note of a JPEG: 1 to 8 as Exif counts them; 1 = as it is.
func orientation(data []byte) int {
	if !bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		return 1
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		marker, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xDA || size < 2 || at+2+size > len(data) { // the points begin, or it ends too early
			return 1
		}
		if body := data[at+4 : at+2+size]; marker == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return turnIn(body[6:])
		}
		at += 2 + size
	}
	return 1
}

// turnIn finds the note in the table of a camera.
func turnIn(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	first := int64(order.Uint32(tiff[4:]))
	if first < 8 || first+2 > int64(len(tiff)) {
		return 1
	}
	rows := tiff[first+2:]
	for range order.Uint16(tiff[first:]) {
		if len(rows) < 12 {
			return 1
		}
		if turn := int(order.Uint16(rows[8:])); order.Uint16(rows) == 0x0112 && turn >= 1 && turn <= 8 {
			return turn
		}
		rows = rows[12:]
	}
	return 1
}

// upright turns and mirrors a picture as the note says.
func upright(p *image.RGBA, turn int) image.Image {
	if turn == 1 {
		return p
	}
	wide, high := p.Rect.Dx(), p.Rect.Dy()
	lies := turn >= 5
	size := image.Rect(0, 0, wide, high)
	if lies {
		size = image.Rect(0, 0, high, wide)
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fromX, fromY := x, y
			if lies {
				fromX, fromY = y, x
			}
			if turn == 2 || turn == 3 || turn == 7 || turn == 8 {
				fromX = wide - 1 - fromX
			}
			if turn == 3 || turn == 4 || turn == 6 || turn == 7 {
				fromY = high - 1 - fromY
			}
			out.SetRGBA(x, y, p.RGBAAt(fromX, fromY))
		}
	}
	return out
}
