//go:build !linux

package main

// clockKept cannot be told here.
func clockKept() error { return nil }
