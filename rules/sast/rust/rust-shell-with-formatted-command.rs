use std::process::Command;

fn bad(folder: &str, name: &str) {
    // ruleid: rust-shell-with-formatted-command
    Command::new("sh").arg("-c").arg(format!("ls {}", folder)).status().unwrap();
    // ruleid: rust-shell-with-formatted-command
    Command::new("/bin/bash").arg("-c").arg(&format!("tar cf {} {}", name, folder)).spawn().unwrap();
    let line = format!("rm -r {}", folder);
    // ruleid: rust-shell-with-formatted-command
    Command::new("sh").arg("-c").arg(&line).status().unwrap();
    // ruleid: rust-shell-with-formatted-command
    let out = Command::new("cmd").args(["/C", &format!("dir {}", folder)]).output();
}

fn fine(folder: &str) {
    // ok: rust-shell-with-formatted-command
    Command::new("ls").arg(folder).status().unwrap();
    // ok: rust-shell-with-formatted-command
    Command::new("sh").arg("-c").arg("ls -l").status().unwrap();
    // ok: rust-shell-with-formatted-command
    Command::new("git").arg("-c").arg(format!("user.name={}", folder)).status().unwrap();
    // ok: rust-shell-with-formatted-command
    Command::new("sh").arg(folder).status().unwrap();
}
