const cp = require('child_process');
const { exec } = require('child_process');
const { spawn: run } = require('child_process');
import * as all from 'child_process';
import { fork } from 'child_process';
import { fork as other } from 'cluster';
// ruleid: javascript-names-of-imports-any
exec(a);
// ruleid: javascript-names-of-imports-any
run(a);
// ruleid: javascript-names-of-imports-any
cp.exec(a);
// ruleid: javascript-names-of-imports-any
all.exec(a);
// ruleid: javascript-names-of-imports-any
fork(a);
// ok: javascript-names-of-imports-any
other(a);
// ok: javascript-names-of-imports-any
local.exec(a);
