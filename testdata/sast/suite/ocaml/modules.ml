(* ruleid: ocaml-modules-open *)
open Unix
(* ruleid: ocaml-modules-alias *)
module U = Unix
module D = Digest
module S = String
(* ruleid: ocaml-modules-call *)
let a = system "ls"
(* ruleid: ocaml-modules-call *)
let b = U.system "ls"
(* ruleid: ocaml-modules-call *)
let c = Unix.system x
(* ruleid: ocaml-modules-aliased *)
let d = D.string x
(* ok: ocaml-modules-open, ocaml-modules-call, ocaml-modules-alias, ocaml-modules-aliased, ocaml-modules-raw *)
let e = S.string x
module Inner = struct
  (* ruleid: ocaml-modules-raw *)
  let f = Obj.magic x
end
module Make (A : S) = struct
  (* ruleid: ocaml-modules-aliased *)
  let g = Digest.string x
end
