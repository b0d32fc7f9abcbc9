// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/delegates.h"

#include "ui/errors/sentences.h"
#include "ui/models/dossier_list_model.h"
#include "ui/models/page_list_model.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 6;
constexpr int captionHeight = 20;
constexpr double paperRatio = 1.414; ///< ISO 216: height to width.

struct Flag {
    QString text;
    QString iconName;
    Tone tone = Tone::Neutral;
};

Flag flagOf(const PageRow &page)
{
    if (page.excluded)
        return {PageListModel::tr("left out"), u"leave-out"_s, Tone::Neutral};
    if (page.separator)
        return {PageListModel::tr("separator"), u"split-here"_s, Tone::Info};
    if (page.blank)
        return {PageListModel::tr("blank"), u"document-new"_s, Tone::Neutral};
    if (!page.suspect.isEmpty())
        return {PageListModel::tr("look at it"), u"sign-warn"_s, Tone::Warn};
    if (page.state != PageState::Recognized)
        return {PageListModel::tr("waits"), u"sign-wait"_s, Tone::Neutral};
    return {};
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() - 1);
    return font;
}

void drawSelection(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (!selected && !hovered)
        return;
    painter.setPen(selected ? QPen(option.palette.color(QPalette::Highlight), 2) : QPen(Qt::NoPen));
    painter.setBrush(selected ? toneBackground(Tone::Info, option.palette)
                              : option.palette.color(QPalette::AlternateBase));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6);
}

} // namespace

PageDelegate::PageDelegate(int width, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_width(width)
{
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_width, static_cast<int>((m_width - 4 * margin) * paperRatio) + captionHeight + 3 * margin};
}

void PageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto page = index.data(PageListModel::RowRole).value<PageRow>();
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    drawSelection(*painter, option);

    const QRect area = option.rect.adjusted(2 * margin, margin + 2, -2 * margin, -captionHeight - margin);
    QRect paper = area;
    if (!image.isNull()) {
        const QSize fitted = image.size().scaled(area.size(), Qt::KeepAspectRatio);
        paper = QRect(QPoint(area.center().x() - fitted.width() / 2, area.bottom() - fitted.height() + 1), fitted);
        painter->setOpacity(page.excluded || page.blank ? 0.45 : 1.0);
        painter->drawImage(paper, image);
        painter->setOpacity(1);
    } else {
        painter->fillRect(paper, option.palette.color(QPalette::AlternateBase));
    }
    painter->setPen(option.palette.color(QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(paper).adjusted(-0.5, -0.5, 0.5, 0.5));
    if (page.excluded) {
        painter->setPen(QPen(toneColor(Tone::Block, option.palette), 1.5));
        painter->drawLine(paper.bottomLeft(), paper.topRight());
    }

    const QRect caption(option.rect.left() + margin, option.rect.bottom() - captionHeight - 3,
                        option.rect.width() - 2 * margin, captionHeight);
    const Flag flag = flagOf(page);
    QFont font = smaller(option.font);
    painter->setFont(font);
    const QString number = QString::number(page.number);
    if (flag.text.isEmpty()) {
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(caption, Qt::AlignCenter, number);
    } else {
        const QFontMetrics metrics(font);
        const int numberWidth = metrics.horizontalAdvance(number) + 8;
        const QString words =
            metrics.elidedText(flag.text, Qt::ElideRight, caption.width() - numberWidth - 14 - 8 - 4);
        const int chipWidth = metrics.horizontalAdvance(words) + 14 + 12;
        const int left = caption.left() + (caption.width() - numberWidth - chipWidth) / 2;
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(QRect(left, caption.top(), numberWidth, caption.height()), Qt::AlignVCenter, number);
        const QRect chip(left + numberWidth, caption.top() + 1, chipWidth, caption.height() - 2);
        painter->setPen(Qt::NoPen);
        painter->setBrush(toneBackground(flag.tone, option.palette));
        painter->drawRoundedRect(chip, 8, 8);
        const QColor color = toneColor(flag.tone, option.palette);
        icon(flag.iconName, color).paint(painter, QRect(chip.left() + 5, chip.center().y() - 6, 13, 13));
        painter->setPen(color);
        painter->drawText(chip.adjusted(20, 0, -4, 0), Qt::AlignVCenter, words);
    }
    painter->restore();
}

QSize DossierDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, QFontMetrics(option.font).height() * 2 + 22};
}

void DossierDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto dossier = index.data(DossierListModel::SummaryRole).value<DossierSummary>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawSelection(*painter, option);
    const QRect area = option.rect.adjusted(11, 8, -10, -8);
    const QFont plain = smaller(option.font);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics boldMetrics(bold);
    const QFontMetrics plainMetrics(plain);
    const int lineHeight = boldMetrics.height();

    const QString state = stateName(dossier.state);
    const Tone tone = toneOf(dossier.state);
    const int chipWidth = plainMetrics.horizontalAdvance(state) + 14;
    const QRect chip(area.right() - chipWidth, area.top(), chipWidth + 1, lineHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneBackground(tone, option.palette));
    painter->drawRoundedRect(chip, 8, 8);
    painter->setFont(plain);
    painter->setPen(toneColor(tone, option.palette));
    painter->drawText(chip, Qt::AlignCenter, state);

    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    const QRect title(area.left(), area.top(), area.width() - chipWidth - 8, lineHeight);
    painter->drawText(title, Qt::AlignVCenter,
                      boldMetrics.elidedText(dossierTitle(dossier), Qt::ElideRight, title.width()));

    painter->setFont(plain);
    painter->setPen(option.palette.color(QPalette::Dark));
    const QString pages = DossierListModel::tr("%n p.", "pages of a dossier", dossier.pages);
    const int pagesWidth = plainMetrics.horizontalAdvance(pages) + 4;
    const QRect second(area.left(), area.bottom() - lineHeight + 1, area.width(), lineHeight);
    painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, pages);
    const QString procedure =
        dossier.procedureName.isEmpty() ? DossierListModel::tr("no procedure yet") : dossier.procedureName;
    painter->drawText(second.adjusted(0, 0, -pagesWidth, 0), Qt::AlignVCenter,
                      plainMetrics.elidedText(procedure, Qt::ElideRight, second.width() - pagesWidth));
    painter->restore();
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false);
}

} // namespace sohoa::ui
