// ruleid: node-template-escaping-off
const a = Handlebars.compile(text, { noEscape: true });
// ruleid: node-template-escaping-off
nunjucks.configure("views", { autoescape: false, express: app });
// ruleid: node-template-escaping-off
const env = new nunjucks.Environment(loader, { autoescape: false });
// ruleid: node-template-escaping-off
Mustache.escape = (text) => text;
// ruleid: node-template-escaping-off
mustache.escape = function (value) {
  return value;
};
// ruleid: node-template-escaping-off
const eta = new Eta({ views: "x", autoEscape: false });
// ok: node-template-escaping-off
const b = Handlebars.compile(text);
// ok: node-template-escaping-off
nunjucks.configure("views", { autoescape: true });
// ok: node-template-escaping-off
const c = Handlebars.compile(text, { noEscape: false, strict: true });
// ok: node-template-escaping-off
Mustache.escape = (text) => encode(text);
// ok: node-template-escaping-off
other.configure("views", { autoescape: false });
