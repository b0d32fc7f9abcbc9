// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_text.h"

#include <QSet>
#include <QStringList>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Fields whose id does not say by its ending what they hold (resources/catalogue/doc_types.csv).
bool namesPeople(const QString &id)
{
    static const QSet<QString> names{u"adoptive_father"_s, u"adoptive_mother"_s, u"beneficiary"_s,
                                     u"giver"_s,           u"heirs"_s,           u"household_head"_s,
                                     u"members"_s,         u"parties"_s,         u"party_a"_s,
                                     u"party_b"_s,         u"payer"_s,           u"representative"_s};
    // Who signed for the agency stands on every paper of a year, and what is named there is no person.
    static const QSet<QString> others{u"signer_name"_s, u"procedure_name"_s, u"work_name"_s};
    return names.contains(id) || (id.endsWith(u"_name") && !others.contains(id));
}

/// Values in the order in which they came, each once.
class Lines {
public:
    void add(const QString &value)
    {
        if (!value.isEmpty() && !m_lines.contains(value))
            m_lines.append(value);
    }
    QString text() const { return m_lines.join(u'\n'); }

private:
    QStringList m_lines;
};

QString &member(SearchText &text, const QString &column)
{
    if (column == u"number")
        return text.number;
    if (column == u"name")
        return text.name;
    if (column == u"person")
        return text.person;
    if (column == u"code")
        return text.code;
    if (column == u"agency")
        return text.agency;
    return column == u"date" ? text.date : text.other;
}

} // namespace

QString searchColumnOf(const QString &id)
{
    if (id == u"dossier_code")
        return u"code"_s;
    if (id == u"number" || id == u"register_no" || id == u"serial" || id.endsWith(u"_number"))
        return u"number"_s;
    if (id == u"cmnd" || id.endsWith(u"_id"))
        return u"person"_s;
    if (id == u"issuer" || id.endsWith(u"agency"))
        return u"agency"_s;
    if (id.endsWith(u"_date") || id.endsWith(u"_at") || id.endsWith(u"_until"))
        return u"date"_s;
    return namesPeople(id) ? u"name"_s : u"other"_s;
}

SearchText searchTextOf(const Dossier &dossier, const std::vector<Page> &pages)
{
    QMap<QString, Lines> columns;
    const auto add = [&columns](const Fields &fields) {
        for (auto it = fields.cbegin(); it != fields.cend(); ++it)
            columns[searchColumnOf(it.key())].add(it->value);
    };
    add(dossier.fields);
    for (const Document &document : dossier.documents) {
        add(document.fields);
        columns[u"other"_s].add(document.title);
    }
    SearchText text;
    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
        member(text, it.key()) = it->text();
    text.procedure = dossier.procedure.name + u'\n' + dossier.procedure.code;
    QStringList body{text.procedure, text.name,   text.number, text.person,
                     text.code,      text.agency, text.date,   text.other};
    for (const Page &page : pages)
        if (page.reading && !page.excluded)
            body.append(page.reading->text);
    body.removeAll(QString());
    text.body = body.join(u'\n');
    return text;
}

} // namespace sohoa
