package main

import (
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"time"

	"muntsaus/server/print"
)

// config is every setting of the program. Each has a name in the environment too; none is needed to run.
type config struct {
	Serve   serve         `cmd:"" default:"withargs" help:"Serve workshops (this is what happens without a command)."`
	Health  health        `cmd:"" help:"Ask a running server whether it is well."`
	Backup  backup        `cmd:"" help:"Copy all boards to one file."`
	Restore restore       `cmd:"" help:"Put the boards of a backup back in a folder; every screen starts over."`
	Copy    copyCommand   `cmd:"" help:"Copy boards with their history to another folder or Redis: to another server, or from one store to the other."`
	Check   check         `cmd:"" help:"Read all boards and report what is damaged."`
	Doctor  doctor        `cmd:"" help:"Look whether this machine is fit for a workshop, and say what to do about what is not."`
	Report  reportCommand `cmd:"" help:"Make the report of a saved workshop, as a PDF or a web page."`
	Export  exportCommand `cmd:"" help:"Write another form of a saved board: Markdown, XLSX, CSV, ICS or SVG."`
	Version versionOf     `cmd:"" help:"Say which build this is, and the numbers of the formats it writes."`

	Licences licencesOf `cmd:"" help:"Print the licences of all that is inside: libraries, pages and typefaces."`
}

// serve is the server's own settings.
type serve struct {
	Listen         string        `env:"MUNTSAUS_LISTEN" default:":8080" help:"Address to listen on; port 0 picks a free one."`
	Data           string        `env:"MUNTSAUS_DATA" default:"./data" help:"Folder of the boards. One server at a time."`
	Redis          string        `env:"MUNTSAUS_REDIS" help:"Address of a Redis that several servers share; the boards are then there and not in --data." placeholder:"redis://host:6379"`
	BackupTo       string        `env:"MUNTSAUS_BACKUP_TO" help:"Folder for backups the server makes by itself; empty: none. Best on another disk." placeholder:"DIR"`
	BackupEvery    time.Duration `env:"MUNTSAUS_BACKUP_EVERY" default:"24h" help:"How often it makes one, counted from the newest in that folder."`
	BackupKeep     int           `env:"MUNTSAUS_BACKUP_KEEP" default:"14" help:"How many of them stay; the oldest go after a new one was made."`
	PublicURL      []string      `env:"MUNTSAUS_PUBLIC_URL" name:"public-url" help:"Address browsers use, when a proxy stands before this server." placeholder:"https://…"`
	TrustedProxies []string      `env:"MUNTSAUS_TRUSTED_PROXIES" help:"Addresses or networks of proxies whose X-Forwarded-* headers are believed."`
	KeepDays       int           `env:"MUNTSAUS_KEEP_DAYS" default:"365" help:"A board is deleted after so many days without use, unless its facilitator chose another number; 0 = never."`
	KeepMost       int           `env:"MUNTSAUS_KEEP_MOST" default:"1825" help:"The most days a facilitator may choose, from 30 to 1825; 0 = 1825."`
	CreatePasscode string        `env:"MUNTSAUS_CREATE_PASSCODE" help:"Whoever begins a workshop must know this; empty: everybody may. Better in the environment than on the command line." placeholder:"SECRET"`
	OIDCIssuer     string        `env:"MUNTSAUS_OIDC_ISSUER" name:"oidc-issuer" help:"Whoever begins a workshop signs in at this OpenID Connect provider; empty: nobody need. Joining never asks for it." placeholder:"https://…"`
	OIDCClientID   string        `env:"MUNTSAUS_OIDC_CLIENT_ID" name:"oidc-client-id" help:"What this server is called at that provider."`
	OIDCSecret     string        `env:"MUNTSAUS_OIDC_CLIENT_SECRET" name:"oidc-client-secret" help:"The secret that goes with it; also what sign-in cookies are signed with. In the environment or a file, not on the command line." placeholder:"SECRET"`
	OIDCSecretFile string        `env:"MUNTSAUS_OIDC_CLIENT_SECRET_FILE" name:"oidc-client-secret-file" help:"A file with that secret, in place of the secret itself." placeholder:"PATH"`
	OIDCDomains    []string      `env:"MUNTSAUS_OIDC_DOMAINS" name:"oidc-domains" help:"Domains of e-mail addresses that may begin workshops; empty: everybody the provider lets in." placeholder:"example.nl"`
	BoardsPerHour  int           `env:"MUNTSAUS_BOARDS_PER_HOUR" default:"0" help:"How many workshops one address may begin per hour; 0: no limit, with --public-url 60."`
	HSTS           bool          `env:"MUNTSAUS_HSTS" name:"hsts" help:"Tell browsers never to come by http again to an https address of --public-url. Only when that name always has https."`
	Ahead          time.Duration `env:"MUNTSAUS_AHEAD" name:"ahead" default:"0s" help:"Let the server live so much later (336h is two weeks), to see what a board is like then. For trying things out: what it writes bears that time."`
	Open           bool          `env:"MUNTSAUS_OPEN" name:"open" help:"Open the browser, and say where the boards are and how to stop. A double click on the program does this."`
	LogLevel       slog.Level    `env:"MUNTSAUS_LOG_LEVEL" default:"info" help:"From where on things are logged: debug, info, warn or error."`
	LogRequests    bool          `env:"MUNTSAUS_LOG_REQUESTS" help:"Log one line for every request: its route, status and time, never its address or ids."`
	MetricsToken   string        `env:"MUNTSAUS_METRICS_TOKEN" help:"Whoever shows this as a bearer token may read /metrics; empty: this machine and private networks." placeholder:"SECRET"`
	Chromium       string        `env:"MUNTSAUS_CHROMIUM" help:"Path of the Chromium that prints the PDF; empty looks for one." placeholder:"PATH"`
	PDFPriority    string        `env:"MUNTSAUS_PDF_PRIORITY" name:"pdf-priority" enum:"after,beside" default:"after" help:"On Linux a PDF is made after what people write (after); on a busy machine it comes sooner as one of all programs (beside)."`
}

