const x = "ab";
// ruleid: typescript-strings-any, typescript-strings-content, typescript-strings-re, typescript-strings-exact
h("ab");
// ruleid: typescript-strings-any, typescript-strings-content, typescript-strings-re, typescript-strings-exact
h('ab');
// ruleid: typescript-strings-any, typescript-strings-content, typescript-strings-re, typescript-strings-tmpl, typescript-strings-exact
h(`ab`);
// ruleid: typescript-strings-any, typescript-strings-content, typescript-strings-re, typescript-strings-exact
h(x);
// ruleid: typescript-strings-any, typescript-strings-content, typescript-strings-re, typescript-strings-exact
h("a" + "b");
// ruleid: typescript-strings-tmpl, typescript-strings-tmplx
h(`a${y}`);
// ruleid: typescript-strings-tmpl, typescript-strings-tmplx
h(`a${y}b${z}`);
// ok: typescript-strings-any, typescript-strings-content, typescript-strings-re, typescript-strings-tmpl, typescript-strings-tmplx, typescript-strings-exact
h(y);
// ruleid: typescript-strings-any, typescript-strings-content
h("xa");
