// SPDX-License-Identifier: GPL-3.0-or-later
// `sohoactl profiles`, `sohoactl scan --profile` and `sohoactl devices report`, as a script calls them.
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrongUsage = 2;
constexpr int inPart = 3;
constexpr int answerMs = 240'000; // A whole small stack, on a machine that others use too.

struct Outcome {
    int status = -1;
    std::vector<QJsonObject> lines;
    QByteArray err;

    /// The first line that has this member.
    QJsonValue member(const QString &name) const
    {
        const auto line =
            std::ranges::find_if(lines, [&name](const QJsonObject &object) { return object.contains(name); });
        return line == lines.end() ? QJsonValue(QJsonValue::Undefined) : (*line)[name];
    }
};

/// A person's own folders, the administrator's, and one page of paper.
struct Office {
    Office()
    {
        REQUIRE(folder.isValid());
        REQUIRE(QDir(folder.path()).mkpath(u"site/profiles"_s));
        page = folder.filePath(u"tờ giấy.jpg"_s);
        REQUIRE(QFile::copy(resourcePath(u"practice/stack1/002.jpg"_s), page));
    }
    Outcome run(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, folder.filePath(u"config"_s));
        environment.insert(u"SOHOA_SITE_FOLDER"_s, folder.filePath(u"site"_s));
        process.setProcessEnvironment(environment);
        process.start(programPath(u"sohoactl"_s),
                      QStringList{u"--json"_s, u"--store"_s, folder.filePath(u"kho"_s)} + arguments);
        REQUIRE(process.waitForFinished(answerMs));
        Outcome outcome{process.exitCode(), {}, process.readAllStandardError()};
        for (const QByteArray &line : process.readAllStandardOutput().split('\n'))
            if (!line.trimmed().isEmpty())
                outcome.lines.push_back(QJsonDocument::fromJson(line).object());
        return outcome;
    }
    void addSite(const QString &id, const QByteArray &json) const
    {
        REQUIRE_OK(writeDurably(folder.filePath(u"site/profiles/%1.json"_s.arg(id)), json));
    }
    QString device() const { return u"sohoa:"_s + page; }

    QTemporaryDir folder{QDir::tempPath() + u"/sohoa kiểu quét-XXXXXX"_s};
    QString page;
};

QStringList idsOf(const Outcome &outcome)
{
    QStringList ids;
    for (const QJsonObject &line : outcome.lines)
        ids.append(line[u"id"_s].toString());
    return ids;
}

} // namespace

TEST_CASE("Profiles are listed, shown, taken in, handed on and removed", "[sohoactl][profiles]")
{
    const Office office;
    const Outcome shipped = office.run({u"profiles"_s, u"list"_s});
    CHECK(shipped.status == done);
    REQUIRE_FALSE(shipped.lines.empty());
    const QString first = idsOf(shipped).front();
    CHECK(shipped.lines.front()[u"origin"_s] == u"shipped"_s);

    const QString file = office.folder.filePath(u"của tôi.json"_s);
    CHECK(office.run({u"profiles"_s, u"export"_s, first, u"-o"_s, file}).status == done);
    auto json = QJsonDocument::fromJson(readFile(file, 1 << 20).value()).object();
    json[u"id"_s] = u"cua-toi"_s;
    json[u"dpi"_s] = 200;
    REQUIRE_OK(writeDurably(file, QJsonDocument(json).toJson()));
    CHECK(office.run({u"profiles"_s, u"import"_s, file}).status == done);
    const Outcome shown = office.run({u"profiles"_s, u"show"_s, u"cua-toi"_s});
    CHECK(shown.status == done);
    CHECK(shown.member(u"dpi"_s) == 200);
    CHECK(idsOf(office.run({u"profiles"_s, u"list"_s})).contains(u"cua-toi"_s));

    CHECK(office.run({u"profiles"_s, u"remove"_s, u"cua-toi"_s}).status == done);
    CHECK(office.run({u"profiles"_s, u"show"_s, u"cua-toi"_s}).status == failed);
    CHECK(office.run({u"profiles"_s, u"remove"_s, first}).status == failed); // Not the person's own.
    CHECK(office.run({u"profiles"_s, u"paint"_s}).status == wrongUsage);
}

