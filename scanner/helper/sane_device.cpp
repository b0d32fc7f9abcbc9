// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/sane_device.h"

#include "scanner/helper/option_descriptor.h"
#include "scanner/helper/sane_status.h"

namespace sohoa::scan {

using namespace Qt::StringLiterals;

namespace {

/// More options or bytes than any device has: a driver's number beyond them is garbage.
constexpr int maxOptions = 4096;
constexpr SANE_Int maxValueBytes = 256 * 1024;
/// Some drivers write a longer word than the size they announce.
constexpr size_t spareBytes = 256;

/// The value as the bytes that sane_control_option takes.
QByteArray driverValue(const Option &option, const OptionValue &value)
{
    std::vector<SANE_Word> words;
    if (const auto *flag = std::get_if<bool>(&value))
        words.push_back(*flag ? SANE_TRUE : SANE_FALSE);
    else if (const auto *whole = std::get_if<int>(&value))
        words.push_back(*whole);
    else if (const auto *real = std::get_if<double>(&value))
        words.push_back(toFixed(*real));
    else if (const auto *wholes = std::get_if<std::vector<int>>(&value))
        words = *wholes;
    else if (const auto *reals = std::get_if<std::vector<double>>(&value))
        std::ranges::transform(*reals, std::back_inserter(words), toFixed);
    else if (const auto *word = std::get_if<QString>(&value))
        return word->toUtf8().leftJustified(option.length, '\0') + QByteArray(spareBytes, '\0');
    else
        words.push_back(0);
    return {reinterpret_cast<const char *>(words.data()),
            static_cast<qsizetype>(words.size() * sizeof(SANE_Word))};
}

} // namespace

Result<std::unique_ptr<SaneDevice>> SaneDevice::open(const QString &name, CancelGate &gate)
{
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_open(name.toUtf8().constData(), &handle);
    if (status == SANE_STATUS_INVAL || (status == SANE_STATUS_GOOD && !handle))
        return fail(ErrorCode::DeviceNotFound, saneError("sane_open", status).detail);
    if (status != SANE_STATUS_GOOD)
        return fail(saneError("sane_open", status));
    return std::unique_ptr<SaneDevice>(new SaneDevice(handle, gate));
}

SaneDevice::~SaneDevice()
{
    if (m_started)
        m_gate.finish(m_handle);
    sane_close(m_handle);
}

Result<std::vector<Option>> SaneDevice::read()
{
    SANE_Int count = 0;
    const SANE_Status status = sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr);
    if (status != SANE_STATUS_GOOD)
        return fail(saneError("sane_control_option", status));
    std::vector<Option> options;
    for (SANE_Int index = 1; index < std::min(count, maxOptions); ++index) {
        const SANE_Option_Descriptor *descriptor = sane_get_option_descriptor(m_handle, index);
        if (!descriptor)
            continue;
        Option option = optionFrom(*descriptor, index);
        option.value = readValue(option, descriptor->size);
        options.push_back(std::move(option));
    }
    return options;
}

OptionValue SaneDevice::readValue(const Option &option, SANE_Int bytes)
{
    const bool valued = option.type != OptionType::Button && option.type != OptionType::Group;
    if (!valued || !option.active() || !option.capabilities.softDetect || bytes < 0 || bytes > maxValueBytes)
        return {};
    std::vector<SANE_Word> words((static_cast<size_t>(bytes) + spareBytes) / sizeof(SANE_Word) + 1);
    if (sane_control_option(m_handle, option.index, SANE_ACTION_GET_VALUE, words.data(), nullptr) !=
        SANE_STATUS_GOOD)
        return {};
    words.back() = 0;
    if (option.type == OptionType::String)
        return driverText(reinterpret_cast<const char *>(words.data()));
    words.resize(static_cast<size_t>(option.length));
    if (option.length == 1) {
        switch (option.type) {
        case OptionType::Bool:
            return words.front() != SANE_FALSE;
        case OptionType::Fixed:
            return fromFixed(words.front());
        default:
            return words.front();
        }
    }
    if (option.type != OptionType::Fixed)
        return words;
    std::vector<double> reals;
    std::ranges::transform(words, std::back_inserter(reals), fromFixed);
    return reals;
}

Result<OptionAccess::Outcome> SaneDevice::set(const Option &option, const OptionValue &value)
{
    QByteArray bytes = driverValue(option, value);
    SANE_Int info = 0;
    const SANE_Status status =
        sane_control_option(m_handle, option.index, SANE_ACTION_SET_VALUE, bytes.data(), &info);
    if (status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED)
        return fail(ErrorCode::OptionRefused, saneError("sane_control_option", status).detail,
                    {{u"option"_s, option.name}, {u"value"_s, toText(value)}});
    if (status != SANE_STATUS_GOOD)
        return fail(saneError("sane_control_option", status));
    Outcome outcome{(info & SANE_INFO_RELOAD_OPTIONS) != 0, value};
    const SANE_Option_Descriptor *descriptor =
        (info & SANE_INFO_INEXACT) != 0 ? sane_get_option_descriptor(m_handle, option.index) : nullptr;
    if (descriptor)
        outcome.got = readValue(option, descriptor->size);
    return outcome;
}

SANE_Status SaneDevice::start()
{
    if (!m_gate.enter(m_handle))
        return SANE_STATUS_CANCELLED;
    m_started = true;
    return sane_start(m_handle);
}

SANE_Status SaneDevice::parameters(SANE_Parameters &parameters)
{
    return sane_get_parameters(m_handle, &parameters);
}

SANE_Status SaneDevice::readBytes(char *bytes, int capacity, int &count)
{
    count = 0;
    return sane_read(m_handle, reinterpret_cast<SANE_Byte *>(bytes), capacity, &count);
}

} // namespace sohoa::scan
