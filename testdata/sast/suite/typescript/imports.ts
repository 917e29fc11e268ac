// ruleid: typescript-imports-req
const cp = require("child_process");
// ruleid: typescript-imports-imp
import q from "m";
// ruleid: typescript-imports-named
import {exec} from "child_process";
// ok: typescript-imports-call, typescript-imports-req, typescript-imports-imp, typescript-imports-named, typescript-imports-mcall
import * as z from "child_process";
// ruleid: typescript-imports-call, typescript-imports-mcall
cp.exec(1);
// ruleid: typescript-imports-mcall
exec(1);
// ruleid: typescript-imports-mcall
z.exec(1);
// ruleid: typescript-imports-mcall
child_process.exec(1);
