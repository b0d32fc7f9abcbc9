// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durable_file.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <qpdf/Pipeline.hh>

#include <exception>

namespace sohoa {

/// Carries one of our errors through qpdf, which knows only exceptions, to the one place that catches it.
class ErrorThroughQpdf : public std::exception {
public:
    explicit ErrorThroughQpdf(Error error)
        : m_error(std::move(error))
    {
    }
    const char *what() const noexcept override { return "error of our own"; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

/// Where qpdf writes to: a durable file, hashed on the way. qpdf writes word by word, so it is buffered.
class PdfOutput final : public Pipeline {
public:
    explicit PdfOutput(DurableFile &file)
        : Pipeline("durable file", nullptr)
        , m_file(file)
    {
    }

    void write(const unsigned char *data, size_t size) override
    {
        m_buffer.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
        if (m_buffer.size() >= chunk)
            flush();
    }
    void finish() override { flush(); }

    qint64 bytes() const { return m_bytes; }
    QString sha256() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    static constexpr qsizetype chunk = qsizetype{256} << 10;

    void flush()
    {
        m_hash.addData(m_buffer);
        m_bytes += m_buffer.size();
        if (auto written = m_file.write(m_buffer); !written)
            throw ErrorThroughQpdf(written.error());
        m_buffer.clear();
    }

    DurableFile &m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_buffer;
    qint64 m_bytes = 0;
};

} // namespace sohoa
