// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/identity_card.h"

#include "core/base/dates.h"
#include "core/base/text.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// ddMMyyyy as ISO; births of which only the year is known have zeros for day and month.
QString isoDate(const QString &digits)
{
    const QString year = digits.mid(4, 4);
    const bool yearOnly = digits.startsWith(u"0000");
    const auto date = PartialDate::parse(yearOnly ? year : year + u'-' + digits.mid(2, 2) + u'-' + digits.left(2));
    return date ? date->toIso() : QString();
}

} // namespace

std::optional<IdentityCard> parseIdentityCard(const Catalogue &catalogue, const QString &text)
{
    const Pattern *pattern = catalogue.pattern(u"id_card_qr"_s);
    if (!pattern)
        return std::nullopt;
    const auto match = pattern->expression.match(toNfc(text).trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    IdentityCard card;
    card.personalId = match.captured(u"id"_s);
    card.oldId = match.captured(u"old"_s);
    card.name = collapseBlanks(match.captured(u"name"_s));
    card.birthDate = isoDate(match.captured(u"dob"_s));
    card.gender = match.captured(u"sex"_s);
    card.address = collapseBlanks(match.captured(u"addr"_s));
    card.issueDate = isoDate(match.captured(u"issued"_s));
    return card;
}

std::optional<IdentityCard> identityCardOn(const Catalogue &catalogue, const Page &page)
{
    if (!page.reading)
        return std::nullopt;
    for (const Barcode &barcode : page.reading->barcodes) {
        if (auto card = parseIdentityCard(catalogue, barcode.text)) {
            card->page = page.id;
            card->box = barcode.box;
            return card;
        }
    }
    return std::nullopt;
}

} // namespace sohoa
