// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/report_pdf.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

// Decree 30/2020, annex I: left 30–35 mm, right 15–20 mm, top and bottom 20–25 mm; letters of 13 or 14 points.
constexpr QMarginsF margins(30, 20, 15, 20);
// The same in every language.
const QString nationalHeading = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s;
const QString nationalMotto = u"Độc lập - Tự do - Hạnh phúc"_s;
constexpr double textPoints = 13;
constexpr double tablePoints = 11;
constexpr int resolution = 300;

QString serifFamily()
{
    const QStringList families = QFontDatabase::families();
    for (const QString &family : {u"Times New Roman"_s, u"Liberation Serif"_s, u"Noto Serif"_s, u"DejaVu Serif"_s})
        if (families.contains(family))
            return family;
    return u"serif"_s;
}

QString shortDay(const QDate &day)
{
    return day.toString(u"dd/MM/yyyy"_s);
}

QString heading(const ReportHeading &from)
{
    const QString agency = from.agency.isEmpty() ? u"………………………"_s : from.agency.toUpper().toHtmlEscaped();
    return u"<table width='100%'><tr><td width='42%' align='center'><b>%1</b><br>_______</td>"
           "<td width='58%' align='center'><b>%2<br>%3</b><br>______________________</td></tr></table>"
           "<p align='right'><i>%4</i></p>"_s.arg(agency, nationalHeading, nationalMotto,
                                                  ReportText::tr("……………, day %1 month %2 year %3")
                                                      .arg(from.day.day(), 2, 10, QChar(u'0'))
                                                      .arg(from.day.month(), 2, 10, QChar(u'0'))
                                                      .arg(from.day.year()));
}

QString campaignLines(const Forecast &forecast)
{
    QStringList lines;
    if (forecast.percent && forecast.wanted)
        lines.append(
            ReportText::tr("Digitized and accepted so far: %L1 dossiers, %2 % of the valid ones; target: %L3.")
                .arg(forecast.accepted)
                .arg(QString::number(*forecast.percent, 'f', 1))
                .arg(*forecast.wanted));
    else
        lines.append(ReportText::tr("Digitized and accepted so far: %L1 dossiers.").arg(forecast.accepted));
    if (forecast.reachedOn && forecast.pace > 0)
        lines.append(ReportText::tr("At the present pace of %1 dossiers a day the target is reached on %2.")
                         .arg(qRound(forecast.pace))
                         .arg(shortDay(*forecast.reachedOn)));
    QString html;
    for (const QString &line : lines)
        html += u"<p>%1</p>"_s.arg(line.toHtmlEscaped());
    return html;
}

QString row(const QString &cell, const QString &name, const ReportFigures &figures, bool bold)
{
    const QString tag = bold ? u"th"_s : u"td"_s;
    QString html =
        u"<tr><%1 align='center'>%2</%1><%1 align='left'>%3</%1>"_s.arg(tag, cell, name.toHtmlEscaped());
    for (const int number : {figures.accepted, figures.onTheWay, figures.ready, figures.rejected, figures.pages})
        html += u"<%1 align='right'>%L2</%1>"_s.arg(tag).arg(number);
    return html + u"</tr>"_s;
}

QString table(const Report &report)
{
    QString html = u"<table width='100%' border='1' cellspacing='0' cellpadding='4' "
                   "style='border-collapse:collapse;font-size:%1pt'><thead><tr>"_s.arg(tablePoints);
    for (const QString &title :
         {ReportText::tr("No."), reportByName(report.by), ReportText::tr("Accepted"), ReportText::tr("On the way"),
          ReportText::tr("Ready"), ReportText::tr("Rejected"), ReportText::tr("Pages")})
        html += u"<th>%1</th>"_s.arg(title.toHtmlEscaped());
    html += u"</tr></thead>"_s;
    int number = 0;
    for (const ReportLine &line : report.lines)
        html += row(QString::number(++number), lineName(report, line), line.figures, false);
    return html + row({}, ReportText::tr("Total"), report.total, true) + u"</table>"_s;
}

QString body(const Report &report, const ReportHeading &from)
{
    QString html = u"<p align='center'><b>%1<br>%2</b></p><p align='center'>%3</p>"_s.arg(
        ReportText::tr("REPORT").toHtmlEscaped(),
        ReportText::tr("Digitization of administrative dossiers").toHtmlEscaped(),
        ReportText::tr("(from %1 to %2)").arg(shortDay(report.from), shortDay(report.to)).toHtmlEscaped());
    if (from.forecast)
        html += campaignLines(*from.forecast);
    html += table(report);
    html += u"<p>%1</p>"_s.arg(
        ReportText::tr("%n dossier(s) taken up again.", nullptr, report.reopened).toHtmlEscaped());
    if (report.secondsADossier)
        html += u"<p>%1</p>"_s.arg(ReportText::tr("Usual time a dossier: %1.")
                                       .arg(durationText(*report.secondsADossier))
                                       .toHtmlEscaped());
    return html + u"<table width='100%'><tr><td width='55%'></td><td width='45%' align='center'><b>%1</b>"
                  "<br><br><br><br><b>%2</b></td></tr></table>"_s.arg(
                      ReportText::tr("DRAWN UP BY").toHtmlEscaped(), from.author.toHtmlEscaped());
}

} // namespace

QString reportByName(ReportBy by)
{
    switch (by) {
    case ReportBy::User:
        return ReportText::tr("Person");
    case ReportBy::Day:
        return ReportText::tr("Day");
    case ReportBy::Procedure:
        return ReportText::tr("Procedure");
    case ReportBy::Batch:
        return ReportText::tr("Batch");
    case ReportBy::Agency:
        return ReportText::tr("Agency");
    }
    Q_UNREACHABLE();
}

QString lineName(const Report &report, const ReportLine &line)
{
    if (report.by == ReportBy::Day)
        return shortDay(QDate::fromString(line.key, Qt::ISODate));
    return line.name.isEmpty() ? ReportText::tr("not known") : line.name;
}

QString durationText(int seconds)
{
    return seconds < 60 ? ReportText::tr("%1 s").arg(seconds)
                        : ReportText::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QByteArray reportToPdf(const Report &report, const ReportHeading &from)
{
    QTextDocument document;
    document.setDefaultFont(QFont(serifFamily(), static_cast<int>(textPoints)));
    document.setHtml(heading(from) + body(report, from));
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(margins, QPageLayout::Millimeter);
        writer.setTitle(ReportText::tr("Digitization of administrative dossiers"));
        writer.setCreator(u"Sohoa"_s);
        document.print(&writer);
    }
    return bytes.data();
}

} // namespace sohoa::ui
