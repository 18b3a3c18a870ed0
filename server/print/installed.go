package print

import (
	"os"
	"runtime"
)

// names are those under which a search path has a browser that can print: Chromium itself, then what is built on it.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "brave-browser", "brave",
	"microsoft-edge", "microsoft-edge-stable"}

// places gives, per system, where browsers stand that no search path names, the first one preferred.
var places = map[string]func(env func(string) string) []string{
	"linux":   onLinux,
	"darwin":  onMacOS,
	"windows": onWindows,
}

// candidates are the browsers this machine may have.
func candidates() []string {
	if look := places[runtime.GOOS]; look != nil {
		return append(names[:len(names):len(names)], look(os.Getenv)...)
	}
	return names
}

// onLinux: what snap and flatpak make, and the folders of the makers.
func onLinux(env func(string) string) []string {
	list := []string{"/snap/bin/chromium", "/snap/bin/brave"}
	list = append(list, below("/", []string{"/var/lib", env("HOME") + "/.local/share"},
		"flatpak/exports/bin/org.chromium.Chromium", "flatpak/exports/bin/com.google.Chrome",
		"flatpak/exports/bin/com.brave.Browser", "flatpak/exports/bin/com.microsoft.Edge")...)
	return append(list, "/opt/google/chrome/chrome", "/opt/brave.com/brave/brave", "/opt/microsoft/msedge/msedge")
}

// onMacOS: applications of everybody, then of this person.
func onMacOS(env func(string) string) []string {
	return below("/", []string{"/Applications", env("HOME") + "/Applications"},
		"Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium",
		"Brave Browser.app/Contents/MacOS/Brave Browser", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
}

// onWindows: programs of 64 and 32 bits, then of this person. Edge is on every Windows.
func onWindows(env func(string) string) []string {
	return below(`\`, []string{env("ProgramFiles"), env("ProgramFiles(x86)"), env("LocalAppData")},
		`Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`,
		`BraveSoftware\Brave-Browser\Application\brave.exe`, `Microsoft\Edge\Application\msedge.exe`)
}

// below gives each file in each folder, one program after the other; a folder that this machine does not name is left out.
func below(separator string, folders []string, files ...string) (list []string) {
	for _, file := range files {
		for _, folder := range folders {
			if folder != "" {
				list = append(list, folder+separator+file)
			}
		}
	}
	return list
}
