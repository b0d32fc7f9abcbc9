// SPDX-License-Identifier: GPL-3.0-or-later
/// sohoa-sign-helper: holds a signing key open and answers requests of core/signature/sign_messages.h until the
/// end of its standard input. A program of its own since the vendors' PKCS#11 modules crash and hang, and so that
/// a PIN is in no other process. Exit status: 0 after that, 1 when nobody takes the answers, 2 when it could not
/// start or the requests made no sense.
#include "core/signature/helper/signing_keys.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <optional>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int nobodyListens = 1;
constexpr int nonsense = 2;

/// Answers go where modules that print do not reach.
struct Descriptors {
    int in = -1;
    int out = -1;
};

std::optional<Descriptors> setUp()
{
    const rlimit noCore{0, 0};
    // Neither a core file nor another process of the user's may see the PIN.
    if (::setrlimit(RLIMIT_CORE, &noCore) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
        return {};
    std::signal(SIGPIPE, SIG_IGN);
    constexpr int above = secretDescriptor + 1;
    const Descriptors moved{::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, above),
                            ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, above)};
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (moved.in < 0 || moved.out < 0 || nothing < 0 || ::dup2(nothing, STDIN_FILENO) < 0 ||
        ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        return {};
    ::close(nothing);
    return moved;
}

bool sendAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

class SignHelper {
public:
    SignHelperReply answer(const SignHelperRequest &request)
    {
        auto reply = std::holds_alternative<OpenKeyRequest>(request) ? open(std::get<OpenKeyRequest>(request).key)
                                                                     : sign(std::get<SignRequest>(request));
        return reply ? *reply : SignHelperReply(SignFailure{reply.error()});
    }

private:
    Result<SignHelperReply> open(const SigningKey &key)
    {
        if (m_keys)
            return fail(ErrorCode::HelperProtocol, u"opened already"_s);
        SecretBytes secret;
        const bool isRead = secret.readLine(secretDescriptor);
        ::close(secretDescriptor);
        if (!isRead)
            return fail(ErrorCode::HelperProtocol, u"no secret"_s);
        auto opened = key.module.isEmpty() ? openKeyFile(key.keyFile, secret)
                                           : openToken(key.module, key.token, std::move(secret));
        if (!opened)
            return fail(opened.error());
        m_keys = std::move(*opened);
        auto certificates = m_keys->certificates();
        if (!certificates)
            return fail(certificates.error());
        return KeyOpened{std::move(*certificates)};
    }

    Result<SignHelperReply> sign(const SignRequest &request)
    {
        if (!m_keys)
            return fail(ErrorCode::HelperProtocol, u"not opened"_s);
        auto signature = m_keys->sign(request.key, request.bytes);
        if (!signature)
            return fail(signature.error());
        return SignatureMade{std::move(*signature)};
    }

    std::unique_ptr<SigningKeys> m_keys;
};

int complain(const Error &error)
{
    std::fprintf(stderr, "sohoa-sign-helper: %s\n", qPrintable(logLine(error)));
    return nonsense;
}

} // namespace

int main()
{
    const auto descriptors = setUp();
    if (!descriptors) {
        std::perror("sohoa-sign-helper");
        return nonsense;
    }
    SignHelper helper;
    FrameReader reader;
    for (;;) {
        const auto frame = reader.next();
        if (!frame)
            return complain(frame.error());
        if (*frame) {
            const auto request = decodeSignRequest(**frame);
            if (!request)
                return complain(request.error());
            if (!sendAll(descriptors->out, encodeSignMessage(helper.answer(*request))))
                return nobodyListens;
            continue;
        }
        char bytes[4096];
        const ssize_t count = ::read(descriptors->in, bytes, sizeof bytes);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return 0;
        reader.append(QByteArray(bytes, count));
    }
}
