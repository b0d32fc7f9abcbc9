// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/signature/signed_pdf.h"

#include "core/signature/certificate.h"
#include "core/signature/cms_signature.h"
#include "core/signature/timestamp.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"

#include <QCryptographicHash>

namespace sohoa::test {

using namespace Qt::StringLiterals;

PdfFolder::PdfFolder()
    : dir(pathTemplate())
    , pdf(file(u"giấy khai sinh.pdf"_s))
{
    const auto written =
        writePdf(sampleMetadata(), {samplePage(file(u"1.jpg"_s), {u"GIẤY KHAI SINH"_s, u"Số: 12/2023"_s})}, pdf);
    REQUIRE_OK(written);
}

SignatureText textFor(SignatureRole role, const QString &signer)
{
    return {.role = role, .signer = signer, .agency = u"UBND xã Hồng Thái"_s, .at = now()};
}

Result<SignedFile> signPdf(const QString &from, const QString &to, const Identity &identity,
                           const Authority &authority, SignatureRole role, const TimestampAuthority *timestamps)
{
    const auto facts = certificateFacts(identity.der());
    REQUIRE(facts);
    const auto prepared = PdfSignature::prepare(from, textFor(role, facts->commonName), roomForSignature);
    if (!prepared)
        return fail(prepared.error());
    auto cms = CmsSignature::begin(identity.der(), {authority.root().der()}, prepared->sha256());
    if (!cms)
        return fail(cms.error());
    const QByteArray signature = identity.sign(cms->signedAttributes());
    if (auto set = cms->setSignature(signature); !set)
        return fail(set.error());
    if (timestamps) {
        const QByteArray digest = QCryptographicHash::hash(signature, QCryptographicHash::Sha256);
        constexpr quint64 nonce = 4711;
        const auto request = timestampRequest(digest, nonce);
        REQUIRE_OK(request);
        const auto token = timestampToken(timestamps->answer(*request), digest, nonce);
        if (!token)
            return fail(token.error());
        if (auto added = cms->addTimestamp(*token); !added)
            return fail(added.error());
    }
    return prepared->write(cms->encoded(), to);
}

} // namespace sohoa::test
