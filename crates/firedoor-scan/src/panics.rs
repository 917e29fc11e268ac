//! Catching a panic without letting its text out: it may hold scanned content, so only its place is reported.

use std::cell::{Cell, RefCell};
use std::panic::{UnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Makes panics inside [`guarded`] silent; all others keep the hook that was there.
pub(crate) fn install_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if GUARDED.get() {
                let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
                PLACE.with(|p| *p.borrow_mut() = Some(place));
            } else {
                previous(info);
            }
        }));
    });
}

/// Runs `work`; the error is the source position of a panic in it.
pub(crate) fn guarded<R>(work: impl FnOnce() -> R + UnwindSafe) -> Result<R, String> {
    let before = GUARDED.replace(true);
    let result = catch_unwind(work);
    GUARDED.set(before);
    // The payload is dropped unread on purpose.
    result.map_err(|_| PLACE.with(|p| p.borrow_mut().take()).unwrap_or_else(|| "an unknown place".to_owned()))
}
