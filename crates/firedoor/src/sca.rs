//! placeholder
use crate::Done;
use crate::cli::{SbomArgs, ScaArgs};
pub(crate) fn run(args: &ScaArgs) -> Done {
    crate::scan::run(&args.scan, &[firedoor_core::EngineId::Sca])
}
pub(crate) fn sbom(_: &SbomArgs) -> Done {
    Ok(2)
}
