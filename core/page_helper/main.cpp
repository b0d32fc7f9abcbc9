// SPDX-License-Identifier: GPL-3.0-or-later
/// sohoa-page-helper: answers requests of core/page_helper/messages.h until the end of its standard input. Exit
/// status: 0 after that, 1 when nobody takes the answers, 2 when it could not start or the requests made no sense.
#include "core/page_helper/expander.h"
#include "core/page_helper/page_worker.h"
#include "core/page_helper/process_setup.h"
#include "core/page_helper/request_intake.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int nobodyListens = 1;
constexpr int nonsense = 2;

bool sendAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

template <class Answer> Result<PageHelperReply> asReply(Result<Answer> answer)
{
    return std::move(answer).map([](Answer &&value) { return PageHelperReply(std::move(value)); });
}

Result<PageHelperReply> answer(PageWorker &worker, const RequestIntake::Work &work)
{
    if (work.stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"before it began"_s);
    if (const auto *page = std::get_if<PageRequest>(&work.request))
        return asReply(worker.process(*page, work.stop));
    if (const auto *zone = std::get_if<ZoneRequest>(&work.request))
        return asReply(worker.process(*zone, work.stop));
    if (const auto *expand = std::get_if<ExpandRequest>(&work.request))
        return asReply(expandFile(*expand, work.stop));
    if (const auto *info = std::get_if<InfoRequest>(&work.request))
        return asReply(describeFile(*info));
    return fail(ErrorCode::HelperProtocol, u"unexpected request"_s);
}

/// The reply as bytes, whatever happens on the way.
QByteArray encodedAnswer(PageWorker &worker, const RequestIntake::Work &work)
{
    const quint32 id = requestId(work.request);
    Result<QByteArray> bytes = fail(ErrorCode::Internal, u"not answered"_s);
    try {
        bytes =
            answer(worker, work).and_then([](const PageHelperReply &reply) { return encodePageMessage(reply); });
    } catch (const std::bad_alloc &) {
        bytes = fail(ErrorCode::ImageTooLarge, u"memory ran out"_s);
    } catch (const std::exception &error) {
        bytes = fail(ErrorCode::Internal, QString::fromLocal8Bit(error.what()));
    }
    if (bytes)
        return *bytes;
    return encodePageMessage(PageHelperReply(Failure{id, bytes.error()})).value_or(QByteArray());
}

} // namespace

int main(int, char *argv[])
{
    requireOneThread(argv);
    limitProcess();
    const ProtocolDescriptors descriptors = claimStandardStreams();
    const auto hello = encodePageMessage(PageHelperReply(PageHello{pageStagesVersion()}));
    if (!hello || !sendAll(descriptors.out, *hello))
        return nobodyListens;
    PageWorker worker;
    RequestIntake intake(descriptors.in);
    while (const auto work = intake.next()) {
        // The intake's thread may be waiting in read(): only the end of the process ends that.
        if (!sendAll(descriptors.out, encodedAnswer(worker, *work)))
            std::_Exit(nobodyListens);
    }
    if (const auto fault = intake.fault()) {
        std::fprintf(stderr, "sohoa-page-helper: %s\n", qPrintable(logLine(*fault)));
        return nonsense;
    }
    return 0;
}
