// ruleid: typescript-types-typed
function a(p: string) {}
// ok: typescript-types-typed, typescript-types-as, typescript-types-var, typescript-types-mv, typescript-types-deco
function b(p: number) {}
// ruleid: typescript-types-as
x as any;
// ruleid: typescript-types-var
const n: number = 1;
// ok: typescript-types-typed, typescript-types-as, typescript-types-var, typescript-types-mv, typescript-types-deco
const m = 1;
// ok: typescript-types-typed, typescript-types-as, typescript-types-var, typescript-types-mv, typescript-types-deco
interface I { a: string }
function t(q: Foo, r: Bar) {
  // ruleid: typescript-types-mv
  q.m();
  // ok: typescript-types-typed, typescript-types-as, typescript-types-var, typescript-types-mv, typescript-types-deco
  r.m();
}
// ruleid: typescript-types-deco
@D()
class K {}
