// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/recognition/identity_card.h"
#include "core/recognition/paper.h"

#include <optional>
#include <vector>

namespace sohoa {

/// The person whom a dossier is about.
struct PersonReading {
    std::optional<FieldValue> name;
    std::optional<FieldValue> id;
    std::optional<FieldValue> birthDate;
};

/// The first person of the main paper; without one the subject of a form, the only identity card, a declarant, the
/// applicant of the slip, in this order. The same name on other papers makes it surer and fills what is missing;
/// an identity card's symbol with that name has the last word. Number and birth date that contradict each other
/// lose confidence.
PersonReading findPerson(const Catalogue &catalogue, const std::vector<Paper> &papers, const Paper *main,
                         const std::vector<IdentityCard> &cards);

} // namespace sohoa
