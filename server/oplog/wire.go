package oplog

import "sync"

// listeners is who hears what is said about boards.
type listeners struct {
	mu   sync.Mutex
	hear map[string]map[*func([]byte)]func([]byte)
}

// add gives how to stop hearing, and whether this is the first one for the board.
func (l *listeners) add(board string, hear func([]byte)) (token *func([]byte), first bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.hear == nil {
		l.hear = map[string]map[*func([]byte)]func([]byte){}
	}
	first = l.hear[board] == nil
	if first {
		l.hear[board] = map[*func([]byte)]func([]byte){}
	}
	l.hear[board][&hear] = hear
	return &hear, first
}

// remove tells whether nobody is left for the board.
func (l *listeners) remove(board string, token *func([]byte)) (last bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.hear[board], token)
	if last = len(l.hear[board]) == 0; last {
		delete(l.hear, board)
	}
	return last
}

// tell holds the lock, so that nobody hears anything after he stopped.
func (l *listeners) tell(board string, message []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, hear := range l.hear[board] {
		hear(message)
	}
}

func (l *listeners) boards() (list []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for board := range l.hear {
		list = append(list, board)
	}
	return list
}

func (l *listeners) wants(board string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.hear[board] != nil
}

// Send hands a message about a board to all rooms over this memory; see live.Wire.
func (m *Memory) Send(board string, message []byte) { m.wire.tell(board, message) }

// Listen calls hear with what is sent about a board, until stop.
func (m *Memory) Listen(board string, hear func([]byte)) (stop func()) {
	token, _ := m.wire.add(board, hear)
	return func() { m.wire.remove(board, token) }
}
