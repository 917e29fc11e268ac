(* ruleid: ocaml-basics-arg, ocaml-basics-callee *)
let a = audit 1 2
(* ruleid: ocaml-basics-call *)
let b = audit 1 7
(* ruleid: ocaml-basics-call *)
let c = audit "x" 7
(* ruleid: ocaml-basics-arg *)
let d = audit x 2 (* § *)
(* ruleid: ocaml-basics-string *)
let e = audit "name"
(* ruleid: ocaml-basics-regex *)
let f = other "/etc/passwd"
(* ok: ocaml-basics-call, ocaml-basics-arg, ocaml-basics-callee, ocaml-basics-string, ocaml-basics-regex, ocaml-basics-number, ocaml-basics-member, ocaml-basics-qualified *)
let g = "see /etc"
(* ruleid: ocaml-basics-number *)
let h = [1_000; 1000]
(* ruleid: ocaml-basics-member *)
let i = Vault.open_ a b
(* ruleid: ocaml-basics-qualified *)
let j = Vault.Keys.load path
(* ruleid: ocaml-basics-qualified *)
let k = (Vault.Keys.load) path
(* ok: ocaml-basics-call, ocaml-basics-arg, ocaml-basics-callee, ocaml-basics-string, ocaml-basics-regex, ocaml-basics-number, ocaml-basics-member, ocaml-basics-qualified *)
let l = Other.open_ a
