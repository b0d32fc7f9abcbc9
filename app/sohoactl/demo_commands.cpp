// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/common/practice_repository.h"
#include "app/sohoactl/command.h"
#include "app/sohoactl/practice_truth.h"
#include "app/sohoactl/text.h"
#include "core/quality/check.h"
#include "scanner/client/remote_page_source.h"
#include "ui/errors/sentences.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// The whole job on the practice stacks, as a clerk and a province would do it together.
class Demonstration {
public:
    Demonstration(CommandLine &line, QString folder)
        : m_line(line)
        , m_folder(std::move(folder))
        , m_repository(m_folder + u"/kho"_s)
    {
    }

    Result<ExitStatus> run()
    {
        QElapsedTimer timer;
        timer.start();
        m_line.storeFolder = m_folder + u"/store"_s;
        if (auto moved = setEarlierAside(); !moved)
            return fail(moved.error());
        if (!QDir().mkpath(m_repository))
            return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, m_repository}});
        auto station = openStation(m_line);
        if (!station)
            return fail(station.error());
        m_station = std::move(*station);
        const auto truth = PracticeTruth::load();
        if (!truth)
            return fail(truth.error());
        const auto batch = m_station->openBatch(
            Text::tr("Practice %1").arg(m_clock.now().toVietnamTime().left(19).replace(u'T', u' ')));
        if (!batch)
            return fail(batch.error());
        for (const VirtualScanner &scanner : practiceScanners())
            if (auto scanned = scan(scanner, *batch); !scanned)
                return fail(scanned.error());
        if (auto approved = approveAll(batch->id, *truth); !approved)
            return fail(approved.error());
        if (auto sent = handOver(*batch); !sent)
            return fail(sent.error());
        return summarize(batch->id, timer.elapsed());
    }

