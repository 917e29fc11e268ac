//! placeholder
use crate::Done;
use crate::cli::HookCommand;
pub(crate) fn run(_: HookCommand) -> Done {
    Ok(2)
}
