// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace sohoa {

Remedy remedyFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PaperJam:
    case ErrorCode::FeederEmpty:
    case ErrorCode::CoverOpen:
    case ErrorCode::PassCountsDiffer:
    case ErrorCode::ScanSuspended:
        return Remedy::FixPaperAndResume;
    case ErrorCode::DeviceGone:
    case ErrorCode::DeviceNotFound:
    case ErrorCode::DeviceIoError:
    case ErrorCode::HelperCrashed:
    case ErrorCode::HelperHung:
    case ErrorCode::HelperProtocol:
        return Remedy::ReconnectScanner;
    case ErrorCode::DiskFull:
    case ErrorCode::DeviceOutOfMemory:
        return Remedy::FreeDiskSpace;
    case ErrorCode::DeviceBusy:
    case ErrorCode::StoreBusy:
    case ErrorCode::RepositoryUnreachable:
    case ErrorCode::RepositoryFull:
    case ErrorCode::SignModuleCrashed:
    case ErrorCode::SignModuleHung:
    case ErrorCode::TokenGone:
    case ErrorCode::TimestampUnreachable:
    case ErrorCode::OutsideHours:
    case ErrorCode::VaultBusy:
        return Remedy::WaitAndRetry;
    case ErrorCode::PageIncomplete:
    case ErrorCode::ImageUnreadable:
    case ErrorCode::PageTimeout:
    case ErrorCode::PageHelperCrashed:
        return Remedy::RescanPage;
    case ErrorCode::OptionRefused:
    case ErrorCode::ProfileInvalid:
    case ErrorCode::ProfileUnknown:
    case ErrorCode::ProfileLocked:
    case ErrorCode::DeviceAmbiguous:
    case ErrorCode::DeviceUnsupported:
    case ErrorCode::FileUnreadable:
    case ErrorCode::ImageTooLarge:
    case ErrorCode::PdfUnreadable:
    case ErrorCode::PdfEncrypted:
    case ErrorCode::NotFound:
    case ErrorCode::TargetUnknown:
    case ErrorCode::TargetExists:
    case ErrorCode::NoTarget:
    case ErrorCode::StateForbids:
    case ErrorCode::FindingsBlock:
    case ErrorCode::ProcedureUnknown:
    case ErrorCode::FieldUnknown:
    case ErrorCode::ValueInvalid:
    case ErrorCode::CatalogueInvalid:
    case ErrorCode::OverrideForbidden:
    case ErrorCode::UsageError:
    case ErrorCode::TokenNotFound:
    case ErrorCode::PinWrong:
    case ErrorCode::CertificateMissing:
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYet:
    case ErrorCode::CertificateNoUsage:
    case ErrorCode::CertificateUnclear:
    case ErrorCode::KeyFileUnreadable:
    case ErrorCode::KeyFilePassword:
    case ErrorCode::SignatureBroken:
    case ErrorCode::PdfNotSignable:
    case ErrorCode::UserUnknown:
    case ErrorCode::PasswordWeak:
    case ErrorCode::VaultExists:
        return Remedy::CorrectInput;
    case ErrorCode::RepositoryUnauthorized:
    case ErrorCode::VaultLocked:
    case ErrorCode::VaultPassword:
        return Remedy::SignInAgain;
    case ErrorCode::DeviceAccessDenied:
    case ErrorCode::HelperMissing:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreFailed:
    case ErrorCode::FileUnwritable:
    case ErrorCode::OcrUnavailable:
    case ErrorCode::PdfWriteFailed:
    case ErrorCode::RepositoryRefused:
    case ErrorCode::RepositoryProtocol:
    case ErrorCode::ReceiptMismatch:
    case ErrorCode::PackageInvalid:
    case ErrorCode::TlsFailed:
    case ErrorCode::SignModuleMissing:
    case ErrorCode::TokenLocked:
    case ErrorCode::TokenFailed:
    case ErrorCode::TimestampInvalid:
    case ErrorCode::VaultMissing:
    case ErrorCode::VaultFailed:
    case ErrorCode::Internal:
        return Remedy::CallAdministrator;
    case ErrorCode::SignedAlready:
    case ErrorCode::NothingToDo:
    case ErrorCode::Cancelled:
        return Remedy::Nothing;
    }
    Q_UNREACHABLE();
}

QString logLine(const Error &error)
{
    QString line = QString::number(static_cast<int>(error.code));
    for (auto it = error.args.cbegin(); it != error.args.cend(); ++it)
        line += QLatin1Char(' ') + it.key() + QLatin1Char('=') + it.value();
    if (!error.detail.isEmpty())
        line += QLatin1String(": ") + error.detail;
    return line;
}

} // namespace sohoa
