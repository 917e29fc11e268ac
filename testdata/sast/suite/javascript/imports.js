// ruleid: javascript-imports-req
const cp = require("child_process");
// ruleid: javascript-imports-imp
import q from "m";
// ruleid: javascript-imports-named
import {exec} from "child_process";
// ok: javascript-imports-call, javascript-imports-req, javascript-imports-imp, javascript-imports-named, javascript-imports-mcall
import * as z from "child_process";
// ruleid: javascript-imports-call, javascript-imports-mcall
cp.exec(1);
// ruleid: javascript-imports-mcall
exec(1);
// ruleid: javascript-imports-mcall
z.exec(1);
// ruleid: javascript-imports-mcall
child_process.exec(1);
