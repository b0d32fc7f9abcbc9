// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The XMP schemas that both the writer and the check speak of.
/// XMP specification part 1 (ISO 16684-1) and ISO 19005-2, 6.6.2.3.3 and 6.6.4.
namespace sohoa::schemas {

using namespace Qt::StringLiterals;

inline const QString rdf = u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s;
inline const QString dc = u"http://purl.org/dc/elements/1.1/"_s;
inline const QString xmp = u"http://ns.adobe.com/xap/1.0/"_s;
inline const QString pdf = u"http://ns.adobe.com/pdf/1.3/"_s;
inline const QString pdfaid = u"http://www.aiim.org/pdfa/ns/id/"_s;

} // namespace sohoa::schemas
