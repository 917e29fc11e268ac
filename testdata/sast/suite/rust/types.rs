// ruleid: rust-types-a, rust-types-d, rust-types-e
struct A { x: i32 }
// ruleid: rust-types-a, rust-types-d, rust-types-e
struct B;
// ruleid: rust-types-a, rust-types-d, rust-types-e
pub struct C { pub y: String }
// ruleid: rust-types-a, rust-types-d, rust-types-e
struct D(i32);
// ruleid: rust-types-c
impl A { fn x() {} }
// ruleid: rust-types-c
impl Foo for A { fn y() {} }
// ruleid: rust-types-c
impl Bar for A { fn y() {} }
enum E { A, B }
// ruleid: rust-types-h
trait T { fn x(); }
