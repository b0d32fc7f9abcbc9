// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/person_record.h"

#include "core/base/text.h"

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct Role {
    QString prefix; ///< Of the field names in doc_types: "mother" of "mother_name".
    QString role;   ///< Of the domain handbook's list.
};

const std::array<Role, 19> &roles()
{
    static const std::array<Role, 19> list = {{
        {u"subject"_s, u"subject"_s},
        {u"applicant"_s, u"applicant"_s},
        {u"declarant"_s, u"declarant"_s},
        {u"father"_s, u"father"_s},
        {u"mother"_s, u"mother"_s},
        {u"husband"_s, u"husband"_s},
        {u"wife"_s, u"wife"_s},
        {u"child"_s, u"subject"_s},
        {u"parent"_s, u"party"_s},
        {u"guardian"_s, u"guardian"_s},
        {u"ward"_s, u"ward"_s},
        {u"owner"_s, u"owner"_s},
        {u"beneficiary"_s, u"beneficiary"_s},
        {u"deceased"_s, u"deceased"_s},
        {u"testator"_s, u"party"_s},
        {u"heir"_s, u"party"_s},
        {u"merit_person"_s, u"subject"_s},
        {u"pupil"_s, u"subject"_s},
        {u"recipient"_s, u"beneficiary"_s},
    }};
    return list;
}

QJsonValue gender(const QString &text)
{
    const QString folded = foldMarks(text).trimmed();
    if (folded == u"nam" || folded == u"male")
        return u"male"_s;
    if (folded == u"nu" || folded == u"female")
        return u"female"_s;
    return {};
}

QJsonObject makePerson(const QString &name, const QString &role)
{
    QJsonObject person;
    person[u"fullName"_s] = textOrNull(name, 200);
    person[u"foldedName"_s] = textOrNull(foldMarks(toNfc(name)), 200);
    person[u"role"_s] = role;
    for (const auto &key : {u"birthDate"_s, u"gender"_s, u"ethnicity"_s, u"nationality"_s, u"personalId"_s,
                            u"homeTown"_s, u"residence"_s, u"deathDate"_s, u"taxNumber"_s, u"businessNumber"_s})
        person[key] = QJsonValue();
    return person;
}

QJsonObject readPerson(const Fields &fields, const Role &role)
{
    const auto field = [&](const QString &suffix) { return fields.value(role.prefix + u'_' + suffix).value; };
    QJsonObject person = makePerson(field(u"name"_s), role.role);
    const QString birthDate = field(u"birth_date"_s);
    person[u"birthDate"_s] = partialDate(birthDate.isEmpty() ? field(u"birth_year"_s) : birthDate);
    person[u"gender"_s] = gender(field(u"gender"_s));
    person[u"ethnicity"_s] = textOrNull(field(u"ethnicity"_s), 100);
    person[u"nationality"_s] = textOrNull(field(u"nationality"_s), 100);
    person[u"personalId"_s] = codeOrNull(field(u"id"_s), 50);
    person[u"residence"_s] = textOrNull(field(u"residence"_s), 500);
    // These stand without a prefix on papers that name one person.
    if (role.prefix == u"subject" || role.prefix == u"deceased") {
        if (person[u"personalId"_s].isNull())
            person[u"personalId"_s] = codeOrNull(firstOf(fields, {u"personal_id"_s}), 50);
        if (person[u"residence"_s].isNull())
            person[u"residence"_s] =
                textOrNull(firstOf(fields, {u"residence"_s, u"permanent_residence"_s, u"last_residence"_s}), 500);
        person[u"homeTown"_s] = textOrNull(firstOf(fields, {u"home_town"_s}), 500);
        person[u"deathDate"_s] = partialDate(firstOf(fields, {u"death_date"_s}));
    }
    return person;
}

QString identity(const QJsonObject &person)
{
    return person[u"foldedName"_s].toString() + u'|' + person[u"birthDate"_s][u"value"].toString() + u'|' +
           person[u"personalId"_s].toString();
}

} // namespace

PersonRecords::PersonRecords(const PackageInput &input)
    : m_ownerKind(u"person"_s)
{
    const Dossier &dossier = input.dossier;
    if (const QString name = dossier.value(u"person_name"_s); !name.isEmpty()) {
        QJsonObject person = makePerson(name, u"subject"_s);
        person[u"birthDate"_s] = partialDate(dossier.value(u"birth_date"_s));
        person[u"personalId"_s] = codeOrNull(dossier.value(u"personal_id"_s), 50);
        m_applicant = take(person);
    }
    m_ownerId = codeOrNull(dossier.value(u"personal_id"_s), 50);
    for (const PackageDocument &document : input.documents)
        readDocument(document.document);
}

QString PersonRecords::take(const QJsonObject &person)
{
    for (const QJsonValue known : m_persons)
        if (known[u"role"].toString() == person[u"role"_s].toString() &&
            identity(known.toObject()) == identity(person))
            return known[u"personRef"].toString();
    QJsonObject added = person;
    const QString reference = u"P%1"_s.arg(m_persons.size() + 1);
    added[u"personRef"_s] = reference;
    m_persons.append(added);
    return reference;
}

void PersonRecords::readDocument(const Document &document)
{
    QJsonArray owners;
    for (const Role &role : roles()) {
        const QJsonObject person = readPerson(document.fields, role);
        if (person[u"fullName"_s].isNull())
            continue;
        const QString reference = take(person);
        owners.append(QJsonObject{{u"person"_s, reference}, {u"role"_s, role.role}});
        if (role.role == u"declarant" || role.role == u"applicant")
            m_applicant = reference;
    }
    const QString business = firstOf(document.fields, {u"business_name"_s, u"coop_name"_s});
    if (!business.isEmpty()) {
        QJsonObject owner = makePerson(business, u"owner"_s);
        owner[u"businessNumber"_s] =
            codeOrNull(firstOf(document.fields, {u"business_number"_s, u"coop_number"_s}), 50);
        owners.append(QJsonObject{{u"person"_s, take(owner)}, {u"role"_s, u"owner"_s}});
        if (document.kind == DocumentKind::Result) {
            m_ownerKind = u"organisation"_s;
            if (m_ownerId.isNull())
                m_ownerId = owner[u"businessNumber"_s];
        }
    }
    m_owners[document.id.toString()] = owners;
}

} // namespace sohoa
