// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tus_answers.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

struct Expected {
    int status;
    ErrorCode code;
    AfterFailure after;
};

} // namespace

TEST_CASE("Each status has its meaning", "[sync]")
{
    for (const auto &[status, code, after] : {
             Expected{401, ErrorCode::RepositoryUnauthorized, AfterFailure::StopTarget},
             Expected{403, ErrorCode::RepositoryUnauthorized, AfterFailure::StopTarget},
             Expected{409, ErrorCode::RepositoryRefused, AfterFailure::BlockPackage},
             Expected{413, ErrorCode::RepositoryRefused, AfterFailure::BlockPackage},
             Expected{422, ErrorCode::RepositoryRefused, AfterFailure::BlockPackage},
             Expected{423, ErrorCode::RepositoryUnreachable, AfterFailure::Retry},
             Expected{429, ErrorCode::RepositoryUnreachable, AfterFailure::Retry},
             Expected{503, ErrorCode::RepositoryUnreachable, AfterFailure::Retry},
             Expected{507, ErrorCode::RepositoryFull, AfterFailure::Retry},
             Expected{302, ErrorCode::RepositoryProtocol, AfterFailure::Retry},
             Expected{400, ErrorCode::RepositoryProtocol, AfterFailure::Retry},
             Expected{200, ErrorCode::RepositoryProtocol, AfterFailure::Retry},
         }) {
        INFO(status);
        const Failure failure = failureOfStatus(status, {}, u"upload"_s);
        CHECK(failure.error.code == code);
        CHECK(failure.after == after);
        CHECK(failure.error.args.value(u"status"_s) == QString::number(status));
    }
    CHECK(failureOfStatus(423, {}, {}).retryAfterMs == 2'000);
    CHECK(failureOfStatus(503, "120", {}).retryAfterMs == 120'000);
    CHECK(failureOfStatus(503, "99999999", {}).retryAfterMs == 3'600'000);
    CHECK_FALSE(failureOfStatus(503, "Wed, 21 Oct 2026 07:28:00 GMT", {}).retryAfterMs);
    CHECK_FALSE(failureOfStatus(503, "-1", {}).retryAfterMs);
}

TEST_CASE("A count of bytes is digits and nothing else", "[sync]")
{
    CHECK(byteCount("0") == 0);
    CHECK(byteCount("9007199254740992") == qint64{1} << 53);
    for (const char *bad : {"", "-1", "+1", " 1", "1 ", "0x10", "1e3", "9007199254740993", "99999999999999999999"})
        CHECK_FALSE(byteCount(bad));
}

TEST_CASE("What is told about a package is one line", "[sync]")
{
    OutboxItem item;
    item.package = *PackageId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057"_s);
    item.sha256 = QString(64, u'a');
    item.revision = 2;
    const QByteArray line = uploadMetadata(item, u"Máy quét số 1, tầng trệt"_s.repeated(10));
    CHECK_FALSE(line.contains('\n'));
    CHECK(line.count(',') == 4);
    CHECK(line.startsWith("filename " + QByteArray("01890a5d-ac96-774b-bcce-b302099a8057.zip").toBase64() + ','));
    CHECK(line.endsWith(",revision Mg=="));
    CHECK(uploadChecksum("sha1", "hello") == QByteArray("sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00="));
    CHECK(uploadChecksum("sha256", "hello").startsWith("sha256 LPJNul+wow4m6Dsq"));
}
