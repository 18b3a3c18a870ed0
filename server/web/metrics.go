package web

import (
	"crypto/subtle"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"muntsaus/server/live"
)

// Metrics counts what happens, for whoever keeps the server running. No label ever names a board, a person or an address:
// labels are codes, routes and words of our own, so there are few of them however many boards there are.
type Metrics struct {
	registry *prometheus.Registry
	stored   prometheus.Histogram
	answered prometheus.Histogram
	refused  *prometheus.CounterVec
	dropped  *prometheus.CounterVec
	faults   *prometheus.CounterVec
	asked    *prometheus.HistogramVec
	reports  *prometheus.HistogramVec
	expired  prometheus.Counter
	boards   prometheus.Gauge
}

// NewMetrics gives counters at zero.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		stored:   histogram("muntsaus_append_seconds", "How long the log took to store an entry; its count is the number of entries."),
		answered: histogram("muntsaus_op_seconds",
			"How long a push took from its arrival until its author was told that it is stored; its count is the number of pushes."),
		refused: counters("muntsaus_refused_total", "Pushes that were refused, by code.", "code"),
		dropped: counters("muntsaus_outbox_dropped_total",
			"What a slow screen did not get: `presence` (told again later) or `screen` (closed with 4008, it resumes by itself).", "what"),
		faults: counters("muntsaus_room_faults_total",
			"Rooms that had to start anew: `broke` (a fault in the program), `lost` (the log did not fit), entries that `conflict` with "+
				"another node's, and each `insight` that broke.", "what"),
		asked: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "muntsaus_http_seconds",
			Help: "How long a request took, by route and class of status.", Buckets: buckets}, []string{"route", "status"}),
		reports: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "muntsaus_report_seconds",
			Help: "How long a report took, waiting for its turn included.", Buckets: buckets}, []string{"kind", "outcome"}),
		expired: prometheus.NewCounter(prometheus.CounterOpts{Name: "muntsaus_boards_expired_total",
			Help: "Boards this server deleted because nobody used them for the set days."}),
		boards: prometheus.NewGauge(prometheus.GaugeOpts{Name: "muntsaus_boards",
			Help: "Boards there are, as counted when old ones were last looked for."}),
	}
	for _, what := range []live.Event{live.DroppedPresence, live.DroppedScreen} {
		m.dropped.WithLabelValues(labelOf[what])
	}
	for _, what := range []live.Event{live.RoomBroke, live.RoomLost, live.Conflict, live.InsightBroke} {
		m.faults.WithLabelValues(labelOf[what])
	}
	m.registry.MustRegister(m.stored, m.answered, m.refused, m.dropped, m.faults, m.asked, m.reports, m.expired, m.boards,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// buckets reach from half a millisecond to 16 seconds.
var buckets = prometheus.ExponentialBuckets(0.0005, 2, 16)

func histogram(name, help string) prometheus.Histogram {
	return prometheus.NewHistogram(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets})
}

func counters(name, help, label string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, []string{label})
}

// Stored notes an entry that the log took.
func (m *Metrics) Stored(took time.Duration) { m.stored.Observe(took.Seconds()) }

// Answered notes a push that is stored and told.
func (m *Metrics) Answered(took time.Duration) { m.answered.Observe(took.Seconds()) }

// Refuse notes a refused push.
func (m *Metrics) Refuse(code string) { m.refused.WithLabelValues(code).Inc() }

// Expired notes how many boards there are and how many of them went because their time was over.
func (m *Metrics) Expired(there, deleted int) {
	m.boards.Set(float64(there))
	m.expired.Add(float64(deleted))
}

var labelOf = map[live.Event]string{live.DroppedPresence: "presence", live.DroppedScreen: "screen",
	live.RoomBroke: "broke", live.RoomLost: "lost", live.Conflict: "conflict",
	live.InsightBroke: "insight"}

// Happened notes what went otherwise than hoped in a room.
func (m *Metrics) Happened(what live.Event) {
	switch what {
	case live.DroppedPresence, live.DroppedScreen:
		m.dropped.WithLabelValues(labelOf[what]).Inc()
	default:
		m.faults.WithLabelValues(labelOf[what]).Inc()
	}
}

// Gauge adds a number that is asked for at every reading. It must answer at once.
func (m *Metrics) Gauge(name, help string, value func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
}

// Watch adds how many rooms and screens there are, and who counts what happens in them.
func (m *Metrics) Watch(rooms *live.Rooms) {
	m.Gauge("muntsaus_rooms", "Open boards.", func() float64 { n, _ := rooms.Count(); return float64(n) })
	m.Gauge("muntsaus_members", "Connected screens.", func() float64 { _, n := rooms.Count(); return float64(n) })
}

// Version tells which build runs.
func (m *Metrics) Version(name string) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "muntsaus_build_info",
		Help:        "Always 1; the label says which build this is.",
		ConstLabels: prometheus.Labels{"version": name}}, func() float64 { return 1 }))
}

// report notes how long a report took. outcome is "ok" or the code the reader got.
func (m *Metrics) report(kind string, from time.Time, outcome string) {
	if m != nil {
		m.reports.WithLabelValues(kind, outcome).Observe(time.Since(from).Seconds())
	}
}

// measure notes every request under its route, never under its path: there are ids in that.
func (s *Server) measure(c *fiber.Ctx) error {
	from := time.Now()
	err := c.Next()
	if err != nil {
		err = s.explain(c, err) // now, so that the status is known
	}
	route, status, took := c.Route().Path, c.Response().StatusCode(), time.Since(from)
	if s.Metrics != nil {
		s.Metrics.asked.WithLabelValues(route, strconv.Itoa(status/100)+"xx").Observe(took.Seconds())
	}
	if s.LogRequests {
		s.Logger.Info("request", "method", c.Method(), "route", route, "status", status, "ms", took.Milliseconds())
	}
	return err
}

// metrics answers with all numbers, to whoever may see them.
func (s *Server) metrics(c *fiber.Ctx) error {
	if s.Metrics == nil || !s.mayMeasure(c) {
		return fiber.ErrNotFound
	}
	return adaptor.HTTPHandler(promhttp.HandlerFor(s.Metrics.registry, promhttp.HandlerOpts{}))(c)
}

// mayMeasure says who may read the metrics: with a token set, whoever shows it and nobody else; without one, this machine and
// private networks, but nobody who comes through a proxy we were not told of, for behind that may be anybody.
func (s *Server) mayMeasure(c *fiber.Ctx) bool {
	if s.MetricsToken != "" {
		return subtle.ConstantTimeCompare([]byte(live.Hash(bearer(c))), []byte(live.Hash(s.MetricsToken))) == 1
	}
	via := c.Get(fiber.HeaderXForwardedFor) + c.Get("Forwarded") + c.Get("X-Real-IP")
	if via != "" && !c.IsProxyTrusted() {
		return false
	}
	address, _, _ := strings.Cut(addressOf(c), "/")
	ip, err := netip.ParseAddr(address)
	return err == nil && (ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast())
}
