// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/learned.h"

#include "core/base/text.h"
#include "core/recognition/doubts.h"
#include "core/recognition/value_reader.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFrom = 2;      ///< Confirmations from which on a value counts as known.
constexpr int settledFrom = 20;   ///< … of a list from which on a value that is not in it is strange.
constexpr double knownLift = 0.5; ///< Of the doubt that is left.
constexpr double strangeFactor = 0.9;
constexpr double usualShare = 0.8;
constexpr int usualFrom = 5;

QString plain(const QString &text)
{
    return foldToCapitals(collapseBlanks(toNfc(text)));
}

bool isAddress(const QString &field)
{
    return field.endsWith(u"residence") || field.endsWith(u"address");
}

QString villageOf(const QString &address)
{
    return collapseBlanks(address.section(u',', 0, 0));
}

const LearnedValue *knownAs(const std::vector<LearnedValue> &learned, LearnedKind kind, const QString &value)
{
    const QString wanted = plain(value);
    const LearnedValue *best = nullptr;
    for (const LearnedValue &each : learned) {
        if (each.kind == kind && each.confirmed >= knownFrom && plain(each.value) == wanted &&
            (!best || each.confirmed > best->confirmed))
            best = &each;
    }
    return best;
}

int confirmationsOf(const std::vector<LearnedValue> &learned, LearnedKind kind)
{
    int all = 0;
    for (const LearnedValue &each : learned)
        all += each.kind == kind ? each.confirmed : 0;
    return all;
}

void respell(FieldValue &value, const QString &spelling)
{
    if (value.value == spelling)
        return;
    if (value.read.isEmpty())
        value.read = value.value;
    value.value = spelling;
}

void applyToAgency(FieldValue &agency, const std::vector<LearnedValue> &learned)
{
    if (agency.origin != FieldOrigin::Ocr)
        return;
    if (const LearnedValue *known = knownAs(learned, LearnedKind::Agency, agency.value)) {
        respell(agency, known->value);
        agency.confidence = std::min(mostConfidence, 1 - (1 - agency.confidence) * knownLift);
    } else if (confirmationsOf(learned, LearnedKind::Agency) >= settledFrom) {
        agency.confidence *= strangeFactor;
    }
}

void applyToAddress(FieldValue &address, const std::vector<LearnedValue> &learned)
{
    const QString village = villageOf(address.value);
    const LearnedValue *known =
        address.origin == FieldOrigin::Ocr ? knownAs(learned, LearnedKind::Village, village) : nullptr;
    if (known)
        respell(address, known->value + address.value.mid(address.value.section(u',', 0, 0).size()));
}

void applyToProcedure(DossierProposal &proposal, const std::vector<LearnedValue> &learned)
{
    ProcedureChoice &choice = proposal.procedure;
    if (choice.origin == FieldOrigin::Clerk || choice.origin == FieldOrigin::Qr || choice.confidence >= sureEnough)
        return;
    int all = 0;
    const LearnedValue *most = nullptr;
    for (const LearnedValue &each : learned) {
        if (each.kind != LearnedKind::Procedure || each.context != proposal.documentTypeId)
            continue;
        all += each.confirmed;
        if (!most || each.confirmed > most->confirmed)
            most = &each;
    }
    if (!most || all < usualFrom || most->confirmed < usualShare * all)
        return;
    const double usual = usualShare * most->confirmed / all;
    if (most->value == choice.code) {
        choice.confidence =
            std::min(mostConfidence, std::max(choice.confidence, 1 - (1 - choice.confidence) * knownLift));
        return;
    }
    const auto other = std::find_if(proposal.alternatives.begin(), proposal.alternatives.end(),
                                    [&](const ProcedureChoice &each) { return each.code == most->value; });
    if (other == proposal.alternatives.end() || usual <= choice.confidence)
        return;
    other->confidence = std::max(other->confidence, usual);
    std::swap(choice, *other);
    if (other->code.isEmpty())
        proposal.alternatives.erase(other);
}

} // namespace

QString toString(LearnedKind kind)
{
    switch (kind) {
    case LearnedKind::Village:
        return u"village"_s;
    case LearnedKind::Signer:
        return u"signer"_s;
    case LearnedKind::Agency:
        return u"agency"_s;
    case LearnedKind::Procedure:
        return u"procedure"_s;
    }
    Q_UNREACHABLE();
}

std::optional<LearnedKind> learnedKindFromString(const QString &text)
{
    for (const LearnedKind kind :
         {LearnedKind::Village, LearnedKind::Signer, LearnedKind::Agency, LearnedKind::Procedure}) {
        if (toString(kind) == text)
            return kind;
    }
    return std::nullopt;
}

std::vector<LearnedValue> lessonsOf(const Dossier &dossier)
{
    std::vector<LearnedValue> lessons;
    const QString agency = dossier.value(u"agency"_s).trimmed();
    if (!agency.isEmpty())
        lessons.push_back({LearnedKind::Agency, agency, {}});
    if (!dossier.procedure.code.isEmpty() && !dossier.documentTypeId.isEmpty())
        lessons.push_back({LearnedKind::Procedure, dossier.procedure.code, dossier.documentTypeId});
    for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
        if (field.key() == u"signer_name" && !field->value.trimmed().isEmpty())
            lessons.push_back({LearnedKind::Signer, field->value.trimmed(), agency});
        const QString village = isAddress(field.key()) ? villageOf(field->value) : QString();
        const bool seen = std::any_of(lessons.begin(), lessons.end(), [&](const LearnedValue &each) {
            return each.kind == LearnedKind::Village && each.value == village;
        });
        if (!village.isEmpty() && !seen)
            lessons.push_back({LearnedKind::Village, village, {}});
    }
    return lessons;
}

void applyLearned(DossierProposal &proposal, const std::vector<LearnedValue> &learned)
{
    if (learned.empty())
        return;
    for (auto field = proposal.fields.begin(); field != proposal.fields.end(); ++field) {
        if (field.key() == u"agency")
            applyToAgency(*field, learned);
        else if (isAddress(field.key()))
            applyToAddress(*field, learned);
    }
    applyToProcedure(proposal, learned);
}

} // namespace sohoa
