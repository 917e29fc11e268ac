function check(url, req, href) {
  // ruleid: url-checked-in-part
  if (url.includes("example.org")) return true;
  // ruleid: url-checked-in-part
  if (url.startsWith("https://example.org")) return true;
  // ruleid: url-checked-in-part
  if (req.query.redirectUrl.indexOf("example.org") !== -1) return true;
  // ruleid: url-checked-in-part
  if (new URL(href).hostname.endsWith("example.org")) return true;
  // ok: url-checked-in-part
  if (url.startsWith("https://example.org/")) return true;
  // ok: url-checked-in-part
  if (new URL(href).hostname === "example.org") return true;
  // ok: url-checked-in-part
  if (new URL(href).hostname.endsWith(".example.org")) return true;
  // ok: url-checked-in-part
  if (url.includes("/login")) return true;
  // ok: url-checked-in-part
  return text.includes("example.org");
}
