// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/batch.h"
#include "core/domain/dossier.h"
#include "tests/support/catch.h"

using namespace sohoa;
using enum DossierState;

TEST_CASE("Only the transitions of the contract are legal", "[domain]")
{
    const std::vector<DossierState> all{Draft, Review, Approved, Queued, Sent, Accepted, Rejected};
    int legal = 0;
    for (const auto from : all)
        for (const auto to : all)
            legal += mayChange(from, to) ? 1 : 0;
    CHECK(legal == 8);
    CHECK(mayChange(Rejected, Review));
    CHECK(mayChange(Approved, Review));
    CHECK_FALSE(mayChange(Review, Queued));
    CHECK_FALSE(mayChange(Accepted, Review));
}

TEST_CASE("State names are read back", "[domain]")
{
    for (const auto state : {Draft, Review, Approved, Queued, Sent, Accepted, Rejected})
        CHECK(dossierStateFromString(toString(state)) == state);
    CHECK_FALSE(dossierStateFromString(QStringLiteral("lost")));
    for (const auto state :
         {BatchState::Open, BatchState::Closed, BatchState::Queued, BatchState::Synced, BatchState::Partial})
        CHECK(batchStateFromString(toString(state)) == state);
}
