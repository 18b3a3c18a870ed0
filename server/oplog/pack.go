package oplog

import (
	"bytes"
	"fmt"
	"math"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// A snapshot is a whole board, and all boards wait while one is written to disk: packed it is a tenth of the bytes, and so is the
// wait. What is shorter than a page of the file stays as it is.
const packFrom = 4096

// KeepPlain keeps snapshots as they are from now on, however long: so that what is in the file, and what no longer is, can be looked for
// in its bytes.
func (s *SQLite) KeepPlain() { s.packFrom = math.MaxInt }

// frameMagic is what a zstd frame begins with (RFC 8878, 3.1.1). A snapshot that a board wrote begins with a brace.
var frameMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}

// mostUnpacked bounds what a damaged frame can ask for; the largest board allowed is far below it.
const mostUnpacked = 1 << 30

var packer = sync.OnceValues(func() (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true))
})

var unpacker = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostUnpacked))
})

// pack gives data as the file holds it, packed from a length on. What would be taken for packed is packed, however short.
func pack(data []byte, from int) ([]byte, error) {
	if len(data) < from && !bytes.HasPrefix(data, frameMagic) {
		return data, nil
	}
	p, err := packer()
	if err != nil {
		return nil, fmt.Errorf("pack a snapshot: %w", err)
	}
	return p.EncodeAll(data, make([]byte, 0, len(data)/4)), nil
}

// unpack gives what was packed, and data of before format 2 as it is. A damaged frame is an error: it carries a checksum.
func unpack(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, frameMagic) {
		return data, nil
	}
	p, err := unpacker()
	if err == nil {
		data, err = p.DecodeAll(data, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("unpack a snapshot: %w", err)
	}
	return data, nil
}
