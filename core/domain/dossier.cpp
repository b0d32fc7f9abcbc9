// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/dossier.h"

#include <array>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

template <class Enum, size_t count>
std::optional<Enum> fromString(const QString &text, const std::array<Enum, count> &all)
{
    for (const Enum value : all)
        if (toString(value) == text)
            return value;
    return std::nullopt;
}

} // namespace

const QStringList &summaryFields()
{
    static const QStringList fields{u"number"_s,      u"issue_date"_s, u"agency"_s,       u"person_name"_s,
                                    u"personal_id"_s, u"birth_date"_s, u"dossier_code"_s, u"abstract"_s};
    return fields;
}

bool mayChange(DossierState from, DossierState to)
{
    using enum DossierState;
    static constexpr std::array<std::pair<DossierState, DossierState>, 8> legal{{{Draft, Review},
                                                                                 {Review, Approved},
                                                                                 {Approved, Review},
                                                                                 {Approved, Queued},
                                                                                 {Queued, Sent},
                                                                                 {Sent, Accepted},
                                                                                 {Sent, Rejected},
                                                                                 {Rejected, Review}}};
    for (const auto &step : legal)
        if (step == std::pair(from, to))
            return true;
    return false;
}

QString toString(DossierState state)
{
    switch (state) {
    case DossierState::Draft:
        return u"draft"_s;
    case DossierState::Review:
        return u"review"_s;
    case DossierState::Approved:
        return u"approved"_s;
    case DossierState::Queued:
        return u"queued"_s;
    case DossierState::Sent:
        return u"sent"_s;
    case DossierState::Accepted:
        return u"accepted"_s;
    case DossierState::Rejected:
        return u"rejected"_s;
    }
    Q_UNREACHABLE();
}

QString toString(FieldOrigin origin)
{
    switch (origin) {
    case FieldOrigin::Ocr:
        return u"ocr"_s;
    case FieldOrigin::Qr:
        return u"qr"_s;
    case FieldOrigin::Barcode:
        return u"barcode"_s;
    case FieldOrigin::Rule:
        return u"rule"_s;
    case FieldOrigin::Clerk:
        return u"clerk"_s;
    case FieldOrigin::Catalogue:
        return u"catalogue"_s;
    }
    Q_UNREACHABLE();
}

QString toString(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Result:
        return u"result"_s;
    case DocumentKind::Component:
        return u"component"_s;
    case DocumentKind::Process:
        return u"process"_s;
    case DocumentKind::Identity:
        return u"identity"_s;
    }
    Q_UNREACHABLE();
}

QString toString(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Blocking:
        return u"blocking"_s;
    }
    Q_UNREACHABLE();
}

std::optional<DossierState> dossierStateFromString(const QString &text)
{
    using enum DossierState;
    return fromString(text, std::array{Draft, Review, Approved, Queued, Sent, Accepted, Rejected});
}

std::optional<FieldOrigin> fieldOriginFromString(const QString &text)
{
    using enum FieldOrigin;
    return fromString(text, std::array{Ocr, Qr, Barcode, Rule, Clerk, Catalogue});
}

std::optional<DocumentKind> documentKindFromString(const QString &text)
{
    using enum DocumentKind;
    return fromString(text, std::array{Result, Component, Process, Identity});
}

} // namespace sohoa
