// ruleid: rust-depth
fn a() { if x { sql(1); } }
fn b() { match x { 1 => { sql(1); } _ => {} } }
// ruleid: rust-depth
fn c() { loop { sql(1); } }
// ruleid: rust-depth
fn d() { for i in x { sql(1); } }
// ruleid: rust-depth
fn e() { while x { sql(1); } }
fn f() { let y = if x { sql(1) } else { 2 }; }
fn g() { x.map(|y| { sql(1); }); }
// ruleid: rust-depth
fn h() { let y = sql(1); }
// ruleid: rust-depth
fn i() { return sql(1); }
// ruleid: rust-depth
fn j() { foo(sql(1)); }
// ruleid: rust-depth
fn k() { unsafe { sql(1); } }
// ruleid: rust-depth
fn l() { sql(1) }
// ruleid: rust-depth
fn m() { if let Some(z) = y { sql(1); } }
