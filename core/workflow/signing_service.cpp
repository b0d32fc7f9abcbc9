// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signing_service.h"

#include "core/sync/timestamp_client.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// What the record says of a file's signatures, read from the file itself.
Result<DocumentSignatures> signaturesOf(const QString &pdf)
{
    const auto all = inspectSignatures(pdf, {});
    if (!all)
        return fail(all.error());
    DocumentSignatures signatures{.state = u"none"_s, .signatures = {}};
    for (const SignatureFacts &facts : *all) {
        const QString signer = !facts.signer.isEmpty()         ? facts.signer
                               : !facts.organisation.isEmpty() ? facts.organisation
                                                               : facts.certificateSerial;
        signatures.signatures.push_back(
            {signer, facts.signedAt, facts.certificateSerial, facts.holds() ? u"valid"_s : u"invalid"_s});
        // The agency's stands for the stamp: it outranks the officer's.
        if (facts.role == SignatureRole::Agency ||
            (facts.role == SignatureRole::Officer && signatures.state == u"none"))
            signatures.state = toString(facts.role);
    }
    return signatures;
}

Error stateForbids(const QString &state)
{
    return {ErrorCode::StateForbids, {{u"state"_s, state}, {u"action"_s, u"sign"_s}}, u"sign"_s};
}

} // namespace

SigningService::SigningService(StationContext &context)
    : m_context(context)
{
}

SigningService::~SigningService() = default;

Result<void> SigningService::start(const SigningRequest &request, SecretBytes pin)
{
    if (m_session)
        return fail(stateForbids(u"signing"_s));
    const QString &program = m_context.config.signHelperProgram;
    if (program.isEmpty() || !QFileInfo(program).isExecutable())
        return fail(ErrorCode::HelperMissing, program, {{u"program"_s, u"sohoa-sign-helper"_s}});
    m_request = request;
    m_queue.assign(request.dossiers.begin(), request.dossiers.end());
    m_summary = {};
    m_isCancelled = false;
    m_over.reset();
    m_timestamps.reset();
    if (!request.timestampUrl.isEmpty())
        m_timestamps = std::make_unique<TimestampClient>(QUrl(request.timestampUrl));
    m_session = std::make_unique<SigningSession>(SigningTools{.helperProgram = program}, m_context.clock,
                                                 m_timestamps.get());
    m_session->open(request.key, std::move(pin),
                    [this](const Result<CertificateFacts> &opened) { opened ? next() : end(opened.error()); });
    return {};
}

void SigningService::next()
{
    m_open.reset();
    if (m_isCancelled || m_queue.empty())
        return end({});
    const DossierId id = m_queue.front();
    auto opened = open(id);
    if (!opened) {
        m_queue.pop_front();
        m_summary.failures.push_back({id, opened.error()});
        QMetaObject::invokeMethod(this, &SigningService::next, Qt::QueuedConnection);
        return;
    }
    m_open = std::move(*opened);
    signNextDocument();
}

Result<SigningService::Open> SigningService::open(const DossierId &id) const
{
    const auto dossier = m_context.store->dossiers().find(id);
    if (!dossier)
        return fail(dossier.error());
    if (dossier->state != DossierState::Approved || !dossier->package)
        return fail(stateForbids(toString(dossier->state)));
    auto folder = std::make_unique<QTemporaryDir>(m_context.store->temporaryFolder() + u"/signing-XXXXXX"_s);
    if (!folder->isValid())
        return fail(ErrorCode::FileUnwritable, folder->errorString(),
                    {{u"path"_s, m_context.store->temporaryFolder()}});
    auto parts =
        unpackPackage(m_context.store->packagePath(dossier->package->toString() + u".zip"_s), folder->path());
    if (!parts)
        return fail(parts.error());
    QStringList names = parts->pdfs.keys();
    return Open{id, *dossier->package, std::move(folder), std::move(*parts), std::move(names)};
}

void SigningService::signNextDocument()
{
    const QString file = m_open->parts.pdfs.value(m_open->waiting.takeFirst());
    const QString agency = m_request.agency.isEmpty() ? m_context.config.agency : m_request.agency;
    m_session->sign({file, file, m_request.role, agency},
                    [this](const Result<SignedDocument> &done) { documentSigned(done); });
}

void SigningService::documentSigned(const Result<SignedDocument> &done)
{
    if (done)
        ++m_open->signedNow;
    else if (done.error().code != ErrorCode::SignedAlready)
        return dossierFailed(done.error());
    if (!m_open->waiting.empty())
        return signNextDocument();
    const DossierId id = m_open->id;
    if (m_open->signedNow == 0) {
        m_summary.signedBefore.push_back(id);
    } else {
        const auto batch = putBack();
        if (!batch)
            return dossierFailed(batch.error());
        m_summary.signedDossiers.push_back(id);
        Q_EMIT dossierSigned(id, *batch);
    }
    m_queue.pop_front();
    next();
}

Result<BatchId> SigningService::putBack()
{
    QMap<QString, DocumentSignatures> signatures;
    QStringList serials;
    for (auto it = m_open->parts.pdfs.cbegin(); it != m_open->parts.pdfs.cend(); ++it) {
        auto found = signaturesOf(it.value());
        if (!found)
            return fail(found.error());
        if (!found->signatures.empty())
            serials.append(found->signatures.back().certificateSerial);
        signatures.insert(it.key(), std::move(*found));
    }
    serials.removeDuplicates();
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<BatchId> {
        // While the token was signing, the dossier may have been queued or reopened.
        const auto dossier = store.dossiers().find(m_open->id);
        if (!dossier)
            return fail(dossier.error());
        if (dossier->state != DossierState::Approved || dossier->package != m_open->package)
            return fail(stateForbids(toString(dossier->state)));
        const auto written = rewritePackage(m_open->parts, signatures, m_context.config.packageSchema,
                                            store.packagePath(m_open->package.toString() + u".zip"_s));
        if (!written)
            return fail(written.error());
        if (auto recorded =
                store.audit().append(m_context.config.actor, u"dossier.sign"_s, m_open->id.toString(), {},
                                     {{u"role"_s, toString(m_request.role)},
                                      {u"certificates"_s, serials.join(u", "_s)},
                                      {u"package_sha256"_s, written->sha256}});
            !recorded)
            return fail(recorded.error());
        return dossier->batch;
    });
}

void SigningService::dossierFailed(const Error &error)
{
    const DossierId id = m_open->id;
    m_queue.pop_front();
    m_summary.failures.push_back({id, error});
    if (SigningSession::endsSession(error.code) && error.code != ErrorCode::StateForbids)
        return end(error);
    next();
}

void SigningService::end(const std::optional<Error> &error)
{
    m_open.reset();
    m_summary.left.assign(m_queue.begin(), m_queue.end());
    m_summary.error = error;
    m_queue.clear();
    // It is the session that has called us: it goes, and the PIN with it, when that call is over.
    m_over = std::move(m_session);
    QMetaObject::invokeMethod(
        this, [this] { m_over.reset(); }, Qt::QueuedConnection);
    Q_EMIT ended(std::exchange(m_summary, {}));
}

} // namespace sohoa
