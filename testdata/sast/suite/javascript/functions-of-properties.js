const shop = {
  // ruleid: javascript-functions-of-properties-beginning, javascript-functions-of-properties-named
  open: function (door) { turn(door); },
  // ruleid: javascript-functions-of-properties-beginning, javascript-functions-of-properties-named
  close(door) { turn(door); },
  // ruleid: javascript-functions-of-properties-beginning, javascript-functions-of-properties-named
  lock: async (door) => { turn(door); },
  // ok: javascript-functions-of-properties-named
  count: 3,
};
class House {
  // ruleid: javascript-functions-of-properties-beginning, javascript-functions-of-properties-named
  knock = (door) => { turn(door); };
  // ok: javascript-functions-of-properties-named
  bell = ring(3);
}
// ruleid: javascript-functions-of-properties-nameless
shop.paint = function (door) { turn(door); };
// ruleid: javascript-functions-of-properties-nameless
visit((door) => { turn(door); });
// ok: javascript-functions-of-properties-nameless
// ruleid: javascript-functions-of-properties-beginning, javascript-functions-of-properties-function, javascript-functions-of-properties-named
visit({ guest: function (door) { turn(door); } });
// ruleid: javascript-functions-of-properties-nameless
const held = { host: function inner(door) { turn(door); } };
// ok: javascript-functions-of-properties-value
// ruleid: javascript-functions-of-properties-anything, javascript-functions-of-properties-beginning, javascript-functions-of-properties-function, javascript-functions-of-properties-named
const first = { guest: (door) => turn(door) };
// ruleid: javascript-functions-of-properties-anything, javascript-functions-of-properties-value
const second = { guest: door };
// ruleid: javascript-functions-of-properties-value
const { guest } = second;
// ruleid: javascript-functions-of-properties-named, javascript-functions-of-properties-value
function greet({ guest, name }) { return name; }
// ruleid: javascript-functions-of-properties-anything, javascript-functions-of-properties-beginning, javascript-functions-of-properties-function, javascript-functions-of-properties-named
const third = { guest: (door) => turn(door) };
// ruleid: javascript-functions-of-properties-anything, javascript-functions-of-properties-value
const fourth = { guest: 3 };
// ok: javascript-functions-of-properties-anything
const fifth = { host: 3 };
// ruleid: javascript-functions-of-properties-anything, javascript-functions-of-properties-beginning, javascript-functions-of-properties-function, javascript-functions-of-properties-named
const sixth = { guest: (door) => turn(door) };
// ruleid: javascript-functions-of-properties-anything, javascript-functions-of-properties-beginning, javascript-functions-of-properties-function, javascript-functions-of-properties-named
const seventh = { guest(door) { return turn(door); } };
// ok: javascript-functions-of-properties-function
// ruleid: javascript-functions-of-properties-anything, javascript-functions-of-properties-value
const eighth = { guest: 3 };
