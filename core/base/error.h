// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace sohoa {

/// What failed. Numbers are stable: they reach the log, the outbox and the manual. Append only.
/// A user never sees a code alone: ui/errors holds a sentence for each, in both languages.
enum class ErrorCode {
    // 1xx: scanners
    PaperJam = 101,
    FeederEmpty = 102,
    CoverOpen = 103,
    DeviceBusy = 104,
    DeviceGone = 105,
    DeviceAccessDenied = 106,
    DeviceIoError = 107,
    DeviceOutOfMemory = 108,
    DeviceNotFound = 109,
    DeviceUnsupported = 110,
    OptionRefused = 111,    ///< args: option, value
    PageIncomplete = 112,   ///< args: sheet; fewer rows came than the driver had announced
    PassCountsDiffer = 113, ///< args: fronts, backs; nothing was put together
    ScanSuspended = 114,    ///< args: sheet; the computer slept while a stack was being fed
    HelperCrashed = 120,
    HelperHung = 121,
    HelperProtocol = 122,
    HelperMissing = 123, ///< args: program
    /// args: file; member (where in it); reason: json, missing, kind, range, word or stranger; allowed
    ProfileInvalid = 131,
    ProfileUnknown = 132,  ///< args: profile
    ProfileLocked = 133,   ///< args: profile; the administrator's, not to be changed here
    DeviceAmbiguous = 134, ///< args: device; several equal scanners, and nothing tells which

    // 2xx: store, files, disk
    DiskFull = 201,
    StoreBusy = 202, ///< another process owns this store
    StoreCorrupt = 203,
    StoreNewer = 204,     ///< written by a newer version of Sohoa
    FileUnreadable = 205, ///< args: path
    FileUnwritable = 206, ///< args: path
    NotFound = 207,       ///< args: what, id
    StoreFailed = 208,

    // 3xx: pages
    ImageUnreadable = 301, ///< args: path
    ImageTooLarge = 302,   ///< args: path
    PdfUnreadable = 303,   ///< args: path
    PdfEncrypted = 304,    ///< args: path
    OcrUnavailable = 305,  ///< args: language
    PageTimeout = 306,
    PageHelperCrashed = 307,
    PdfWriteFailed = 308,

    // 4xx: hand-over
    RepositoryUnreachable = 401,
    RepositoryUnauthorized = 402,
    RepositoryRefused = 403, ///< args: status
    RepositoryFull = 404,
    RepositoryProtocol = 405,
    ReceiptMismatch = 406, ///< the receipt names another hash than ours
    TargetUnknown = 407,   ///< args: target
    TargetExists = 408,    ///< args: target
    PackageInvalid = 409,
    TlsFailed = 410,
    NoTarget = 411,
    OutsideHours = 412, ///< args: from ("18:00"); sending is allowed only then

    // 5xx: tags and states
    StateForbids = 501,      ///< args: state, action
    FindingsBlock = 502,     ///< args: rules
    ProcedureUnknown = 503,  ///< args: code
    FieldUnknown = 504,      ///< args: field
    ValueInvalid = 505,      ///< args: field, value
    CatalogueInvalid = 506,  ///< args: file, row, column
    OverrideForbidden = 507, ///< args: rule

    // 6xx: what was asked
    UsageError = 601, ///< args: reason
    NothingToDo = 602,

    // 7xx: digital signatures
    SignModuleMissing = 701, ///< args: module; not there, or no PKCS#11 module
    SignModuleCrashed = 702,
    SignModuleHung = 703,
    TokenNotFound = 704, ///< args: token; empty: no token at all
    TokenGone = 705,     ///< pulled out while it was needed
    PinWrong = 706,      ///< args: tries (left before the token locks); empty: the token does not tell
    TokenLocked = 707,
    TokenFailed = 708,          ///< args: code (CKR_… of the module)
    CertificateMissing = 709,   ///< no key that has its certificate
    CertificateExpired = 710,   ///< args: date
    CertificateNotYet = 711,    ///< args: date
    CertificateNoUsage = 712,   ///< not made for signing
    CertificateUnclear = 713,   ///< several fit, none is named
    KeyFileUnreadable = 714,    ///< args: path; no PKCS#12
    KeyFilePassword = 715,      ///< args: path
    TimestampUnreachable = 716, ///< args: url
    TimestampInvalid = 717,     ///< args: url; an answer that is none, or a refusal
    SignatureBroken = 718,      ///< args: path; a signature it bears already does not hold
    SignedAlready = 719,        ///< args: path; by this role
    PdfNotSignable = 720,       ///< args: path; forbids changes, or its structure is damaged

    // 8xx: the vault and who opens it
    UserUnknown = 805,   ///< args: user
    PasswordWeak = 807,  ///< args: least (letters)
    VaultMissing = 811,  ///< args: program; not installed, or the system has no FUSE
    VaultLocked = 812,   ///< the store lies in a vault that is closed
    VaultPassword = 813, ///< no key of the vault opens with this password or recovery key
    VaultFailed = 814,   ///< args: reason
    VaultExists = 815,   ///< this store is protected already
    VaultBusy = 816,     ///< something still uses the store, the vault cannot be closed

    // 9xx
    Cancelled = 901, ///< never shown as a fault
    Internal = 902,
};

/// What the person at the desk can do; each value is one button of the error bar.
enum class Remedy {
    FixPaperAndResume,
    ReconnectScanner,
    FreeDiskSpace,
    WaitAndRetry,
    RescanPage,
    CorrectInput,
    SignInAgain,
    CallAdministrator,
    Nothing,
};

struct Error {
    ErrorCode code;
    QMap<QString, QString> args =
        {};              ///< Placeholders of the sentence shown, e.g. {"page", "17"}. No personal data.
    QString detail = {}; ///< For the log, never translated: "sane_read: SANE_STATUS_JAMMED".
};

/// Between modules nothing is thrown: a library's exceptions and codes are translated where it is called.
template <class T> using Result = tl::expected<T, Error>; // Only what std::expected also offers.

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail, QMap<QString, QString> args = {})
{
    return tl::unexpected<Error>(Error{code, std::move(args), std::move(detail)});
}

/// Passes an error of one Result on as the error of another.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// A switch without default: the compiler names the code that somebody forgot.
Remedy remedyFor(ErrorCode code);

/// "201 DiskFull: write /x: No space left on device": one line for the log.
QString logLine(const Error &error);

} // namespace sohoa
