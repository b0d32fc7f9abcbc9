// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QSize>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <vector>

namespace sohoa::ui {

/// A picture file in one of its versions: turning a page rewrites its picture under the same name.
struct PictureRef {
    QString path;
    qint64 stamp = 0; ///< Modification time, ms since 1970.

    /// Reads the stamp; touches the disk, so not in the window's thread.
    static PictureRef of(const QString &path);
    bool isNull() const { return path.isEmpty(); }
    QString key() const { return path + QLatin1Char('@') + QString::number(stamp); }
    friend bool operator==(const PictureRef &, const PictureRef &) = default;
};

/// A page in its own size and in halves of it: whatever the zoom, about as many pixels are drawn as are seen.
struct PagePicture {
    std::vector<QImage> levels; ///< [0] full size, each further one half as wide; at least one.
    QSize size() const { return levels.front().size(); }
    qsizetype bytes() const;
};
using PagePicturePtr = std::shared_ptr<const PagePicture>;

/// Loads and scales pictures in worker threads and keeps the last used ones, within a bound.
/// Lives in the window's thread; answers come there.
class ImageStore final : public QObject {
    Q_OBJECT
public:
    /// `pageBytes` and `thumbnailBytes` bound what is kept.
    explicit ImageStore(QObject *parent = nullptr, qint64 pageBytes = qint64{96} << 20,
                        qint64 thumbnailBytes = qint64{24} << 20);
    ~ImageStore() override;

    /// The edge of the square that thumbnails fit into, in device pixels.
    static constexpr int thumbnailEdge = 240;

    /// The small picture when it is there; else null, and thumbnailReady() follows once it has been loaded.
    QImage thumbnail(const PictureRef &picture);
    /// Answers at once when the page is kept. Null when the file cannot be read. The newest question is worked on
    /// first.
    void page(const PictureRef &picture, QObject *context, std::function<void(PagePicturePtr)> then);
    /// How a raw scan lies in the frame that crops refer to.
    struct Sheet {
        PictureRef master;
        int rotation = 0;   ///< Turned back by so much (clockwise degrees, a multiple of 90).
        double skewDeg = 0; ///< Likewise, after that.
        QSize frame;        ///< In pixels of the master.
    };
    /// The whole raw scan, upright and straight. Not kept. Null when the file cannot be read.
    void sheet(const Sheet &sheet, QObject *context, std::function<void(PagePicturePtr)> then);
    /// Loads a page that will probably be wanted next.
    void prefetch(const PictureRef &picture);

Q_SIGNALS:
    void thumbnailReady(const sohoa::ui::PictureRef &picture);

private:
    struct Waiting {
        QPointer<QObject> context;
        std::function<void(PagePicturePtr)> then;
    };
    void loadPage(const PictureRef &picture);

    QThreadPool m_pool;
    QCache<QString, QImage> m_thumbnails; ///< Costs in KiB.
    QCache<QString, PagePicturePtr> m_pages;
    QSet<QString> m_loadingThumbnails;
    QSet<QString> m_unreadable;
    QHash<QString, std::vector<Waiting>> m_waiting;
    int m_priority = 0;
};

} // namespace sohoa::ui
