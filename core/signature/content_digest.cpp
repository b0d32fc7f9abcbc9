// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/content_digest.h"

#include "core/signature/openssl_handles.h"

namespace sohoa {

Result<QByteArray> digestOf(const EVP_MD *algorithm, std::initializer_list<QByteArrayView> stretches)
{
    const DigestContext context(EVP_MD_CTX_new());
    if (!context || EVP_DigestInit_ex(context.get(), algorithm, nullptr) != 1)
        return fail(ErrorCode::Internal, openSslError());
    for (const QByteArrayView stretch : stretches)
        if (EVP_DigestUpdate(context.get(), stretch.data(), static_cast<size_t>(stretch.size())) != 1)
            return fail(ErrorCode::Internal, openSslError());
    unsigned char value[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(context.get(), value, &size) != 1)
        return fail(ErrorCode::Internal, openSslError());
    return QByteArray(reinterpret_cast<const char *>(value), static_cast<qsizetype>(size));
}

} // namespace sohoa
