const SECRET = "topsecret";
// ruleid: javascript-propagated-focus, javascript-propagated-content
sign(d, "topsecret");
// ruleid: javascript-propagated-content
sign(d, SECRET);
// ruleid: javascript-propagated-compound
el.out = x;
// ruleid: javascript-propagated-compound, javascript-propagated-sum
el.out += x;
// ruleid: javascript-propagated-sum
total += x;
// ok: javascript-propagated-focus, javascript-propagated-content, javascript-propagated-compound, javascript-propagated-sum, javascript-propagated-loop, javascript-propagated-symbolic
total -= x;
// ruleid: javascript-propagated-loop
for (var k in src) { dst[k] = src[k]; }
// ruleid: javascript-propagated-loop
for (let k in src) { if (x) { dst[k] = src[k]; } }
function f(a, cmd) {
  // ruleid: javascript-propagated-symbolic
  join("a", cmd);
  const z = cmd;
  // ruleid: javascript-propagated-symbolic
  join(z);
}
