package main

import (
	"encoding/xml"

	"github.com/lestrrat-go/libxml2"
	"github.com/lestrrat-go/libxml2/parser"
	gokogiri "github.com/moovweb/gokogiri/xml"
)

func parse(data []byte) error {
	// ruleid: go-xxe
	document, err := libxml2.Parse(data, parser.XMLParseNoEnt)
	// ruleid: go-xxe
	p := parser.New(parser.XMLParseDTDLoad, parser.XMLParseNoBlanks)
	options := []parser.Option{
		// ruleid: go-xxe
		parser.XMLParseNoEnt,
		// ok: go-xxe
		parser.XMLParseNoNet,
	}
	use(document, p, options)
	return err
}

func safe(data []byte, into any) error {
	// ok: go-xxe
	if _, err := libxml2.Parse(data); err != nil {
		return err
	}
	// ok: go-xxe
	p := parser.New(parser.XMLParseNoNet)
	use(p)
	// ok: go-xxe
	document, err := gokogiri.Parse(data, nil, nil, gokogiri.DefaultParseOption, nil)
	use(document)
	if err != nil {
		return err
	}
	// ok: go-xxe
	return xml.Unmarshal(data, into)
}
