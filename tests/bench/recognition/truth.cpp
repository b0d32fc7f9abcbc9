// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/recognition/truth.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/page_helper/page_worker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace sohoa::bench {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList filesOf(const QJsonValue &names, const QString &folder)
{
    QStringList files;
    for (const QJsonValue &name : names.toArray())
        files.append(folder.isEmpty() ? name.toString() : folder + u'/' + name.toString());
    return files;
}

QString vietnameseDay(const QString &iso)
{
    const QStringList parts = iso.split(u'-');
    return parts.size() == 3 ? u"%1/%2/%3"_s.arg(parts[2], parts[1], parts[0]) : iso;
}

/// Whether one of the pages prints the value: a field of the truth that is not written by hand, or the text, on a
/// page that is not damaged so that people have trouble with it.
bool isLegible(const QJsonArray &pages, const QString &value)
{
    static const QStringList damages = {u"faded"_s, u"low_contrast"_s, u"typewriter"_s};
    const QString day = vietnameseDay(value);
    const auto plain = [](const QString &text) { return foldToCapitals(collapseBlanks(toNfc(text))); };
    for (const QJsonValue &page : pages) {
        const QJsonArray damage = page[u"degradations"_s].toArray();
        if (std::any_of(damages.begin(), damages.end(), [&](const QString &d) { return damage.contains(d); }))
            continue;
        if (page[u"text"_s].toString().size() > 0 && value.size() > 6 &&
            plain(page[u"text"_s].toString()).contains(plain(value)) && damage.size() > 0 &&
            !damage.contains(u"handwriting"_s))
            return true;
        for (const QJsonValue &field : page[u"fields"_s].toArray()) {
            const QString printed = plain(field[u"value"_s].toString());
            if (!field[u"hand"_s].toBool() && (printed == plain(value) || printed == plain(day)))
                return true;
        }
    }
    return false;
}

TrueDossier dossierIn(const QString &folder, const QString &name)
{
    const QJsonObject json = objectIn(folder + u'/' + name + u"/dossier.json"_s);
    TrueDossier dossier;
    dossier.name = name;
    dossier.code = json[u"code"_s].toString();
    dossier.procedure = json[u"procedure"_s][u"code"_s].toString();
    dossier.result = json[u"result"_s].toString();
    const QMap<QString, QString> values = {
        {u"number"_s, json[u"number"_s].toString()},
        {u"issue_date"_s, json[u"issue_date"_s].toString()},
        {u"agency"_s, json[u"agency"_s].toString()},
        {u"person_name"_s, json[u"person"_s][u"name"_s].toString()},
        {u"birth_date"_s, json[u"person"_s][u"born"_s].toString()},
        {u"personal_id"_s, json[u"id_number"_s].toString()},
        {u"dossier_code"_s, dossier.code},
    };
    const QJsonArray pages = json[u"pages"_s].toArray();
    for (const QJsonValue &page : pages)
        dossier.files.append(name + u'/' + page[u"file"_s].toString());
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (it->isEmpty())
            continue;
        dossier.values.insert(it.key(), *it);
        dossier.legible.insert(it.key(), isLegible(pages, *it));
    }
    for (const QJsonValue &paper : json[u"components"_s].toArray())
        dossier.papers.push_back(
            {paper[u"title"_s].toString(), filesOf(paper[u"pages"_s], name), paper[u"is_result"_s].toBool()});
    return dossier;
}

} // namespace

std::vector<TrueDossier> loadDossiers(const QString &folder)
{
    std::vector<TrueDossier> dossiers;
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (QFile::exists(folder + u'/' + name + u"/dossier.json"_s))
            dossiers.push_back(dossierIn(folder, name));
    }
    return dossiers;
}

std::vector<TrueStack> loadStacks(const QString &folder)
{
    std::vector<TrueStack> stacks;
    for (const QJsonValue &json : objectIn(folder + u"/stacks.json"_s)[u"stacks"_s].toArray()) {
        TrueStack stack{json[u"name"_s].toString(), filesOf(json[u"files"_s], {}), {}};
        for (const QJsonValue &dossier : json[u"expected"_s].toArray())
            stack.dossiers.push_back(filesOf(dossier[u"files"_s], {}));
        stacks.push_back(stack);
    }
    return stacks;
}

Page Readings::page(const QString &file)
{
    if (const auto known = m_pages.constFind(file); known != m_pages.cend())
        return *known;
    const QString cached = m_cache + u'/' + file.section(u'.', 0, -2) + u".json"_s;
    auto reading = pageReadingFromJson(objectIn(cached));
    if (!reading) {
        static PageWorker worker;
        PageRequest request;
        request.master = m_corpus + u'/' + file;
        auto result = worker.process(request, {});
        if (!result) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(file), qPrintable(logLine(result.error())));
            std::exit(1);
        }
        reading = std::move(result->reading);
        QDir().mkpath(QFileInfo(cached).path());
        QFile out(cached);
        if (out.open(QIODevice::WriteOnly))
            out.write(QJsonDocument(pageReadingToJson(*reading)).toJson());
    }
    Page page;
    page.id = PageId::make(SystemClock());
    page.source = file;
    page.sequence = static_cast<int>(m_pages.size());
    page.dpi = reading->dpi;
    page.width = reading->width;
    page.height = reading->height;
    page.state = PageState::Recognized;
    page.reading = std::move(*reading);
    m_pages.insert(file, page);
    return page;
}

} // namespace sohoa::bench
