//! The allocator of the programs in the browser: that of the standard library, with what frees memory out of the optimizer's sight.
//!
//! LLVM takes memory that was asked for as zeros to be zero wherever nobody wrote, and means the place just before it too, where
//! dlmalloc keeps its size. In a release, which compiles the standard library along (`xtask/src/program.rs`), freeing is inlined
//! where the memory was used. There the size was read as 0, and dlmalloc's own check of it stopped the program (scrypt, Rust 1.95).
//!
//! `black_box` and `inline(never)` are hints, so this is a remedy for the Rust that we pin and no more. `cargo xtask build` fails where
//! they did not help; without this file `sealed_backup` of the browser tests does.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;

struct OutOfSight;

#[global_allocator]
static ALLOCATOR: OutOfSight = OutOfSight;

#[allow(unsafe_code, reason = "what an allocator is made of; each call goes on as it came")]
// SAFETY: `System` keeps the contract, and gets each pointer and layout as they came.
unsafe impl GlobalAlloc for OutOfSight {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of `GlobalAlloc`; so in all four.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc_zeroed(layout) }
    }

    #[inline(never)]
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe { System.dealloc(black_box(memory), layout) }
    }

    #[inline(never)]
    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        unsafe { System.realloc(black_box(memory), layout, size) }
    }
}
