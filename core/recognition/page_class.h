// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/page.h"
#include "core/recognition/page_text.h"

#include <QString>

namespace sohoa {

/// What one page looks like, apart from its neighbours.
struct PageClass {
    bool blank = false;
    bool unread = false;
    bool nationalTitle = false;         ///< Begins as the first page of a paper does.
    bool continues = false;             ///< Bears a page number above 1 at its top.
    const DocumentType *type = nullptr; ///< By title, symbol or label.
    const DocumentType *stamp =
        nullptr;           ///< A kind whose title may stand anywhere (certifications, backs of cards).
    QString title;         ///< As printed; empty when no title line was found.
    double confidence = 0; ///< Of the type, 0..0.99.
    bool byBody = false;   ///< The type follows from the body: the page may be any page of its paper.
};

/// Recognizes a page by its symbol, by its title (on folded text, by priority), by the labels of its body.
PageClass classifyPage(const Catalogue &catalogue, const Page &page, const PageText &text);

} // namespace sohoa
