// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa {

/// One paper that a procedure asks for.
struct ProcedureComponent {
    QString name;             ///< Without the marks "?" and "(xuất trình)"; alternatives still joined by " / ".
    QStringList alternatives; ///< At least one; one of them suffices.
    bool conditional = false; ///< Mark "?": needed only in a given case.
    bool shownOnly = false;   ///< Mark "(xuất trình)": shown at the counter, not kept.
    bool required() const { return !conditional && !shownOnly; }
};

/// How far a row of the catalogue is to be trusted.
enum class Confidence { Sure, Likely, Check };

/// One administrative procedure of the national catalogue.
struct Procedure {
    QString code; ///< "1.001193"
    QString name;
    QString field;               ///< Lĩnh vực
    QString level;               ///< province, commune, … ("|" between several), since 2025-07-01
    QString levelBefore2025;     ///< The same until 2025-06-30.
    QStringList resultDocuments; ///< Titles of what it ends with.
    QStringList resultCodes;     ///< "KQ.G15.000031"; may be empty.
    std::vector<ProcedureComponent> components;
    QString validityRule;                      ///< Of the result; what proposeValidity() takes. Empty: unknown.
    QStringList keywords;                      ///< As printed on its papers.
    Confidence confidence = Confidence::Check; ///< That the procedure exists under this code.
    Confidence rulesConfidence = Confidence::Check; ///< Of components and validity.
    QString note;
};

/// The national part of a procedure code: "1.001193.000.00.00.H37" gives "1.001193". Empty when `text` does not
/// begin with one.
QString nationalProcedureCode(const QString &text);

/// Reads a list of procedures as `sohoactl procedures import` takes it. Columns `code` and `name_vi` must be
/// there, the others of resources/catalogue/procedures.csv may be missing, unknown ones are ignored. Errors:
/// CatalogueInvalid (args: file, row, column, detail), also for a code that is none or comes twice, an empty name,
/// an unknown validity rule or confidence, or a list without a row.
Result<std::vector<Procedure>> parseProcedures(const QByteArray &csv,
                                               const QString &file = QStringLiteral("procedures.csv"));

} // namespace sohoa
