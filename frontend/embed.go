// Package frontend carries the built pages, so that one binary is the whole product.
package frontend

import "embed"

// Dist holds what `npm run build` writes below "dist". On a clean clone it holds only
// .gitkeep, so the Go code always compiles; the server then says the pages are not built yet.
//
//go:embed all:dist
var Dist embed.FS
