abstract class A {
  // ok: typescript-signatures-any
  abstract f(): void;
  // ruleid: typescript-signatures-any
  g(): void { h(); }
}
// ruleid: typescript-signatures-any
function k(): void { h(); }