private:
    /// The same papers again would be duplicates of those of the last run, and rightly stopped: that run is put
    /// into the folder "earlier", in the place of the one before it.
    Result<void> setEarlierAside()
    {
        if (!QFileInfo::exists(m_line.storeFolder))
            return {};
        // Nobody may be at work in it.
        if (auto open = Station::open(stationConfig(m_line.storeFolder), m_clock);
            !open && open.error().code == ErrorCode::StoreBusy)
            return fail(std::move(open).error());
        const QString earlier = m_folder + u"/earlier"_s;
        const auto failed = [&earlier] {
            return fail(ErrorCode::FileUnwritable, u"move"_s, {{u"path"_s, earlier}});
        };
        if (!QDir(earlier).removeRecursively() || !QDir().mkpath(earlier))
            return failed();
        for (const QString &name : {u"store"_s, u"kho"_s, u"export"_s}) {
            const QString from = m_folder + u'/' + name;
            if (QFileInfo::exists(from) && !QDir().rename(from, earlier + u'/' + name))
                return failed();
        }
        m_line.console.say(Text::tr("The last demonstration is kept in %1.").arg(earlier));
        return {};
    }

    void heading(const QString &text) { m_line.console.say(u"\n— "_s + text); }

    Result<void> scan(const VirtualScanner &scanner, const Batch &batch)
    {
        heading(Text::tr("Feeding %1 through the virtual scanner").arg(scanner.name));
        QEventLoop loop;
        QObject context;
        std::optional<Error> error;
        QObject::connect(m_station.get(), &Station::pageCaptured, &context, [this](const Page &page) {
            ++m_pages;
            m_line.console.progress(Text::tr("page %1 is safe").arg(page.sequence + 1));
        });
        QObject::connect(m_station.get(), &Station::intakeEnded, &context,
                         [&error](const IntakeSummary &summary) { error = summary.error; });
        QObject::connect(m_station.get(), &Station::idle, &context, [&loop] { loop.quit(); });
        ScanWish wish;
        wish.device = u"sohoa:"_s + scanner.name;
        auto source = std::make_unique<RemotePageSource>(helperConfig(practiceScanners()));
        if (auto started = m_station->startScan(std::move(source), wish, batch.id); !started)
            return started;
        loop.exec();
        m_line.console.endProgress();
        if (error)
            return fail(*error);
        return {};
    }

    Result<void> approveAll(const BatchId &batch, const PracticeTruth &truth)
    {
        heading(Text::tr("Review: what was read, what a clerk adds, what the gate says"));
        const auto rows = m_station->dossiers({.batch = batch, .state = DossierState::Review});
        if (!rows)
            return fail(rows.error());
        for (const DossierSummary &row : *rows) {
            showDossier(m_line, *m_station, row.id);
            if (auto completed = complete(row.id, truth); !completed)
                return completed;
            if (auto approved = approve(row.id); !approved)
                return approved;
        }
        return {};
    }

    /// The clerk's part: what the papers show and the reading missed is typed, everything else is left as read.
    Result<void> complete(const DossierId &id, const PracticeTruth &truth)
    {
        const auto dossier = m_station->dossier(id);
        if (!dossier)
            return fail(dossier.error());
        const DossierTags tags = truth.missingIn(*dossier);
        for (auto it = tags.fields.cbegin(); it != tags.fields.cend(); ++it)
            m_line.console.say(Text::tr("    typed by hand: %1 = %2").arg(fieldLabel(it.key()), it.value()));
        m_typed += static_cast<int>(tags.fields.size());
        if (auto tagged = m_station->tag(id, tags); !tagged)
            return fail(tagged.error());
        return {};
    }

    Result<void> approve(const DossierId &id)
    {
        const auto check = m_station->check(id);
        if (!check)
            return fail(check.error());
        QMap<QString, QString> overrides;
        for (const Finding &finding : check->findings) {
            m_line.console.say(
                u"    %1 %2: %3"_s.arg(finding.rule, severityName(finding.severity), ruleSentence(finding)));
            if (finding.severity == Severity::Warning && mayOverride(finding))
                overrides[finding.rule] = Text::tr("seen in practice mode");
        }
        if (auto approved = m_station->approve(id, overrides); !approved) {
            if (approved.error().code != ErrorCode::FindingsBlock)
                return approved;
            m_line.console.warn(u"%1: %2"_s.arg(id.toString(), sentence(approved.error())));
        }
        return {};
    }

    Result<void> handOver(const Batch &batch)
    {
        heading(Text::tr("Hand-over to a folder, as to a USB stick, and the receipts back"));
        const auto targets = m_station->targets();
        if (!targets)
            return fail(targets.error());
        if (targets->empty()) {
            if (auto added = m_station->addTarget(
                    {u"kho-thuc-hanh"_s, u"folder:"_s + QFileInfo(m_repository).absoluteFilePath(), {}, {}, {}});
                !added)
                return added;
        }
        if (auto closed = m_station->closeBatch(batch.id); !closed)
            return closed;
        if (auto sent = sync(); !sent)
            return sent;
        const auto answered = answerHandOvers(m_repository, m_station->config().packageSchema, m_clock);
        if (!answered)
            return fail(answered.error());
        return sync();
    }

    Result<void> sync()
    {
        QEventLoop loop;
        QObject context;
        std::optional<Error> outcome;
        QObject::connect(m_station.get(), &Station::syncEnded, &context, [&](const std::optional<Error> &error) {
            outcome = error;
            loop.quit();
        });
        if (auto started = m_station->startSync(); !started)
            return started;
        loop.exec();
        if (outcome)
            return fail(*outcome);
        return {};
    }

    Result<ExitStatus> summarize(const BatchId &batch, qint64 milliseconds)
    {
        const auto rows = m_station->dossiers({.batch = batch});
        if (!rows)
            return fail(rows.error());
        heading(Text::tr("What was made"));
        int accepted = 0;
        for (const DossierSummary &row : *rows) {
            accepted += row.state == DossierState::Accepted ? 1 : 0;
            const auto files = m_station->exportDossier(row.id, m_folder + u"/export"_s);
            m_line.console.say(
                u"%1  %2  %3  %4"_s.arg(row.dossierCode, stateName(row.state), row.personName, row.procedureName));
            if (!files)
                m_line.console.warn(u"%1: %2"_s.arg(row.dossierCode, sentence(files.error())));
            for (const QString &file : files ? *files : QStringList())
                m_line.console.say(u"    "_s + file);
            showDossierJson(row.id);
        }
        m_line.console.say(
            u"\n"_s +
            Text::tr("%1 pages, %2 dossiers, %3 values typed by hand, %4 accepted by the repository, in %5 s.")
                .arg(m_pages)
                .arg(rows->size())
                .arg(m_typed)
                .arg(accepted)
                .arg(static_cast<double>(milliseconds) / 1000, 0, 'f', 1));
        m_line.console.say(Text::tr("Store: %1").arg(QDir(m_line.storeFolder).absolutePath()));
        m_line.console.say(Text::tr("Packages and receipts: %1").arg(QDir(m_repository).absolutePath()));
        m_line.console.say(Text::tr("PDFs and texts: %1").arg(QDir(m_folder + u"/export"_s).absolutePath()));
        return statusOf(static_cast<int>(rows->size()) - accepted, static_cast<int>(rows->size()));
    }

    void showDossierJson(const DossierId &id)
    {
        if (m_line.console.isJson())
            showDossier(m_line, *m_station, id);
    }

    CommandLine &m_line;
    const QString m_folder;
    const QString m_repository;
    const SystemClock m_clock;
    std::unique_ptr<Station> m_station;
    int m_pages = 0;
    int m_typed = 0;
};

ExitStatus demo(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"dir"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (!arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("demo takes no files."));
    Demonstration demonstration(line, arguments->value(u"dir"_s, practiceStoreFolder()));
    const auto status = demonstration.run();
    return status ? *status : failedWith(line, status.error());
}

} // namespace

std::vector<Command> demoCommands()
{
    return {{u"demo"_s, u"[--dir DIR]"_s,
             Text::tr("The whole job on the practice stacks, from feeder to receipt."), demo}};
}

} // namespace sohoa
