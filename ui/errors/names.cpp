// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/sentences.h"

#include <QCoreApplication>

namespace sohoa {

using namespace Qt::StringLiterals;

struct Names {
    Q_DECLARE_TR_FUNCTIONS(Names)
public:
    static QString of(DossierState state);
    static QString of(BatchState state);
    static QString of(PageState state);
    static QString of(FieldOrigin origin);
    static QString of(DocumentKind kind);
    static QString of(Severity severity);
    static QString of(ValidityStatus status);
    static QString of(SeparatorKind kind);
    static QString of(const Validity &validity);
    static QString suspect(const QString &reason);
};

QString Names::of(DossierState state)
{
    switch (state) {
    case DossierState::Draft:
        return tr("Draft");
    case DossierState::Review:
        return tr("To review");
    case DossierState::Approved:
        return tr("Approved");
    case DossierState::Queued:
        return tr("Queued");
    case DossierState::Sent:
        return tr("Sent");
    case DossierState::Accepted:
        return tr("Accepted");
    case DossierState::Rejected:
        return tr("Rejected");
    }
    Q_UNREACHABLE();
}

QString Names::of(BatchState state)
{
    switch (state) {
    case BatchState::Open:
        return tr("Open", "batch");
    case BatchState::Closed:
        return tr("Closed", "batch");
    case BatchState::Queued:
        return tr("Queued", "batch");
    case BatchState::Synced:
        return tr("Delivered", "batch");
    case BatchState::Partial:
        return tr("Delivered in part", "batch");
    }
    Q_UNREACHABLE();
}

QString Names::of(PageState state)
{
    switch (state) {
    case PageState::Captured:
        return tr("Safe, not read yet");
    case PageState::Cleaned:
        return tr("Cleaned");
    case PageState::Recognized:
        return tr("Read");
    }
    Q_UNREACHABLE();
}

QString Names::of(FieldOrigin origin)
{
    switch (origin) {
    case FieldOrigin::Ocr:
        return tr("read from the page");
    case FieldOrigin::Qr:
        return tr("from the QR code");
    case FieldOrigin::Barcode:
        return tr("from the barcode");
    case FieldOrigin::Rule:
        return tr("derived by a rule");
    case FieldOrigin::Clerk:
        return tr("confirmed by the clerk");
    case FieldOrigin::Catalogue:
        return tr("from the catalogue");
    }
    Q_UNREACHABLE();
}

QString Names::of(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Result:
        return tr("Result");
    case DocumentKind::Component:
        return tr("Component");
    case DocumentKind::Process:
        return tr("Process paper");
    case DocumentKind::Identity:
        return tr("Identity paper");
    }
    Q_UNREACHABLE();
}

QString Names::of(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return tr("For information");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Blocking:
        return tr("Blocks approval");
    }
    Q_UNREACHABLE();
}

QString Names::of(ValidityStatus status)
{
    switch (status) {
    case ValidityStatus::InForce:
        return tr("In force");
    case ValidityStatus::Expired:
        return tr("Expired");
    case ValidityStatus::Replaced:
        return tr("Replaced");
    case ValidityStatus::Revoked:
        return tr("Revoked");
    case ValidityStatus::Unknown:
        return tr("Not known yet");
    }
    Q_UNREACHABLE();
}

QString Names::of(SeparatorKind kind)
{
    switch (kind) {
    case SeparatorKind::Qr:
        return tr("Separator sheet (QR)");
    case SeparatorKind::Patch:
        return tr("Separator sheet (patch)");
    }
    Q_UNREACHABLE();
}

QString Names::of(const Validity &validity)
{
    const QString until = validity.until ? validity.until->toString(u"dd/MM/yyyy"_s) : QString();
    switch (validity.status) {
    case ValidityStatus::InForce:
        if (!until.isEmpty())
            return tr("In force until %1").arg(until);
        if (validity.basis == ValidityBasis::Event && !validity.event.isEmpty())
            return tr("In force until: %1").arg(validity.event);
        return validity.basis == ValidityBasis::Indefinite ? tr("In force without end") : of(validity.status);
    case ValidityStatus::Expired:
        return until.isEmpty() ? of(validity.status) : tr("Expired on %1").arg(until);
    case ValidityStatus::Replaced:
    case ValidityStatus::Revoked:
    case ValidityStatus::Unknown:
        return of(validity.status);
    }
    Q_UNREACHABLE();
}

QString Names::suspect(const QString &reason)
{
    if (reason == u"short")
        return tr("came only in part");
    if (reason == u"long")
        return tr("is longer than the scanner had said");
    if (reason == u"torn")
        return tr("breaks off before its end");
    if (reason == u"half-sheet")
        return tr("is a front whose back is missing");
    if (reason == u"refed")
        return tr("looks like a page that is there already");
    if (reason == u"streak")
        return tr("has a streak: clean the glass");
    if (reason == u"blur")
        return tr("is blurred");
    if (reason == u"dpi")
        return tr("has too low a resolution");
    if (reason == u"scale")
        return tr("has a resolution in its file that does not fit the paper");
    if (reason == u"dark")
        return tr("is too dark");
    if (reason == u"light")
        return tr("is too pale to be read");
    if (reason == u"cut")
        return tr("has text cut off at a side");
    if (reason == u"length")
        return tr("is longer than the paper: two sheets may have been fed at once");
    if (reason == u"unread")
        return tr("could not be read in time");
    if (reason == u"orientation")
        return tr("may lie the wrong way round");
    return reason;
}

QString stateName(DossierState state)
{
    return Names::of(state);
}
QString stateName(BatchState state)
{
    return Names::of(state);
}
QString stateName(PageState state)
{
    return Names::of(state);
}
QString originName(FieldOrigin origin)
{
    return Names::of(origin);
}
QString kindName(DocumentKind kind)
{
    return Names::of(kind);
}
QString severityName(Severity severity)
{
    return Names::of(severity);
}
QString validityName(ValidityStatus status)
{
    return Names::of(status);
}
QString separatorName(SeparatorKind kind)
{
    return Names::of(kind);
}
QString validityText(const Validity &validity)
{
    return Names::of(validity);
}
QString suspectName(const QString &reason)
{
    return Names::suspect(reason);
}

} // namespace sohoa
