// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/signing_session.h"

#include "core/signature/cms_signature.h"
#include "core/signature/sign_helper_process.h"
#include "core/signature/timestamp.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>
#include <vector>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// For the CMS around its certificates: attributes, algorithms, a signature of up to 4096 bits.
constexpr qsizetype roomForCms = 4096;
/// A token brings its own chain of certificates.
constexpr qsizetype roomForTimestamp = 12'288;

struct Candidate {
    int key = 0;
    QByteArray der;
    CertificateFacts facts;
};

bool isSerial(const CertificateFacts &facts, const QString &wanted)
{
    QString plain = wanted.toUpper().remove(u':').remove(u' ');
    const auto withoutZeros = [](QString text) {
        while (text.startsWith(u'0'))
            text.remove(0, 1);
        return text;
    };
    return withoutZeros(plain) == withoutZeros(facts.serial);
}

/// The one certificate that can sign at this moment. With none, what is wrong with the only one there is.
Result<Candidate> choose(const std::vector<KeyCertificate> &certificates, const QString &serial, Instant now)
{
    std::vector<Candidate> usable;
    std::optional<Error> problem;
    for (const KeyCertificate &certificate : certificates) {
        const auto facts = certificateFacts(certificate.der);
        if (certificate.key < 0 || !facts || (!serial.isEmpty() && !isSerial(*facts, serial)))
            continue;
        if (const auto checked = checkUsable(*facts, now); !checked)
            problem = checked.error();
        else
            usable.push_back({certificate.key, certificate.der, *facts});
    }
    if (usable.size() == 1)
        return usable.front();
    if (usable.size() > 1)
        return fail(ErrorCode::CertificateUnclear, u"%1 certificates"_s.arg(usable.size()));
    if (problem)
        return fail(*problem);
    return fail(ErrorCode::CertificateMissing, u"%1 certificates, none with a key"_s.arg(certificates.size()));
}

} // namespace

struct SigningSession::Parts {
    Parts(SigningTools tools, const Clock &itsClock, TimestampPort *itsTimestamps)
        : clock(itsClock)
        , timestamps(itsTimestamps)
        , helper(std::move(tools.helperProgram), tools.deadlineMs)
    {
    }

    /// One file on its way.
    struct Work {
        SigningOrder order;
        SignatureText text;
        PdfSignature pdf;
        CmsSignature cms;
        Done answer;
        QByteArray signature = {};
        quint64 nonce = 0;
    };

    Result<std::shared_ptr<Work>> prepare(const SigningOrder &order, Done answer) const;
    void haveSignature(const std::shared_ptr<Work> &work, const Result<SignatureMade> &made);
    void haveTimestamp(const std::shared_ptr<Work> &work, const Result<QByteArray> &reply) const;
    void write(const Work &work) const;

    const Clock &clock;
    TimestampPort *timestamps;
    std::optional<Candidate> signer;
    std::vector<QByteArray> chain;
    SignHelperProcess helper;
};

SigningSession::SigningSession(SigningTools tools, const Clock &clock, TimestampPort *timestamps)
    : m_parts(std::make_unique<Parts>(std::move(tools), clock, timestamps))
{
}

SigningSession::~SigningSession() = default;

void SigningSession::open(const SigningKey &key, SecretBytes secret, Opened answer)
{
    m_parts->helper.open(key, std::move(secret),
                         [this, serial = key.certificate, answer = std::move(answer)](Result<KeyOpened> opened) {
                             if (!opened)
                                 return answer(fail(opened.error()));
                             auto chosen = choose(opened->certificates, serial, m_parts->clock.now());
                             if (!chosen)
                                 return answer(fail(chosen.error()));
                             for (KeyCertificate &certificate : opened->certificates)
                                 if (certificate.key < 0)
                                     m_parts->chain.push_back(std::move(certificate.der));
                             m_parts->signer = std::move(*chosen);
                             answer(m_parts->signer->facts);
                         });
}

