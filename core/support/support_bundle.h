// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QString>

namespace sohoa {

class Station;

/// What stands beside the store's own figures in a support bundle. None of it may name a person, a number of a
/// device or a place in the network: devices come through anonymous() of scanner/api.
struct SupportSurroundings {
    QString version;    ///< The program's.
    QJsonArray devices; ///< Each with its options.
};

/// What a person who helps from afar wants to know of a station, as one JSON text: versions, devices, how many
/// things are in which state, codes of errors, settings without secrets. It is put together from numbers and from
/// words of the program alone – never from a text that someone typed or a page shows – so nothing personal can get
/// into it: no names, identifiers, paths, addresses, texts of pages. Looks at every file of the store: takes its
/// time. Errors: those of the store.
Result<QByteArray> supportBundle(Station &station, const SupportSurroundings &surroundings);

} // namespace sohoa
