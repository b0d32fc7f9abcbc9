// SPDX-License-Identifier: GPL-3.0-or-later
// A report as files that other programs read.
#include "core/report/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

const QLatin1String byteOrderMark("\xEF\xBB\xBF");

/// As RFC 4180 quotes it. A name that begins like a formula gets an apostrophe: a batch may be called anything.
QString csvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

QString csvLine(const QString &key, const QString &name, const ReportFigures &figures)
{
    QStringList cells{csvCell(key), csvCell(name)};
    for (const int number : {figures.accepted, figures.onTheWay, figures.ready, figures.rejected, figures.pages})
        cells.append(QString::number(number));
    return cells.join(u',') + u"\r\n"_s;
}

QJsonObject figuresJson(const ReportFigures &figures)
{
    return {{u"accepted"_s, figures.accepted},
            {u"on_the_way"_s, figures.onTheWay},
            {u"ready"_s, figures.ready},
            {u"rejected"_s, figures.rejected},
            {u"pages"_s, figures.pages}};
}

} // namespace

QByteArray reportToCsv(const Report &report)
{
    QString text = toString(report.by) + u",name,accepted,on_the_way,ready,rejected,pages\r\n"_s;
    for (const ReportLine &line : report.lines)
        text += csvLine(line.key, line.name, line.figures);
    text += csvLine(u"total"_s, {}, report.total);
    return QByteArray(byteOrderMark.data(), byteOrderMark.size()) + text.toUtf8();
}

QByteArray reportToJson(const Report &report)
{
    QJsonArray lines;
    for (const ReportLine &line : report.lines) {
        QJsonObject one = figuresJson(line.figures);
        one[u"key"_s] = line.key;
        one[u"name"_s] = line.name;
        lines.append(one);
    }
    QJsonObject json{{u"from"_s, report.from.toString(Qt::ISODate)},
                     {u"to"_s, report.to.toString(Qt::ISODate)},
                     {u"by"_s, toString(report.by)},
                     {u"lines"_s, lines},
                     {u"total"_s, figuresJson(report.total)},
                     {u"reopened"_s, report.reopened}};
    if (report.secondsADossier)
        json[u"seconds_a_dossier"_s] = *report.secondsADossier;
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace sohoa
