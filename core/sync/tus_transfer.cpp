// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tus_transfer.h"

#include "core/sync/package_file.h"
#include "core/sync/tus_answers.h"
#include "core/sync/tus_chunk.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// Each piece costs a round trip, so pieces grow on a quick line (16 MiB instead of 4 took 2.0 s instead of 3.3 s
// for 200 MiB over loopback; curl 1.4 s); on a slow one they stay small, so that the timeout has something to see.
constexpr qint64 smallestChunk = qint64{1} << 20;
constexpr qint64 largestChunk = qint64{16} << 20;
constexpr qint64 quickMs = 1'000;
constexpr qint64 slowMs = 4'000;
// How often one attempt puts up with the same oddity before it leaves the rest to the next attempt.
constexpr int patience = 3;
constexpr int mostAnew = 2;

bool isGone(int status)
{
    return status == 404 || status == 410;
}

} // namespace

TusTransfer::TusTransfer(OutboxItem item, QString station, std::shared_ptr<TusEndpoint> endpoint,
                         Throttle &throttle, QObject *parent)
    : Transfer(parent)
    , m_item(std::move(item))
    , m_station(std::move(station))
    , m_endpoint(std::move(endpoint))
    , m_throttle(throttle)
    , m_file(m_item.file)
    , m_chunk(smallestChunk)
{
    connect(&m_ownHash, &QFutureWatcherBase::finished, this, &TusTransfer::onOwnFileChecked);
}

TusTransfer::~TusTransfer()
{
    dropReply();
}

void TusTransfer::start()
{
    QMetaObject::invokeMethod(this, &TusTransfer::begin, Qt::QueuedConnection);
}

void TusTransfer::cancel()
{
    if (std::exchange(m_ended, true))
        return;
    dropReply();
    const TransferEnd cancelled{.error = Error{ErrorCode::Cancelled}, .progressed = m_progressed};
    QMetaObject::invokeMethod(
        this, [this, cancelled] { Q_EMIT finished(cancelled); }, Qt::QueuedConnection);
}

void TusTransfer::begin()
{
    if (m_ended)
        return;
    if (!m_item.uploadUrl.isEmpty()) {
        // What the store kept is checked as if the repository had said it now: the target may have moved
        // meanwhile.
        if (const auto url = m_endpoint->resolve(m_item.uploadUrl.toUtf8()))
            m_url = *url;
        m_highest = m_item.bytes;
    }
    if (m_item.sent)
        return askReceipt(Asking::SentEarlier);
    if (!openOwnFile())
        return;
    if (m_url.isEmpty())
        askOptions();
    else
        askOffset();
}

bool TusTransfer::openOwnFile()
{
    const bool open = m_file.isOpen() || m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (open && m_file.size() == m_item.bytes)
        return true;
    end({ErrorCode::PackageInvalid, {}, u"the package's file is missing or has another size"_s},
        AfterFailure::BlockPackage);
    return false;
}

void TusTransfer::askOptions()
{
    if (m_endpoint->capabilities())
        return create();
    watch(m_endpoint->manager().sendCustomRequest(m_endpoint->request(m_endpoint->base()), "OPTIONS"),
          &TusTransfer::onOptions);
}

void TusTransfer::onOptions(const Answer &answer)
{
    if (answer.status == 200 || answer.status == 204)
        m_endpoint->setCapabilities(capabilitiesOf(*answer.reply));
    else if (isGone(answer.status) || answer.status == 405 || answer.status == 501)
        m_endpoint->setCapabilities({}); // A gateway that keeps OPTIONS to itself: core and creation are enough.
    else
        return failWith(answer, u"options"_s);
    create();
}

void TusTransfer::create()
{
    const auto most = m_endpoint->capabilities()->maxSize;
    if (most && *most > 0 && m_item.bytes > *most) {
        const Failure tooLarge = failureOfStatus(413, {}, u"options"_s);
        return end(tooLarge.error, tooLarge.after);
    }
    QNetworkRequest request = m_endpoint->request(m_endpoint->base());
    request.setRawHeader("Upload-Length", QByteArray::number(m_item.bytes));
    request.setRawHeader("Upload-Metadata", uploadMetadata(m_item, m_station));
    request.setHeader(QNetworkRequest::ContentLengthHeader, 0);
    watch(m_endpoint->manager().sendCustomRequest(request, "POST"), &TusTransfer::onCreated);
}

