// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sohoa {

/// What only the process itself can set, before any library does work. Exits with status 2 and a line on standard
/// error when something cannot be had.

/// Tesseract's threads are counted when its library is loaded: without OMP_THREAD_LIMIT=1 in the environment the
/// program starts itself anew with it.
void requireOneThread(char *const arguments[]);

/// Niceness 5; no core files (pages are personal data); address space of SOHOA_PAGE_MEMORY_MB (default 2000);
/// memory kept between pages, which saves a sixth of the time.
void limitProcess();

/// Moves the protocol away from descriptors 0 and 1 and lets what libraries print go to standard error.
struct ProtocolDescriptors {
    int in = -1;
    int out = -1;
};
ProtocolDescriptors claimStandardStreams();

} // namespace sohoa
