
"use strict";
(() => {
  const PAGE = 200;
  const ORDER = ["critical", "high", "medium", "low", "info"];
  const findings = JSON.parse(document.getElementById("data").textContent);
  const list = document.getElementById("list");
  const more = document.getElementById("more");
  const shown = document.getElementById("shown");

  const make = (tag, text, cls) => {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (cls) node.className = cls;
    return node;
  };
  const unique = (key) => [...new Set(findings.map((f) => f[key]))];
  findings.forEach((f) => {
    f.text = [f.r, f.p, f.m, f.d, f.e, ...f.a, ...f.f, ...f.x].join("\n").toLowerCase();
  });

  const filters = document.getElementById("filters");
  const search = make("input");
  search.type = "search";
  search.placeholder = "Search rule, file, text";
  search.setAttribute("aria-label", "Search");
  filters.append(search);
  const select = (name, values) => {
    const node = make("select");
    node.setAttribute("aria-label", name);
    node.append(new Option(name + ": all", ""));
    values.forEach((v) => node.append(new Option(v, v)));
    filters.append(node);
    return node;
  };
  const severity = select("Severity", ORDER.filter((s) => unique("s").includes(s)));
  const engine = select("Engine", unique("e"));
  const rule = select("Rule", unique("r").sort());
  const status = select("Status", ["blocking", "not blocking", "new", "existing", "suppressed"]);
  status.value = "";
  const sort = make("select");
  sort.setAttribute("aria-label", "Order");
  ["by importance", "by file"].forEach((v) => sort.append(new Option(v, v)));
  filters.append(sort);

  const fits = (f) => {
    if (severity.value && f.s !== severity.value) return false;
    if (engine.value && f.e !== engine.value) return false;
    if (rule.value && f.r !== rule.value) return false;
    const off = f.x.length > 0;
    switch (status.value) {
      case "": if (off) return false; break;
      case "blocking": if (!f.b) return false; break;
      case "not blocking": if (f.b || off) return false; break;
      case "suppressed": if (!off) return false; break;
      default: if (f.t !== status.value || off) return false;
    }
    return search.value.toLowerCase().split(/\s+/).every((word) => f.text.includes(word));
  };

  const card = (f) => {
    const node = make("details", undefined, "finding" + (f.x.length ? " off" : ""));
    const head = make("summary");
    head.append(make("span", f.s, "badge " + f.s));
    if (f.b) head.append(make("span", "blocking", "badge blocking"));
    if (f.t) head.append(make("span", f.t, "badge"));
    if (f.x.length) head.append(make("span", "suppressed", "badge"));
    head.append(make("span", f.m.split("\n")[0]));
    head.append(make("span", f.p, "place"));
    node.append(head);
    // The body is made when it is first opened: ten thousand of them would be slow.
    node.addEventListener("toggle", () => {
      if (!node.open || node.children.length > 1) return;
      const body = make("div");
      body.append(make("p", f.m, "message"));
      const code = make("pre");
      code.append(f.n + "  " + f.k[0], make("mark", f.k[1]), f.k[2]);
      body.append(code);
      f.a.forEach((a) => body.append(make("p", a)));
      if (f.d && f.d !== f.m) body.append(make("p", f.d));
      if (f.y.length) {
        const steps = make("ol");
        f.y.forEach((s) => steps.append(make("li", s)));
        body.append(steps);
      }
      f.x.forEach((x) => body.append(make("p", "Suppressed by " + x)));
      const facts = ["severity " + f.s, "confidence " + f.c, "engine " + f.e, ...f.f];
      if (f.w) facts.push((f.b ? "blocks: " : "does not block: ") + f.w);
      body.append(make("p", facts.join(" · ")));
      const link = make("a", f.r);
      if (f.u.startsWith("https://")) link.href = f.u;
      link.rel = "noreferrer";
      const last = make("p", "Rule ");
      last.append(link);
      body.append(last);
      node.append(body);
    });
    return node;
  };

  let current = [];
  let at = 0;
  const page = () => {
    const part = document.createDocumentFragment();
    current.slice(at, at + PAGE).forEach((f) => part.append(card(f)));
    list.append(part);
    at += PAGE;
    more.hidden = at >= current.length;
  };
  const show = () => {
    current = findings.filter(fits);
    if (sort.value === "by importance") {
      const key = (f) => (f.b ? 0 : 100) + (f.t === "existing" ? 10 : 0) + ORDER.indexOf(f.s);
      current.sort((a, b) => key(a) - key(b));
    }
    list.textContent = "";
    at = 0;
    shown.textContent = current.length + " of " + findings.length + " findings";
    page();
  };
  let timer;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 120);
  });
  [severity, engine, rule, status, sort].forEach((s) => s.addEventListener("change", show));
  more.addEventListener("click", page);
  show();
})();
