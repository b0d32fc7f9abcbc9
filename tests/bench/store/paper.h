// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include "people.h"

namespace sohoa::bench {

/// What the papers of one dossier are about.
struct Matter {
    QString code;
    QString procedureCode;
    QString procedure;
    QString result; ///< Printed title.
    QString number;
    QString agency;
    QDate received;
    QDate issued;
    Person person;
    Person mother;
    Person father;
    QString official;
};

enum class Paper { Receipt, Form, IdentityCard, Result, Statement };

/// The paper as lines: what is printed on such papers everywhere, this matter's values, on a statement also free
/// words; read with a slip in every fortieth word, as optical readers do.
QStringList linesOf(Paper paper, const Matter &matter, Dice &dice);

/// The reading of an upright A4 page at 300 dpi with these lines: words in their places, stage decisions as the
/// helper makes them.
PageReading readingOf(const QStringList &lines, Dice &dice);

} // namespace sohoa::bench
