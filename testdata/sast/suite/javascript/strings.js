const x = "ab";
// ruleid: javascript-strings-any, javascript-strings-content, javascript-strings-re, javascript-strings-exact
h("ab");
// ruleid: javascript-strings-any, javascript-strings-content, javascript-strings-re, javascript-strings-exact
h('ab');
// ruleid: javascript-strings-any, javascript-strings-content, javascript-strings-re, javascript-strings-tmpl, javascript-strings-exact
h(`ab`);
// ruleid: javascript-strings-any, javascript-strings-content, javascript-strings-re, javascript-strings-exact
h(x);
// ruleid: javascript-strings-any, javascript-strings-content, javascript-strings-re, javascript-strings-exact
h("a" + "b");
// ruleid: javascript-strings-tmpl, javascript-strings-tmplx
h(`a${y}`);
// ruleid: javascript-strings-tmpl, javascript-strings-tmplx
h(`a${y}b${z}`);
// ok: javascript-strings-any, javascript-strings-content, javascript-strings-re, javascript-strings-tmpl, javascript-strings-tmplx, javascript-strings-exact
h(y);
// ruleid: javascript-strings-any, javascript-strings-content
h("xa");
