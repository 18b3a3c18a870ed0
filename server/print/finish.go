package print

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf16"
)

// Chromium writes a plain PDF 1.4: every object by itself, a table of where they begin, streams packed with Flate. That is all that is
// understood here; anything else stays as it is.

var (
	errShape   = errors.New("print: not the PDF we know")
	lengthOf   = regexp.MustCompile(`/Length \d+`)
	infoOf     = regexp.MustCompile(`/Info (\d+) 0 R`)
	creatorOf  = regexp.MustCompile(`/Creator (\((?:[^()\\]|\\.|\([^()]*\))*\)|<[0-9A-Fa-f]*>)`)
	authorMeta = regexp.MustCompile(`<meta name="author" content="([^"]*)">`)
	softHyphen = []byte("/ActualText <FEFF00AD>")
	noText     = []byte("/ActualText <>")
)

// finish makes a PDF of Chromium the one we hand out: it says who made it, and the soft hyphens by which words were broken are not
// among what is copied or searched.
func finish(pdf, doc []byte) []byte {
	objects, trailer, err := takeApart(pdf)
	if err != nil {
		return pdf
	}
	info := infoOf.FindSubmatch(trailer)
	for i, o := range objects {
		if info != nil && string(info[1]) == strconv.Itoa(o.number) {
			objects[i].body = describe(o.body, doc)
			continue
		}
		if objects[i].body, err = withoutSoftHyphens(o.body); err != nil {
			return pdf
		}
	}
	return putTogether(objects, trailer)
}

// object is one numbered thing of a PDF, from its number to its endobj.
type object struct {
	number, at int
	body       []byte
}

// takeApart reads the table of objects and gives them in the order of the file, with the trailer.
func takeApart(pdf []byte) (objects []object, trailer []byte, err error) {
	end := bytes.LastIndex(pdf, []byte("startxref"))
	var table int
	if end < 0 {
		return nil, nil, errShape
	}
	if _, err := fmt.Sscan(string(pdf[end+len("startxref"):]), &table); err != nil || table <= 0 || table >= end {
		return nil, nil, errShape
	}
	var size int
	if _, err := fmt.Sscanf(string(pdf[table:min(len(pdf), table+40)]), "xref\n0 %d\n", &size); err != nil {
		return nil, nil, errShape
	}
	at := table + len("xref\n0 ") + len(strconv.Itoa(size)) + 1
	if size < 1 || size > 1<<20 || at+20*size > end || !bytes.HasPrefix(pdf[at+20*size:], []byte("trailer")) {
		return nil, nil, errShape
	}
	trailer = pdf[at+20*size : end]
	for n := 1; n < size; n++ {
		row := pdf[at+20*n : at+20*n+20]
		offset, err := strconv.Atoi(string(row[:10]))
		if err != nil || row[17] != 'n' || offset >= table {
			return nil, nil, errShape
		}
		objects = append(objects, object{number: n, at: offset})
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.at, b.at) })
	for i := range objects {
		stop := table
		if i+1 < len(objects) {
			stop = objects[i+1].at
		}
		objects[i].body = pdf[objects[i].at:stop]
		if !bytes.HasPrefix(objects[i].body, fmt.Appendf(nil, "%d 0 obj", objects[i].number)) {
			return nil, nil, errShape
		}
	}
	return objects, trailer, nil
}

// putTogether writes the objects with a new table.
func putTogether(objects []object, trailer []byte) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n%\xd3\xeb\xe9\xe1\n")
	offsets := make([]int, len(objects)+1)
	for _, o := range objects {
		offsets[o.number] = out.Len()
		out.Write(o.body)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, offset := range offsets[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	out.Write(trailer)
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", table)
	return out.Bytes()
}

// withoutSoftHyphens takes the soft hyphens out of what the text of a page says; what is drawn stays.
func withoutSoftHyphens(body []byte) ([]byte, error) {
	head, rest, found := bytes.Cut(body, []byte("stream\n"))
	if !found || !bytes.Contains(head, []byte("/FlateDecode")) {
		return body, nil
	}
	reader, err := zlib.NewReader(bytes.NewReader(rest))
	if err != nil {
		return nil, err
	}
	plain, err := io.ReadAll(reader)
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(plain, softHyphen) {
		return body, nil
	}
	var packed bytes.Buffer
	writer := zlib.NewWriter(&packed)
	_, err = writer.Write(bytes.ReplaceAll(plain, softHyphen, noText))
	if err = errors.Join(err, writer.Close()); err != nil {
		return nil, err
	}
	head = lengthOf.ReplaceAll(head, fmt.Appendf(nil, "/Length %d", packed.Len()))
	return slices.Concat(head, []byte("stream\n"), packed.Bytes(), []byte("\nendstream\nendobj\n")), nil
}

// describe names the program, and the author where the document does.
func describe(info, doc []byte) []byte {
	says := "/Creator " + pdfText("Muntsaus")
	if m := authorMeta.FindSubmatch(doc); m != nil && len(m[1]) > 0 {
		says += "\n/Author " + pdfText(html.UnescapeString(string(m[1])))
	}
	return creatorOf.ReplaceAllLiteral(info, []byte(says))
}

// pdfText writes a text as a PDF holds it: UTF-16 in hexadecimal.
func pdfText(s string) string {
	out := "<FEFF"
	for _, unit := range utf16.Encode([]rune(s)) {
		out += fmt.Sprintf("%04X", unit)
	}
	return out + ">"
}
