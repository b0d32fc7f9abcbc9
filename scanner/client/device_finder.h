// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/device_identity.h"
#include "scanner/client/device_lister.h"
#include "scanner/client/option_reader.h"

namespace sohoa {

/// Finds a scanner again by what it is (DeviceIdentity) under whatever name it has now. Where several of its kind
/// are listed and their names do not tell, each is asked for the serial number that its options may show. Not
/// while one of them is scanning. Threads: lives in one thread with an event loop, the answer comes in that
/// thread, never from within find().
class DeviceFinder : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<QString>)>;

    explicit DeviceFinder(HelperConfig config, QObject *parent = nullptr);

    /// Answers once: SANE's present name, DeviceNotFound, DeviceAmbiguous, or an error as DeviceLister's. One
    /// question at a time.
    void find(const DeviceIdentity &wanted, Answer answer);

private:
    void take(const std::vector<Device> &devices);
    void askNext();
    bool worthAsking(const IdentifiedDevice &device) const;

    DeviceLister m_lister;
    OptionReader m_reader;
    DeviceIdentity m_wanted;
    std::vector<IdentifiedDevice> m_listed;
    size_t m_next = 0; ///< Of m_listed, to be asked.
    Answer m_answer;
};

} // namespace sohoa
