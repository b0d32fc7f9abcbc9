// SPDX-License-Identifier: GPL-3.0-or-later
// The functions SANE's dll loader looks for in libsane-sohoa.so.1, and nothing else: they translate handles and
// keep exceptions from crossing into C. Devices: `sohoa:NAME` as configured in sohoa.conf (config.h), `sohoa:`
// alone for the first of them, and `sohoa:/absolute/path` for any stack (stack.h). A device that a scenario has
// renamed (README.md) answers to its new name only.
#include "scanner/virtual/config.h"
#include "scanner/virtual/debug_log.h"
#include "scanner/virtual/device.h"

#include <sane/sane.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <vector>

using namespace sohoa::virtual_scanner;

namespace {

constexpr int BackendBuild = 1;

/// What a listing says of one device; SANE's own structure points into it.
struct Listed {
    std::string name;
    std::string vendor;
    std::string model;
    std::string type;
};

struct Backend {
    Config config;
    std::vector<Listed> listed;
    std::vector<SANE_Device> devices;
    std::vector<const SANE_Device *> list; ///< ends with nullptr, as SANE wants it
    std::vector<std::unique_ptr<Device>> open;
};

std::unique_ptr<Backend> &backend()
{
    static std::unique_ptr<Backend> instance;
    return instance;
}

template <class Function> SANE_Status guarded(Function function) noexcept
{
    try {
        return function();
    } catch (const std::bad_alloc &) {
        return SANE_STATUS_NO_MEM;
    } catch (const std::exception &error) {
        debugLog(error.what());
        return SANE_STATUS_IO_ERROR;
    }
}

Device *deviceOf(SANE_Handle handle)
{
    return static_cast<Device *>(handle);
}

/// The scenario of a stack. One that cannot be read counts as none here: sane_open refuses the device.
FaultBench benchOf(const Config::NamedDevice &device)
{
    return FaultBench::load(scenarioBeside(device.stack)).value_or(FaultBench());
}

std::string nameOf(const Config::NamedDevice &device, const FaultBench &bench)
{
    return bench.name().empty() ? device.name : bench.name();
}

Listed listedAs(const Config::NamedDevice &device, const FaultBench &bench)
{
    const Scenario &scenario = bench.scenario();
    return {nameOf(device, bench), scenario.vendor, scenario.model, scenario.type};
}

/// The stack that a device's name stands for; nullopt: there is no such device.
std::optional<std::filesystem::path> stackOf(const Config &config, const std::string &name)
{
    if (name.starts_with('/'))
        return name;
    for (const Config::NamedDevice &device : config.devices) {
        if (name.empty() || name == nameOf(device, benchOf(device)))
            return device.stack;
    }
    return std::nullopt;
}

SANE_Status openDevice(const Config &config, const std::string &name, std::unique_ptr<Device> &device)
{
    const auto path = stackOf(config, name);
    auto bench = path ? FaultBench::load(scenarioBeside(*path)) : std::nullopt;
    if (!bench || !bench->isPresent())
        return SANE_STATUS_INVAL;
    if (const Rule *stop = bench->openingStop(); stop && stop->fault == Fault::Crash)
        std::abort();
    else if (stop && stop->fault == Fault::Hang)
        hang();
    else if (stop && stop->fault == Fault::Gone)
        return SANE_STATUS_INVAL;
    else if (stop)
        return statusOf(stop->fault);
    auto stack = Stack::load(*path);
    if (!stack && name.starts_with('/'))
        return SANE_STATUS_INVAL;
    // A configured device exists even when its paper is not there yet: the option `stack` can bring it.
    if (!stack)
        debugLog("the stack of this device is missing or unreadable: the feeder is empty");
    device = std::make_unique<Device>(stack ? std::move(*stack) : Stack(), path->string(), config.pagesPerMinute,
                                      std::move(*bench));
    return SANE_STATUS_GOOD;
}

} // namespace

#define SOHOA_EXPORT extern "C" __attribute__((visibility("default")))

SOHOA_EXPORT SANE_Status sane_sohoa_init(SANE_Int *version, SANE_Auth_Callback)
{
    return guarded([version] {
        if (version)
            *version = SANE_VERSION_CODE(SANE_CURRENT_MAJOR, SANE_CURRENT_MINOR, BackendBuild);
        backend() = std::make_unique<Backend>();
        backend()->config = readConfig();
        return SANE_STATUS_GOOD;
    });
}

