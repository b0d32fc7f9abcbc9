// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/rules.h"
#include "tests/support/catch.h"
#include "ui/errors/sentences.h"
#include "ui/language/language.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// Every code there is: the compiler names the one that sentence() forgets, this list the one that has no words.
constexpr ErrorCode allCodes[] = {
    ErrorCode::PaperJam,
    ErrorCode::FeederEmpty,
    ErrorCode::CoverOpen,
    ErrorCode::DeviceBusy,
    ErrorCode::DeviceGone,
    ErrorCode::DeviceAccessDenied,
    ErrorCode::DeviceIoError,
    ErrorCode::DeviceOutOfMemory,
    ErrorCode::DeviceNotFound,
    ErrorCode::DeviceUnsupported,
    ErrorCode::OptionRefused,
    ErrorCode::PageIncomplete,
    ErrorCode::PassCountsDiffer,
    ErrorCode::ScanSuspended,
    ErrorCode::HelperCrashed,
    ErrorCode::HelperHung,
    ErrorCode::HelperProtocol,
    ErrorCode::HelperMissing,
    ErrorCode::DiskFull,
    ErrorCode::StoreBusy,
    ErrorCode::StoreCorrupt,
    ErrorCode::StoreNewer,
    ErrorCode::FileUnreadable,
    ErrorCode::FileUnwritable,
    ErrorCode::NotFound,
    ErrorCode::StoreFailed,
    ErrorCode::ImageUnreadable,
    ErrorCode::ImageTooLarge,
    ErrorCode::PdfUnreadable,
    ErrorCode::PdfEncrypted,
    ErrorCode::OcrUnavailable,
    ErrorCode::PageTimeout,
    ErrorCode::PageHelperCrashed,
    ErrorCode::PdfWriteFailed,
    ErrorCode::RepositoryUnreachable,
    ErrorCode::RepositoryUnauthorized,
    ErrorCode::RepositoryRefused,
    ErrorCode::RepositoryFull,
    ErrorCode::RepositoryProtocol,
    ErrorCode::ReceiptMismatch,
    ErrorCode::TargetUnknown,
    ErrorCode::TargetExists,
    ErrorCode::PackageInvalid,
    ErrorCode::TlsFailed,
    ErrorCode::NoTarget,
    ErrorCode::StateForbids,
    ErrorCode::FindingsBlock,
    ErrorCode::ProcedureUnknown,
    ErrorCode::FieldUnknown,
    ErrorCode::ValueInvalid,
    ErrorCode::CatalogueInvalid,
    ErrorCode::OverrideForbidden,
    ErrorCode::UsageError,
    ErrorCode::NothingToDo,
    ErrorCode::SignModuleMissing,
    ErrorCode::SignModuleCrashed,
    ErrorCode::SignModuleHung,
    ErrorCode::TokenNotFound,
    ErrorCode::TokenGone,
    ErrorCode::PinWrong,
    ErrorCode::TokenLocked,
    ErrorCode::TokenFailed,
    ErrorCode::CertificateMissing,
    ErrorCode::CertificateExpired,
    ErrorCode::CertificateNotYet,
    ErrorCode::CertificateNoUsage,
    ErrorCode::CertificateUnclear,
    ErrorCode::KeyFileUnreadable,
    ErrorCode::KeyFilePassword,
    ErrorCode::TimestampUnreachable,
    ErrorCode::TimestampInvalid,
    ErrorCode::SignatureBroken,
    ErrorCode::SignedAlready,
    ErrorCode::PdfNotSignable,
    ErrorCode::OutsideHours,
    ErrorCode::UserUnknown,
    ErrorCode::PasswordWeak,
    ErrorCode::VaultMissing,
    ErrorCode::VaultLocked,
    ErrorCode::VaultPassword,
    ErrorCode::VaultFailed,
    ErrorCode::VaultExists,
    ErrorCode::VaultBusy,
    ErrorCode::Cancelled,
    ErrorCode::Internal,
};

/// Vietnamese as long as it lives.
class Vietnamese {
public:
    Vietnamese() { REQUIRE(ui::installTranslations(*QCoreApplication::instance(), u"vi"_s)); }
    ~Vietnamese()
    {
        for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>())
            delete translator;
    }
    Vietnamese(const Vietnamese &) = delete;
    Vietnamese &operator=(const Vietnamese &) = delete;
};

bool isWhole(const QString &sentence)
{
    return sentence.size() > 15 && sentence.endsWith(u'.') && !sentence.contains(u"{"_s);
}

} // namespace

