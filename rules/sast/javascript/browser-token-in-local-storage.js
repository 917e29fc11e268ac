function login(answer) {
  // ruleid: browser-token-in-local-storage
  localStorage.setItem("token", answer.token);
  // ruleid: browser-token-in-local-storage
  window.localStorage.setItem("accessToken", answer.access);
  // ruleid: browser-token-in-local-storage
  sessionStorage.setItem("jwt", answer.jwt);
  // ruleid: browser-token-in-local-storage
  localStorage["api_key"] = answer.key;
  // ok: browser-token-in-local-storage
  localStorage.setItem("theme", "dark");
  // ok: browser-token-in-local-storage
  localStorage.getItem("token");
  // ok: browser-token-in-local-storage
  localStorage.removeItem("token");
  // ok: browser-token-in-local-storage
  cache.setItem("token", answer.token);
}
