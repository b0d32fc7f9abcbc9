// SPDX-License-Identifier: GPL-3.0-or-later
// The module is called directly, not through a library over it: those keep copies of the PIN and log in again by
// themselves, and a wrong PIN tried twice is half a locked token.
#include "core/signature/helper/pkcs11_errors.h"
#include "core/signature/helper/signing_keys.h"
#include "core/signature/openssl_handles.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <optional>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr CK_ULONG mostSlots = 256;
constexpr CK_ULONG mostObjects = 256;
constexpr CK_ULONG largestAttribute = 1 << 20;

/// DigestInfo of a SHA-256 (RFC 8017, 9.2): what CKM_RSA_PKCS signs.
constexpr std::array<unsigned char, 19> sha256Prefix = {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                                        0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};

/// PKCS#11 takes what it only reads by pointers that are not const.
unsigned char *readOnly(const char *bytes)
{
    return reinterpret_cast<unsigned char *>(const_cast<char *>(bytes));
}

template <size_t size> QString paddedText(const unsigned char (&text)[size])
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), size).trimmed();
}

struct PrivateKey {
    CK_OBJECT_HANDLE handle = 0;
    QByteArray id;
    CK_KEY_TYPE type = CKK_RSA;
    bool alwaysAsks = false; ///< Wants the PIN before every signature.
};

class Token final : public SigningKeys {
public:
    Token(CK_FUNCTION_LIST_PTR module, SecretBytes pin)
        : m_module(module)
        , m_pin(std::move(pin))
    {
    }

    ~Token() override
    {
        if (m_session != 0) {
            m_module->C_Logout(m_session);
            m_module->C_CloseSession(m_session);
        }
        m_module->C_Finalize(nullptr);
    }

