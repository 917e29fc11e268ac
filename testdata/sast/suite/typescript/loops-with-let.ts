async function f() {
  // ruleid: typescript-loops-with-let
  for (let i = 0; i < 3; i++) { await g(i); }
  // ruleid: typescript-loops-with-let
  for (let j = 0; j < 3; j++) { if (x) { await h.k(j); } }
}
