// ruleid: markdown-raw-html-allowed
const a = new MarkdownIt({ html: true, linkify: true });
// ruleid: markdown-raw-html-allowed
const b = markdownit({ breaks: true, html: true });
// ruleid: markdown-raw-html-allowed
const c = unified().use(remarkHtml, { sanitize: false });
// ruleid: markdown-raw-html-allowed
const d = unified().use(remarkRehype, { allowDangerousHtml: true });
// ok: markdown-raw-html-allowed
const e = new MarkdownIt({ linkify: true });
// ok: markdown-raw-html-allowed
const f = new MarkdownIt({ html: false });
// ok: markdown-raw-html-allowed
const g = unified().use(remarkHtml);
// ok: markdown-raw-html-allowed
const h = new Other({ html: true });
