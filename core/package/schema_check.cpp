// SPDX-License-Identifier: GPL-3.0-or-later
// valijson's Qt adapter makes QStrings from plain literals.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "core/package/schema_check.h"

#include "core/base/durable_file.h"

#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <exception>
#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestSchema = qint64{1} << 20;
constexpr qsizetype mostSchemaFaults = 50;
/// Longer than any text of the record. The schema's patterns run in std::regex, which needs stack for each
/// character: a record from elsewhere must not decide how much.
constexpr qsizetype longestText = 4000;

void findLongTexts(const QJsonValue &value, const QString &place, QStringList &found)
{
    if (found.size() >= mostSchemaFaults)
        return;
    if (value.isString() && value.toString().size() > longestText)
        found += place + u": text longer than %1 characters"_s.arg(longestText);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().size() > longestText)
            found += place + u": name longer than %1 characters"_s.arg(longestText);
        findLongTexts(it.value(), place + u'/' + it.key().left(100), found);
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        findLongTexts(array[i], place + u"/%1"_s.arg(i), found);
}

QString placeOf(const valijson::ValidationResults::Error &error)
{
    QString place;
    for (const std::string &part : error.context)
        place += QString::fromStdString(part);
    return place.replace(u"<root>"_s, QString()).replace(u"]["_s, u"/"_s).replace(u'[', u'/').remove(u']');
}

} // namespace

Result<QStringList> schemaViolations(const QJsonObject &record, const QString &schemaFile)
{
    const auto bytes = readFile(schemaFile, largestSchema);
    if (!bytes)
        return fail(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    const auto noSchema = [&schemaFile](const QString &detail) {
        return fail(ErrorCode::FileUnreadable, detail, {{u"path"_s, schemaFile}});
    };
    if (!document.isObject())
        return noSchema(u"no JSON Schema"_s);

    QStringList violations;
    findLongTexts(record, QString(), violations);
    if (!violations.isEmpty())
        return violations;
    try {
        valijson::Schema schema;
        valijson::SchemaParser parser;
        const QJsonValue schemaValue = document.object();
        parser.populateSchema(valijson::adapters::QtJsonAdapter(schemaValue), schema);
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        const QJsonValue recordValue = record;
        validator.validate(schema, valijson::adapters::QtJsonAdapter(recordValue), &results);
        valijson::ValidationResults::Error error;
        while (violations.size() < mostSchemaFaults && results.popError(error))
            violations += placeOf(error) + u": "_s + QString::fromStdString(error.description);
    } catch (const std::exception &failure) {
        return noSchema(QString::fromUtf8(failure.what()));
    }
    return violations;
}

} // namespace sohoa