    Result<void> logIn(const QString &wanted)
    {
        const auto slot = findSlot(wanted);
        if (!slot)
            return fail(slot.error());
        m_slot = *slot;
        CK_TOKEN_INFO info{};
        if (const CK_RV rv = m_module->C_GetTokenInfo(m_slot, &info); rv != CKR_OK)
            return fail(tokenError(rv, u"C_GetTokenInfo"_s));
        if ((info.flags & CKF_USER_PIN_LOCKED) != 0)
            return fail(ErrorCode::TokenLocked, u"flag of the token"_s);
        if (const CK_RV rv = m_module->C_OpenSession(m_slot, CKF_SERIAL_SESSION, nullptr, nullptr, &m_session);
            rv != CKR_OK)
            return fail(tokenError(rv, u"C_OpenSession"_s));
        // A reader with keys of its own asks for the PIN itself.
        m_asksItself = (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
        const CK_RV rv = logInAs(CKU_USER);
        if (rv == CKR_OK || rv == CKR_USER_ALREADY_LOGGED_IN)
            return {};
        return fail(pinError(rv));
    }

    Result<std::vector<KeyCertificate>> certificates() override
    {
        if (auto read = readKeys(); !read)
            return fail(read.error());
        const auto handles = find(CKO_CERTIFICATE);
        if (!handles)
            return fail(handles.error());
        std::vector<KeyCertificate> all;
        for (const CK_OBJECT_HANDLE handle : *handles) {
            const QByteArray der = attribute(handle, CKA_VALUE);
            const QByteArray id = attribute(handle, CKA_ID);
            const auto key = std::ranges::find_if(
                m_keys, [&id](const PrivateKey &candidate) { return !id.isEmpty() && candidate.id == id; });
            if (!der.isEmpty())
                all.push_back({der, key == m_keys.end() ? -1 : static_cast<int>(key - m_keys.begin())});
        }
        return all;
    }

    Result<QByteArray> sign(int index, const QByteArray &bytes) override
    {
        if (index < 0 || index >= static_cast<int>(m_keys.size()))
            return fail(ErrorCode::HelperProtocol, u"no such key"_s);
        const PrivateKey &key = m_keys[static_cast<size_t>(index)];
        const bool isEc = key.type == CKK_EC;
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        CK_MECHANISM mechanism{isEc ? CKM_ECDSA : CKM_RSA_PKCS, nullptr, 0};
        QByteArray input =
            isEc ? digest
                 : QByteArray(reinterpret_cast<const char *>(sha256Prefix.data()), sha256Prefix.size()) + digest;
        CK_MECHANISM_INFO info{};
        if (!isEc && m_module->C_GetMechanismInfo(m_slot, CKM_RSA_PKCS, &info) != CKR_OK) {
            mechanism.mechanism = CKM_SHA256_RSA_PKCS; // hashes by itself
            input = bytes;
        }
        if (const CK_RV rv = m_module->C_SignInit(m_session, &mechanism, key.handle); rv != CKR_OK)
            return fail(presentError(rv, u"C_SignInit"_s));
        if (key.alwaysAsks)
            if (const CK_RV rv = logInAs(CKU_CONTEXT_SPECIFIC); rv != CKR_OK)
                return fail(pinError(rv));
        std::array<unsigned char, 2048> signature{};
        CK_ULONG size = signature.size();
        if (const CK_RV rv = m_module->C_Sign(m_session, readOnly(input.constData()),
                                              static_cast<CK_ULONG>(input.size()), signature.data(), &size);
            rv != CKR_OK)
            return fail(presentError(rv, u"C_Sign"_s));
        if (size > signature.size())
            return fail(ErrorCode::TokenFailed, u"C_Sign: length"_s, {{u"code"_s, u"CKR_OK"_s}});
        const QByteArray raw(reinterpret_cast<const char *>(signature.data()), static_cast<qsizetype>(size));
        return isEc ? ecdsaDer(raw) : Result<QByteArray>(raw);
    }

private:
    CK_RV logInAs(CK_USER_TYPE user)
    {
        const auto pin = m_pin.view();
        if (m_asksItself)
            return m_module->C_Login(m_session, user, nullptr, 0);
        return m_module->C_Login(m_session, user, readOnly(pin.data()), static_cast<CK_ULONG>(pin.size()));
    }

    Result<CK_SLOT_ID> findSlot(const QString &wanted)
    {
        std::array<CK_SLOT_ID, mostSlots> slotIds{};
        CK_ULONG count = slotIds.size();
        if (const CK_RV rv = m_module->C_GetSlotList(CK_TRUE, slotIds.data(), &count); rv != CKR_OK)
            return fail(tokenError(rv, u"C_GetSlotList"_s));
        std::vector<CK_SLOT_ID> found;
        for (CK_ULONG i = 0; i < std::min<CK_ULONG>(count, slotIds.size()); ++i) {
            CK_TOKEN_INFO info{};
            if (m_module->C_GetTokenInfo(slotIds[i], &info) != CKR_OK || (info.flags & CKF_TOKEN_INITIALIZED) == 0)
                continue;
            if (wanted.isEmpty() || paddedText(info.label) == wanted || paddedText(info.serialNumber) == wanted)
                found.push_back(slotIds[i]);
        }
        if (found.empty())
            return fail(ErrorCode::TokenNotFound, u"%1 slots"_s.arg(count), {{u"token"_s, wanted}});
        if (found.size() > 1)
            return fail(ErrorCode::CertificateUnclear, u"%1 tokens of that name"_s.arg(found.size()));
        return found.front();
    }

    Result<std::vector<CK_OBJECT_HANDLE>> find(CK_OBJECT_CLASS kind)
    {
        CK_ATTRIBUTE wanted{CKA_CLASS, &kind, sizeof kind};
        if (const CK_RV rv = m_module->C_FindObjectsInit(m_session, &wanted, 1); rv != CKR_OK)
            return fail(tokenError(rv, u"C_FindObjectsInit"_s));
        std::vector<CK_OBJECT_HANDLE> handles(mostObjects);
        CK_ULONG count = 0;
        const CK_RV rv = m_module->C_FindObjects(m_session, handles.data(), mostObjects, &count);
        m_module->C_FindObjectsFinal(m_session);
        if (rv != CKR_OK)
            return fail(tokenError(rv, u"C_FindObjects"_s));
        handles.resize(std::min(count, mostObjects));
        return handles;
    }

    /// Empty when the object does not have it.
    QByteArray attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type)
    {
        CK_ATTRIBUTE wanted{type, nullptr, 0};
        if (m_module->C_GetAttributeValue(m_session, object, &wanted, 1) != CKR_OK ||
            wanted.ulValueLen == CK_UNAVAILABLE_INFORMATION || wanted.ulValueLen > largestAttribute)
            return {};
        QByteArray value(static_cast<qsizetype>(wanted.ulValueLen), '\0');
        wanted.pValue = value.data();
        if (m_module->C_GetAttributeValue(m_session, object, &wanted, 1) != CKR_OK ||
            wanted.ulValueLen > static_cast<CK_ULONG>(value.size()))
            return {};
        value.truncate(static_cast<qsizetype>(wanted.ulValueLen));
        return value;
    }

