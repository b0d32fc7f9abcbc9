// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/page.h"

#include <QString>

#include <optional>

namespace sohoa {

/// What the QR code of an identity card says.
struct IdentityCard {
    QString personalId;
    QString oldId; ///< Empty when there never was one.
    QString name;
    QString birthDate; ///< ISO; only the year ("1952") when day and month are zero; empty when it is no date.
    QString gender;    ///< "Nam" or "Nữ"
    QString address;
    QString issueDate; ///< ISO; empty when it is no date.
    PageId page;
    PixelBox box;
};

/// `id|old|name|ddMMyyyy|sex|address|ddMMyyyy`, further fields are left out of account. Nothing for other texts.
std::optional<IdentityCard> parseIdentityCard(const Catalogue &catalogue, const QString &text);

/// The card whose symbol was found on the page.
std::optional<IdentityCard> identityCardOn(const Catalogue &catalogue, const Page &page);

} // namespace sohoa
