function send(frame, token) {
  // ruleid: post-message-any-origin
  frame.contentWindow.postMessage({ token }, "*");
  // ruleid: post-message-any-origin
  window.parent.postMessage(token, "*");
  // ok: post-message-any-origin
  window.parent.postMessage({ token }, "https://example.org");
  // ok: post-message-any-origin
  window.parent.postMessage("ready", "*");
  // ok: post-message-any-origin
  worker.postMessage(token);
}
function later(token) {
  // ok: post-message-any-origin
  window.postMessage(token, "*");
  // ok: post-message-any-origin
  globalThis.postMessage(token, "*");
}
