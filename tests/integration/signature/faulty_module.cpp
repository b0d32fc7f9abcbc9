// SPDX-License-Identifier: GPL-3.0-or-later
/// A PKCS#11 module over SoftHSM that does what vendors' modules do on bad days and SoftHSM never does.
/// Environment: SOHOA_TEST_FAULT, one of
///   crash:N hang:N gone:N   at the N-th signature
///   crash-load              when it is loaded
///   last-try locked         what the token says of its PIN
/// SOHOA_TEST_LOGINS, a file that gets one letter for each login.
#include <dlfcn.h>
#include <p11-kit/pkcs11.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

CK_FUNCTION_LIST_PTR real = nullptr;
CK_FUNCTION_LIST list;

std::string fault()
{
    const char *value = std::getenv("SOHOA_TEST_FAULT");
    return value ? value : "";
}

/// Whether this is the signature at which `kind` begins.
bool strikes(const std::string &kind, int signature)
{
    const std::string wanted = fault();
    return wanted.rfind(kind + ':', 0) == 0 && signature >= std::atoi(wanted.c_str() + kind.size() + 1);
}

CK_RV initialize(void *arguments)
{
    if (fault() == "crash-load")
        std::abort();
    return real->C_Initialize(arguments);
}

CK_RV tokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info)
{
    const CK_RV answer = real->C_GetTokenInfo(slot, info);
    if (fault() == "last-try")
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    if (fault() == "locked")
        info->flags |= CKF_USER_PIN_LOCKED;
    return answer;
}

CK_RV logIn(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG size)
{
    if (const char *path = std::getenv("SOHOA_TEST_LOGINS")) {
        if (std::FILE *file = std::fopen(path, "a")) {
            std::fputc('L', file);
            std::fclose(file);
        }
    }
    return real->C_Login(session, user, pin, size);
}

CK_RV sign(CK_SESSION_HANDLE session, unsigned char *data, CK_ULONG size, unsigned char *signature,
           CK_ULONG *length)
{
    static int count = 0;
    ++count;
    if (strikes("crash", count))
        std::abort();
    while (strikes("hang", count))
        ::pause();
    if (strikes("gone", count))
        return CKR_DEVICE_REMOVED;
    return real->C_Sign(session, data, size, signature, length);
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR functions)
{
    void *library = ::dlopen(SOHOA_SOFTHSM, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return CKR_GENERAL_ERROR;
    const auto get = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    if (!get || get(&real) != CKR_OK)
        return CKR_GENERAL_ERROR;
    list = *real;
    list.C_Initialize = initialize;
    list.C_GetTokenInfo = tokenInfo;
    list.C_Login = logIn;
    list.C_Sign = sign;
    *functions = &list;
    return CKR_OK;
}
