# Everything that people and machines do with this repository. `make` alone lists it.

LISTEN ?= $(or $(MUNTSAUS_LISTEN),:8080)
DATA ?= $(or $(MUNTSAUS_DATA),./data)
INSTALL ?= yes
SCALE ?= 1
SECONDS ?= 60
REDIS ?= single
SEEDS ?= 50000
AGAINST ?=
THEN ?= bin/then
BEFORE ?=
TARGETS ?=
ARCH ?= amd64
export INSTALL

STEP := .ci/step
NPM := npm --prefix frontend
NPM_STAMP := frontend/node_modules/.installed
PAGES := frontend/dist/index.html

# Folders are in the list too, so that a removed file also makes the pages out of date.
PAGE_SOURCES := $(shell find frontend/src frontend/public 2>/dev/null) \
	$(wildcard frontend/index.html frontend/package.json frontend/tsconfig*.json frontend/*.config.js frontend/*.config.ts)
PURE = ./boards/...
# Those that take longest are named first, so that none of them begins last.
CONCURRENT = ./server ./server/web ./server/oplog $(shell go list ./... | grep -v '^muntsaus/boards')
GO_FILES = $(shell find . -name '*.go' -not -path '*/node_modules/*' -not -path './.git/*')

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help run build test test-compile test-build test-race test-rest soak faults fuzz vuln dependencies bench bench-load bench-papers readback lighthouse compare screens release deb dev fmt gen clean toolchain go-toolchain muntsaus

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{ printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\n  Settings: LISTEN=%s  DATA=%s  INSTALL=%s (no: never call apt-get)\n' '$(LISTEN)' '$(DATA)' '$(INSTALL)'

run: toolchain ## build what is missing or out of date, then serve on :8080 with the boards in ./data
	@.ci/install-tools.sh pdf
	@$(MAKE) --no-print-directory build
	@exec bin/muntsaus serve --listen '$(LISTEN)' --data '$(DATA)'

build: toolchain $(PAGES) muntsaus ## build bin/muntsaus, one binary with the pages inside

# Much of the tests of the server is waiting for clocks and other programs, so what only computes goes beside them. The browsers come
# last and alone: ten of them at one board want both cores.
test: toolchain ## install what the tests need, then run all of them (this is what CI runs)
	@$(STEP) 'tools' .ci/install-tools.sh tests
	@MAKE='$(MAKE)' .ci/lanes test-compile test-build
	@$(STEP) 'go build' $(MAKE) --no-print-directory muntsaus
	@MAKE='$(MAKE)' .ci/lanes test-race test-rest
	@$(STEP) 'end to end' $(NPM) run e2e

test-compile:
	@$(STEP) 'go modules' .ci/compile-modules.sh

test-build:
	@$(STEP) 'npm ci' $(MAKE) --no-print-directory $(NPM_STAMP)
	@$(STEP) 'pages' $(MAKE) --no-print-directory $(PAGES)

# What starts programs, kills them and looks at the clock runs every time, with the race detector, four tests of a package side by side.
test-race:
	@$(STEP) 'go test race' go test -vet=off -race -count=1 -parallel 4 -timeout 20m $(CONCURRENT)

# Package boards and the packages in it start no goroutine, and server/goroutines_test.go says so: -race has nothing to find there and
# makes them several times slower. It asks nothing outside of itself either, so what did not change may come from the cache.
test-rest:
	@$(STEP) 'gofmt' .ci/check-gofmt.sh $(GO_FILES)
	@$(STEP) 'page types' $(NPM) run check
	@$(STEP) 'page lint' $(NPM) run lint
	@$(STEP) 'go lint' .ci/lint.sh ./...
	@$(STEP) 'go test' go test -vet=off -timeout 20m $(PURE)
	@$(STEP) 'page format' $(NPM) run format:check
	@$(STEP) 'page tests' $(NPM) test

soak: go-toolchain ## the simulator of boards for long: SEEDS=50000 histories instead of the 1000 of every test, about ten minutes
	@MUNTSAUS_SEEDS='$(SEEDS)' go test -count=1 -timeout 0 -v -run '^TestSimulation$$' ./boards

faults: go-toolchain ## do to a running server what a bad day does (about 45 minutes; RUN=kill,full SCALE=0.1 REDIS=cluster shorten or change it)
	@go run ./bench/faults -run '$(RUN)' -scale '$(SCALE)' -redis '$(REDIS)'

fuzz: go-toolchain ## feed every decoder odd input, SECONDS=60 for each; stops at a finding
	@.ci/fuzz.sh '$(SECONDS)'

vuln: toolchain ## look for known flaws in what we depend on (exit 2 when a database cannot be reached)
	@.ci/vuln.sh

dependencies: toolchain $(NPM_STAMP) ## write docs/dependencies.md and server/licences.txt anew
	@.ci/dependencies.sh
	@node .ci/licences.mjs

bench: go-toolchain ## measure beside the floor of our own stack; quiet machine, about five minutes (AGAINST=<commit>: and beside that server)
	@go run ./bench/load -against '$(AGAINST)'

compare: build ## how far the screens differ from those of another program on a board of 959f968: THEN=<its bin/muntsaus>
	@cd frontend && node bench/compare.mjs '$(abspath $(THEN))' ../bin/muntsaus test-results/compare

bench-load: build ## bytes of script and style each page fetches the first time (BEFORE=<program>: and those of that one)
	@node bench/firstload.mjs bin/muntsaus $(BEFORE)

bench-papers: build ## how long the summary and its PDF take, and what they weigh, beside another program; quiet machine (THEN=<program>)
	@go run ./bench/papers -then '$(wildcard $(THEN))'

readback: build ## have programs that are not ours read every file of eleven boards (needs npm; the packages it names; five minutes)
	@go run ./bench/readback

lighthouse: build ## how Lighthouse finds the start page and a board (needs npm; quiet machine; LEAST=95)
	@node bench/lighthouse.mjs $(LEAST)

screens: build ## take the pictures of docs/screens anew
	@$(NPM) run screens

release: toolchain $(PAGES) ## programs for Linux, macOS and Windows with SBOM and checksums into dist-release (TARGETS=linux/amd64: fewer)
	@.ci/release.sh $(TARGETS)

deb: toolchain $(PAGES) ## a Debian package with the systemd unit into dist-release (ARCH=arm64)
	@.ci/deb.sh '$(ARCH)'

dev: toolchain $(NPM_STAMP) ## pages on http://localhost:5173 reload by themselves; after a change in Go press Ctrl-C and start it again
	@mkdir -p bin && go build -o bin/muntsaus ./server
	@bin/muntsaus serve --listen 127.0.0.1:8080 --data '$(DATA)' & server=$$!; \
	trap 'kill $$server 2>/dev/null' EXIT; trap 'exit 130' INT TERM; \
	$(NPM) run dev

fmt: toolchain $(NPM_STAMP) ## format the Go code and the pages
	gofmt -w $(GO_FILES)
	$(NPM) run format

gen: go-toolchain ## write the generated files anew
	go generate ./...

clean: ## remove what was built; boards in ./data and installed packages stay
	rm -rf bin frontend/test-results frontend/playwright-report
	find frontend/dist -mindepth 1 ! -name .gitkeep -delete

toolchain:
	@.ci/check-toolchain.sh go node

go-toolchain:
	@.ci/check-toolchain.sh go

$(NPM_STAMP): frontend/package-lock.json
	$(NPM) ci --prefer-offline --no-audit --no-fund
	@touch $@

# Vite empties dist first; .gitkeep is what lets the Go code compile on a clean clone.
$(PAGES): $(NPM_STAMP) $(PAGE_SOURCES)
	$(NPM) run build
	@touch frontend/dist/.gitkeep $@

# Go knows best what is out of date: with nothing changed this takes a moment and no network.
muntsaus:
	@mkdir -p bin
	go build -o bin/muntsaus ./server
