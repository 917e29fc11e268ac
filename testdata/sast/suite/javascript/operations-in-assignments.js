// ruleid: javascript-operations-in-assignments-plus, javascript-operations-in-assignments-set
sum += sack
// ruleid: javascript-operations-in-assignments-else
sum ??= 2
// ruleid: javascript-operations-in-assignments-or
sum ||= rest
// ruleid: javascript-operations-in-assignments-plus
x = sum + sack
// ruleid: javascript-operations-in-assignments-minus
sum -= sack
// ok: javascript-operations-in-assignments-plus, javascript-operations-in-assignments-or, javascript-operations-in-assignments-else, javascript-operations-in-assignments-minus, javascript-operations-in-assignments-set
sum++
