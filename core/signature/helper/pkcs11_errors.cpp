// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/helper/pkcs11_errors.h"

namespace sohoa {

using namespace Qt::StringLiterals;

Error tokenError(CK_RV answer, const QString &call)
{
    const QString code = u"CKR 0x%1"_s.arg(answer, 0, 16);
    const QString detail = call + u": "_s + code;
    switch (answer) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return {ErrorCode::PinWrong, {}, detail};
    case CKR_PIN_LOCKED:
        return {ErrorCode::TokenLocked, {}, detail};
    case CKR_DEVICE_ERROR:
    case CKR_DEVICE_REMOVED:
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_SESSION_CLOSED:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SLOT_ID_INVALID:
    case CKR_USER_NOT_LOGGED_IN:
        return {ErrorCode::TokenGone, {}, detail};
    default:
        return {ErrorCode::TokenFailed, {{u"code"_s, code}}, detail};
    }
}

} // namespace sohoa