Result<std::shared_ptr<SigningSession::Parts::Work>> SigningSession::Parts::prepare(const SigningOrder &order,
                                                                                    Done answer) const
{
    if (!signer)
        return fail(ErrorCode::CertificateMissing, u"session not open"_s);
    const Instant now = clock.now();
    // A batch may outlive its certificate.
    if (auto usable = checkUsable(signer->facts, now); !usable)
        return fail(usable.error());
    const SignatureText text{.role = order.role,
                             .signer = signer->facts.commonName,
                             .agency = order.agency.isEmpty() ? signer->facts.organisation : order.agency,
                             .at = now};
    qsizetype room = roomForCms + signer->der.size() + (timestamps ? roomForTimestamp : 0);
    for (const QByteArray &link : chain)
        room += link.size();
    auto pdf = PdfSignature::prepare(order.input, text, room);
    if (!pdf)
        return fail(pdf.error());
    auto cms = CmsSignature::begin(signer->der, chain, pdf->sha256());
    if (!cms)
        return fail(cms.error());
    return std::make_shared<Work>(Work{order, text, std::move(*pdf), std::move(*cms), std::move(answer)});
}

void SigningSession::sign(const SigningOrder &order, Done answer)
{
    auto work = m_parts->prepare(order, answer);
    if (!work) {
        QMetaObject::invokeMethod(
            this, [answer = std::move(answer), error = work.error()] { answer(fail(error)); },
            Qt::QueuedConnection);
        return;
    }
    m_parts->helper.sign({m_parts->signer->key, (*work)->cms.signedAttributes()},
                         [parts = m_parts.get(), work = *work](const Result<SignatureMade> &made) {
                             parts->haveSignature(work, made);
                         });
}

void SigningSession::Parts::haveSignature(const std::shared_ptr<Work> &work, const Result<SignatureMade> &made)
{
    if (!made)
        return work->answer(fail(made.error()));
    work->signature = made->signature;
    if (auto set = work->cms.setSignature(work->signature); !set)
        return work->answer(fail(set.error()));
    if (!timestamps)
        return write(*work);
    work->nonce = QRandomGenerator::system()->generate64() >> 1; // positive in every reader's eyes
    const auto question =
        timestampRequest(QCryptographicHash::hash(work->signature, QCryptographicHash::Sha256), work->nonce);
    if (!question)
        return work->answer(fail(question.error()));
    timestamps->ask(*question, [this, work](const Result<QByteArray> &reply) { haveTimestamp(work, reply); });
}

void SigningSession::Parts::haveTimestamp(const std::shared_ptr<Work> &work, const Result<QByteArray> &reply) const
{
    if (!reply)
        return work->answer(fail(reply.error()));
    const QByteArray digest = QCryptographicHash::hash(work->signature, QCryptographicHash::Sha256);
    auto token = timestampToken(*reply, digest, work->nonce);
    if (!token) {
        Error error = token.error();
        error.args.insert(u"url"_s, timestamps->url());
        return work->answer(fail(error));
    }
    if (auto added = work->cms.addTimestamp(*token); !added)
        return work->answer(fail(added.error()));
    write(*work);
}

void SigningSession::Parts::write(const Work &work) const
{
    const auto file = work.pdf.write(work.cms.encoded(), work.order.output);
    if (!file)
        return work.answer(fail(file.error()));
    work.answer(SignedDocument{*file, signer->facts.commonName, signer->facts.serial, work.text.at,
                               timestamps != nullptr});
}

bool SigningSession::endsSession(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileUnreadable:
    case ErrorCode::PdfUnreadable:
    case ErrorCode::PdfEncrypted:
    case ErrorCode::PdfNotSignable:
    case ErrorCode::SignatureBroken:
    case ErrorCode::SignedAlready:
        return false;
    default:
        return true;
    }
}

} // namespace sohoa
