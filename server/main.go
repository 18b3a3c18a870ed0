// Muntsaus: a workshop table on which people from different departments draw one customer journey together.
// This file only wires the parts; config.go has the settings.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"muntsaus/boards"
	"muntsaus/boards/insight"
	"muntsaus/frontend"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
	"muntsaus/server/signin"
	"muntsaus/server/web"
)

func main() {
	if asClicked() {
		return
	}
	settings := config{}
	command := kong.Parse(&settings, kong.Name("muntsaus"),
		kong.Description("Customer journeys, drawn by everybody who is in them."), kong.UsageOnError())
	if err := command.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "muntsaus:", err)
		if settings.Serve.Open {
			holdWindow()
		}
		os.Exit(1)
	}
}

// drainWithin is how long sockets get to hear that the server stops; the promise is five seconds for everything.
const drainWithin = 3500 * time.Millisecond

// Run serves until SIGTERM or SIGINT, or until the disk fails: then nothing is acknowledged any more and the process ends.
func (s *serve) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), s.ends()...)
	defer stop()
	logger := newLogger(os.Stderr, s.LogLevel)
	slog.SetDefault(logger)
	listener, running, err := s.listen() // first: a port that is taken must leave the boards as they are
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", s.Listen, err)
	}
	if listener == nil {
		return s.already(running)
	}
	log, closeLog, err := s.open(ctx, logger)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer closeLog()
	signIn, err := s.signinService(ctx, logger)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	door := s.door(log, listener, signIn, logger)
	var expiry sync.WaitGroup // it may be deleting a board: the store stays open until it ended
	defer expiry.Wait()
	defer stop()
	expiry.Go(func() { live.NewExpiry(door.Rooms).Run(ctx, door.Metrics.Expired) })
	served := make(chan error, 1)
	go func() { served <- door.Serve(listener) }()
	s.announce(logger, listener.Addr())
	select {
	case err = <-served:
	case err = <-log.Failed():
	case <-ctx.Done():
		stop() // a second signal ends the process at once
		logger.Info("stopping")
	}
	drain, cancel := context.WithTimeout(context.Background(), drainWithin)
	defer cancel()
	return errors.Join(err, door.Close(drain))
}

// store is where the boards are.
type store interface {
	boards.Log
	boards.Shelf
	Failed() <-chan error // one error after which nothing may be acknowledged any more
}

// open gives the store of the settings: a Redis that several servers share, or a file in the data folder.
func (s *serve) open(ctx context.Context, logger *slog.Logger) (store, func(), error) {
	if s.Redis != "" {
		log, err := oplog.OpenRedis(ctx, s.Redis, logger)
		if err != nil {
			return nil, nil, err
		}
		logger.Info("the boards are in Redis; the data folder is not used")
		return log, func() { log.Close() }, nil
	}
	log, err := oplog.OpenSQLite(ctx, s.Data)
	if err != nil {
		return nil, nil, err
	}
	endSchedule, err := s.startBackups(log, logger)
	if err != nil {
		return nil, nil, errors.Join(err, log.Close())
	}
	endBackups := serveBackups(s.Data, log, logger)
	return log, func() { endSchedule(); endBackups(); log.Close() }, nil
}

