function show(user, list) {
  const box = document.getElementById("box");
  // ruleid: browser-html-built-from-values
  box.innerHTML = "<b>" + user.name + "</b>";
  // ruleid: browser-html-built-from-values
  box.innerHTML += `<li>${user.mail}</li>`;
  // ruleid: browser-html-built-from-values
  box.insertAdjacentHTML("beforeend", "<p>" + list.join() + "</p>");
  // ruleid: browser-html-built-from-values
  $("#list").html("<ul>" + list + "</ul>");
  // ruleid: browser-html-built-from-values
  document.write(`<title>${user.title}</title>`);
  // ok: browser-html-built-from-values
  box.innerHTML = "";
  // ok: browser-html-built-from-values
  box.innerHTML = "<b>" + "fixed" + "</b>";
  // ok: browser-html-built-from-values
  box.textContent = "Hello " + user.name;
  // ok: browser-html-built-from-values
  box.innerHTML = "<b>" + escapeHtml(user.name) + "</b>";
  // ok: browser-html-built-from-values
  box.innerHTML = DOMPurify.sanitize(`<b>${user.name}</b>`);
  // ok: browser-html-built-from-values
  $("#list").text("a" + list);
}
