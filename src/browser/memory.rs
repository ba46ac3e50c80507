//! Room for what is to come, taken before any other part of the program is there.

use std::hint::black_box;

/// So much: a tablet with 400 visits uses some ten of these 64 MiB.
const ROOM: usize = 64 << 20;

/// Lets the memory grow once, while one module knows of it, and gives the room back to the allocator, which goes on from there.
///
/// In WebKit 2.50 a module that was there when the memory grew may go by the former size and stop the app ("Out of bounds
/// memory access"). An initial memory of this size does not help: the allocator leaves it alone and asks for more. A device
/// gives only what is used.
pub fn take_room() {
    let mut room = Vec::<u8>::new();
    // Where a device refuses, memory grows when it is needed.
    let _ = room.try_reserve_exact(ROOM);
    // Else the compiler sees that nobody uses it.
    black_box(room.as_mut_ptr());
}
