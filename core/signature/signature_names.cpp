// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/signature_names.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr auto prefix = "Sohoa-"_L1;
} // namespace

QString fieldName(SignatureRole role, int number)
{
    return prefix + toString(role) + u'-' + QString::number(number);
}

SignatureRole roleOfField(const QString &name)
{
    for (const SignatureRole role : {SignatureRole::Officer, SignatureRole::Agency})
        if (name.startsWith(prefix + toString(role) + u'-'))
            return role;
    return SignatureRole::Unknown;
}

} // namespace sohoa
