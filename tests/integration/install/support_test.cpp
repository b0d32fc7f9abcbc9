// SPDX-License-Identifier: GPL-3.0-or-later
// A store full of what is nobody else's business, and what of it gets into a support bundle.
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int wholePageMs = 240'000; // A page is read, on a machine that others use too.

struct PrivateStore {
    /// The JSON lines that sohoactl says.
    std::vector<QJsonObject> run(const QStringList &arguments) const
    {
        QProcess process;
        process.start(programPath(u"sohoactl"_s), QStringList{u"--json"_s, u"--store"_s, store} + arguments);
        REQUIRE(process.waitForFinished(wholePageMs));
        INFO(process.readAllStandardError().toStdString());
        REQUIRE(process.exitCode() == 0);
        std::vector<QJsonObject> lines;
        for (const QByteArray &line : process.readAllStandardOutput().split('\n'))
            if (!line.isEmpty())
                lines.push_back(QJsonDocument::fromJson(line).object());
        return lines;
    }

    QTemporaryDir folder;
    QString store = folder.filePath(u"kho-cua-Tuyet"_s);
};

/// Every text and number below a value that is long enough to mean something.
void collect(const QJsonValue &value, QStringList &texts)
{
    if (value.isString() && value.toString().size() > 5)
        texts.append(value.toString());
    for (const QJsonValue &each : value.toArray())
        collect(each, texts);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collect(*it, texts);
}

} // namespace

TEST_CASE("A support bundle tells how the station is and nothing of whom it serves")
{
    const PrivateStore office;
    const QString page = office.folder.filePath(u"don-cua-Lương-Thị-Tuyết.jpg"_s);
    REQUIRE(QFile::copy(resourcePath(u"practice/stack1/002.jpg"_s), page));
    const QString batch = u"Hộp nhà bà Tuyết"_s;
    office.run({u"import"_s, page, u"--batch"_s, batch});
    const auto dossiers = office.run({u"dossiers"_s});
    REQUIRE(dossiers.size() == 1);
    const QString id = dossiers[0][u"dossier"_s].toString();
    REQUIRE_FALSE(id.isEmpty());
    office.run(
        {u"tag"_s, id, u"--set"_s, u"person_name=Lương Thị Tuyết"_s, u"--set"_s, u"personal_id=031187004321"_s});
    office.run({u"target"_s, u"add"_s, u"kho-Tuyet"_s, u"tus+https://kho-tuyet.haiphong.example/files"_s,
                u"--token-file"_s, office.folder.filePath(u"the-cua-Tuyet"_s)});
    const auto shown = office.run({u"show"_s, id});

    const QString file = office.folder.filePath(u"ho-tro.json"_s);
    office.run({u"support"_s, file});
    const auto bytes = readFile(file, 16 << 20);
    REQUIRE_OK(bytes);
    const QString bundle = QString::fromUtf8(*bytes);
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();

    CHECK(json[u"store"_s][u"batches"_s][u"open"_s].toInt() == 1);
    CHECK(json[u"store"_s][u"dossiers"_s][u"review"_s].toInt() == 1);
    CHECK(json[u"store"_s][u"pages"_s][u"recognized"_s].toInt() == 1);
    CHECK(json[u"settings"_s][u"targets"_s][u"tus+https"_s].toInt() == 1);
    CHECK(json[u"settings"_s][u"targets_with"_s][u"token_file"_s].toInt() == 1);
    CHECK(json[u"findings"_s].isObject());
    CHECK(json[u"devices"_s].toArray().size() >= 1);
    CHECK_FALSE(json[u"sohoa"_s].toString().isEmpty());

    for (const QString &planted :
         {u"Tuyết"_s, u"Tuyet"_s, u"tuyet"_s, u"031187004321"_s, u"haiphong"_s, batch, id, office.folder.path(),
          QDir::homePath(), QSysInfo::machineHostName(), u"ho-tro"_s}) {
        if (planted.size() < 4) // A home of "/" says nothing.
            continue;
        INFO(planted.toStdString());
        CHECK_FALSE(bundle.contains(planted));
    }
    // Whatever the command line shows of the dossier and its page: identifiers, values, words, hashes.
    QStringList texts;
    for (const QJsonObject &line : shown)
        collect(line, texts);
    REQUIRE(texts.size() > 10);
    int looked = 0;
    const QStringList common{u"agency"_s, u"review"_s, u"recognized"_s}; // Words of the program.
    for (const QString &text : texts) {
        if (common.contains(text))
            continue;
        INFO(text.toStdString());
        CHECK_FALSE(bundle.contains(text));
        ++looked;
    }
    CHECK(looked > 10);
}
