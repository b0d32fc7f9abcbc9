// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/stack_report.h"

#include "ui/errors/sentences.h"

#include <QJsonArray>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool isStopped(const StackRun &stack)
{
    return stack.state == StackState::Stopped || stack.state == StackState::Running;
}

QJsonObject stackJson(const StackRun &stack)
{
    const Ledger &ledger = stack.ledger;
    return {{u"id"_s, stack.id.toString()},
            {u"batch"_s, stack.batch.toString()},
            {u"device"_s, stack.device},
            {u"state"_s, toString(stack.state)},
            {u"duplex"_s, stack.duplex},
            {u"two_pass"_s, stack.twoPass},
            {u"pass"_s, stack.pass},
            {u"fed"_s, ledger.fed},
            {u"scanned"_s, ledger.scanned},
            {u"stored"_s, ledger.stored},
            {u"expected"_s, ledger.expected ? QJsonValue(*ledger.expected) : QJsonValue(QJsonValue::Null)},
            {u"balances"_s, ledger.balances()},
            {u"resume_sheet"_s, isStopped(stack) ? QJsonValue(stack.nextSheet) : QJsonValue(QJsonValue::Null)},
            {u"error"_s, stack.error ? QJsonValue(static_cast<int>(*stack.error)) : QJsonValue(QJsonValue::Null)}};
}

QString ledgerLine(const Ledger &ledger)
{
    const QString counted =
        Text::tr("Fed %1, scanned %2, stored %3").arg(ledger.fed).arg(ledger.scanned).arg(ledger.stored);
    return ledger.expected ? counted + Text::tr(", expected %1").arg(*ledger.expected) : counted;
}

QString nextStep(const StackRun &stack)
{
    if (isStopped(stack))
        return Text::tr("Put the stack back from sheet %1 on; “sohoactl scan … --resume” goes on.")
            .arg(stack.nextSheet);
    if (stack.state == StackState::Flip)
        return Text::tr("Turn the stack over and put it into the feeder; “sohoactl scan … --two-pass --resume” "
                        "scans the backs.");
    return {};
}

} // namespace

bool hasBegun(const StackRun &stack, const Error &error)
{
    switch (error.code) {
    case ErrorCode::PaperJam:
    case ErrorCode::CoverOpen:
    case ErrorCode::PageIncomplete:
    case ErrorCode::PassCountsDiffer:
        return true;
    default:
        return stack.ledger.fed > 0 || stack.ledger.stored > 0;
    }
}

void reportStack(CommandLine &line, const StackRun &stack, const IntakeSummary &summary)
{
    QJsonObject json = stackJson(stack);
    if (summary.error)
        json.insert(u"message"_s, sentence(*summary.error));
    QJsonArray refed;
    for (const RefedPage &page : summary.refed)
        refed.append(QJsonObject{
            {u"page"_s, page.page.toString()}, {u"like"_s, page.like.toString()}, {u"sheet"_s, page.sheet}});
    json.insert(u"refed"_s, refed);
    line.console.tell({{u"stack"_s, json}});
    line.console.say(ledgerLine(stack.ledger));
    if (const QString next = nextStep(stack); !next.isEmpty())
        line.console.say(next);
}

ExitStatus listStacks(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"batch"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto batches = (*station)->batches();
    if (!batches)
        return failedWith(line, batches.error());
    const QString wanted = arguments->value(u"batch"_s);
    for (const BatchSummary &batch : *batches) {
        if (!wanted.isEmpty() && batch.batch.name != wanted && batch.batch.id.toString() != wanted)
            continue;
        const auto stacks = (*station)->stacks(batch.batch.id);
        if (!stacks)
            return failedWith(line, stacks.error());
        for (const StackRun &stack : *stacks) {
            line.console.tell({{u"stack"_s, stackJson(stack)}});
            line.console.say(u"%1  %2  %3  %4"_s.arg(stack.startedAt.toVietnamTime(), batch.batch.name,
                                                     stack.device, ledgerLine(stack.ledger)));
            if (const QString next = nextStep(stack); !next.isEmpty())
                line.console.say(u"    "_s + next);
        }
    }
    return ExitStatus::Done;
}

} // namespace sohoa
