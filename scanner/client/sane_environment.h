// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "scanner/client/helper_config.h"

#include <QTemporaryDir>

#include <memory>

namespace sohoa {

/// The environment of one helper: which backends it loads and where they find their settings.
///
/// SANE reads the first dll.conf and the first folder dll.d along SANE_CONFIG_DIR, and adds the current directory
/// when that variable is unset or ends in a colon; so it is always set, and never ends so. LC_ALL is C.UTF-8,
/// since some backends translate the words of their options. The private folder lives as long as this object.
class SaneEnvironment {
public:
    /// Names only the backend of that device: the others, however broken, are not even loaded. The backend's own
    /// settings are still found in the user's SANE_CONFIG_DIR, or in /etc/sane.d.
    /// Errors: DeviceNotFound (the name names no backend), FileUnwritable (path).
    static Result<SaneEnvironment> forDevice(const HelperConfig &config, const QString &device);
    /// All backends the user's SANE_CONFIG_DIR (or /etc/sane.d) names; beside them "sohoa" when there are virtual
    /// scanners. Errors: FileUnwritable (path).
    static Result<SaneEnvironment> forListing(const HelperConfig &config);

    const QProcessEnvironment &variables() const { return m_variables; }

private:
    SaneEnvironment() = default;
    /// `backends` as the content of a dll.conf; empty: the user's own.
    static Result<SaneEnvironment> withBackends(const HelperConfig &config, const QByteArray &backends);

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_variables;
};

} // namespace sohoa
