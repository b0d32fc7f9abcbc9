// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/adjustment_sentences.h"

#include <QCoreApplication>

namespace sohoa {

using namespace Qt::StringLiterals;

struct AdjustmentTexts {
    Q_DECLARE_TR_FUNCTIONS(Adjustments)
public:
    static QString sentence(const Adjustment &adjustment);
};

QString AdjustmentTexts::sentence(const Adjustment &adjustment)
{
    const QString &option = adjustment.option;
    if (adjustment.grave && (option == u"duplex" || option == u"adf-mode"))
        return tr("This scanner scans one side only: the backs will be missing.");
    if (option == u"source" && adjustment.wished == u"feeder")
        return tr("This scanner has no feeder: the papers are laid on the glass one by one.");
    if (option == u"source" && adjustment.wished == u"flatbed")
        return tr("This scanner has no glass: the papers go through the feeder.");
    if (option == u"paper")
        return tr("The scanner takes at most %1; what is larger (%2 was wished for) is cut off.")
            .arg(adjustment.got, adjustment.wished);
    if (option == u"double-feed")
        return tr("The scanner cannot tell when it takes two sheets at once: count the sheets.");
    if (option.endsWith(u"resolution"_s))
        return tr("The scanner has no %1 dpi and takes %2.").arg(adjustment.wished, adjustment.got);
    if (option == u"brightness" && adjustment.got.isEmpty())
        return tr("The scanner's brightness cannot be set.");
    if (option == u"contrast" && adjustment.got.isEmpty())
        return tr("The scanner's contrast cannot be set.");
    if (adjustment.got.isEmpty())
        return tr("The scanner has no “%1” to be set to “%2”.").arg(option, adjustment.wished);
    return tr("The scanner takes “%2” for “%1” instead of “%3”.").arg(option, adjustment.got, adjustment.wished);
}

QString adjustmentSentence(const Adjustment &adjustment)
{
    return AdjustmentTexts::sentence(adjustment);
}

} // namespace sohoa
