// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/secret_prompt.h"

#include "app/sohoactl/arguments.h"
#include "app/sohoactl/text.h"

#include <QFile>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Descriptor()
    {
        if (m_descriptor > STDERR_FILENO)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Letters typed are not shown as long as it lives.
class Silence {
public:
    explicit Silence(int terminal)
        : m_terminal(terminal)
    {
        m_isSet = ::tcgetattr(terminal, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isSet = m_isSet && ::tcsetattr(terminal, TCSAFLUSH, &silent) == 0;
    }
    ~Silence()
    {
        if (m_isSet)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;
    bool isSet() const { return m_isSet; }

private:
    int m_terminal;
    termios m_before{};
    bool m_isSet = false;
};

void say(int terminal, const QByteArray &text)
{
    // Nothing is lost when the terminal does not take it: the answer is read all the same.
    static_cast<void>(::write(terminal, text.constData(), static_cast<size_t>(text.size())));
}

} // namespace

Result<SecretBytes> secretFromFile(const QString &path)
{
    const Descriptor file(path == u"-" ? STDIN_FILENO
                                       : ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    SecretBytes secret;
    if (file.get() < 0 || !secret.readLine(file.get()))
        return fail(ErrorCode::FileUnreadable, QString::fromLocal8Bit(std::strerror(errno)), {{u"path"_s, path}});
    return secret;
}

Result<SecretBytes> askSecret(const QString &question)
{
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    if (terminal.get() < 0)
        return usageError(Text::tr("There is no terminal to ask at; give --pin-file."));
    const Silence silence(terminal.get());
    if (!silence.isSet())
        return usageError(Text::tr("There is no terminal to ask at; give --pin-file."));
    say(terminal.get(), question.toUtf8() + ' ');
    SecretBytes secret;
    const bool isRead = secret.readLine(terminal.get());
    say(terminal.get(), "\n");
    if (!isRead)
        return usageError(Text::tr("There is no terminal to ask at; give --pin-file."));
    return secret;
}

} // namespace sohoa
