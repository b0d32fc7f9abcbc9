// SPDX-License-Identifier: GPL-3.0-or-later
/// What Sohoa and sohoa-sign-helper say to each other: one JSON object a frame (core/base/frame.h), requests on
/// the helper's standard input, replies on its standard output, one after the other. The PIN is no message: it
/// comes through a pipe of its own (secretDescriptor), is read when the key is opened, and stays in the helper.
#pragma once

#include "core/base/error.h"
#include "core/base/frame.h"

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace sohoa {

constexpr int secretDescriptor = 3;

/// Where a key is: in a token behind a PKCS#11 module, or in a PKCS#12 file.
struct SigningKey {
    QString module;      ///< Path of the module's library; empty: a key file.
    QString token;       ///< Label or serial number of the token; empty: the only one.
    QString keyFile;     ///< PKCS#12.
    QString certificate; ///< Serial number of the certificate; empty: the only one that can sign.
};

/// Opens the key; once, first.
struct OpenKeyRequest {
    SigningKey key;
};
/// The signature of a key over these bytes, with SHA-256: PKCS#1 v1.5, or ECDSA as DER.
struct SignRequest {
    int key = 0;
    QByteArray bytes;
};
using SignHelperRequest = std::variant<OpenKeyRequest, SignRequest>;

struct KeyCertificate {
    QByteArray der;
    int key = -1; ///< The key that belongs to it, for SignRequest; -1: none, a link of the chain.
};
struct KeyOpened {
    std::vector<KeyCertificate> certificates;
};
struct SignatureMade {
    QByteArray signature;
};
struct SignFailure {
    Error error;
};
using SignHelperReply = std::variant<KeyOpened, SignatureMade, SignFailure>;

QByteArray encodeSignMessage(const SignHelperRequest &request);
QByteArray encodeSignMessage(const SignHelperReply &reply);

/// Neither side trusts the other: HelperProtocol for an unknown type or an ill-typed value.
Result<SignHelperRequest> decodeSignRequest(const Frame &frame);
Result<SignHelperReply> decodeSignReply(const Frame &frame);

} // namespace sohoa
