// ruleid: message-without-origin-check
window.addEventListener("message", (event) => {
  run(event.data.command);
});

// ruleid: message-without-origin-check
window.addEventListener("message", function (event) {
  const data = JSON.parse(event.data);
  update(data);
});

// ok: message-without-origin-check
window.addEventListener("message", (event) => {
  if (event.origin !== "https://example.org") {
    return;
  }
  run(event.data.command);
});

// ok: message-without-origin-check
socket.addEventListener("message", (event) => {
  run(event.data);
});
