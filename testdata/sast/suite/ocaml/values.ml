(* ruleid: ocaml-values-some *)
let a = Some x
(* ok: ocaml-values-some, ocaml-values-pair, ocaml-values-raise, ocaml-values-list, ocaml-values-lists, ocaml-values-record, ocaml-values-with, ocaml-values-field, ocaml-values-set, ocaml-values-ref, ocaml-values-index, ocaml-values-cons, ocaml-values-lambda, ocaml-values-infix, ocaml-values-concat, ocaml-values-pipe, ocaml-values-and, ocaml-values-label, ocaml-values-method, ocaml-values-new, ocaml-values-assert, ocaml-values-typed *)
let b = Some (1, 2)
(* ruleid: ocaml-values-pair *)
let c = Pair (1, 2)
(* ok: ocaml-values-some, ocaml-values-pair, ocaml-values-raise, ocaml-values-list, ocaml-values-lists, ocaml-values-record, ocaml-values-with, ocaml-values-field, ocaml-values-set, ocaml-values-ref, ocaml-values-index, ocaml-values-cons, ocaml-values-lambda, ocaml-values-infix, ocaml-values-concat, ocaml-values-pipe, ocaml-values-and, ocaml-values-label, ocaml-values-method, ocaml-values-new, ocaml-values-assert, ocaml-values-typed *)
let d = Pair x
(* ruleid: ocaml-values-raise, ocaml-values-typed *)
let e () = raise (Bad "x")
(* ok: ocaml-values-some, ocaml-values-pair, ocaml-values-raise, ocaml-values-list, ocaml-values-lists, ocaml-values-record, ocaml-values-with, ocaml-values-field, ocaml-values-set, ocaml-values-ref, ocaml-values-index, ocaml-values-cons, ocaml-values-lambda, ocaml-values-infix, ocaml-values-concat, ocaml-values-pipe, ocaml-values-and, ocaml-values-label, ocaml-values-method, ocaml-values-new, ocaml-values-assert, ocaml-values-typed *)
let f () = raise (Bad y)
(* ruleid: ocaml-values-list, ocaml-values-lists *)
let g = [1; 2]
(* ruleid: ocaml-values-lists *)
let h = []
(* ruleid: ocaml-values-record *)
let i = { level = 1; size = 2 }
(* ruleid: ocaml-values-with *)
let j = { i with level = 2 }
(* ruleid: ocaml-values-field *)
let k = i.level
(* ruleid: ocaml-values-field, ocaml-values-set *)
let l () = i.level <- 3
(* ruleid: ocaml-values-ref *)
let m () = counter := 1
(* ruleid: ocaml-values-index *)
let n = arr.(2)
(* ruleid: ocaml-values-cons *)
let o = 1 :: g
(* ruleid: ocaml-values-lambda *)
let p = List.map (fun x -> x + 1) l
(* ruleid: ocaml-values-infix *)
let q = k + 1 = k + 1
(* ruleid: ocaml-values-concat, ocaml-values-typed *)
let r = "a" ^ b ^ c
(* ruleid: ocaml-values-pipe *)
let s = x |> run
(* ruleid: ocaml-values-and *)
let t = a && b && c
(* ruleid: ocaml-values-label, ocaml-values-typed *)
let u = make ~size:1 ~name:"x" ()
(* ruleid: ocaml-values-label, ocaml-values-typed *)
let v = make ~name:"x" ~size:2
(* ruleid: ocaml-values-method *)
let w = o#run 1
(* ruleid: ocaml-values-new *)
let x = new widget
(* ruleid: ocaml-values-assert *)
let y = assert false
(* ruleid: ocaml-values-typed *)
let z (s : string) = s
