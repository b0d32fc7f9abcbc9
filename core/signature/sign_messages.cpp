// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/sign_messages.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

enum SignFrame : quint8 { OpenKey = 1, Sign = 2, Opened = 129, Made = 130, Failed = 131 };

/// What a helper may fail with; another number is nonsense.
constexpr ErrorCode helperErrors[] = {
    ErrorCode::SignModuleMissing,  ErrorCode::TokenNotFound,      ErrorCode::TokenGone,
    ErrorCode::PinWrong,           ErrorCode::TokenLocked,        ErrorCode::TokenFailed,
    ErrorCode::CertificateMissing, ErrorCode::CertificateUnclear, ErrorCode::KeyFileUnreadable,
    ErrorCode::KeyFilePassword,    ErrorCode::FileUnreadable,     ErrorCode::Internal,
    ErrorCode::HelperProtocol,
};

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

tl::unexpected<Error> nonsense(const QString &what)
{
    return fail(ErrorCode::HelperProtocol, u"sign message: bad "_s + what);
}

std::optional<QByteArray> bytesOf(const QJsonValue &value)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !decoded)
        return {};
    return *decoded;
}

Result<SignHelperReply> opened(const QJsonObject &json)
{
    KeyOpened reply;
    for (const QJsonValue &value : json[u"certificates"_s].toArray()) {
        const auto der = bytesOf(value[u"der"_s]);
        if (!der || !value[u"key"_s].isDouble())
            return nonsense(u"certificate"_s);
        reply.certificates.push_back({*der, value[u"key"_s].toInt(-1)});
    }
    return reply;
}

Result<SignHelperReply> failed(const QJsonObject &json)
{
    Error error{static_cast<ErrorCode>(json[u"code"_s].toInt()), {}, json[u"detail"_s].toString()};
    if (std::ranges::find(helperErrors, error.code) == std::end(helperErrors))
        return nonsense(u"error code"_s);
    const QJsonObject args = json[u"args"_s].toObject();
    for (auto it = args.begin(); it != args.end(); ++it)
        error.args.insert(it.key(), it.value().toString());
    return SignFailure{error};
}

} // namespace

QByteArray encodeSignMessage(const SignHelperRequest &request)
{
    if (const auto *open = std::get_if<OpenKeyRequest>(&request))
        return encodeFrame(OpenKey, QJsonObject{{u"module"_s, open->key.module},
                                                {u"token"_s, open->key.token},
                                                {u"key_file"_s, open->key.keyFile},
                                                {u"certificate"_s, open->key.certificate}});
    const auto &sign = std::get<SignRequest>(request);
    return encodeFrame(Sign, QJsonObject{{u"key"_s, sign.key}, {u"bytes"_s, base64(sign.bytes)}});
}

QByteArray encodeSignMessage(const SignHelperReply &reply)
{
    if (const auto *opened = std::get_if<KeyOpened>(&reply)) {
        QJsonArray certificates;
        for (const KeyCertificate &certificate : opened->certificates)
            certificates.append(QJsonObject{{u"der"_s, base64(certificate.der)}, {u"key"_s, certificate.key}});
        return encodeFrame(Opened, QJsonObject{{u"certificates"_s, certificates}});
    }
    if (const auto *made = std::get_if<SignatureMade>(&reply))
        return encodeFrame(Made, QJsonObject{{u"signature"_s, base64(made->signature)}});
    const Error &error = std::get<SignFailure>(reply).error;
    QJsonObject args;
    for (auto it = error.args.cbegin(); it != error.args.cend(); ++it)
        args[it.key()] = it.value();
    return encodeFrame(
        Failed,
        QJsonObject{{u"code"_s, static_cast<int>(error.code)}, {u"args"_s, args}, {u"detail"_s, error.detail}});
}

Result<SignHelperRequest> decodeSignRequest(const Frame &frame)
{
    const auto json = frameObject(frame);
    if (!json)
        return fail(json.error());
    if (frame.type == OpenKey)
        return OpenKeyRequest{{(*json)[u"module"_s].toString(), (*json)[u"token"_s].toString(),
                               (*json)[u"key_file"_s].toString(), (*json)[u"certificate"_s].toString()}};
    if (frame.type == Sign) {
        const auto bytes = bytesOf((*json)[u"bytes"_s]);
        const int key = (*json)[u"key"_s].toInt(-1);
        if (!bytes || bytes->isEmpty() || key < 0)
            return nonsense(u"request"_s);
        return SignRequest{key, *bytes};
    }
    return nonsense(u"type"_s);
}

Result<SignHelperReply> decodeSignReply(const Frame &frame)
{
    const auto json = frameObject(frame);
    if (!json)
        return fail(json.error());
    if (frame.type == Opened)
        return opened(*json);
    if (frame.type == Failed)
        return failed(*json);
    if (frame.type == Made) {
        const auto signature = bytesOf((*json)[u"signature"_s]);
        if (!signature)
            return nonsense(u"signature"_s);
        return SignatureMade{*signature};
    }
    return nonsense(u"type"_s);
}

} // namespace sohoa
