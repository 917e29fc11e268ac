function greet() {
  const name = new URLSearchParams(window.location.search).get("name");
  // ruleid: dom-xss
  document.getElementById("hello").innerHTML = "Hello " + name;
  // ruleid: dom-xss
  document.write("<p>" + document.referrer + "</p>");
}

const tab = decodeURIComponent(location.hash.slice(1));
// ruleid: dom-xss
$("#tab").html(`<b>${tab}</b>`);
// ruleid: dom-xss
document.body.insertAdjacentHTML("beforeend", tab);
if (tab) {
  // ruleid: dom-xss
  eval("open_" + tab + "()");
}

window.addEventListener("message", (event) => {
  const box = document.querySelector("#box");
  // ruleid: dom-xss
  box.innerHTML += event.data.html;
});

function safe() {
  const name = new URLSearchParams(location.search).get("name");
  const box = document.getElementById("hello");
  // ok: dom-xss
  box.textContent = name;
  // ok: dom-xss
  box.innerHTML = DOMPurify.sanitize(name);
  // ok: dom-xss
  box.innerHTML = "<b>static</b>";
  // ok: dom-xss
  box.innerHTML = "<b>" + parseInt(name, 10) + "</b>";
  // ok: dom-xss
  $("#hello").text(name);
  // ok: dom-xss
  box.innerHTML = "<a href='/s?q=" + encodeURIComponent(name) + "'>more</a>";
}

function render(html) {
  // ok: dom-xss
  document.body.innerHTML = html;
}

// Across functions of the file.

function show(text) {
  // ruleid: dom-xss
  document.getElementById("out").innerHTML = text;
}

show(location.hash);

async function reload(box) {
  const params = new URLSearchParams(window.location.search);
  const response = await fetch(`/list?${params.toString()}`);
  const data = await response.text();
  // ok: dom-xss
  box.outerHTML = data;
  // ruleid: dom-xss
  box.innerHTML = params.get('title');
}
