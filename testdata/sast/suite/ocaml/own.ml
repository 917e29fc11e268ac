open Printf

(* ruleid: ocaml-own-obj-magic *)
let cast x = (Obj.magic x : int)

let load ic s =
  (* ruleid: ocaml-own-marshal *)
  let a = Marshal.from_channel ic in
  (* ruleid: ocaml-own-marshal *)
  let b = input_value ic in
  (* ruleid: ocaml-own-marshal *)
  let c = Marshal.from_string s 0 in
  (a, b, c)

(* ruleid: ocaml-own-weak-hash *)
let h s = Digest.string s |> Digest.to_hex

(* ok: ocaml-own-weak-hash *)
let h2 s = Digestif.SHA256.digest_string s

let find db name =
  (* ruleid: ocaml-own-sql *)
  ignore (Sqlite3.exec db (Printf.sprintf "select * from t where name = '%s'" name));
  (* ruleid: ocaml-own-sql *)
  ignore (Sqlite3.exec db ("select " ^ name));
  (* ok: ocaml-own-sql *)
  Sqlite3.exec db "select 1"

let write () =
  let f = "/tmp/out.txt" in
  (* ok: ocaml-own-tempfile *)
  let oc = open_out f in
  close_out oc

let get a i n =
  (* ok: ocaml-own-unsafe-get *)
  let x = if i < n then Array.unsafe_get a i else 0 in
  (* ruleid: ocaml-own-unsafe-get *)
  x + Array.unsafe_get a i

let quiet f =
  (* ruleid: ocaml-own-catch-all *)
  try f () with _ -> ()

let loud f =
  (* ok: ocaml-own-catch-all *)
  try f () with Not_found -> ()

let dirs p =
  (* ruleid: ocaml-own-umask *)
  Unix.mkdir p 0o777;
  (* ok: ocaml-own-umask *)
  Unix.mkdir p 0o700

let tls ctx =
  (* An empty list. *)
  Ssl.set_verify ctx [] None;
  (* ok: ocaml-own-verify *)
  Ssl.set_verify ctx [Ssl.Verify_peer] None

let check token given =
  (* ruleid: ocaml-own-eq-secret *)
  if token = given then true
  else
    (* ok: ocaml-own-eq-secret *)
    given = ""
