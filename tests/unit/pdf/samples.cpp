// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/pdf/samples.h"

#include "core/base/durable_file.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <turbojpeg.h>

namespace sohoa::test {

using namespace Qt::StringLiterals;

Said run(const QString &program, const QStringList &arguments)
{
    const QString path = QStandardPaths::findExecutable(program);
    INFO("needed: qpdf, pdftotext and pdfinfo (poppler-utils), mutool (mupdf-tools)");
    CAPTURE(program);
    REQUIRE_FALSE(path.isEmpty());
    QProcess process;
    process.start(path, arguments);
    REQUIRE(process.waitForFinished(120'000));
    return {process.exitCode(), process.readAllStandardOutput()};
}

QString pathTemplate()
{
    return QDir::tempPath() + u"/hồ sơ một cửa XXXXXX"_s;
}

Picture samplePicture(int width, int height, int components)
{
    Picture picture{width, height, components, QByteArray()};
    picture.pixels.reserve(qsizetype{width} * height * components);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < components; ++c)
                picture.pixels.append(
                    static_cast<char>(y % 100 < 4 ? 40 : 255 - (x * (c + 1) + y) * 60 / (width * 3)));
    return picture;
}

QByteArray toJpeg(const Picture &picture, int quality)
{
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    const tjhandle handle = tjInitCompress();
    const bool gray = picture.components == 1;
    const int failed = tjCompress2(handle, reinterpret_cast<const unsigned char *>(picture.pixels.constData()),
                                   picture.width, 0, picture.height, gray ? TJPF_GRAY : TJPF_RGB, &bytes, &size,
                                   gray ? TJSAMP_GRAY : TJSAMP_444, quality, 0);
    tjDestroy(handle);
    REQUIRE(failed == 0);
    const QByteArray jpeg(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    tjFree(bytes);
    return jpeg;
}

Picture fromJpeg(const QByteArray &jpeg)
{
    Picture picture;
    const auto *bytes = reinterpret_cast<const unsigned char *>(jpeg.constData());
    const auto size = static_cast<unsigned long>(jpeg.size());
    const tjhandle handle = tjInitDecompress();
    int sampling = 0;
    int space = 0;
    REQUIRE(tjDecompressHeader3(handle, bytes, size, &picture.width, &picture.height, &sampling, &space) == 0);
    picture.components = space == TJCS_GRAY ? 1 : 3;
    picture.pixels.resize(qsizetype{picture.width} * picture.height * picture.components);
    REQUIRE(tjDecompress2(handle, bytes, size, reinterpret_cast<unsigned char *>(picture.pixels.data()), 0, 0, 0,
                          space == TJCS_GRAY ? TJPF_GRAY : TJPF_RGB, 0) == 0);
    tjDestroy(handle);
    return picture;
}

std::vector<Word> wordsOf(const QStringList &lines)
{
    constexpr int letter = 14;
    constexpr int lineHeight = 40;
    constexpr int rise = 22;
    constexpr int drop = 5;
    std::vector<Word> words;
    for (int line = 0; line < lines.size(); ++line) {
        int x = 120;
        const int baseline = 150 + line * lineHeight;
        const QStringList texts = lines[line].split(u' ');
        for (const QString &text : texts) {
            const bool drops = text.contains(u'g') || text.contains(u'y') || text.contains(u'ạ');
            const int width = letter * static_cast<int>(text.size());
            words.push_back({text, {x, baseline - rise, width, rise + (drops ? drop : 0)}, 0.9, line});
            x += width + 9;
        }
    }
    return words;
}

PdfMetadata sampleMetadata()
{
    PdfMetadata metadata;
    metadata.title = u"Giấy khai sinh <bản chính> & trích lục"_s;
    metadata.author = u"UBND xã Hồng Thái, huyện Bình Gia"_s;
    metadata.subject = u"Khai sinh của trẻ ở thôn Pò Cạu"_s;
    metadata.dossierCode = u"000.00.16.H37-230821-0003"_s;
    metadata.number = u"12/2023"_s;
    metadata.procedureCode = u"1.001193"_s;
    metadata.procedureName = u"Thủ tục đăng ký khai sinh"_s;
    metadata.agency = u"UBND xã Hồng Thái"_s;
    metadata.documentType = u"birth_certificate"_s;
    metadata.issueDate = u"2023-08-12"_s;
    metadata.producer = u"Sohoa 0.1.0"_s;
    metadata.created = *Instant::fromString(u"2026-11-23T18:59:32.000Z"_s);
    return metadata;
}

PdfPage samplePage(const QString &file, const QStringList &lines, int components)
{
    constexpr int width = 1240;
    constexpr int height = 1754;
    REQUIRE_OK(writeDurably(file, toJpeg(samplePicture(width, height, components))));
    return {file, width, height, 150, wordsOf(lines), {}};
}

QByteArray streamObject(const QByteArray &dictionary, const QByteArray &bytes)
{
    return "<< " + dictionary + " /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes +
           "\nendstream";
}

QByteArray handMadePdf(const std::vector<QByteArray> &objects, const QByteArray &trailer)
{
    QByteArray file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    QByteArray table;
    int number = 0;
    for (const QByteArray &object : objects) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const qsizetype start = file.size();
    const QByteArray count = QByteArray::number(number + 1);
    return file + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + count +
           " /Root 1 0 R " + trailer + " >>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

} // namespace sohoa::test
