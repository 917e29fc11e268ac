const params = new URLSearchParams(window.location.search);
const next = params.get("next");

function leave() {
  // ruleid: dom-open-redirect
  window.location.href = next;
  // ruleid: dom-open-redirect
  location.replace(decodeURIComponent(location.hash.slice(1)));
  // ruleid: dom-open-redirect
  window.open(params.get("popup"));
}

function stay(own) {
  // ok: dom-open-redirect
  window.location.href = "/search?q=" + encodeURIComponent(params.get("q"));
  // ok: dom-open-redirect
  location.href = "/home";
  // ok: dom-open-redirect
  location.assign(own);
}

function history() {
  var state = read(),
      index = state[0],
      location = state[1];
  function go() {
    const target = window.location.hash.slice(1);
    // ok: dom-open-redirect
    location = target;
    // ok: dom-open-redirect
    location.href = target;
    return index;
  }
  return go;
}

function own(location) {
  // ok: dom-open-redirect
  location.href = window.location.hash.slice(1);
}
