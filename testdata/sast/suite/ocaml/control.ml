(* ruleid: ocaml-control-same, ocaml-control-then, ocaml-control-let-in *)
let a = if x then 1 else 1
(* ruleid: ocaml-control-useless, ocaml-control-then, ocaml-control-let-in *)
let b = if x then true else false
(* ruleid: ocaml-control-part, ocaml-control-then, ocaml-control-let-in *)
let c = if x = y then f x
(* ruleid: ocaml-control-let-in, ocaml-control-used, ocaml-control-body *)
let d p = let h = open_in p in close h
let e p =
  (* ruleid: ocaml-control-let-in, ocaml-control-body *)
  let h = open_in p in
  (* ruleid: ocaml-control-let-in, ocaml-control-body *)
  let z = 2 in
  close h
(* ruleid: ocaml-control-let-in, ocaml-control-used, ocaml-control-body *)
let f p = let h = open_in p in ignore (close h)
(* ruleid: ocaml-control-let-in, ocaml-control-match, ocaml-control-match-part *)
let g = match x with
  | A -> 1
  (* ruleid: ocaml-control-case *)
  | _ -> 2
(* ruleid: ocaml-control-let-in, ocaml-control-not-found *)
let h = try List.find p l with Not_found -> 1
(* ruleid: ocaml-control-let-in, ocaml-control-try *)
let i = try g x with _ -> 1
(* ruleid: ocaml-control-while, ocaml-control-body *)
let j () = while true do f () done
(* ruleid: ocaml-control-for, ocaml-control-body *)
let k () = for i = 0 to n do f i done
(* ruleid: ocaml-control-body *)
let l () = begin f (); g () end
(* ruleid: ocaml-control-body *)
let m () = f (); g ()
(* ruleid: ocaml-control-match, ocaml-control-match-part, ocaml-control-case *)
let n = function A -> 1 | _ -> 3
