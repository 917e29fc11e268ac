const cp = require('child_process');
const { exec } = require('child_process');
import { exec as e2 } from 'child_process';
// ruleid: javascript-resolved-names
cp.exec(1);
// ruleid: javascript-resolved-names
exec(2);
// ruleid: javascript-resolved-names
e2(3);
// ruleid: javascript-resolved-names
child_process.exec(4);