// door wires rooms and HTTP to a log.
func (s *serve) door(log store, listener net.Listener, signIn *signin.Service, logger *slog.Logger) *web.Server {
	metrics := web.NewMetrics()
	wire, _ := log.(live.Wire) // a file has no other nodes
	rooms := live.NewRooms(live.Options{Log: log, Shelf: log, Wire: wire, Moment: later(s.Ahead), Node: live.Random(12),
		Logger: logger, Insight: insights(s.Ahead),
		Keep:   boards.Retention{Days: s.KeepDays, Most: s.KeepMost},
		Stored: metrics.Stored, Answered: metrics.Answered, Refuse: metrics.Refuse, Happened: metrics.Happened})
	metrics.Watch(rooms)
	metrics.Version(version())
	measureStore(metrics, log)
	if s.BackupTo != "" {
		metrics.Gauge("muntsaus_backup_age_seconds",
			"Age of the newest backup the server made by itself (--backup-to); -1 before the first.",
			func() float64 { return backupAge(s.BackupTo) })
	}
	files, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		panic(err) // the name is in the binary
	}
	printer := s.printer(logger)
	waiting := func() float64 { return float64(printer.Waiting()) }
	metrics.Gauge("muntsaus_report_queue", "Reports that wait to be printed as a PDF.", waiting)
	if _, err := printer.Find(); err != nil {
		logger.Warn("no Chromium found: reports are web pages here, no PDFs")
	}
	return web.New(web.Config{
		Version: version(), Logger: logger, LogRequests: s.LogRequests,
		Rooms: rooms, Ready: log.Ready, Files: files, Printer: printer,
		Metrics: metrics, MetricsToken: s.MetricsToken,
		PublicURLs: s.PublicURL, TrustedProxies: s.TrustedProxies, HSTS: s.HSTS,
		Passcode: s.CreatePasscode, SignIn: signIn, MostBoards: s.mostBoards(),
		Addresses: func() []web.Address { return web.LocalAddresses(listener.Addr()) },
	})
}

// later gives the moments of a server that lives so much ahead of the clock.
func later(ahead time.Duration) func() boards.Moment {
	return func() boards.Moment {
		now := live.Now()
		now.At += ahead.Milliseconds()
		return now
	}
}

func insights(ahead time.Duration) func(*boards.Board) []byte {
	return func(b *boards.Board) []byte {
		data, err := json.Marshal(insight.On(b, time.Now().Add(ahead)))
		if err != nil {
			panic("insight: " + err.Error()) // our own type
		}
		return data
	}
}

// announce says where we are: for programs as a log line, for people in words.
func (s *serve) announce(logger *slog.Logger, address net.Addr) {
	url := "http://" + local(address)
	logger.Info("listening", "url", url)
	if s.Open {
		s.tell(url, web.LocalAddresses(address))
		browse(url)
		return
	}
	if info, err := os.Stderr.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return
	}
	fmt.Fprintf(os.Stderr, "\n  Muntsaus   %s\n", url)
	for _, a := range web.LocalAddresses(address) {
		fmt.Fprintf(os.Stderr, "             %s   (%s)\n", a.URL, a.Name)
	}
	fmt.Fprintln(os.Stderr)
}

// local gives an address a browser on this machine can open.
func local(address net.Addr) string {
	tcp, ok := address.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return address.String()
	}
	return net.JoinHostPort("127.0.0.1", fmt.Sprint(tcp.Port))
}

// Run asks a server how it is.
func (h *health) Run() error {
	client := http.Client{Timeout: h.Timeout}
	answer, err := client.Get(h.URL)
	if err != nil {
		return fmt.Errorf("no answer: %w", err)
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answered %s", h.URL, answer.Status)
	}
	return nil
}

// Run copies the boards, also while a server works on them; see oplog.SQLite.Backup.
func (b *backup) Run() error {
	err := withLog(b.Data, func(ctx context.Context, log *oplog.SQLite) error { return log.Backup(ctx, b.Out) })
	if errors.Is(err, oplog.ErrInUse) {
		return askBackup(b.Data, b.Out)
	}
	return err
}

// Run puts a backup in place; see oplog.Restore.
func (r *restore) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	err := oplog.Restore(ctx, r.File, r.Data, r.Replace)
	if errors.Is(err, oplog.ErrHasBoards) {
		return fmt.Errorf("%w: give another folder (--data), or --replace to put these aside", err)
	}
	if err == nil {
		fmt.Println("the boards are back; screens that were open start over")
	}
	return err
}

// withLog opens the boards of a folder for one command. It makes nothing where there are none.
func withLog(data string, do func(context.Context, *oplog.SQLite) error) error {
	if err := oplog.Holds(data); err != nil {
		return fmt.Errorf("no boards in %s: %w", data, err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	log, err := oplog.OpenSQLite(ctx, data)
	if err != nil {
		return err
	}
	return errors.Join(do(ctx, log), log.Close())
}
