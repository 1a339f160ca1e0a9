//! Files mapped into memory: opening one takes no time, and all processes that do share its bytes.
#![allow(unsafe_code, reason = "the one place where memory is mapped")]

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// Maps a file that is only read.
pub fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: The map is private and read-only, and nothing in this process writes to the file. Another process that cuts it
    // or writes into it while it is mapped can end this one with a signal or change the bytes under a reader; the library
    // takes any bytes at any time, compares before it trusts them and checks every place against the length that was
    // mapped. `faktum dict compile` replaces a file by renaming a new one, which leaves the bytes that are mapped alone.
    unsafe { Mmap::map(file) }
}
