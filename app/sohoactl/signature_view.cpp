// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/signature_view.h"

#include "app/sohoactl/text.h"

#include <QJsonObject>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QJsonValue trustOf(CertificateTrust trust)
{
    switch (trust) {
    case CertificateTrust::NotAsked:
        return {};
    case CertificateTrust::Trusted:
        return true;
    case CertificateTrust::Untrusted:
        return false;
    }
    Q_UNREACHABLE();
}

QString revocationOf(Revocation revocation)
{
    switch (revocation) {
    case Revocation::NotChecked:
        return u"not_checked"_s;
    case Revocation::NotRevoked:
        return u"not_revoked"_s;
    case Revocation::Revoked:
        return u"revoked"_s;
    }
    Q_UNREACHABLE();
}

QString revocationText(Revocation revocation)
{
    switch (revocation) {
    case Revocation::NotChecked:
        return Text::tr("revocation not checked");
    case Revocation::NotRevoked:
        return Text::tr("certificate not revoked");
    case Revocation::Revoked:
        return Text::tr("certificate revoked");
    }
    Q_UNREACHABLE();
}

QJsonValue moment(const std::optional<Instant> &at)
{
    return at ? QJsonValue(at->toVietnamTime()) : QJsonValue();
}

QJsonValue timestampToJson(const std::optional<TimestampFacts> &timestamp)
{
    if (!timestamp)
        return {};
    return QJsonObject{{u"at"_s, timestamp->at.toVietnamTime()},
                       {u"authority"_s, timestamp->authority},
                       {u"intact"_s, timestamp->intact},
                       {u"trusted"_s, trustOf(timestamp->trust)}};
}

QString verdictOf(const SignatureFacts &facts)
{
    if (!facts.holds())
        return Text::tr("does not hold");
    return facts.trust == CertificateTrust::Untrusted ? Text::tr("holds, signer not trusted") : Text::tr("holds");
}

} // namespace

QJsonArray signaturesToJson(const std::vector<SignatureFacts> &signatures)
{
    QJsonArray all;
    for (const SignatureFacts &facts : signatures)
        all.append(QJsonObject{{u"role"_s, toString(facts.role)},
                               {u"signer"_s, facts.signer},
                               {u"organisation"_s, facts.organisation},
                               {u"issuer"_s, facts.issuer},
                               {u"certificate"_s, facts.certificateSerial},
                               {u"agency"_s, facts.agency},
                               {u"reason"_s, facts.reason},
                               {u"format"_s, facts.subFilter},
                               {u"signed_at"_s, moment(facts.signedAt)},
                               {u"holds"_s, facts.holds()},
                               {u"digest_intact"_s, facts.digestIntact},
                               {u"whole_document"_s, facts.coversWholeDocument()},
                               {u"trusted"_s, trustOf(facts.trust)},
                               {u"revocation"_s, revocationOf(facts.revocation)},
                               {u"timestamp"_s, timestampToJson(facts.timestamp)},
                               {u"problem"_s, facts.problem}});
    return all;
}

QStringList signatureLines(const std::vector<SignatureFacts> &signatures)
{
    QStringList lines;
    for (const SignatureFacts &facts : signatures) {
        QStringList parts = {facts.signer, facts.agency.isEmpty() ? facts.organisation : facts.agency,
                             facts.signedAt ? facts.signedAt->toVietnamTime() : QString(), verdictOf(facts)};
        if (facts.timestamp && facts.timestamp->intact)
            parts.append(Text::tr("timestamp %1").arg(facts.timestamp->at.toVietnamTime()));
        parts.append(revocationText(facts.revocation));
        if (!facts.problem.isEmpty())
            parts.append(u'(' + facts.problem + u')');
        parts.removeAll(QString());
        lines.append(parts.join(u"  "_s));
    }
    return lines;
}

bool areSound(const std::vector<SignatureFacts> &signatures)
{
    return std::ranges::all_of(signatures, [](const SignatureFacts &facts) {
        return facts.holds() && facts.trust != CertificateTrust::Untrusted;
    });
}

} // namespace sohoa
