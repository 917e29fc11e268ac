const shop = {
  // ruleid: typescript-functions-of-properties-beginning, typescript-functions-of-properties-named
  open: function (door) { turn(door); },
  // ruleid: typescript-functions-of-properties-beginning, typescript-functions-of-properties-named
  close(door) { turn(door); },
  // ruleid: typescript-functions-of-properties-beginning, typescript-functions-of-properties-named
  lock: async (door) => { turn(door); },
  // ok: typescript-functions-of-properties-named
  count: 3,
};
class House {
  // ruleid: typescript-functions-of-properties-beginning, typescript-functions-of-properties-named
  knock = (door) => { turn(door); };
  // ok: typescript-functions-of-properties-named
  bell = ring(3);
}
// ruleid: typescript-functions-of-properties-nameless
shop.paint = function (door) { turn(door); };
// ruleid: typescript-functions-of-properties-nameless
visit((door) => { turn(door); });
// ok: typescript-functions-of-properties-nameless
// ruleid: typescript-functions-of-properties-beginning, typescript-functions-of-properties-function, typescript-functions-of-properties-named
visit({ guest: function (door) { turn(door); } });
// ruleid: typescript-functions-of-properties-nameless
const held = { host: function inner(door) { turn(door); } };
// ok: typescript-functions-of-properties-value
// ruleid: typescript-functions-of-properties-anything, typescript-functions-of-properties-beginning, typescript-functions-of-properties-function, typescript-functions-of-properties-named
const first = { guest: (door) => turn(door) };
// ruleid: typescript-functions-of-properties-anything, typescript-functions-of-properties-value
const second = { guest: door };
// ruleid: typescript-functions-of-properties-value
const { guest } = second;
// ruleid: typescript-functions-of-properties-named, typescript-functions-of-properties-value
function greet({ guest, name }) { return name; }
// ruleid: typescript-functions-of-properties-anything, typescript-functions-of-properties-beginning, typescript-functions-of-properties-function, typescript-functions-of-properties-named
const third = { guest: (door) => turn(door) };
// ruleid: typescript-functions-of-properties-anything, typescript-functions-of-properties-value
const fourth = { guest: 3 };
// ok: typescript-functions-of-properties-anything
const fifth = { host: 3 };
// ruleid: typescript-functions-of-properties-anything, typescript-functions-of-properties-beginning, typescript-functions-of-properties-function, typescript-functions-of-properties-named
const sixth = { guest: (door) => turn(door) };
// ruleid: typescript-functions-of-properties-anything, typescript-functions-of-properties-beginning, typescript-functions-of-properties-function, typescript-functions-of-properties-named
const seventh = { guest(door) { return turn(door); } };
// ok: typescript-functions-of-properties-function
// ruleid: typescript-functions-of-properties-anything, typescript-functions-of-properties-value
const eighth = { guest: 3 };
