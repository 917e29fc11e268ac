// ruleid: rust-basics-fn
fn a() {
  // ruleid: rust-basics-any
  f();
  // ruleid: rust-basics-any, rust-basics-one
  f(1);
  // ruleid: rust-basics-obj
  o.m(1);
  // ruleid: rust-basics-str
  g("ab");
  // ok: rust-basics-any, rust-basics-obj, rust-basics-str, rust-basics-fn, rust-basics-let, rust-basics-if, rust-basics-unsafe, rust-basics-path, rust-basics-one, rust-basics-macro, rust-basics-same
  g(v);
  // ruleid: rust-basics-let
  let x = 1;
  // ruleid: rust-basics-let
  let mut y = 2;
  // ruleid: rust-basics-any, rust-basics-if, rust-basics-one
  if x { f(2); }
  // ruleid: rust-basics-any, rust-basics-unsafe, rust-basics-one
  unsafe { f(3); }
  // ruleid: rust-basics-let, rust-basics-path
  let e = std::env::var("A");
  // ruleid: rust-basics-macro
  println!("a");
  // ruleid: rust-basics-let, rust-basics-same
  let z = q == q;
}
// ruleid: rust-basics-fn
fn b(x: i32) -> i32 { x }
