//! placeholder
use crate::cli::HookCommand;
use crate::Done;
pub(crate) fn run(_: HookCommand) -> Done { Ok(2) }
