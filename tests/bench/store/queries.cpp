// SPDX-License-Identifier: GPL-3.0-or-later
#include "queries.h"

#include "core/base/text.h"

#include "people.h"

namespace sohoa::bench {

using namespace Qt::StringLiterals;

namespace {

struct Sample {
    QString name;
    QString mother;
    QString id;
    QString number;
    QString code;
    QString procedure;
    QString agency;
    QString issued;
    QStringList words; ///< Of its last page, as read.
};

Result<Sample> sampleOf(Store &store, const DossierId &id)
{
    const auto dossier = store.dossiers().find(id);
    const auto pages = store.pages().ofDossier(id);
    if (!dossier || !pages)
        return fail(!dossier ? dossier.error() : pages.error());
    return Sample{dossier->value(u"person_name"_s),
                  dossier->documents.back().fields.value(u"mother_name"_s).value,
                  dossier->value(u"personal_id"_s),
                  dossier->value(u"number"_s),
                  dossier->value(u"dossier_code"_s),
                  dossier->procedure.name,
                  dossier->value(u"agency"_s),
                  dossier->value(u"issue_date"_s),
                  pages->back().reading->text.simplified().split(u' ')};
}

QString vietnamese(const QString &iso)
{
    return iso.section(u'-', 2) + u'/' + iso.section(u'-', 1, 1) + u'/' + iso.section(u'-', 0, 0);
}

} // namespace

Result<std::vector<QueryKind>> queriesFor(Store &store, int count)
{
    std::vector<DossierId> ids;
    auto read = store.database().query(
        "SELECT dossier_id FROM search_text WHERE id % (1 + (SELECT max(id) FROM search_text) / ?1) = 1 LIMIT ?1",
        {count}, [&](const SqlRow &row) { ids.push_back(row.id<DossierId>(0)); });
    if (!read)
        return fail(read.error());
    std::vector<QueryKind> kinds{{u"name with marks"_s, {}},
                                 {u"name without marks"_s, {}},
                                 {u"personal id"_s, {}},
                                 {u"number"_s, {}},
                                 {u"dossier code"_s, {}},
                                 {u"code's end"_s, {}},
                                 {u"being typed"_s, {}},
                                 {u"phrase: mother"_s, {}},
                                 {u"three words"_s, {}},
                                 {u"phrase of text"_s, {}},
                                 {u"name + procedure"_s, {}},
                                 {u"name + agency + year"_s, {}},
                                 {u"date"_s, {}},
                                 {u"ten: cccd: so:"_s, {}},
                                 {u"in force + given name"_s, {}}};
    Dice dice(1);
    for (const DossierId &id : ids) {
        const auto sample = sampleOf(store, id);
        if (!sample)
            return fail(sample.error());
        const auto at = dice.below(std::max(1, static_cast<int>(sample->words.size()) - 4));
        const QString typed = foldMarks(sample->name);
        const QStringList all{
            sample->name,
            typed,
            sample->id,
            sample->number,
            sample->code,
            sample->code.right(11),
            typed.left(3 + dice.below(static_cast<int>(typed.size()) - 3)),
            u'"' + sample->mother + u'"',
            sample->words.mid(at, 3).join(u' '),
            u'"' + sample->words.mid(at, 4).join(u' ') + u'"',
            typed + u' ' + sample->procedure.section(u' ', -3),
            sample->name.section(u' ', -1) + u' ' + sample->agency + u' ' + sample->issued.left(4),
            vietnamese(sample->issued),
            u"ten:%1 so:%2 cccd:%3"_s.arg(typed.section(u' ', -1), sample->number, sample->id.left(6)),
            u"con-hieu-luc "_s + typed.section(u' ', -1)};
        for (size_t kind = 0; kind < kinds.size(); ++kind)
            kinds[kind].queries.append(all[static_cast<qsizetype>(kind)]);
    }
    kinds.push_back(
        {u"everywhere, nowhere"_s,
         {u"nguyễn"_s, u"nguyen"_s, u"ng"_s, u"n"_s, u"cộng hòa xã hội chủ nghĩa việt nam"_s, u"van"_s,
          u"thi hoang"_s, u"so"_s, u"ngay thang nam"_s, u"2023"_s, u"nguyen thi van"_s, u"qwertz"_s,
          u"nguyen qwertz"_s, u"\"nam viet nghia chu\""_s, u"con-hieu-luc"_s, u"het-hieu-luc nguyen van"_s,
          u"hoang thi thinh dung"_s, u"lang son thon na pan nong thi dao"_s}});
    return kinds;
}

} // namespace sohoa::bench