SOHOA_EXPORT void sane_sohoa_exit()
{
    backend().reset();
}

SOHOA_EXPORT SANE_Status sane_sohoa_get_devices(const SANE_Device ***list, SANE_Bool)
{
    return guarded([list] {
        if (!backend() || !list)
            return SANE_STATUS_INVAL;
        Backend &state = *backend();
        state.listed.clear();
        state.devices.clear();
        state.list.clear();
        for (const Config::NamedDevice &device : state.config.devices) {
            FaultBench bench = benchOf(device);
            if (bench.isPresent())
                state.listed.push_back(listedAs(device, bench));
        }
        for (const Listed &device : state.listed)
            state.devices.push_back(
                {device.name.c_str(), device.vendor.c_str(), device.model.c_str(), device.type.c_str()});
        for (const SANE_Device &device : state.devices)
            state.list.push_back(&device);
        state.list.push_back(nullptr);
        *list = state.list.data();
        return SANE_STATUS_GOOD;
    });
}

SOHOA_EXPORT SANE_Status sane_sohoa_open(SANE_String_Const name, SANE_Handle *handle)
{
    return guarded([name, handle] {
        if (!backend() || !handle)
            return SANE_STATUS_INVAL;
        std::unique_ptr<Device> device;
        const SANE_Status status = openDevice(backend()->config, name ? name : "", device);
        if (status != SANE_STATUS_GOOD)
            return status;
        *handle = device.get();
        backend()->open.push_back(std::move(device));
        return SANE_STATUS_GOOD;
    });
}

SOHOA_EXPORT void sane_sohoa_close(SANE_Handle handle)
{
    if (backend())
        std::erase_if(backend()->open, [handle](const auto &device) { return device.get() == handle; });
}

SOHOA_EXPORT const SANE_Option_Descriptor *sane_sohoa_get_option_descriptor(SANE_Handle handle, SANE_Int option)
{
    return handle ? deviceOf(handle)->options().descriptor(option) : nullptr;
}

SOHOA_EXPORT SANE_Status sane_sohoa_control_option(SANE_Handle handle, SANE_Int option, SANE_Action action,
                                                   void *value, SANE_Int *info)
{
    return guarded([=] {
        SANE_Int changes = 0;
        SANE_Status status = SANE_STATUS_INVAL;
        if (handle && action == SANE_ACTION_GET_VALUE)
            status = deviceOf(handle)->getOption(option, value);
        else if (handle && action == SANE_ACTION_SET_VALUE)
            status = deviceOf(handle)->setOption(option, value, changes);
        if (info)
            *info = changes;
        return status;
    });
}

SOHOA_EXPORT SANE_Status sane_sohoa_get_parameters(SANE_Handle handle, SANE_Parameters *parameters)
{
    return guarded([=] {
        if (!handle || !parameters)
            return SANE_STATUS_INVAL;
        *parameters = deviceOf(handle)->parameters();
        return SANE_STATUS_GOOD;
    });
}

SOHOA_EXPORT SANE_Status sane_sohoa_start(SANE_Handle handle)
{
    return guarded([handle] { return handle ? deviceOf(handle)->start() : SANE_STATUS_INVAL; });
}

SOHOA_EXPORT SANE_Status sane_sohoa_read(SANE_Handle handle, SANE_Byte *data, SANE_Int maxLength, SANE_Int *length)
{
    return guarded([=] {
        if (!handle || !length)
            return SANE_STATUS_INVAL;
        return deviceOf(handle)->read(data, maxLength, *length);
    });
}

SOHOA_EXPORT void sane_sohoa_cancel(SANE_Handle handle)
{
    if (handle)
        deviceOf(handle)->cancel();
}

SOHOA_EXPORT SANE_Status sane_sohoa_set_io_mode(SANE_Handle, SANE_Bool nonBlocking)
{
    return nonBlocking ? SANE_STATUS_UNSUPPORTED : SANE_STATUS_GOOD;
}

SOHOA_EXPORT SANE_Status sane_sohoa_get_select_fd(SANE_Handle, SANE_Int *)
{
    return SANE_STATUS_UNSUPPORTED;
}
