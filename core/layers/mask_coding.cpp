// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/mask_coding.h"

#include "core/jbig2/generic_region.h"

#include <leptonica/allheaders.h>

#include <memory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct DataDeleter {
    void operator()(L_Compressed_Data *data) const { l_CIDataDestroy(&data); }
};

} // namespace

Result<CodedMask> encodeMask(const PageImage &mask)
{
    // Leptonica keeps pixels in words of the machine's order.
    const auto swapped = PageImage::own(pixEndianByteSwapNew(mask.get()), "swap bytes");
    if (!swapped)
        return fail(swapped.error());
    const BilevelView view{reinterpret_cast<const quint8 *>(pixGetData(swapped->get())),
                           qsizetype{4} * pixGetWpl(swapped->get()), mask.width(), mask.height()};
    CodedMask coded{LayerCoding::Jbig2, encodeJbig2(view)};

    L_Compressed_Data *data = nullptr;
    pixGenerateCIData(mask.get(), L_G4_ENCODE, 0, 0, &data);
    const std::unique_ptr<L_Compressed_Data, DataDeleter> fax(data);
    if (fax && fax->nbytescomp > 0 && static_cast<qsizetype>(fax->nbytescomp) < coded.bytes.size())
        coded = {LayerCoding::Fax, QByteArray(reinterpret_cast<const char *>(fax->datacomp),
                                              static_cast<qsizetype>(fax->nbytescomp))};
    return coded;
}

} // namespace sohoa
