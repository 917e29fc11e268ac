use std::mem::{self, MaybeUninit};

fn bad(n: usize, mut file: File) -> Vec<u8> {
    // ruleid: rust-uninitialized-memory
    let first: [u8; 16] = unsafe { mem::uninitialized() };
    // ruleid: rust-uninitialized-memory
    let second: u32 = unsafe { MaybeUninit::uninit().assume_init() };
    // ruleid: rust-uninitialized-memory
    let mut buffer = Vec::with_capacity(n);
    unsafe { buffer.set_len(n); }
    file.read_exact(&mut buffer).unwrap();
    // ruleid: rust-uninitialized-memory
    let third = unsafe { std::mem::MaybeUninit::<[u8; 4]>::uninit().assume_init() };
    buffer
}

fn fine(n: usize, source: *const u8) -> Vec<u8> {
    // ok: rust-uninitialized-memory
    let mut slot = MaybeUninit::<u32>::uninit();
    slot.write(3);
    // ok: rust-uninitialized-memory
    let value = unsafe { slot.assume_init() };
    // ok: rust-uninitialized-memory
    let zeroed = vec![0u8; n];
    // ok: rust-uninitialized-memory
    let mut copied: Vec<u8> = Vec::with_capacity(n);
    unsafe {
        std::ptr::copy_nonoverlapping(source, copied.as_mut_ptr(), n);
        copied.set_len(n);
    }
    // ok: rust-uninitialized-memory
    let empty: Vec<u8> = Vec::with_capacity(n);
    copied
}
