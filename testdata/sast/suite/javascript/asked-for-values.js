let sacks;
// ruleid: javascript-asked-for-values-let
let wet = 3;
function weigh(load) {}
// ruleid: javascript-asked-for-values-parameter
function mark(load = 1) {}