void TusTransfer::onCreated(const Answer &answer)
{
    if (answer.status != 201)
        return failWith(answer, u"create"_s);
    const auto url = m_endpoint->resolve(answer.reply->rawHeader("Location"));
    if (!url)
        return end(url.error(), AfterFailure::Retry);
    m_offset = 0;
    m_highest = 0;
    m_emptyPatchDone = false;
    adopt(*url);
    goOn();
}

void TusTransfer::askOffset()
{
    watch(m_endpoint->manager().head(m_endpoint->request(m_url)), &TusTransfer::onOffset);
}

void TusTransfer::onOffset(const Answer &answer)
{
    if (isGone(answer.status))
        return askReceipt(Asking::Vanished);
    if (answer.status != 200 && answer.status != 204)
        return failWith(answer, u"offset"_s);
    const auto offset = byteCount(answer.reply->rawHeader("Upload-Offset"));
    const QByteArray length = answer.reply->rawHeader("Upload-Length");
    if (!offset || *offset > m_highest || (!length.isEmpty() && byteCount(length) != m_item.bytes))
        return startAnew(u"the repository names an offset or a length that cannot be"_s);
    if (*offset < m_offset && ++m_setbacks > patience)
        return startAnew(u"the repository keeps losing bytes"_s);
    m_progressed = m_progressed || *offset > m_offset;
    m_offset = *offset;
    goOn();
}

void TusTransfer::goOn()
{
    if (m_ended)
        return;
    tellProgress(m_offset);
    if (m_offset == m_item.bytes)
        return askReceipt(m_emptyPatchDone ? Asking::AfterLastByte : Asking::BeforeEmptyPatch);
    m_item.sent = false;
    if (openOwnFile())
        patch();
}

void TusTransfer::patch()
{
    QByteArray piece;
    if (m_offset < m_item.bytes) {
        m_inPatch = std::min(m_chunk, m_item.bytes - m_offset);
        if (m_file.seek(m_offset))
            piece = m_file.read(m_inPatch);
        if (piece.size() != m_inPatch)
            return end({ErrorCode::FileUnreadable, {{u"path"_s, m_item.file}}, m_file.errorString()},
                       AfterFailure::Retry);
    } else {
        m_inPatch = 0;
        m_emptyPatchDone = true;
    }
    QNetworkRequest request = m_endpoint->request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/offset+octet-stream"_s);
    request.setRawHeader("Upload-Offset", QByteArray::number(m_offset));
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_inPatch);
    const auto &capabilities = m_endpoint->capabilities();
    if (m_inPatch > 0 && capabilities && !capabilities->checksum.isEmpty())
        request.setRawHeader("Upload-Checksum", uploadChecksum(capabilities->checksum, piece));
    m_highest = std::max(m_highest, m_offset + m_inPatch);
    m_patchTime.start();
    auto *chunk = new TusChunk(std::move(piece), m_throttle);
    QNetworkReply *reply = m_endpoint->manager().sendCustomRequest(request, "PATCH", chunk);
    chunk->setParent(reply);
    connect(reply, &QNetworkReply::uploadProgress, this,
            [this](qint64 sent, qint64) { tellProgress(m_offset + std::min(sent, m_inPatch)); });
    watch(reply, &TusTransfer::onPatched);
}

