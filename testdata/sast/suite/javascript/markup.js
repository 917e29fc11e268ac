// ruleid: javascript-markup-href
x = <a href="/y">text</a>;
// ruleid: javascript-markup-href
x = <a href={y}>text</a>;
// ruleid: javascript-markup-any
x = <b d="1" c={z} />;
// ok: javascript-markup-href, javascript-markup-any
x = <b d="1" />;
