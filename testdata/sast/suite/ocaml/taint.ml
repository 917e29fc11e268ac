(* A flow. *)
let direct () = Sys.command (read_line ())

let through_let () =
  let name = read_line () in
  let cmd = "ls " ^ name in
  (* A flow. *)
  Sys.command cmd

let formatted () =
  let dir = Sys.getenv "DIR" in
  (* A flow. *)
  Unix.system (Printf.sprintf "du -s %s" dir)

let quoted () =
  let name = Filename.quote (read_line ()) in
  (* ok: ocaml-taint-command *)
  Sys.command ("ls " ^ name)

let build name = "ls " ^ name

let helper () =
  let name = read_line () in
  (* A flow. *)
  Sys.command (build name)

let run cmd =
  (* A flow. *)
  Sys.command cmd

let passes () = run (read_line ())

let branch flag =
  let cmd = if flag then read_line () else "ls" in
  (* A flow. *)
  ignore (Sys.command cmd)

let matched () =
  match read_line () with
  | "" -> 0
  | cmd ->
    (* A flow. *)
    Sys.command cmd

let constant () =
  let _ = read_line () in
  (* ok: ocaml-taint-command *)
  Sys.command "ls"

let reference () =
  let cmd = ref "ls" in
  cmd := read_line ();
  (* A flow. *)
  Sys.command !cmd
