'use strict';

const assert = require('node:assert');
const render = require('../src/render');

assert.match(render.page('x', [{ title: '<b>' }]), /&#60;b&#62;/);
