// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/check.h"

#include <QString>

namespace sohoa::test {

inline const QDate today(2026, 11, 23);

/// The shipped one.
const Catalogue &catalogue();

FieldValue fieldValue(const QString &value, double confidence = 0.95, FieldOrigin origin = FieldOrigin::Ocr);
FieldValue byClerk(const QString &value);

/// Birth registration with everything that it needs: nothing to warn of. Each test spoils one thing.
struct Sample {
    Dossier dossier;
    std::vector<Page> pages;

    Sample();
    void set(const QString &field, const FieldValue &value) { dossier.fields[field] = value; }
    Document &result() { return dossier.documents[0]; }
    /// A component with one more page.
    Document &add(const QString &typeId, const QString &title, DocumentKind kind = DocumentKind::Component);
    std::vector<Finding> check() const { return sohoa::check(dossier, pages, catalogue(), today); }
    /// The findings of one rule.
    std::vector<Finding> of(const QString &rule) const;
    bool gives(const QString &rule) const { return !of(rule).empty(); }
    bool gives(const QString &rule, Severity severity) const;
};

} // namespace sohoa::test
