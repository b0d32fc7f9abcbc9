// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/dossier_data.h"

#include <QString>

#include <vector>

namespace sohoa::ui {

/// From this confidence on a value may pass unlooked at: the band of the quality rule ACC-32.
constexpr double sureEnough = 0.9;

/// One thing in a dossier that a person should look at before approving.
struct Doubt {
    enum class Place { Procedure, Field, Validity };
    Place place = Place::Field;
    QString field; ///< Of Place::Field.
    friend bool operator==(const Doubt &, const Doubt &) = default;
};

/// What is doubtful, in the order of the form: a procedure or value that was read with little confidence, and what
/// an open finding names. What the clerk has set or confirmed is no doubt.
std::vector<Doubt> doubtsOf(const DossierData &data);

} // namespace sohoa::ui
