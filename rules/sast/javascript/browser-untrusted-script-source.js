function load() {
  const script = document.createElement("script");
  const params = new URLSearchParams(location.search);
  // ruleid: browser-untrusted-script-source
  script.src = params.get("plugin");
  document.head.appendChild(script);
}

function frame() {
  const frame = document.createElement("iframe");
  const url = decodeURIComponent(window.location.hash.substring(1));
  // ruleid: browser-untrusted-script-source
  frame.src = url;
  document.body.append(frame);
}

async function module() {
  const name = location.search.slice(1);
  // ruleid: browser-untrusted-script-source
  const loaded = await import(name);
  // ruleid: browser-untrusted-script-source
  $.getScript("https://" + location.hash.slice(1) + "/x.js");
  return loaded;
}

function safe(config) {
  const script = document.createElement("script");
  // ok: browser-untrusted-script-source
  script.src = "/static/plugin.js";
  const language = new URLSearchParams(location.search).get("lang");
  // ok: browser-untrusted-script-source
  script.src = "/lang/" + encodeURIComponent(language) + ".js";
  const known = { de: "/de.js", en: "/en.js" };
  // ok: browser-untrusted-script-source
  script.src = known[language];
  const image = document.createElement("img");
  // ok: browser-untrusted-script-source
  image.src = location.hash.slice(1);
  // ok: browser-untrusted-script-source
  script.src = config.url;
}
