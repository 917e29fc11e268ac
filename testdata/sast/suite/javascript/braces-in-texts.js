// ruleid: javascript-braces-in-texts-any
run(`a`);
// ruleid: javascript-braces-in-texts-some, javascript-braces-in-texts-any
run(`a ${x}`);
// ruleid: javascript-braces-in-texts-some, javascript-braces-in-texts-any
run(`${x}`);
// ruleid: javascript-braces-in-texts-some, javascript-braces-in-texts-any
run(`${x}${y}`);
// ruleid: javascript-braces-in-texts-some, javascript-braces-in-texts-any
run(`a ${x} b ${y}`);
