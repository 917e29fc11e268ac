window.addEventListener("message", (event) => {
  // ruleid: message-origin-checked-in-part
  if (event.origin.indexOf("example.org") === -1) return;
  // ruleid: message-origin-checked-in-part
  if (!event.origin.startsWith("https://example.org")) return;
  run(event.data);
});

window.onmessage = function (e) {
  // ruleid: message-origin-checked-in-part
  if (e.origin.includes("example.org")) {
    run(e.data);
  }
  // ruleid: message-origin-checked-in-part
  if (e.origin.endsWith("example.org")) {
    run(e.data);
  }
};

window.addEventListener("message", function (message) {
  // ok: message-origin-checked-in-part
  if (message.origin !== "https://example.org") return;
  // ok: message-origin-checked-in-part
  if (!ALLOWED.includes(message.origin)) return;
  // ok: message-origin-checked-in-part
  if (message.origin.endsWith(".example.org")) run(message.data);
  // ok: message-origin-checked-in-part
  if (message.data.includes("example.org")) run(message.data);
  // ok: message-origin-checked-in-part
  if (message.origin.startsWith("chrome-extension://")) run(message.data);
});
