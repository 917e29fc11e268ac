// ruleid: javascript-parts-of-texts-any, javascript-parts-of-texts-argument
foo("a");
// ruleid: javascript-parts-of-texts-any, javascript-parts-of-texts-argument
foo(`a`);
// ruleid: javascript-parts-of-texts-any, javascript-parts-of-texts-argument
foo(`a ${x} b`);
// ok: javascript-parts-of-texts-any, javascript-parts-of-texts-argument
foo(`${x}`);
// ok: javascript-parts-of-texts-any, javascript-parts-of-texts-argument
foo(x);
