//! Prints where patterns match: `ranges LANGUAGE FILE PATTERN…`, one line each, for comparing with another engine. `SHOW` in
//! the environment prints what each pattern is read as.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used)]

use firedoor_lang::Language;
use firedoor_sast::rule::options::Options;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let language = Language::from_semgrep_name(&args[1]).unwrap();
    let code = std::fs::read(&args[2]).unwrap();
    let place = |at: u32| {
        let before = &code[..at as usize];
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        (line, before.len() - before.iter().rposition(|&b| b == b'\n').map_or(0, |n| n + 1) + 1)
    };
    for pattern in &args[3..] {
        if std::env::var_os("SHOW").is_some() {
            println!("{}", firedoor_sast::show_pattern(pattern, language));
        }
        match firedoor_sast::search_text(pattern, language, &code, &Options::default()) {
            Err(e) => println!("error {}", e.message),
            Ok(found) => {
                let mut list: Vec<_> = found.iter().map(|m| (place(m.span.start), place(m.span.end))).collect();
                list.sort_unstable();
                list.dedup();
                let list: Vec<String> = list.iter().map(|((a, b), (c, d))| format!("{a}:{b}-{c}:{d}")).collect();
                println!("{}", list.join(" "));
            }
        }
    }
    if args.len() == 3 {
        println!("{}", firedoor_sast::show_tree(&code, language));
    }
}
