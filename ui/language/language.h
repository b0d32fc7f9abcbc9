// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace sohoa::ui {

/// The languages in which Sohoa speaks: "vi" (usual) and "en".
const QStringList &languages();

/// From here on the program speaks `language` ("vi" or "en"): its own sentences and Qt's own buttons, dates and
/// numbers. Windows made before keep their words: make them anew. False when the language is unknown (nothing is
/// changed then) or its catalogue cannot be loaded.
bool installTranslations(QCoreApplication &application, const QString &language);

} // namespace sohoa::ui