// printer gives what makes PDFs.
func (s *serve) printer(logger *slog.Logger) *print.Printer {
	p := print.New(s.Chromium, logger)
	if s.PDFPriority == "beside" {
		p.Beside()
	}
	return p
}

type health struct {
	URL     string        `env:"MUNTSAUS_HEALTH_URL" default:"http://127.0.0.1:8080/healthz" help:"What to ask."`
	Timeout time.Duration `default:"4s" help:"How long to wait."`
}

type backup struct {
	Data string `env:"MUNTSAUS_DATA" default:"./data" help:"Folder of the boards."`
	Out  string `short:"o" required:"" help:"File to write." placeholder:"FILE"`
}

type restore struct {
	File    string `arg:"" type:"existingfile" help:"The backup."`
	Data    string `env:"MUNTSAUS_DATA" default:"./data" help:"Folder to put the boards in."`
	Replace bool   `help:"Replace the boards that are in the folder; they are kept beside it as muntsaus.db.before."`
}

type versionOf struct {
	JSON bool `name:"json" help:"For programs."`
}

type check struct {
	Data  string `env:"MUNTSAUS_DATA" default:"./data" help:"Folder of the boards."`
	Redis string `env:"MUNTSAUS_REDIS" help:"Address of the Redis that has the boards; servers may run meanwhile." placeholder:"redis://host:6379"`
}

// Validate refuses what would only fail later and less clearly.
func (s *serve) Validate() error {
	for _, address := range s.PublicURL {
		u, err := url.Parse(address)
		if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
			return &settingError{"--public-url must look like https://workshop.example.nl, not " + address}
		}
		if strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
			return &settingError{"--public-url is a name with nothing behind it, not " + address + ": the pages stand at its top. " +
				"Give this server a name of its own, such as https://workshop.example.nl, and let the proxy pass on everything of it"}
		}
	}
	if s.HSTS && !slices.ContainsFunc(s.PublicURL, func(address string) bool { return strings.HasPrefix(address, "https:") }) {
		return &settingError{"--hsts is a promise about https: it needs --public-url https://…"}
	}
	if s.KeepDays < 0 || s.KeepMost < 0 || s.KeepMost > 0 && (s.KeepMost < 30 || s.KeepDays > s.KeepMost) {
		return &settingError{"--keep-days and --keep-most are days: keep-most at least 30 and at least keep-days, 0 for no limit"}
	}
	switch {
	case s.BackupTo != "" && s.Redis != "":
		return &settingError{"--backup-to copies the boards of --data; with --redis back up Redis itself (see docs/operate.md)"}
	case s.BackupTo != "" && (s.BackupEvery < time.Second || s.BackupKeep < 1):
		return &settingError{"--backup-every must look like 24h or 30m, and --backup-keep is 1 or more"}
	}
	return s.validateSignin()
}

// mostBoards gives the limit of the settings: a server with a public address has one.
func (s *serve) mostBoards() int {
	if s.BoardsPerHour == 0 && len(s.PublicURL) > 0 {
		return 60
	}
	return s.BoardsPerHour
}

type settingError struct{ sentence string }

func (e *settingError) Error() string { return e.sentence }
