(* ruleid: ocaml-rules-length *)
let a l = List.length l = 0
(* ok: ocaml-rules-length, ocaml-rules-shell, ocaml-rules-weak, ocaml-rules-inside, ocaml-rules-guarded, ocaml-rules-focus, ocaml-rules-taint *)
let b l = List.length l > 1
(* ok: ocaml-rules-length, ocaml-rules-shell, ocaml-rules-weak, ocaml-rules-inside, ocaml-rules-guarded, ocaml-rules-focus, ocaml-rules-taint *)
let c = Sys.command "ls"
(* ruleid: ocaml-rules-shell *)
let d x = Sys.command x
(* ruleid: ocaml-rules-shell *)
let e x = Sys.command ("ls " ^ x)
(* ruleid: ocaml-rules-weak *)
let f k = Cipher.make "DES" k
(* ok: ocaml-rules-length, ocaml-rules-shell, ocaml-rules-weak, ocaml-rules-inside, ocaml-rules-guarded, ocaml-rules-focus, ocaml-rules-taint *)
let g k = Cipher.make "AES" k
(* ruleid: ocaml-rules-inside *)
let token n = string_of_int (Random.int n)
(* ok: ocaml-rules-length, ocaml-rules-shell, ocaml-rules-weak, ocaml-rules-inside, ocaml-rules-guarded, ocaml-rules-focus, ocaml-rules-taint *)
let other n = Random.int n
(* ruleid: ocaml-rules-guarded *)
let h p l = List.find p l
(* ok: ocaml-rules-length, ocaml-rules-shell, ocaml-rules-weak, ocaml-rules-inside, ocaml-rules-guarded, ocaml-rules-focus, ocaml-rules-taint *)
let i p l = try List.find p l with Not_found -> 0
(* ok: ocaml-rules-length, ocaml-rules-shell, ocaml-rules-weak, ocaml-rules-inside, ocaml-rules-guarded, ocaml-rules-focus, ocaml-rules-taint *)
let j db = exec db "select 1"
(* ruleid: ocaml-rules-focus *)
let k db q = exec db q
let l () =
  let cmd = read_line () in
  (* ruleid: ocaml-rules-shell *)
  Sys.command cmd
let m () =
  let cmd = read_line () in
  let safe = Filename.quote cmd in
  (* ruleid: ocaml-rules-shell *)
  Sys.command safe
let n () =
  let cmd = "ls " ^ read_line () in
  (* ruleid: ocaml-rules-shell *)
  if cmd <> "" then ignore (Sys.command cmd)
(* ruleid: ocaml-rules-shell *)
let o () = Sys.command (Printf.sprintf "ls %s" (read_line ()))
