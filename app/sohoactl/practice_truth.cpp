// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/practice_truth.h"

#include "core/base/durable_file.h"
#include "core/base/installation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxBytes = qint64{4} << 20;
} // namespace

Result<PracticeTruth> PracticeTruth::load()
{
    const QString path = resourcePath(u"practice/stacks.json"_s);
    const auto bytes = readFile(path, maxBytes);
    if (!bytes)
        return fail(bytes.error());
    PracticeTruth truth;
    for (const QJsonValue &stack : QJsonDocument::fromJson(*bytes)[u"stacks"_s].toArray()) {
        for (const QJsonValue &dossier : stack[u"expected"_s].toArray()) {
            Paper paper;
            paper.procedure = dossier[u"procedure"_s].toString();
            paper.fields = {{u"number"_s, dossier[u"number"_s].toString()},
                            {u"issue_date"_s, dossier[u"issue_date"_s].toString()},
                            {u"agency"_s, dossier[u"agency"_s].toString()},
                            {u"person_name"_s, dossier[u"person"_s].toString()},
                            {u"personal_id"_s, dossier[u"id_number"_s].toString()},
                            {u"abstract"_s, dossier[u"result"_s].toString()}};
            truth.m_papers.insert(dossier[u"code"_s].toString(), paper);
        }
    }
    return truth;
}

DossierTags PracticeTruth::missingIn(const Dossier &dossier) const
{
    DossierTags tags;
    const auto paper = m_papers.constFind(dossier.value(u"dossier_code"_s));
    if (paper == m_papers.cend())
        return tags;
    if (dossier.procedure.code.isEmpty())
        tags.procedureCode = paper->procedure;
    for (auto it = paper->fields.cbegin(); it != paper->fields.cend(); ++it)
        if (dossier.value(it.key()).isEmpty() && !it.value().isEmpty())
            tags.fields[it.key()] = it.value();
    return tags;
}

} // namespace sohoa
