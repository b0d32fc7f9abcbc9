// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/image_store.h"

#include <QDateTime>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

#include <cmath>

namespace sohoa::ui {

namespace {

constexpr int smallestLevel = 400; ///< Pixels of width below which no further half is made.
/// A4 at 400 dpi: more than that no screen shows, and a page at 600 dpi with its halves would take 190 MB.
constexpr qint64 mostPixels = 16'000'000;

int kibibytes(qsizetype bytes)
{
    return static_cast<int>(bytes / 1024) + 1;
}

QImage loadThumbnail(const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    if (full.isValid()) {
        // JPEG is decoded at an eighth of its size when asked for less: twice the edge keeps the smoothing good.
        const QSize rough =
            full.scaled(2 * ImageStore::thumbnailEdge, 2 * ImageStore::thumbnailEdge, Qt::KeepAspectRatio);
        if (rough.width() < full.width())
            reader.setScaledSize(rough);
    }
    const QImage image = reader.read();
    if (image.isNull())
        return {};
    return image
        .scaled(ImageStore::thumbnailEdge, ImageStore::thumbnailEdge, Qt::KeepAspectRatio,
                Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

PagePicturePtr withLevels(const QImage &image)
{
    auto picture = std::make_shared<PagePicture>();
    picture->levels.push_back(image.convertToFormat(QImage::Format_RGB32));
    while (picture->levels.back().width() / 2 >= smallestLevel) {
        const QImage &last = picture->levels.back();
        picture->levels.push_back(
            last.scaled(last.width() / 2, last.height() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return picture;
}

QImage loadPicture(const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    if (qint64{full.width()} * full.height() >
        mostPixels) // JPEG decodes to a half or a quarter for less than whole.
        reader.setScaledSize(full * std::sqrt(double(mostPixels) / (double(full.width()) * full.height())));
    return reader.read();
}

PagePicturePtr loadLevels(const QString &path)
{
    const QImage image = loadPicture(path);
    return image.isNull() ? nullptr : withLevels(image);
}

PagePicturePtr loadSheet(const ImageStore::Sheet &sheet)
{
    QImageReader reader(sheet.master.path);
    const QSize full = reader.size();
    const QImage image = loadPicture(sheet.master.path);
    if (image.isNull())
        return nullptr;
    // A very large master comes reduced, and the frame with it.
    const double scale = full.isValid() ? double(image.width()) / full.width() : 1;
    QImage frame((QSizeF(sheet.frame) * scale).toSize(), QImage::Format_RGB32);
    frame.fill(Qt::white);
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, sheet.skewDeg != 0);
    painter.translate(QRectF(frame.rect()).center());
    painter.rotate(-sheet.skewDeg - sheet.rotation);
    painter.drawImage(QPointF(-image.width() / 2.0, -image.height() / 2.0), image);
    painter.end();
    return withLevels(frame);
}

} // namespace

PictureRef PictureRef::of(const QString &path)
{
    return {path, QFileInfo(path).lastModified().toMSecsSinceEpoch()};
}

qsizetype PagePicture::bytes() const
{
    qsizetype sum = 0;
    for (const QImage &level : levels)
        sum += level.sizeInBytes();
    return sum;
}

ImageStore::ImageStore(QObject *parent, qint64 pageBytes, qint64 thumbnailBytes)
    : QObject(parent)
    , m_thumbnails(static_cast<int>(thumbnailBytes / 1024))
    , m_pages(static_cast<int>(pageBytes / 1024))
{
    m_pool.setMaxThreadCount(2);
}

ImageStore::~ImageStore()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QImage ImageStore::thumbnail(const PictureRef &picture)
{
    if (picture.isNull())
        return {};
    const QString key = picture.key();
    if (const QImage *kept = m_thumbnails.object(key))
        return *kept;
    if (m_loadingThumbnails.contains(key) || m_unreadable.contains(key))
        return {};
    m_loadingThumbnails.insert(key);
    m_pool.start(
        [this, picture, key] {
            QImage image = loadThumbnail(picture.path);
            QMetaObject::invokeMethod(
                this,
                [this, picture, key, image = std::move(image)] {
                    m_loadingThumbnails.remove(key);
                    if (image.isNull())
                        m_unreadable.insert(key);
                    else
                        m_thumbnails.insert(key, new QImage(image), kibibytes(image.sizeInBytes()));
                    Q_EMIT thumbnailReady(picture);
                },
                Qt::QueuedConnection);
        },
        ++m_priority);
    return {};
}

void ImageStore::page(const PictureRef &picture, QObject *context, std::function<void(PagePicturePtr)> then)
{
    const QString key = picture.key();
    if (const PagePicturePtr *kept = m_pages.object(key)) {
        then(*kept);
        return;
    }
    const bool loading = m_waiting.contains(key);
    m_waiting[key].push_back({context, std::move(then)});
    if (!loading)
        loadPage(picture);
}

void ImageStore::sheet(const Sheet &sheet, QObject *context, std::function<void(PagePicturePtr)> then)
{
    m_pool.start(
        [this, sheet, guard = QPointer<QObject>(context), then = std::move(then)] {
            QMetaObject::invokeMethod(
                this,
                [guard, then, loaded = loadSheet(sheet)] {
                    if (guard)
                        then(loaded);
                },
                Qt::QueuedConnection);
        },
        ++m_priority);
}

void ImageStore::prefetch(const PictureRef &picture)
{
    const QString key = picture.key();
    if (picture.isNull() || m_pages.contains(key) || m_waiting.contains(key))
        return;
    m_waiting[key] = {};
    loadPage(picture);
}

void ImageStore::loadPage(const PictureRef &picture)
{
    m_pool.start(
        [this, picture] {
            PagePicturePtr loaded = loadLevels(picture.path);
            QMetaObject::invokeMethod(
                this,
                [this, key = picture.key(), loaded = std::move(loaded)] {
                    if (loaded)
                        m_pages.insert(key, new PagePicturePtr(loaded), kibibytes(loaded->bytes()));
                    const auto waiting = m_waiting.take(key);
                    for (const Waiting &one : waiting)
                        if (one.context)
                            one.then(loaded);
                },
                Qt::QueuedConnection);
        },
        ++m_priority);
}

} // namespace sohoa::ui
