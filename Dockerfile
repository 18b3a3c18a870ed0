# The pages.
FROM node:22-bookworm-slim AS pages
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

# The server, with the pages inside.
FROM golang:1.26-bookworm AS server
WORKDIR /src
ENV CGO_ENABLED=0
COPY go.mod go.sum ./
RUN go mod download
COPY boards/ boards/
COPY server/ server/
COPY frontend/*.go frontend/
COPY --from=pages /src/frontend/dist/ frontend/dist/
RUN go build -trimpath -ldflags="-s -w" -o /out/muntsaus ./server

# What runs: the binary, and Chromium with fonts for the PDF.
FROM debian:bookworm-slim
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      ca-certificates \
      chromium \
      fonts-noto-cjk \
      fonts-noto-color-emoji \
      fonts-noto-core \
      tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --create-home muntsaus \
 && install -d -o muntsaus -g muntsaus -m 0750 /data
COPY --from=server /out/muntsaus /usr/local/bin/muntsaus
USER muntsaus
ENV MUNTSAUS_LISTEN=0.0.0.0:8080 \
    MUNTSAUS_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
  CMD ["/usr/local/bin/muntsaus", "health", "--url", "http://127.0.0.1:8080/healthz"]
ENTRYPOINT ["/usr/local/bin/muntsaus"]
CMD ["serve"]
