// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <chrono>
#include <vector>

namespace sohoa {

/// A folder of page images that the backend "sohoa" offers as a scanner.
struct VirtualScanner {
    QString name;   ///< One word: the device is then "sohoa:NAME". Without it the device is "sohoa:FOLDER".
    QString folder; ///< Absolute.
};

/// Everything the scanner side must be told; the composition root fills it in, nothing is looked up elsewhere.
struct HelperConfig {
    QString helperProgram;    ///< Full path of sohoa-scan-helper.
    QString saneModuleFolder; ///< Holds libsane-sohoa.so.1; empty: only the system's backends.
    std::vector<VirtualScanner> virtualScanners;
    /// What the helper inherits. SANE_CONFIG_DIR and LD_LIBRARY_PATH in it are honoured and extended.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    std::chrono::milliseconds silenceLimit{60'000}; ///< Not a byte for so long while a page is due: HelperHung.
    std::chrono::milliseconds listLimit{30'000};    ///< For a whole listing or reading of options.
    /// After an input/output error a fresh helper looks whether the device can still be opened; longer than this
    /// it may not take. Zero: do not look.
    std::chrono::milliseconds goneCheckLimit{3'000};
    /// Cancelling is answered after so long even when the driver is not done with it (PageSource: two seconds).
    std::chrono::milliseconds cancelLimit{1'500};
    /// A helper that is done with is asked to end; so long afterwards comes SIGTERM, and again so long after it
    /// SIGKILL. Drivers may be bringing a lamp carriage home meanwhile; the next scan waits for it.
    std::chrono::milliseconds grace{5'000};
};

} // namespace sohoa
