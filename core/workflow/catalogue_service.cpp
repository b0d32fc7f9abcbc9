// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalogue_service.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// A national list has some 6,000 rows; this is a hundred times its size.
constexpr qint64 maxFileBytes = qint64{256} << 20;
constexpr auto importKey = "catalogue.procedures"_L1;

} // namespace

Result<Catalogue> loadCatalogue(const QString &folder, Store &store)
{
    auto shipped = Catalogue::load(folder);
    if (!shipped)
        return shipped;
    const auto imported = store.settings().get(importKey);
    if (!imported)
        return fail(imported.error());
    if (!*imported)
        return shipped;
    const auto procedures = parseProcedures((*imported)->toString().toUtf8());
    if (!procedures)
        return fail(procedures.error());
    return shipped->withProcedures(*procedures);
}

Result<int> importProcedures(const QString &path, StationContext &context)
{
    const auto bytes = readFile(path, maxFileBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto procedures = parseProcedures(*bytes, QFileInfo(path).fileName());
    if (!procedures)
        return fail(procedures.error());
    if (auto kept = context.store->settings().set(importKey, QString::fromUtf8(*bytes)); !kept)
        return fail(kept.error());
    context.catalogue = context.catalogue.withProcedures(*procedures);
    return static_cast<int>(procedures->size());
}

} // namespace sohoa