    Result<void> readKeys()
    {
        const auto handles = find(CKO_PRIVATE_KEY);
        if (!handles)
            return fail(handles.error());
        m_keys.clear();
        for (const CK_OBJECT_HANDLE handle : *handles) {
            PrivateKey key{.handle = handle, .id = attribute(handle, CKA_ID)};
            if (const QByteArray type = attribute(handle, CKA_KEY_TYPE); type.size() == sizeof key.type)
                std::copy_n(type.constData(), sizeof key.type, reinterpret_cast<char *>(&key.type));
            const QByteArray asks = attribute(handle, CKA_ALWAYS_AUTHENTICATE);
            key.alwaysAsks = !asks.isEmpty() && asks.front() == CK_TRUE;
            if (key.type == CKK_RSA || key.type == CKK_EC)
                m_keys.push_back(std::move(key));
        }
        return {};
    }

    /// What a refused PIN means; how many tries are left, as far as PKCS#11 can tell.
    Error pinError(CK_RV rv)
    {
        Error error = tokenError(rv, u"C_Login"_s);
        CK_TOKEN_INFO info{};
        if (error.code != ErrorCode::PinWrong || m_module->C_GetTokenInfo(m_slot, &info) != CKR_OK)
            return error;
        if ((info.flags & CKF_USER_PIN_LOCKED) != 0)
            return {ErrorCode::TokenLocked, {}, error.detail};
        if ((info.flags & CKF_USER_PIN_FINAL_TRY) != 0)
            error.args.insert(u"tries"_s, u"1"_s);
        return error;
    }

    /// Modules put many names to a token that is no longer there.
    Error presentError(CK_RV rv, const QString &call)
    {
        Error error = tokenError(rv, call);
        CK_TOKEN_INFO info{};
        CK_SESSION_INFO session{};
        if (error.code == ErrorCode::TokenFailed && (m_module->C_GetTokenInfo(m_slot, &info) != CKR_OK ||
                                                     m_module->C_GetSessionInfo(m_session, &session) != CKR_OK ||
                                                     find(CKO_PRIVATE_KEY).value_or(Handles()).empty()))
            error.code = ErrorCode::TokenGone;
        return error;
    }

    /// Tokens give the two numbers one behind the other, CMS wants a sequence of two INTEGERs.
    static Result<QByteArray> ecdsaDer(const QByteArray &raw)
    {
        const auto half = static_cast<int>(raw.size() / 2);
        const auto *bytes = reinterpret_cast<const unsigned char *>(raw.constData());
        const OpenSslHandle<ECDSA_SIG, ECDSA_SIG_free> signature(ECDSA_SIG_new());
        BIGNUM *r = BN_bin2bn(bytes, half, nullptr);
        BIGNUM *s = BN_bin2bn(bytes + half, half, nullptr);
        if (!signature || raw.size() % 2 != 0 || ECDSA_SIG_set0(signature.get(), r, s) != 1)
            return fail(ErrorCode::TokenFailed, u"ECDSA signature"_s, {{u"code"_s, u"CKR_OK"_s}});
        return toDer(signature.get(), i2d_ECDSA_SIG);
    }

    using Handles = std::vector<CK_OBJECT_HANDLE>;

    CK_FUNCTION_LIST_PTR m_module;
    SecretBytes m_pin;
    CK_SLOT_ID m_slot = 0;
    CK_SESSION_HANDLE m_session = 0;
    bool m_asksItself = false;
    std::vector<PrivateKey> m_keys;
};

} // namespace

Result<std::unique_ptr<SigningKeys>> openToken(const QString &path, const QString &token, SecretBytes pin)
{
    const auto missing = [&path](const QString &why) {
        return fail(ErrorCode::SignModuleMissing, why, {{u"module"_s, path}});
    };
    // Never closed: modules with threads of their own do not survive it.
    void *library = ::dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return missing(QString::fromLocal8Bit(::dlerror()));
    const auto functions = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    CK_FUNCTION_LIST_PTR module = nullptr;
    if (!functions || functions(&module) != CKR_OK || !module)
        return missing(u"no PKCS#11 module"_s);
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    if (const CK_RV rv = module->C_Initialize(&arguments); rv != CKR_OK && rv != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return fail(tokenError(rv, u"C_Initialize"_s));
    auto opened = std::make_unique<Token>(module, std::move(pin));
    if (auto in = opened->logIn(token); !in)
        return fail(in.error());
    return opened;
}

} // namespace sohoa
