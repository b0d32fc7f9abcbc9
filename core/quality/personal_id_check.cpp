// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/catalogue/personal_id.h"
#include "core/quality/word_checks.h"

#include <algorithm>

namespace sohoa::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype nearlyOldLength = 10; // a number up to this long is a misread CMND of nine digits

QString folded(const QString &text)
{
    return foldToCapitals(collapseBlanks(toNfc(text)));
}

/// What one paper says about one person ("husband_name", "husband_id", …).
struct PersonRow {
    QString name; ///< Folded.
    QString id;
    QString birthDate;
    std::optional<FieldValue> gender;
};

PersonRow rowBehind(const Fields &fields, const QString &prefix)
{
    PersonRow row;
    row.name = folded(valueOf(fields, prefix + u"name"_s));
    row.id = valueOf(fields, prefix + u"id"_s);
    if (row.id.isEmpty() && prefix == u"subject_")
        row.id = valueOf(fields, u"personal_id"_s); // papers about one person
    row.birthDate = valueOf(fields, prefix + u"birth_date"_s);
    if (row.birthDate.isEmpty())
        row.birthDate = valueOf(fields, prefix + u"birth_year"_s);
    if (fields.contains(prefix + u"gender"_s))
        row.gender = fields.value(prefix + u"gender"_s);
    return row;
}

/// The dossier's own fields are left out: their personal_id is the summary's, whomever the other fields are about.
std::vector<PersonRow> personRows(const Dossier &dossier)
{
    static const QString nameEnd = u"name"_s;
    std::vector<PersonRow> rows;
    for (const Document &document : dossier.documents) {
        for (auto field = document.fields.keyBegin(); field != document.fields.keyEnd(); ++field) {
            if (field->endsWith(u"_name"))
                rows.push_back(rowBehind(document.fields, field->chopped(nameEnd.size())));
        }
    }
    return rows;
}

/// Which values are known to be about the person with the summary's number. A clerk may have corrected name or
/// number alone, so that the summary's values need not be about one person.
class Evidence {
public:
    explicit Evidence(const Dossier &dossier)
        : m_rows(personRows(dossier))
        , m_name(folded(valueOf(dossier.fields, u"person_name"_s)))
        , m_id(dossier.fields.value(u"personal_id"_s))
        , m_birth(dossier.fields.value(u"birth_date"_s))
        , m_idOfName(m_id.origin == FieldOrigin::Clerk || anyRow([this](const PersonRow &row) {
                         return isNamed(row) && row.id == m_id.value.trimmed();
                     }))
    {
    }

    bool birthDateBelongs() const
    {
        const QString birth = m_birth.value.trimmed();
        const bool oneSymbol = m_id.origin == FieldOrigin::Qr && m_birth.origin == FieldOrigin::Qr &&
                               m_id.page == m_birth.page && !m_id.page.isNull();
        const bool oneRow =
            anyRow([&](const PersonRow &row) { return row.id == m_id.value.trimmed() && row.birthDate == birth; });
        const bool ofName = m_birth.origin == FieldOrigin::Clerk ||
                            anyRow([&](const PersonRow &row) { return isNamed(row) && row.birthDate == birth; });
        return oneSymbol || oneRow || (m_idOfName && ofName);
    }

    std::vector<FieldValue> genders() const
    {
        std::vector<FieldValue> values;
        for (const PersonRow &row : m_rows) {
            const bool sameId = row.id == m_id.value.trimmed();
            if (row.gender && (sameId || (row.id.isEmpty() && m_idOfName && isNamed(row))))
                values.push_back(*row.gender);
        }
        return values;
    }

private:
    template <class Test> bool anyRow(const Test &test) const
    {
        return std::any_of(m_rows.begin(), m_rows.end(), test);
    }
    bool isNamed(const PersonRow &row) const { return !m_name.isEmpty() && row.name == m_name; }

    std::vector<PersonRow> m_rows;
    QString m_name;
    FieldValue m_id;
    FieldValue m_birth;
    bool m_idOfName;
};

void checkAgreement(const Subject &subject, const PersonalIdParts &parts, Findings &findings)
{
    const Fields &fields = subject.dossier.fields;
    const Evidence evidence(subject.dossier);
    const auto disagrees = [&](const QString &other, Severity severity) {
        findings.push_back(fieldFinding(u"ACC-03"_s, severity, fields, u"personal_id"_s, {{u"other"_s, other}}));
    };

    const auto birth = PartialDate::parse(valueOf(fields, u"birth_date"_s));
    if (birth && birth->year() != parts.birthYear && evidence.birthDateBelongs())
        disagrees(u"birth_date"_s, Severity::Blocking);

    std::optional<Severity> worst;
    for (const FieldValue &gender : evidence.genders()) {
        const QString value = folded(gender.value);
        if ((value != u"NAM" && value != u"NU") || (value == u"NAM") == parts.male)
            continue;
        // A sex that was read with doubt is likelier wrong than the number.
        const bool isSure = gender.origin == FieldOrigin::Clerk || gender.confidence >= sure;
        worst = std::max(worst.value_or(Severity::Warning), isSure ? Severity::Blocking : Severity::Warning);
    }
    if (worst)
        disagrees(u"gender"_s, *worst);
}

} // namespace

void checkPersonalId(const Subject &subject, Findings &findings)
{
    const Fields &fields = subject.dossier.fields;
    const QString field = u"personal_id"_s;
    const QString id = valueOf(fields, field);
    if (id.isEmpty() || isOldIdNumber(id))
        return;
    const auto parts = parsePersonalId(id);
    if (!parts) {
        findings.push_back(fieldFinding(id.size() <= nearlyOldLength ? u"ACC-07"_s : u"ACC-02"_s,
                                        Severity::Blocking, fields, field));
        return;
    }
    // People registered abroad bear other codes (handbook 3.1).
    if (subject.catalogue.provinceOfPersonalId(id).isEmpty())
        findings.push_back(
            fieldFinding(u"ACC-02"_s, Severity::Warning, fields, field, {{u"province"_s, parts->province}}));
    checkAgreement(subject, *parts, findings);
}

} // namespace sohoa::quality
