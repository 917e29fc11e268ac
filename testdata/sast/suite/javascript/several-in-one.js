// ruleid: javascript-several-in-one-made, javascript-several-in-one-asked
var front = make(1)
  , back = make(2)
  , door = require('door');
// ruleid: javascript-several-in-one-rest
const open = (...doors) => { turn(doors); };
// ok: javascript-several-in-one-rest
const close = (door, ...doors) => { turn(doors); };
