fn g() { foo(); x.map(|y| sql(1)); }
fn h() { foo(); x.map(|y| { sql(1); }); }
fn i() { foo(); thread::spawn(move || { sql(1); }); }
// ruleid: rust-lambdas
fn j() { foo(); match x { 1 => sql(1), _ => {} } }
// ruleid: rust-lambdas
fn k() { foo(); if let Some(x) = y { sql(1); } }
// ruleid: rust-lambdas
fn l() { foo(); sql(1) }
