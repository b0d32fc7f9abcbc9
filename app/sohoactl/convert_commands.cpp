// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/command.h"
#include "app/sohoactl/convert_run.h"
#include "app/sohoactl/text.h"
#include "core/base/durable_file.h"
#include "core/pdf/pdf_writer.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Takes = OptionSpec::Takes;

Result<void> writeText(const std::vector<ConvertRun::ConvertedPage> &pages, const QString &path)
{
    QStringList texts;
    for (const auto &converted : pages)
        texts.append(converted.page.reading->text);
    // A form feed between pages, as pdftotext has it.
    return writeDurably(path, (texts.join(u"\n\f"_s) + u'\n').toUtf8());
}

Result<void> writeReport(const ConvertRun &run, const std::vector<ConvertRun::ConvertedPage> &pages,
                         const QString &path)
{
    QJsonArray pageObjects;
    for (const auto &converted : pages) {
        QJsonObject object = pageToJson(converted.page);
        QJsonObject stages;
        for (auto it = converted.timings.cbegin(); it != converted.timings.cend(); ++it)
            stages.insert(it.key(), std::round(it.value() * 10) / 10);
        object.insert(u"stages_ms"_s, stages);
        pageObjects.append(object);
    }
    QJsonArray failures;
    for (const auto &failure : run.failures())
        failures.append(QJsonObject{{u"item"_s, failure.item}, {u"code"_s, static_cast<int>(failure.error.code)}});
    const QJsonObject report{{u"pages"_s, pageObjects}, {u"failures"_s, failures}};
    return writeDurably(path, QJsonDocument(report).toJson(QJsonDocument::Compact) + '\n');
}

Result<void> writeConvertedPdf(const std::vector<ConvertRun::ConvertedPage> &pages, const QStringList &paths,
                               PdfConformance conformance, const QString &path)
{
    PdfMetadata metadata;
    metadata.conformance = conformance;
    metadata.title = QFileInfo(paths.front()).completeBaseName();
    metadata.producer = u"Sohoa "_s + QStringLiteral(SOHOA_VERSION);
    // The newest input's time rather than now: the same input gives the same bytes.
    for (const QString &input : paths)
        metadata.created.msecs =
            std::max(metadata.created.msecs, QFileInfo(input).lastModified().toMSecsSinceEpoch());
    std::vector<PdfPage> sheets;
    QString source;
    for (const auto &converted : pages) {
        if (paths.size() > 1 && converted.page.source != source)
            metadata.bookmarks.push_back(
                {QFileInfo(converted.page.source).completeBaseName(), static_cast<int>(sheets.size())});
        source = converted.page.source;
        const PageReading &reading = *converted.page.reading;
        sheets.push_back({converted.layerFile, reading.width, reading.height, reading.dpi, reading.words, {}});
    }
    const auto written = writePdf(metadata, sheets, path);
    if (!written)
        return fail(written.error());
    return {};
}

ExitStatus convert(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"pdf"_s},
                                                             {u"text"_s},
                                                             {u"report"_s},
                                                             {u"lang"_s},
                                                             {u"profile"_s},
                                                             {u"pdfa"_s},
                                                             {u"dpi"_s, Takes::One, true, 50, 2400},
                                                             {u"jobs"_s, Takes::One, true, 1, 256}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const QStringList &paths = arguments->operands();
    if (paths.isEmpty() || !arguments->has(u"pdf"_s))
        return line.console.wrongUsage(Text::tr("Name the files to convert, and the PDF with --pdf."));
    const auto profile = layerProfileFrom(arguments->value(u"profile"_s, u"archive"_s));
    if (!profile)
        return line.console.wrongUsage(Text::tr("Profiles are archive, compact, bilevel and master."));
    const auto conformance = pdfConformanceFrom(arguments->value(u"pdfa"_s, u"2u"_s));
    if (!conformance)
        return line.console.wrongUsage(Text::tr("Levels of PDF/A are 2u, 2b and 1b."));

    PageHelperPool::Config pool;
    pool.program = stationConfig(line.storeFolder).pageHelperProgram;
    if (pool.program.isEmpty())
        return failedWith(line, Error{ErrorCode::HelperMissing, {{u"program"_s, u"sohoa-page-helper"_s}}});
    pool.helpers = arguments->number(u"jobs"_s).value_or(QThread::idealThreadCount());
    ConvertRun run(pool,
                   {arguments->value(u"lang"_s, u"vie"_s), arguments->number(u"dpi"_s).value_or(0), *profile});
    if (!run.isReady())
        return failedWith(line, Error{ErrorCode::FileUnwritable, {{u"path"_s, u"/tmp"_s}}});
    run.run(paths, [&line](int read, int known) {
        line.console.progress(Text::tr("%1 of %2 pages read").arg(read).arg(known));
    });
    line.console.endProgress();

    const auto pages = run.pages();
    for (const auto &failure : run.failures())
        line.console.failedItem(failure.item, failure.error);
    for (const auto &converted : pages)
        line.console.tell(pageToJson(converted.page));
    if (pages.empty())
        return ExitStatus::Failed;
    if (const auto written = writeConvertedPdf(pages, paths, *conformance, arguments->value(u"pdf"_s)); !written)
        return failedWith(line, written.error());
    if (arguments->has(u"text"_s)) {
        if (const auto written = writeText(pages, arguments->value(u"text"_s)); !written)
            return failedWith(line, written.error());
    }
    if (arguments->has(u"report"_s)) {
        if (const auto written = writeReport(run, pages, arguments->value(u"report"_s)); !written)
            return failedWith(line, written.error());
    }
    line.console.say(Text::tr("%1: %2 pages.").arg(arguments->value(u"pdf"_s)).arg(pages.size()));
    return run.failures().empty() ? ExitStatus::Done : ExitStatus::InPart;
}

} // namespace

std::vector<Command> convertCommands()
{
    return {{u"convert"_s,
             u"PATH… --pdf OUT [--text OUT] [--report OUT] [--jobs N] [--lang vie] [--dpi N] "
             "[--profile archive|compact|bilevel|master] [--pdfa 2u|2b|1b]"_s,
             Text::tr("Cleans and reads pages into a searchable PDF/A, without a store."), convert}};
}

} // namespace sohoa
