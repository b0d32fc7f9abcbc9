// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/doubts.h"
#include "ui/review/dossier_data.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa::ui {

/// One place of the form that a person should look at before approving.
struct FormDoubt {
    enum class Place { Question, Procedure, Field, Validity };
    Place place = Place::Field;
    QString field;                      ///< Of Place::Field.
    std::optional<Doubt> question = {}; ///< Of Place::Question.
    friend bool operator==(const FormDoubt &one, const FormDoubt &other)
    {
        return one.place == other.place && one.field == other.field;
    }
};

/// What is doubtful, in the order of the form: where the dossier begins and ends and what its papers are, a
/// procedure or value that was read with little confidence, and what an open finding names. What the clerk has set
/// or confirmed is no doubt.
std::vector<FormDoubt> formDoubts(const DossierData &data);

} // namespace sohoa::ui
