// ruleid: javascript-reach-seq, javascript-reach-imp
const k = require("m");
const f = () => {
  g(function () {
    k.verify(1);
  });
};
// ruleid: javascript-reach-any
app.get("/", (req, res) => { a(); });
// ruleid: javascript-reach-any
app.get("/", function (req, res) { a(); });
// ruleid: javascript-reach-any
function named(req, res) { a(); }
// ruleid: javascript-reach-expo
export function out(a) { b(); }
// ok: javascript-reach-any, javascript-reach-seq, javascript-reach-loop, javascript-reach-expo, javascript-reach-key, javascript-reach-imp, javascript-reach-catch
function local(a) { b(); }
// ruleid: javascript-reach-loop
for (const x of xs) { a(x); }
// ruleid: javascript-reach-loop
for (let i = 0; i < 3; i++) { a(i); }
// ruleid: javascript-reach-key
z = {Location: 1};
// ruleid: javascript-reach-key
z = {"location": 1};
// ok: javascript-reach-any, javascript-reach-seq, javascript-reach-loop, javascript-reach-expo, javascript-reach-key, javascript-reach-imp, javascript-reach-catch
z = {place: 1};
// ruleid: javascript-reach-imp
import {a} from "m/sub";
// ok: javascript-reach-any, javascript-reach-seq, javascript-reach-loop, javascript-reach-expo, javascript-reach-key, javascript-reach-imp, javascript-reach-catch
import b from "n";
// ruleid: javascript-reach-catch
try { a(); } catch {}
