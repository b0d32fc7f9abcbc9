// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/sentences.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString fileName(const Error &error, const QString &arg = u"path"_s)
{
    return QFileInfo(error.args.value(arg)).fileName();
}

/// The sheet to go on from, when the error knows it: the one thing a person at a jammed feeder must be told.
QString withSheet(const Error &error, const QString &fromSheet, const QString &plain)
{
    const QString sheet = error.args.value(u"sheet"_s);
    return sheet.isEmpty() ? plain : fromSheet.arg(sheet);
}

} // namespace

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(Errors)
public:
    static QString sentence(const Error &error);
    static QString remedy(Remedy remedy);

private:
    /// The sentence, and from which sheet on to go on, when the stack was under way.
    static QString resumable(const Error &error, const QString &sentence);
    static QString profileFault(const Error &error);
};

QString ErrorTexts::resumable(const Error &error, const QString &sentence)
{
    const int sheet = error.args.value(u"sheet"_s).toInt();
    if (sheet < 2)
        return sentence;
    return sentence + u' ' + tr("Then put the stack back from sheet %1 on and press Resume.").arg(sheet);
}

QString ErrorTexts::profileFault(const Error &error)
{
    const QString reason = error.args.value(u"reason"_s);
    const QString allowed = error.args.value(u"allowed"_s);
    if (reason == u"json")
        return tr("it is no JSON.");
    if (reason == u"missing")
        return tr("this is missing.");
    if (reason == u"range")
        return tr("a number from %1 is needed.").arg(allowed);
    if (reason == u"word")
        return tr("it must be one of %1.").arg(allowed);
    if (reason == u"stranger")
        return tr("nothing of this name is known.");
    return tr("a value of another kind is needed.");
}

