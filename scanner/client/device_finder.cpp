// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/device_finder.h"

namespace sohoa {

DeviceFinder::DeviceFinder(HelperConfig config, QObject *parent)
    : QObject(parent)
    , m_lister(config)
    , m_reader(std::move(config))
{
}

void DeviceFinder::find(const DeviceIdentity &wanted, Answer answer)
{
    m_wanted = wanted;
    m_answer = std::move(answer);
    m_lister.list([this](const Result<std::vector<Device>> &devices) {
        if (devices)
            take(*devices);
        else
            m_answer(fail(devices.error()));
    });
}

void DeviceFinder::take(const std::vector<Device> &devices)
{
    m_listed.clear();
    for (const Device &device : devices)
        m_listed.push_back({device.name, identityOf(device)});
    m_next = 0;
    askNext();
}

bool DeviceFinder::worthAsking(const IdentifiedDevice &device) const
{
    return !m_wanted.serial.isEmpty() && device.identity.serial.isEmpty() && mayBe(m_wanted, device.identity);
}

void DeviceFinder::askNext()
{
    while (m_next < m_listed.size() && !worthAsking(m_listed[m_next]))
        ++m_next;
    if (m_next == m_listed.size()) {
        m_answer(recognized(m_wanted, m_listed));
        return;
    }
    // One that cannot be opened stays without a number: it may be the one, or another program's.
    m_reader.read(m_listed[m_next].name, [this](const Result<std::vector<Option>> &options) {
        if (options)
            m_listed[m_next].identity.serial = serialOf(*options);
        ++m_next;
        askNext();
    });
}

} // namespace sohoa
