// ruleid: javascript-jsx-elem
x = <a>b</a>;
// ruleid: javascript-jsx-elem
x = <a c="d">b</a>;
// ruleid: javascript-jsx-attr
x = <b x={1} />;
// ruleid: javascript-jsx-attr
x = <b y={2} x={1} />;
// ruleid: javascript-jsx-html
x = <div dangerouslySetInnerHTML={h} />;
// ruleid: javascript-jsx-html
x = <div id="1" dangerouslySetInnerHTML={h} />;
// ruleid: javascript-jsx-elem, javascript-jsx-str
x = <a href="u" />;
// ruleid: javascript-jsx-elem
x = <a href={u} />;