TEST_CASE("Every error says what happened and what to do, in both languages", "[sentences]")
{
    for (const ErrorCode code : allCodes) {
        INFO("code " << static_cast<int>(code));
        Error error{code, {}, {}};
        for (const auto &arg : {u"path"_s,   u"sheet"_s,  u"option"_s, u"value"_s,  u"program"_s, u"language"_s,
                                u"status"_s, u"target"_s, u"rules"_s,  u"code"_s,   u"field"_s,   u"file"_s,
                                u"row"_s,    u"column"_s, u"rule"_s,   u"reason"_s, u"module"_s,  u"token"_s,
                                u"tries"_s,  u"date"_s,   u"url"_s,    u"last"_s,   u"fronts"_s,  u"backs"_s})
            error.args.insert(arg, u"17"_s);
        const QString english = sentence(error);
        CHECK(isWhole(english));
        CHECK_FALSE(english.contains(u'%'));
        // Also without what it could be told.
        CHECK_FALSE(sentence(Error{code, {}, {}}).contains(u'%'));
        const Vietnamese vietnamese;
        CHECK(isWhole(sentence(error)));
        CHECK(sentence(error) != english);
        CHECK_FALSE(sentence(error).contains(u'%'));
    }
}

TEST_CASE("A jam names the sheet to go on from", "[sentences]")
{
    const Vietnamese vietnamese;
    CHECK(sentence(Error{ErrorCode::PaperJam, {{u"sheet"_s, u"18"_s}}, {}}) ==
          u"Kẹt giấy. Lấy giấy kẹt ra, đặt lại từ tờ 18 rồi bấm Tiếp tục."_s);
    CHECK(sentence(Error{ErrorCode::PaperJam, {{u"sheet"_s, u"18"_s}, {u"last"_s, u"17"_s}}, {}}) ==
          u"Kẹt giấy sau tờ 17. Lấy giấy kẹt ra, đặt lại từ tờ 18, bấm Tiếp tục."_s);
    // What nobody jammed goes on at a sheet all the same.
    for (const ErrorCode code :
         {ErrorCode::DeviceBusy, ErrorCode::DeviceGone, ErrorCode::DeviceIoError, ErrorCode::CoverOpen,
          ErrorCode::HelperCrashed, ErrorCode::HelperHung, ErrorCode::HelperProtocol, ErrorCode::PageIncomplete,
          ErrorCode::DeviceAccessDenied, ErrorCode::DeviceOutOfMemory})
        CHECK(sentence(Error{code, {{u"sheet"_s, u"18"_s}, {u"last"_s, u"17"_s}}, {}}).contains(u"tờ 18"_s));
    CHECK(remedyText(Remedy::FixPaperAndResume) == u"Tiếp tục"_s);
}

TEST_CASE("Every rule of the gate has a sentence in both languages", "[sentences]")
{
    REQUIRE_FALSE(qualityRules().empty());
    for (const QualityRule &rule : qualityRules()) {
        INFO(rule.id.toStdString());
        CHECK(hasRuleSentence(rule.id));
        Finding finding;
        finding.rule = rule.id;
        for (const QString &arg : rule.args)
            finding.args.insert(arg, u"2026-11-23"_s);
        const QString english = ruleSentence(finding);
        CHECK(isWhole(english));
        const Vietnamese vietnamese;
        CHECK(isWhole(ruleSentence(finding)));
        CHECK(ruleSentence(finding) != english);
    }
}

TEST_CASE("A finding's args are said as people say them", "[sentences]")
{
    const Vietnamese vietnamese;
    Finding finding;
    finding.rule = u"FULL-06"_s;
    finding.field = u"issue_date"_s;
    CHECK(ruleSentence(finding) == u"Thiếu trường “Ngày cấp”. Hãy điền vào."_s);
    finding = {};
    finding.rule = u"LIVE-02"_s;
    finding.args.insert(u"date"_s, u"2024-02-29"_s);
    CHECK(ruleSentence(finding).contains(u"29/02/2024"_s));
}

TEST_CASE("States, origins and fields have names in both languages", "[sentences]")
{
    const QString english = stateName(DossierState::Review);
    CHECK(fieldLabel(u"issue_date"_s) == u"Issue date"_s);
    CHECK(fieldLabel(u"no_such_field"_s) == u"no_such_field"_s);
    const Vietnamese vietnamese;
    CHECK(stateName(DossierState::Review) != english);
    CHECK(fieldLabel(u"issue_date"_s) == u"Ngày cấp"_s);
    for (const QString &field : summaryFields())
        CHECK(fieldLabel(field) != field);
    Validity validity;
    validity.status = ValidityStatus::InForce;
    validity.basis = ValidityBasis::Until;
    validity.until = QDate(2026, 12, 31);
    CHECK(validityText(validity) == u"Còn hiệu lực đến 31/12/2026"_s);
}
