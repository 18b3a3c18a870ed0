package web

import (
	"context"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"muntsaus/server/live"
)

// Metrics counts what happens in the rooms. Its Stored and Refuse go into live.Options.
type Metrics struct {
	registry *prometheus.Registry
	stored   prometheus.Histogram
	refused  *prometheus.CounterVec
}

// NewMetrics gives counters at zero.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		stored: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "muntsaus_append_seconds",
			Help: "How long the log took to store an entry; its count is the number of entries.", Buckets: prometheus.ExponentialBuckets(0.0005, 2, 14)}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "muntsaus_refused_total", Help: "Pushes that were refused, by code."}, []string{"code"}),
	}
	m.registry.MustRegister(m.stored, m.refused)
	return m
}

// Stored notes an entry that the log took.
func (m *Metrics) Stored(took time.Duration) { m.stored.Observe(took.Seconds()) }

// Refuse notes a refused push.
func (m *Metrics) Refuse(code string) { m.refused.WithLabelValues(code).Inc() }

// Watch adds how many rooms and screens there are.
func (m *Metrics) Watch(rooms *live.Rooms) {
	gauge := func(name, help string, value func() float64) {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
	}
	gauge("muntsaus_rooms", "Open boards.", func() float64 { n, _ := rooms.Count(); return float64(n) })
	gauge("muntsaus_members", "Connected screens.", func() float64 { _, n := rooms.Count(); return float64(n) })
}

func (s *Server) metrics(c *fiber.Ctx) error {
	if s.Metrics == nil {
		return fiber.ErrNotFound
	}
	return adaptor.HTTPHandler(promhttp.HandlerFor(s.Metrics.registry, promhttp.HandlerOpts{}))(c)
}

func (s *Server) healthz(c *fiber.Ctx) error { return c.JSON(fiber.Map{"ok": true}) }

// readyz says whether this server can keep what it is told.
func (s *Server) readyz(c *fiber.Ctx) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if s.Ready != nil {
		if err := s.Ready(ctx); err != nil {
			s.Logger.Warn("not ready", "err", err)
			return bad("unavailable")
		}
	}
	return c.JSON(fiber.Map{"ok": true})
}
