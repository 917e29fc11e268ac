(* ruleid: ocaml-definitions-variable, ocaml-definitions-any *)
let a = 1
(* ruleid: ocaml-definitions-function, ocaml-definitions-body *)
let b x = 1
(* ruleid: ocaml-definitions-function, ocaml-definitions-parameters *)
let c x y = x + y
(* ruleid: ocaml-definitions-function *)
let rec d ~lab ?(opt = 2) (x : int) : string = lab
(* ruleid: ocaml-definitions-unit *)
let () = print "x"
(* ruleid: ocaml-definitions-tuple *)
let (p, q) = pair
(* ruleid: ocaml-definitions-lambda *)
let e = fun x -> x
(* ruleid: ocaml-definitions-function *)
let f = function A -> 1 | B -> 2
(* ruleid: ocaml-definitions-function, ocaml-definitions-attribute *)
let g x = 2 [@@deprecated]
(* ruleid: ocaml-definitions-function *)
let h x =
  (* ruleid: ocaml-definitions-variable, ocaml-definitions-any *)
  let inner = 2 in
  (* ruleid: ocaml-definitions-function *)
  let again y = inner in
  again x
(* ruleid: ocaml-definitions-function, ocaml-definitions-parameters, ocaml-definitions-body *)
let i (x, y) z = 1
