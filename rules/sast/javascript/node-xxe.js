const libxml = require("libxmljs");

function parse(text) {
  // ruleid: node-xxe
  const first = libxml.parseXml(text, { noent: true });
  // ruleid: node-xxe
  const second = libxml.parseXmlString(text, { noblanks: true, noent: true });
  // ok: node-xxe
  const third = libxml.parseXml(text, { noent: false });
  // ok: node-xxe
  const fourth = libxml.parseXml(text);
  return [first, second, third, fourth];
}
