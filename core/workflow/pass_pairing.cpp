// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/pass_pairing.h"

#include "core/store/store.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

Result<void> pairPasses(Store &store, const StackRun &run)
{
    const auto fronts = store.stacks().sidesOfPass(run.id, 1);
    auto backs = store.stacks().sidesOfPass(run.id, 2);
    if (!fronts || !backs)
        return fail(!fronts ? fronts.error() : backs.error());
    if (fronts->size() != backs->size())
        return fail(
            ErrorCode::PassCountsDiffer, u"two passes"_s,
            {{u"fronts"_s, QString::number(fronts->size())}, {u"backs"_s, QString::number(backs->size())}});
    if (run.backOrder == PassOrder::Reversed)
        std::ranges::reverse(*backs);
    std::vector<PageId> order;
    for (size_t sheet = 0; sheet < fronts->size(); ++sheet) {
        order.push_back(fronts->at(sheet).page);
        order.push_back(backs->at(sheet).page);
    }
    return store.stacks().arrange(order);
}

} // namespace sohoa
