// ruleid: javascript-computed-keys-named, javascript-computed-keys-any
fill({ crate: 1 });
// ruleid: javascript-computed-keys-computed, javascript-computed-keys-any, javascript-computed-keys-this
fill({ [crate]: 1 });
// ruleid: javascript-computed-keys-computed, javascript-computed-keys-any
fill({ ["crate"]: 1 });
// ruleid: javascript-computed-keys-named, javascript-computed-keys-any
fill({ 'crate': 1 });
// ruleid: javascript-computed-keys-renamed, javascript-computed-keys-imported
import React from 'react';
// ruleid: javascript-computed-keys-renamed, javascript-computed-keys-imported
import { sack as bag } from 'mill';
// ok: javascript-computed-keys-computed, javascript-computed-keys-named, javascript-computed-keys-any, javascript-computed-keys-this, javascript-computed-keys-renamed, javascript-computed-keys-imported
const { grain } = require('mill');
