// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdf_inspection.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

struct Written {
    QTemporaryDir folder{pathTemplate()};
    QString path = folder.filePath(u"a.pdf"_s);

    explicit Written(PdfConformance conformance)
    {
        PdfMetadata metadata = sampleMetadata();
        metadata.conformance = conformance;
        metadata.bookmarks = {{u"Tờ khai"_s, 0}, {u"Giấy chứng sinh"_s, 1}};
        const std::vector<PdfPage> pages = {
            samplePage(folder.filePath(u"1.jpg"_s), {u"Độc lập - Tự do"_s, u"Hạnh phúc"_s}),
            samplePage(folder.filePath(u"2.jpg"_s), {u"Một trang xám"_s}, 1)};
        REQUIRE_OK(writePdf(metadata, pages, path));
    }
};

/// PDFBox's validator of PDF/A-1b, where it is installed; what it finds, one a line.
std::optional<QByteArrayList> preflight(const QString &pdf)
{
    const QString jars = u"/usr/share/java/"_s;
    if (!QFile::exists(jars + u"preflight.jar"_s) || QStandardPaths::findExecutable(u"java"_s).isEmpty())
        return std::nullopt;
    QStringList path;
    for (const auto *jar :
         {"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"})
        path += jars + QString::fromLatin1(jar) + u".jar"_s;
    const Said said =
        run(u"java"_s, {u"-cp"_s, path.join(u':'), u"org.apache.pdfbox.preflight.Validator_A1b"_s, pdf});
    QByteArrayList findings;
    if (said.exitCode != 0)
        for (const QByteArray &line : said.out.split('\n'))
            if (line.contains(" : "))
                findings += line;
    return findings;
}

} // namespace

TEST_CASE("Each level of PDF/A is claimed and kept", "[pdf]")
{
    struct Level {
        PdfConformance conformance;
        int part;
        QString letter;
        QString version;
    };
    for (const Level &level :
         {Level{PdfConformance::A2u, 2, u"U"_s, u"1.7"_s}, Level{PdfConformance::A2b, 2, u"B"_s, u"1.7"_s},
          Level{PdfConformance::A1b, 1, u"B"_s, u"1.4"_s}}) {
        CAPTURE(level.part, level.letter.toStdString());
        const Written written(level.conformance);
        const auto facts = inspectPdf(written.path);
        REQUIRE_OK(facts);
        for (const PdfViolation &violation : facts->violations)
            FAIL_CHECK(violation.rule.toStdString() + ' ' + violation.detail.toStdString());
        CHECK(facts->claimedPart == level.part);
        CHECK(facts->claimedConformance == level.letter);
        CHECK(facts->version == level.version);
        CHECK(run(u"qpdf"_s, {u"--check"_s, written.path}).exitCode == 0);
        if (const auto findings = preflight(written.path)) {
            for (const QByteArray &finding : *findings) {
                // It knows part 1 only: of part 2 it may complain about the claim, and about nothing else.
                const bool claim = finding.startsWith("7.11.1") || finding.startsWith("7.11.2");
                if (level.part == 1 || !claim)
                    FAIL_CHECK(finding.toStdString());
            }
        }
    }
}

TEST_CASE("Parts of a document are bookmarks, and the scan's facts stand in the file", "[pdf]")
{
    const Written written(PdfConformance::A2u);
    const QByteArray outline = run(u"mutool"_s, {u"show"_s, written.path, u"outline"_s}).out;
    INFO(outline.toStdString());
    CHECK(outline.contains("Tờ khai"));
    CHECK(outline.contains("Giấy chứng sinh"));
    const QByteArray xmp = run(u"pdfinfo"_s, {u"-meta"_s, written.path}).out;
    INFO(xmp.toStdString());
    CHECK(xmp.contains("<sohoa:scanResolution>150</sohoa:scanResolution>"));
    CHECK(xmp.contains("<sohoa:scanScale>100</sohoa:scanScale>"));
    CHECK(xmp.contains("<sohoa:scanColor>mixed</sohoa:scanColor>"));

    PdfMetadata metadata = sampleMetadata();
    metadata.bookmarks = {{u"Không có"_s, 1}};
    const QString path = written.folder.filePath(u"b.pdf"_s);
    const PdfPage page = samplePage(written.folder.filePath(u"1.jpg"_s), {});
    CHECK(writePdf(metadata, {page}, path).error().code == ErrorCode::PdfWriteFailed);
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("A writer that is killed leaves no file under the final name", "[pdf]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"a.pdf"_s);
    const std::vector<PdfPage> pages(300, samplePage(folder.filePath(u"1.jpg"_s), {u"Một trang"_s}));
    bool interrupted = false;
    for (int round = 0; round < 40 && !interrupted; ++round) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            (void)writePdf(sampleMetadata(), pages, path);
            ::_exit(0);
        }
        // Killed as soon as its temporary file is there.
        int status = 0;
        while (QDir(folder.path()).entryList({u".*part"_s}, QDir::Files | QDir::Hidden).isEmpty() &&
               ::waitpid(child, &status, WNOHANG) == 0)
            ::sched_yield();
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
        if (QFile::exists(path)) {
            CHECK(inspectPdf(path).has_value());
            REQUIRE(QFile::remove(path));
        } else {
            interrupted = true;
        }
    }
    CHECK(interrupted);
    REQUIRE_OK(writePdf(sampleMetadata(), pages, path));
    CHECK(inspectPdf(path)->pages.size() == 300);
}