TEST_CASE("A damaged profile is named and the others are listed; the administrator's stay as they are",
          "[sohoactl][profiles]")
{
    const Office office;
    office.addSite(u"cua-huyen"_s,
                   R"({"id":"cua-huyen","name":{"vi":"Của huyện"},"source":"feeder","sides":"one",)"
                   R"("mode":"gray","dpi":200})");
    office.addSite(u"hong"_s, "{ not json");
    const Outcome listed = office.run({u"profiles"_s, u"list"_s});
    CHECK(listed.status == inPart);
    CHECK(idsOf(listed).contains(u"cua-huyen"_s));
    CHECK(office.run({u"profiles"_s, u"remove"_s, u"cua-huyen"_s}).status == failed);
    // What the administrator has set is not overridden by the command line.
    const Outcome louder = office.run(
        {u"scan"_s, u"--profile"_s, u"cua-huyen"_s, u"--device"_s, office.device(), u"--dpi"_s, u"300"_s});
    CHECK(louder.status == failed);
}

TEST_CASE("What a device makes of a profile is told before a sheet moves, and asked about when papers may suffer",
          "[sohoactl][profiles]")
{
    const Office office;
    office.addSite(u"ban-ve"_s, R"({"id":"ban-ve","name":{"vi":"Bản vẽ"},"source":"feeder","sides":"one",)"
                                R"("mode":"color","dpi":300,"paper":"600x900"})");
    const Outcome tried = office.run({u"profiles"_s, u"try"_s, u"ban-ve"_s, u"--device"_s, office.device()});
    CHECK(tried.status == done);
    CHECK(tried.member(u"adjustment"_s).toObject()[u"grave"_s].toBool());
    CHECK(tried.member(u"setting"_s).isObject());

    const QStringList scan{u"scan"_s, u"--profile"_s, u"ban-ve"_s, u"--device"_s, office.device()};
    const Outcome refused = office.run(scan);
    CHECK(refused.status == wrongUsage);
    CHECK_FALSE(refused.err.isEmpty());
    CHECK(office.run({u"batches"_s}).lines.empty()); // Nothing was scanned.
    CHECK(office.run(scan + QStringList{u"--accept-changes"_s}).status == done);
}

TEST_CASE("A stack is scanned by a profile, and what the command line says beats one's own",
          "[sohoactl][profiles]")
{
    const Office office;
    const QString file = office.folder.filePath(u"xám.json"_s);
    REQUIRE_OK(writeDurably(file, R"({"id":"xam","name":{"vi":"Xám"},"source":"feeder","sides":"one",)"
                                  R"("mode":"gray","dpi":200})"));
    REQUIRE(office.run({u"profiles"_s, u"import"_s, file}).status == done);
    const Outcome scanned = office.run({u"scan"_s, u"--profile"_s, u"xam"_s, u"--device"_s, office.device()});
    INFO(scanned.err.toStdString());
    CHECK(scanned.status == done);
    CHECK(scanned.member(u"dpi"_s) == 200);
    const Outcome finer = office.run({u"scan"_s, u"--profile"_s, u"xam"_s, u"--device"_s, office.device(),
                                      u"--dpi"_s, u"150"_s, u"--batch"_s, u"khác"_s});
    CHECK(finer.status == done);
    CHECK(finer.member(u"dpi"_s) == 150);
    CHECK(office.run({u"scan"_s, u"--profile"_s, u"khong-co"_s, u"--device"_s, office.device()}).status == failed);
    CHECK(office.run({u"scan"_s, u"--profile"_s, u"xam"_s}).status == wrongUsage); // Bound to no scanner.
}

TEST_CASE("A device report holds no name of a person or folder, and a profile is tried out on it elsewhere",
          "[sohoactl][devices]")
{
    const Office office;
    const QString file = office.folder.filePath(u"máy.json"_s);
    const Outcome reported = office.run({u"devices"_s, u"report"_s, office.device(), u"-o"_s, file});
    INFO(reported.err.toStdString());
    REQUIRE(reported.status == done);
    CHECK(reported.member(u"states"_s).toInt() > 1);
    const QByteArray report = readFile(file, 1 << 24).value();
    CHECK_FALSE(report.contains(office.page.toUtf8()));
    CHECK_FALSE(report.contains(QDir::homePath().toUtf8() + '/'));

    const QString profile = idsOf(office.run({u"profiles"_s, u"list"_s})).front();
    const Outcome tried = office.run({u"profiles"_s, u"try"_s, profile, u"--report"_s, file});
    CHECK(tried.status == done);
    CHECK(tried.member(u"setting"_s).isObject());
    CHECK(office.run({u"devices"_s, u"report"_s, u"sohoa:/khong/co"_s, u"-o"_s, file}).status == failed);
}
