// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/schema_check.h"
#include "tests/support/catch.h"
#include "tests/unit/package/samples.h"

#include <QJsonArray>

#include <utility>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

/// The value with what stands at `path` ("documents", "0", "title") replaced; Undefined takes it out.
QJsonValue changed(const QJsonValue &value, const QStringList &path, const QJsonValue &put)
{
    if (path.isEmpty())
        return put;
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        array[path[0].toInt()] = changed(array.at(path[0].toInt()), path.mid(1), put);
        return array;
    }
    QJsonObject object = value.toObject();
    object[path[0]] = changed(object.value(path[0]), path.mid(1), put);
    return object;
}

} // namespace

TEST_CASE("The schema refuses what it must, and names the place but not the value", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QJsonObject record = recordOf(fullInput(folder), folder);
    REQUIRE(schemaViolations(record, schemaFile())->isEmpty());
    const std::pair<const char *, QJsonValue> changes[] = {
        {"schemaVersion", u"2.0"_s},
        {"packageId", u"bi-mat"_s},
        {"revision", 0},
        {"revision", 1.5},
        {"unknown", u"bi-mat"_s},
        {"documents", QJsonArray()},
        {"persons", QJsonValue()},
        {"dossier/procedureCode", u"bi-mat"_s},
        {"dossier/procedureName", QJsonValue()},
        {"dossier/dossierCode", QJsonValue()},
        {"dossier/receivedAt", u"21/08/2023"_s},
        {"dossier/ownerKind", u"bi-mat"_s},
        {"dossier/extra", 1},
        {"dossier/retention", u"08"_s},
        {"persons/0/fullName", QString()},
        {"persons/0/birthDate", QJsonObject{{u"value"_s, u"1975"_s}, {u"precision"_s, u"day"_s}}},
        {"persons/0/role", u"bi-mat"_s},
        {"documents/0/title", QJsonValue()},
        {"documents/0/subject", QString(501, u'x')},
        {"documents/0/signerName", QString(51, u'x')},
        {"documents/0/isPermanent", u"true"_s},
        {"documents/0/validityStatus", QJsonValue()},
        {"documents/0/pages", QJsonArray()},
        {"documents/0/pageCount", 0},
        {"documents/0/file/fileName", u"bi mat.pdf"_s},
        {"documents/0/file/path", u"/bi-mat"_s},
        {"documents/0/file/sha256", QString(64, u'A')},
        {"documents/0/file/sizeBytes", 0},
        {"documents/0/pages/0/legibility", 101},
        {"documents/0/pages/0/capturedAt", u"2026-11-23T08:00:00Z"_s},
        {"dossier/fields/0/origin", u"bi-mat"_s},
        {"dossier/fields/0/value", QString()},
        {"validity/basis", u"bi-mat"_s},
        {"validity/months", -1},
        {"quality/findings/0/severity", u"bi-mat"_s},
        {"provenance/approvedBy", QString()},
    };
    for (const auto &[place, put] : changes) {
        CAPTURE(place);
        const QStringList path = QString::fromLatin1(place).split(u'/');
        const auto violations = schemaViolations(changed(record, path, put).toObject(), schemaFile());
        REQUIRE_OK(violations);
        REQUIRE_FALSE(violations->isEmpty());
        CHECK_FALSE(violations->join(u'\n').contains(u"bi-mat"));
        CHECK_FALSE(violations->join(u'\n').contains(u"bi mat"));
        const QString container = u'/' + path.mid(0, path.size() - 1).join(u'/');
        CHECK((violations->join(u'\n').contains(container) || path.size() == 1));
    }
}

TEST_CASE("Nothing that the schema demands may be left out", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QJsonObject record = recordOf(bareInput(folder), folder);
    for (const QString &where :
         {QString(), u"dossier"_s, u"persons/0"_s, u"documents/0"_s, u"documents/0/file"_s,
          u"documents/0/pages/0"_s, u"dossier/fields/0"_s, u"validity"_s, u"provenance"_s}) {
        QStringList path = where.split(u'/', Qt::SkipEmptyParts);
        QJsonValue object = record;
        for (const QString &part : path)
            object = object.isArray() ? object[part.toInt()] : object[part];
        for (const QString &key : object.toObject().keys()) {
            CAPTURE(where, key);
            const QJsonValue without = changed(record, path + QStringList{key}, QJsonValue(QJsonValue::Undefined));
            CHECK_FALSE(schemaViolations(without.toObject(), schemaFile())->isEmpty());
        }
    }
}

TEST_CASE("A record from elsewhere does not decide what its check costs", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QJsonObject record = recordOf(fullInput(folder), folder);
    const auto longText =
        schemaViolations(changed(record, {u"packageId"_s}, QString(1'000'000, u'a')).toObject(), schemaFile());
    REQUIRE_OK(longText);
    CHECK(*longText == QStringList{u"/packageId: text longer than 4000 characters"_s});
    QJsonArray many;
    for (int i = 0; i < 1000; ++i)
        many.append(QString(5000, u'a'));
    CHECK(schemaViolations(changed(record, {u"persons"_s}, many).toObject(), schemaFile())->size() <= 50);
}
