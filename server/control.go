package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"muntsaus/server/oplog"
)

// A server has its folder for itself, so `muntsaus backup` asks it over a socket in that folder: one line with the path
// to write, one line back, "ok" or what went wrong. Who may read the boards may use the socket, nobody else.

const controlName = "backup.sock"

const asked = "ok"

// serveBackups answers until stop is called. A system without such sockets, or a path too long for one, only loses this.
func serveBackups(dir string, log *oplog.SQLite, logger *slog.Logger) (stop func()) {
	path := filepath.Join(dir, controlName)
	_ = os.Remove(path) // of a server that was killed; the folder is ours
	listener, err := net.Listen("unix", path)
	if err == nil {
		err = os.Chmod(path, 0o600)
	}
	if err != nil {
		logger.Warn("backups need the server stopped", "err", err)
		return func() {}
	}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go answerBackup(conn, log, logger)
		}
	}()
	return func() { listener.Close() }
}

func answerBackup(conn net.Conn, log *oplog.SQLite, logger *slog.Logger) {
	defer conn.Close()
	defer func() { // a backup may fail, the server may not
		if fault := recover(); fault != nil {
			logger.Error("a backup broke", "fault", fault, "stack", string(debug.Stack()))
			_, _ = fmt.Fprintln(conn, "the backup broke; the server's log says where") // who asked may be gone
		}
	}()
	_ = conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	path, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return
	}
	word := asked
	if err := log.Backup(context.Background(), strings.TrimSuffix(path, "\n")); err != nil {
		word = strings.ReplaceAll(err.Error(), "\n", "; ")
	}
	_, _ = fmt.Fprintln(conn, word) // who asked may be gone
}

// askBackup asks the server that has the folder.
func askBackup(dir, out string) error {
	path, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	conn, err := net.Dial("unix", filepath.Join(dir, controlName))
	if err != nil {
		return fmt.Errorf("a server has these boards open and cannot be asked for a backup: %w", err)
	}
	defer conn.Close()
	if _, err := fmt.Fprintln(conn, path); err != nil {
		return fmt.Errorf("the server cannot be asked for a backup: %w", err)
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return fmt.Errorf("the server gave no answer: %w", err)
	}
	if answer = strings.TrimSuffix(answer, "\n"); answer != asked {
		return errors.New(answer)
	}
	return nil
}
