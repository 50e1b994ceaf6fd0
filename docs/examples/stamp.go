// Writes a stamp into the page: go run stamp.go PAGE OUT < STAMP.json
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

var empty = []byte(`<script id="setup-stamp" type="application/json">{}</script>`)

// escaped gives back JSON that no HTML parser can mistake for anything else; still the same JSON.
// Text that comes out of encoding/json is escaped like this already, and doing it again changes nothing.
func escaped(json []byte) []byte {
	for _, character := range "<>&\u2028\u2029" {
		json = bytes.ReplaceAll(json, []byte(string(character)), []byte(fmt.Sprintf(`\u%04x`, character)))
	}
	return json
}

// stamped gives back the page with the stamp in it, and an error unless the page has exactly one empty stamp.
func stamped(page, json []byte) ([]byte, error) {
	if bytes.Count(page, empty) != 1 {
		return nil, errors.New("the page has not exactly one empty stamp")
	}
	filled := bytes.Replace(empty, []byte("{}<"), append(escaped(json), '<'), 1)
	return bytes.Replace(page, empty, filled, 1), nil
}

// replaceFile replaces the file in one step, for the owner only; a link in its place is replaced and not followed.
func replaceFile(path string, content []byte) (err error) {
	// Mode 0600, and a name that nobody else has.
	draft, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(draft.Name())
		}
	}()
	if _, err = draft.Write(content); err != nil {
		return err
	}
	if err = draft.Sync(); err != nil {
		return err
	}
	if err = draft.Close(); err != nil {
		return err
	}
	return os.Rename(draft.Name(), path)
}

func run(pagePath, outPath string) error {
	page, err := os.ReadFile(pagePath)
	if err != nil {
		return err
	}
	json, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	content, err := stamped(page, json)
	if err != nil {
		return err
	}
	return replaceFile(outPath, content)
}

func main() {
	if len(os.Args) != 3 {
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