QString ErrorTexts::sentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::PaperJam:
        if (const QString last = error.args.value(u"last"_s); last.toInt() > 0)
            return tr("Paper jam after sheet %2. Take the jammed sheet out, put the stack back from sheet %1 on "
                      "and press Resume.")
                .arg(error.args.value(u"sheet"_s), last);
        return withSheet(
            error,
            tr("Paper jam. Take the jammed sheet out, put the stack back from sheet %1 on and press Resume."),
            tr("Paper jam. Take the jammed sheet out, put it back on the stack and press Resume."));
    case ErrorCode::FeederEmpty:
        return tr("There is no paper in the feeder. Put the stack in and press Resume.");
    case ErrorCode::CoverOpen:
        return withSheet(
            error,
            tr("The scanner's cover is open. Close it, put the stack back from sheet %1 on and press Resume."),
            tr("The scanner's cover is open. Close it and press Resume."));
    case ErrorCode::DeviceBusy:
        return resumable(
            error,
            tr("Another program or computer is using the scanner. Wait until it has finished, then try again."));
    case ErrorCode::DeviceGone:
        return resumable(error, tr("The scanner no longer answers. Check its cable and whether it is switched on, "
                                   "then try again. The pages shown are safe."));
    case ErrorCode::DeviceAccessDenied:
        return resumable(error, tr("This account may not use the scanner. Ask the administrator to add it to the "
                                   "group “scanner”."));
    case ErrorCode::DeviceIoError:
        return withSheet(error,
                         tr("The scanner broke off while reading. Check cable and paper, put the stack back from "
                            "sheet %1 on and try again."),
                         tr("The scanner broke off while reading. Check cable and paper, then try again."));
    case ErrorCode::DeviceOutOfMemory:
        return resumable(error, tr("The scanner has not enough memory for this size. Choose a lower resolution."));
    case ErrorCode::DeviceNotFound:
        return tr("The scanner was not found. Switch it on, connect it and refresh the list.");
    case ErrorCode::DeviceUnsupported:
        return tr("The scanner cannot do this. Choose another source or mode.");
    case ErrorCode::OptionRefused:
        return tr("The scanner does not accept “%2” for “%1”. Choose another value.")
            .arg(error.args.value(u"option"_s), error.args.value(u"value"_s));
    case ErrorCode::ProfileInvalid:
        return tr("The file “%1” is not right at “%2”: %3 Correct it there.")
            .arg(QFileInfo(error.args.value(u"file"_s)).fileName(), error.args.value(u"member"_s),
                 profileFault(error));
    case ErrorCode::ProfileUnknown:
        return tr("There is no scan profile “%1”.").arg(error.args.value(u"profile"_s));
    case ErrorCode::ProfileLocked:
        return tr("The administrator has fixed the scan profile “%1”. Use it as it is, or make one of your own "
                  "under another name.")
            .arg(error.args.value(u"profile"_s));
    case ErrorCode::DeviceAmbiguous:
        return tr("Several scanners of the kind “%1” are connected, and nothing tells which one is meant. Choose "
                  "one.")
            .arg(error.args.value(u"device"_s));
    case ErrorCode::PageIncomplete:
        return withSheet(error,
                         tr("Sheet %1 came only in part. Put the stack back from sheet %1 on and press Resume."),
                         tr("A page came only in part. Scan it again."));
    case ErrorCode::PassCountsDiffer:
        return tr("%1 fronts and %2 backs: a sheet was pulled along with another one or left out. Nothing was put "
                  "together. Count the sheets, turn the whole stack over again and press Resume: all backs are "
                  "fed once more.")
            .arg(error.args.value(u"fronts"_s), error.args.value(u"backs"_s));
    case ErrorCode::ScanSuspended:
        return withSheet(
            error,
            tr("The computer went to sleep while sheet %1 was being scanned. The pages shown are safe; "
               "put the stack back from sheet %1 on and press Resume."),
            tr("The computer went to sleep while pages were coming in. Those shown are safe; press "
               "Resume."));
    case ErrorCode::HelperCrashed:
        return withSheet(error,
                         tr("The scanner's driver has crashed. The pages shown are safe; put the stack back from "
                            "sheet %1 on and try again."),
                         tr("The scanner's driver has crashed. The pages shown are safe; try again."));
    case ErrorCode::HelperHung:
        return resumable(error,
                         tr("The scanner has not answered for a long time and was stopped. Switch it off and "
                            "on, then try again."));
    case ErrorCode::HelperProtocol:
        return resumable(error, tr("The scanner's driver sent something that makes no sense and was stopped. Try "
                                   "again; if it happens again, call the administrator."));
    case ErrorCode::HelperMissing:
        return tr("A part of Sohoa is missing: %1. Ask the administrator to install Sohoa again.")
            .arg(error.args.value(u"program"_s, u"sohoa"_s));
    case ErrorCode::DiskFull:
        return tr("The disk is full. Nothing shown is lost; make room, then go on.");
    case ErrorCode::StoreBusy:
        return tr("Another Sohoa window or command is working with this store. Close it, then try again.");
    case ErrorCode::StoreCorrupt:
        return tr("The store is damaged. Do not go on working; ask the administrator to check it (sohoactl fsck) "
                  "or restore a backup.");
    case ErrorCode::StoreNewer:
        return tr(
            "This store was written by a newer version of Sohoa. Install that version; nothing was changed.");
    case ErrorCode::FileUnreadable:
        return tr("The file “%1” cannot be read. Check that it exists and may be opened.").arg(fileName(error));
    case ErrorCode::FileUnwritable:
        return tr("“%1” cannot be written. Check the folder's permissions or whether the disk is read-only.")
            .arg(fileName(error));
    case ErrorCode::NotFound:
        return tr("It is no longer there. Refresh the list and choose again.");
    case ErrorCode::StoreFailed:
        return tr("The store did not take the change. Nothing was changed; try again, and call the administrator "
                  "if it stays so.");
    case ErrorCode::ImageUnreadable:
        return tr("The picture “%1” is damaged or of an unknown kind. Scan the page again or save it as JPEG, PNG "
                  "or TIFF.")
            .arg(fileName(error));
    case ErrorCode::ImageTooLarge:
        return tr("The picture “%1” is too large. Save it with a lower resolution and import it again.")
            .arg(fileName(error));
    case ErrorCode::PdfUnreadable:
        return tr("The PDF “%1” is damaged. Save it anew or scan the paper.").arg(fileName(error));
    case ErrorCode::PdfEncrypted:
        return tr("The PDF “%1” is locked with a password. Save it without one and import it again.")
            .arg(fileName(error));
    case ErrorCode::OcrUnavailable:
        return tr("Text cannot be read: the language data “%1” are missing. Ask the administrator to install "
                  "tesseract-ocr-%1.")
            .arg(error.args.value(u"language"_s, u"vie"_s));
    case ErrorCode::PageTimeout:
        return tr("Reading a page took too long and was given up. Scan the page again or type its values.");
    case ErrorCode::PageHelperCrashed:
        return tr("Reading a page has failed. The picture is safe; scan the page again or type its values.");
    case ErrorCode::PdfWriteFailed:
        return tr("The PDF could not be made. The pages are safe; try again, and call the administrator if it "
                  "stays so.");
    case ErrorCode::RepositoryUnreachable:
        return tr(
            "The repository cannot be reached. The dossiers stay in the queue; check the line and try again.");
    case ErrorCode::RepositoryUnauthorized:
        return tr("The repository refuses this station's key. Ask for a new key and sign in again.");
    case ErrorCode::RepositoryRefused:
        return tr("The repository did not take the package (answer %1). Tell the administrator this number.")
            .arg(error.args.value(u"status"_s, u"?"_s));
    case ErrorCode::RepositoryFull:
        return tr("The repository has no room left. The dossiers stay in the queue; try again later.");
    case ErrorCode::RepositoryProtocol:
        return tr(
            "The repository's answer was not understood. Check the target's address with the administrator.");
    case ErrorCode::ReceiptMismatch:
        return tr("The receipt is for other bytes than ours: the dossier does not count as delivered. Tell the "
                  "administrator.");
    case ErrorCode::TargetUnknown:
        return tr("There is no target named “%1”. Choose one from the list.").arg(error.args.value(u"target"_s));
    case ErrorCode::TargetExists:
        return tr("There is a target named “%1” already. Choose another name.").arg(error.args.value(u"target"_s));
    case ErrorCode::PackageInvalid:
        return tr("The package does not fulfil its own rules and was not queued. Reopen the dossier and approve "
                  "it again; call the administrator if it stays so.");
    case ErrorCode::TlsFailed:
        if (error.args.value(u"reason"_s) == u"clock")
            return tr("The repository's certificate is not valid at the time this computer's clock shows. Check "
                      "date and time of this computer; nothing was sent.");
        return tr(
            "The repository could not prove who it is (certificate). Nothing was sent; tell the administrator.");
    case ErrorCode::NoTarget:
        return tr("There is no target to send to. Add one: the repository's address or a folder.");
    case ErrorCode::OutsideHours:
        return tr("Sending is allowed only from %1 on. It goes on then, or at once when the hours are changed.")
            .arg(error.args.value(u"from"_s));
    case ErrorCode::StateForbids: {
        const auto state = dossierStateFromString(error.args.value(u"state"_s));
        if (!state)
            return tr("This is not possible now. Wait until what is running has ended, then try again.");
        return tr("This is not possible while the dossier is “%1”. Reopen it first.").arg(stateName(*state));
    }
    case ErrorCode::FindingsBlock:
        return tr("The dossier cannot be approved yet (%1). Put right what is marked in red, then approve again.")
            .arg(error.args.value(u"rules"_s));
    case ErrorCode::ProcedureUnknown:
        return tr("The catalogue has no procedure “%1”. Choose one from the list.")
            .arg(error.args.value(u"code"_s));
    case ErrorCode::FieldUnknown:
        return tr("There is no field “%1”.").arg(error.args.value(u"field"_s));
    case ErrorCode::ValueInvalid: {
        const QString field = error.args.value(u"field"_s);
        return (field.endsWith(u"_date"_s)
                    ? tr("“%2” is no date for “%1”. Correct it; dates look like 21/03/1975, 03/1975 or 1975.")
                    : tr("“%2” is no value for “%1”. Correct it and try again."))
            .arg(fieldLabel(field), error.args.value(u"value"_s));
    }
    case ErrorCode::CatalogueInvalid:
        return tr("The catalogue file “%1” has a fault in row %2, column %3. Correct it and load it again.")
            .arg(error.args.value(u"file"_s), error.args.value(u"row"_s), error.args.value(u"column"_s));
    case ErrorCode::OverrideForbidden:
        return tr("Rule %1 may not be overruled. Put right what it names.").arg(error.args.value(u"rule"_s));
    case ErrorCode::UsageError:
        return tr("This was not understood: %1. Correct it and try again.").arg(error.args.value(u"reason"_s));
    case ErrorCode::NothingToDo:
        return tr("There is nothing to do.");
    case ErrorCode::SignModuleMissing:
        return tr("The program of the signing token (%1) is not there or is damaged. Have the administrator "
                  "install the software that came with the token.")
            .arg(fileName(error, u"module"_s));
    case ErrorCode::SignModuleCrashed:
        return tr(
            "The software of the signing token has crashed. Nothing was half-signed. Plug the token in again "
            "and sign what is left.");
    case ErrorCode::SignModuleHung:
        return tr("The signing token has not answered for a long time and was given up. Nothing was half-signed. "
                  "Plug it in again and sign what is left.");
    case ErrorCode::TokenNotFound:
        return error.args.value(u"token"_s).isEmpty()
                   ? tr("No signing token is plugged in. Plug it in and try again.")
                   : tr("The signing token “%1” is not plugged in. Plug it in and try again.")
                         .arg(error.args.value(u"token"_s));
    case ErrorCode::TokenGone:
        return tr("The signing token was pulled out. What is signed stays signed; plug the token in and sign what "
                  "is left.");
    case ErrorCode::PinWrong:
        return error.args.value(u"tries"_s).isEmpty()
                   ? tr("The PIN is wrong. Check it before you try again: after a few wrong PINs the token locks "
                        "itself.")
                   : tr("The PIN is wrong. Tries left before the token locks itself: %1. Check the PIN before you "
                        "try again.")
                         .arg(error.args.value(u"tries"_s));
    case ErrorCode::TokenLocked:
        return tr("The signing token is locked after too many wrong PINs. Only its issuer can unlock it.");
    case ErrorCode::TokenFailed:
        return tr("The signing token refuses (%1). Plug it in again; if that does not help, tell the "
                  "administrator.")
            .arg(error.args.value(u"code"_s));
    case ErrorCode::CertificateMissing:
        return tr("There is no key with a certificate that belongs to it. Use the token or the file that the "
                  "certificate was issued with.");
    case ErrorCode::CertificateExpired:
        return tr("The certificate expired on %1. Have it renewed; nothing is signed with it.")
            .arg(error.args.value(u"date"_s));
    case ErrorCode::CertificateNotYet:
        return tr("The certificate is valid only from %1 on. Check the date of this computer.")
            .arg(error.args.value(u"date"_s));
    case ErrorCode::CertificateNoUsage:
        return tr("This certificate was not issued for signing. Choose the signing certificate.");
    case ErrorCode::CertificateUnclear:
        return tr("Several certificates can sign. Name one by its serial number.");
    case ErrorCode::KeyFileUnreadable:
        return tr("“%1” is no key file (PKCS#12). Choose the .p12 or .pfx file.").arg(fileName(error));
    case ErrorCode::KeyFilePassword:
        return tr("The password of “%1” is wrong. Enter it again.").arg(fileName(error));
    case ErrorCode::TimestampUnreachable:
        return tr("The timestamp service %1 cannot be reached. Nothing was signed; try again when there is a "
                  "line.")
            .arg(error.args.value(u"url"_s));
    case ErrorCode::TimestampInvalid:
        return tr("The timestamp service %1 gave no valid timestamp. Nothing was signed; tell the administrator.")
            .arg(error.args.value(u"url"_s));
    case ErrorCode::SignatureBroken:
        return tr("“%1” bears a signature that no longer holds: the file was changed after it was signed. Take "
                  "the untouched file.")
            .arg(fileName(error));
    case ErrorCode::SignedAlready:
        return tr("“%1” is signed already.").arg(fileName(error));
    case ErrorCode::PdfNotSignable:
        return tr("“%1” cannot be signed: its structure is damaged or it forbids changes. Write it anew.")
            .arg(fileName(error));
    case ErrorCode::UserUnknown:
        return tr("Nobody named “%1” can open the vault. Choose one from the list.")
            .arg(error.args.value(u"user"_s));
    case ErrorCode::PasswordWeak:
        return tr("The password is too short. Take at least %1 letters.").arg(error.args.value(u"least"_s));
    case ErrorCode::VaultMissing:
        return tr("Protection needs the program “%1”, which is not installed or not usable here. Tell the "
                  "administrator.")
            .arg(error.args.value(u"program"_s));
    case ErrorCode::VaultLocked:
        return tr("The dossiers of this station are locked in their vault. Open it (sohoactl vault open), then "
                  "try again.");
    case ErrorCode::VaultPassword:
        return tr("Nothing opens with this name and password. Check both; the administrator's recovery key opens "
                  "it too.");
    case ErrorCode::VaultFailed:
        return tr("The protected store could not be opened or closed (%1). Nothing is lost; tell the "
                  "administrator.")
            .arg(error.args.value(u"reason"_s));
    case ErrorCode::VaultExists:
        return tr("This store is protected already.");
    case ErrorCode::VaultBusy:
        return tr("The protected store is still in use and stays open. Close other programs that use it, then "
                  "close it again.");
    case ErrorCode::Cancelled:
        return tr("Stopped. The pages shown are safe.");
    case ErrorCode::Internal:
        return tr("Something went wrong inside Sohoa. Your work up to here is safe; tell the administrator what "
                  "you did last.");
    }
    Q_UNREACHABLE();
}

QString ErrorTexts::remedy(Remedy remedy)
{
    switch (remedy) {
    case Remedy::FixPaperAndResume:
        return tr("Resume");
    case Remedy::ReconnectScanner:
    case Remedy::FreeDiskSpace:
    case Remedy::WaitAndRetry:
        return tr("Try again");
    case Remedy::RescanPage:
        return tr("Scan again");
    case Remedy::CorrectInput:
        return tr("Correct it");
    case Remedy::SignInAgain:
        return tr("Sign in again");
    case Remedy::CallAdministrator:
        return tr("Details for the administrator");
    case Remedy::Nothing:
        return {};
    }
    Q_UNREACHABLE();
}

QString sentence(const Error &error)
{
    return ErrorTexts::sentence(error);
}

QString remedyText(Remedy remedy)
{
    return ErrorTexts::remedy(remedy);
}

} // namespace sohoa
