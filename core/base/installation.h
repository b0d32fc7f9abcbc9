// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sohoa {

/// A program of ours ("sohoa-page-helper"): beside the running program, or in the installed libexec folder, or in
/// the folder that the environment names (SOHOA_BIN, for tests). Empty when it is nowhere.
QString programPath(const QString &name);

/// A file or folder of resources/ ("catalogue", "schema/dossier.schema.json"): from SOHOA_RESOURCES when set, else
/// the installed data folder, else the source tree that this build was made from. Empty when it is nowhere.
QString resourcePath(const QString &relative);

/// The folder of our own SANE backends (libsane-sohoa.so.1). Empty when it is nowhere.
QString saneModuleFolder();

} // namespace sohoa