void TusTransfer::onPatched(const Answer &answer)
{
    if (isGone(answer.status))
        return askReceipt(Asking::Vanished);
    if (answer.status == 409) {
        if (++m_conflicts > patience)
            return end(
                {ErrorCode::RepositoryProtocol, {{u"status"_s, u"409"_s}}, u"offset conflict again and again"_s},
                AfterFailure::Retry);
        return askOffset();
    }
    if (answer.status == 460) {
        if (++m_mismatches > patience)
            return startAnew(u"the repository keeps finding other checksums"_s);
        return checkOwnFile();
    }
    if (answer.status != 200 && answer.status != 204)
        return failWith(answer, u"upload"_s);

    const qint64 expected = m_offset + m_inPatch;
    const auto told = byteCount(answer.reply->rawHeader("Upload-Offset"));
    if (told != expected && !(expected == m_item.bytes && !told)) {
        if (++m_conflicts > patience)
            return startAnew(u"the repository names other offsets than it takes"_s);
        return askOffset();
    }
    m_progressed = m_progressed || m_inPatch > 0;
    m_offset = expected;
    const qint64 took = m_patchTime.elapsed();
    if (took < quickMs)
        m_chunk = std::min(m_chunk * 2, largestChunk);
    else if (took > slowMs)
        m_chunk = std::max(m_chunk / 2, smallestChunk);
    if (m_offset < m_item.bytes)
        return goOn();
    m_emptyPatchDone = true;
    tellProgress(m_offset);
    if (!answer.body.trimmed().isEmpty())
        return deliver(answer.body);
    askReceipt(Asking::AfterLastByte);
}

void TusTransfer::askReceipt(Asking why)
{
    m_asking = why;
    watch(m_endpoint->manager().get(m_endpoint->request(m_endpoint->receiptUrl(m_item.package.toString()))),
          &TusTransfer::onReceipt);
}

void TusTransfer::onReceipt(const Answer &answer)
{
    if (answer.status == 200)
        deliver(answer.body);
    else if (isGone(answer.status))
        onNoReceipt();
    else
        failWith(answer, u"receipt"_s);
}

void TusTransfer::onNoReceipt()
{
    switch (m_asking) {
    case Asking::AfterLastByte:
        return endWith({.progressed = m_progressed, .sent = true});
    case Asking::BeforeEmptyPatch:
        return patch();
    case Asking::Vanished:
        if (m_item.sent && m_item.attempts >= patience)
            return end({ErrorCode::RepositoryProtocol,
                        {},
                        u"the repository has neither the package that it took nor a receipt"_s},
                       AfterFailure::Retry);
        return startAnew(u"the repository has forgotten the upload"_s);
    case Asking::SentEarlier:
        return m_url.isEmpty() ? endWith({.sent = true}) : askOffset();
    }
}

void TusTransfer::deliver(const QByteArray &body)
{
    const auto receipt = parseReceipt(body);
    const auto checked =
        receipt ? checkReceipt(*receipt, m_item.package, m_item.sha256) : Result<void>(fail(receipt.error()));
    if (!checked)
        return end(checked.error(), AfterFailure::Retry);
    endWith({.progressed = m_progressed, .sent = true, .receipt = *receipt});
}

void TusTransfer::checkOwnFile()
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    m_ownHash.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, path = m_item.file] {
        promise->addResult(hashFile(path));
        promise->finish();
    });
}

void TusTransfer::onOwnFileChecked()
{
    if (m_ended)
        return;
    const Result<QString> hash = m_ownHash.result();
    if (!hash || *hash != m_item.sha256)
        return end({ErrorCode::PackageInvalid, {}, u"the package's file has changed since it was made"_s},
                   AfterFailure::BlockPackage);
    askOffset();
}

void TusTransfer::startAnew(const QString &why)
{
    abandonUpload();
    if (m_ended)
        return;
    if (++m_anew > mostAnew)
        return end({ErrorCode::RepositoryProtocol, {}, why}, AfterFailure::Retry);
    m_item.sent = false;
    if (openOwnFile())
        askOptions();
}

void TusTransfer::adopt(const QUrl &url)
{
    m_url = url;
    Q_EMIT urlKnown(url.toString(QUrl::FullyEncoded));
}

void TusTransfer::abandonUpload()
{
    const auto &capabilities = m_endpoint->capabilities();
    if (capabilities && capabilities->termination && !m_url.isEmpty()) {
        // A courtesy: whatever the answer is, the upload is no longer ours.
        QNetworkReply *reply = m_endpoint->manager().deleteResource(m_endpoint->request(m_url));
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    }
    m_offset = 0;
    m_highest = 0;
    adopt(QUrl());
}

} // namespace sohoa
