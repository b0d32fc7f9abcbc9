// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/device_lister.h"
#include "scanner/client/option_reader.h"
#include "tests/integration/scanner/scanner_rig.h"

using namespace sohoa;
using namespace sohoa::test;

namespace {

template <class T> Result<T> wait(const std::optional<Result<T>> &answer)
{
    if (!waitUntil([&answer] { return answer.has_value(); }))
        return fail(ErrorCode::Internal, u"no answer"_s);
    return *answer;
}

Result<std::vector<Device>> listed(const HelperConfig &config)
{
    DeviceLister lister(config);
    std::optional<Result<std::vector<Device>>> answer;
    lister.list([&answer](Result<std::vector<Device>> devices) { answer = std::move(devices); });
    CHECK_FALSE(answer); // never from within
    return wait(answer);
}

Result<std::vector<Option>> optionsOf(const HelperConfig &config, const QString &device)
{
    OptionReader reader(config);
    std::optional<Result<std::vector<Option>>> answer;
    reader.read(device, [&answer](Result<std::vector<Option>> options) { answer = std::move(options); });
    return wait(answer);
}

} // namespace

TEST_CASE("Scanners are listed by a fresh helper each time", "[scanner]")
{
    ScannerRig rig;
    const auto devices = listed(rig.config());
    REQUIRE_OK(devices);
    REQUIRE(devices->size() == 2);
    CHECK(devices->front() == Device{u"test:0"_s, u"Noname"_s, u"frontend-tester"_s, u"virtual device"_s});

    DeviceLister lister(rig.config());
    std::vector<std::optional<ErrorCode>> answers;
    const auto note = [&answers](const Result<std::vector<Device>> &found) {
        answers.push_back(found ? std::nullopt : std::optional(found.error().code));
    };
    lister.list(note);
    lister.list(note); // takes the place of the first
    REQUIRE(waitUntil([&answers] { return answers.size() == 2; }));
    CHECK(answers[0] == ErrorCode::Cancelled);
    CHECK_FALSE(answers[1]);
    lister.list([&](const Result<std::vector<Device>> &found) {
        note(found);
        lister.list(note); // asked again from within the answer
    });
    REQUIRE(waitUntil([&answers] { return answers.size() == 4; }));
    CHECK_FALSE(answers[3]);
}

TEST_CASE("Options of every kind are read", "[scanner]")
{
    ScannerRig rig;
    const auto options = optionsOf(rig.config(), u"test:0"_s);
    REQUIRE_OK(options);
    const auto at = [&options](QStringView name) {
        const Option *option = findOption(*options, name);
        INFO(name.toString().toStdString());
        REQUIRE(option != nullptr);
        return *option;
    };
    CHECK(at(u"mode").value == OptionValue(u"Gray"_s));
    CHECK(at(u"mode").constraint == OptionConstraint(QStringList{u"Gray"_s, u"Color"_s}));
    CHECK(at(u"mode").settable());
    CHECK(at(u"resolution").value == OptionValue(72.0));
    CHECK(at(u"resolution").unit == OptionUnit::DotsPerInch);
    CHECK(at(u"resolution").constraint == OptionConstraint(Range<double>{1, 1200, 1}));
    CHECK(at(u"br-x").constraint == OptionConstraint(Range<double>{0, 60, 1}));
    CHECK(at(u"depth").constraint == OptionConstraint(std::vector<int>{1, 8, 16}));
    CHECK(at(u"hand-scanner").value == OptionValue(false));
    CHECK_FALSE(at(u"three-pass").active());
    CHECK(at(u"bool-hard-select").capabilities.hardSelect);
    CHECK(at(u"int-constraint-range").constraint == OptionConstraint(Range<int>{4, 192, 2}));
    CHECK(at(u"fixed-constraint-word-list").type == OptionType::Fixed);
    CHECK(std::get<std::vector<double>>(at(u"fixed-constraint-word-list").constraint).at(1) ==
          Approx(12.1).margin(1e-4));
    CHECK(at(u"int-constraint-array").length == 6);
    CHECK(at(u"string").type == OptionType::String);
    CHECK(at(u"button").type == OptionType::Button);
    CHECK(std::get<std::vector<int>>(at(u"red-gamma-table").value).size() == 256);
    CHECK(std::ranges::count(*options, OptionType::Group, &Option::type) >= 5);
}

TEST_CASE("A device that is not there is told from a helper that is not", "[scanner]")
{
    ScannerRig rig;
    CHECK(optionsOf(rig.config(), u"test:99"_s).error().code == ErrorCode::DeviceNotFound);
    CHECK(optionsOf(rig.config(), u"nobackend:/thư mục/a:b"_s).error().code == ErrorCode::DeviceNotFound);
    HelperConfig config = rig.config();
    config.helperProgram = rig.path(u"không có"_s);
    const auto missing = listed(config);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::HelperMissing);
    CHECK(missing.error().args.value(u"program"_s) == config.helperProgram);
}

TEST_CASE("A helper that does not answer a question is given up", "[scanner]")
{
    ScannerRig rig;
    HelperConfig config = rig.scripted("exec sleep 30\n");
    config.listLimit = std::chrono::milliseconds(200);
    CHECK(listed(config).error().code == ErrorCode::HelperHung);
    CHECK(listed(rig.scripted("kill -SEGV $$\n")).error().code == ErrorCode::HelperCrashed);
    CHECK(listed(rig.scripted("exec cat\n")).error().code == ErrorCode::HelperProtocol);
    const QByteArray other =
        encode(scan::Event(scan::Hello{})).value() + encode(scan::Event(scan::ScanEnded{})).value();
    CHECK(listed(rig.saying(other)).error().code == ErrorCode::HelperProtocol);
}
