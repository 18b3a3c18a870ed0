package print

import (
	"slices"
	"testing"
)

// Where the makers of browsers put them, per system. The paths are those of their own installers; no such system is needed to look.
func TestBrowsersAreFoundOnEverySystem(t *testing.T) {
	t.Parallel()
	env := map[string]string{"HOME": "/home/ann", "ProgramFiles": `C:\Program Files`, "ProgramFiles(x86)": `C:\Program Files (x86)`,
		"LocalAppData": `C:\Users\ann\AppData\Local`}
	for system, want := range map[string][]string{
		"linux": {"/snap/bin/chromium", "/var/lib/flatpak/exports/bin/org.chromium.Chromium",
			"/home/ann/.local/share/flatpak/exports/bin/com.brave.Browser", "/opt/microsoft/msedge/msedge"},
		"darwin": {"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/home/ann/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
			"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"},
		"windows": {`C:\Program Files\Google\Chrome\Application\chrome.exe`, `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
			`C:\Program Files\BraveSoftware\Brave-Browser\Application\brave.exe`, `C:\Users\ann\AppData\Local\Chromium\Application\chrome.exe`},
	} {
		list := places[system](func(name string) string { return env[name] })
		for _, path := range want {
			if !slices.Contains(list, path) {
				t.Errorf("%s: %s is not looked at, of %q", system, path, list)
			}
		}
		for _, path := range places[system](func(string) string { return "" }) {
			if system == "windows" {
				t.Errorf("without folders %s is looked at", path)
			}
		}
	}
}
