// Package lines opens lines to a board by every way the server offers: a websocket, or requests as where websockets are stopped.
package lines

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	wire "github.com/fasthttp/websocket"
)

// Ways are the names of the ways, the usual one first.
var Ways = []string{"socket", "stream", "poll"}

// Line is what frames travel by; a websocket is one.
type Line interface {
	ReadMessage() (kind int, data []byte, err error)
	WriteMessage(kind int, data []byte) error
	SetReadDeadline(at time.Time) error
	SetWriteDeadline(at time.Time) error
	Close() error
}

// Where is the board a line goes to, and who opens it.
type Where struct{ Door, Board, Seat string }

// Open opens a line by one of the ways; "" is a websocket.
func Open(ctx context.Context, way string, to Where, dialer *wire.Dialer) (Line, error) {
	switch way {
	case "", "socket":
		header := http.Header{"Authorization": {"Bearer " + to.Seat}}
		conn, _, err := dialer.DialContext(ctx, "ws"+strings.TrimPrefix(to.Door, "http")+"/api/boards/"+to.Board+"/live", header)
		if err != nil {
			return nil, err
		}
		return conn, nil
	case "stream", "poll":
		return openRequests(to, dialer, way == "poll"), nil
	}
	return nil, Known(way)
}

// Known answers nil when there is such a way.
func Known(way string) error {
	if slices.Contains(Ways, way) {
		return nil
	}
	return fmt.Errorf("a way is one of %s, not %q", strings.Join(Ways, ", "), way)
}
