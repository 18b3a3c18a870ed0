package main

import (
	"os"
	"syscall"
	"unsafe"
)

var kernel = syscall.NewLazyDLL("kernel32.dll")

// byHand: the console was made for this program alone, so nobody typed its name in one.
func byHand() bool {
	var ids [2]uint32
	n, _, _ := kernel.NewProc("GetConsoleProcessList").Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}

// hidden: Windows shows a console by itself.
func hidden() bool { return false }

func browserLine(url string) []string {
	return []string{os.Getenv("SystemRoot") + `\System32\rundll32.exe`, "url.dll,FileProtocolHandler", url}
}

// systemLanguage asks Windows, which has no LANG; 0x13 is Dutch.
func systemLanguage() string {
	id, _, _ := kernel.NewProc("GetUserDefaultUILanguage").Call()
	if id&0x3ff == 0x13 {
		return "nl"
	}
	return ""
}
