// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/option_panel.h"

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// More positions than this and a slider cannot hit them.
constexpr double maxSliderSteps = 512;

constexpr std::array profileOptions{
    QStringView(u"source"),       QStringView(u"mode"),         QStringView(u"depth"),
    QStringView(u"resolution"),   QStringView(u"adf-mode"),     QStringView(u"duplex"),
    QStringView(u"x-resolution"), QStringView(u"y-resolution"), QStringView(u"brightness"),
    QStringView(u"contrast"),     QStringView(u"page-width"),   QStringView(u"page-height"),
    QStringView(u"tl-x"),         QStringView(u"tl-y"),         QStringView(u"br-x"),
    QStringView(u"br-y"),
};

/// Shapes the control after the option's constraint.
class Shape {
public:
    explicit Shape(OptionControl &control)
        : m_control(control)
    {
    }

    void operator()(std::monostate) const
    {
        m_control.kind =
            std::holds_alternative<QString>(m_control.value) ? ControlKind::Text : ControlKind::Number;
    }
    void operator()(const QStringList &words) const { choose(words); }
    void operator()(const std::vector<int> &list) const { choose(list); }
    void operator()(const std::vector<double> &list) const { choose(list); }
    template <class T> void operator()(const Range<T> &range) const
    {
        m_control.min = static_cast<double>(range.min);
        m_control.max = static_cast<double>(range.max);
        m_control.step = static_cast<double>(range.quant);
        m_control.limited = true;
        const double step = m_control.step > 0 ? m_control.step : std::is_same_v<T, int> ? 1 : 0;
        const bool slides = step > 0 && (m_control.max - m_control.min) / step <= maxSliderSteps;
        m_control.kind = slides ? ControlKind::Slider : ControlKind::Number;
    }

private:
    template <class List> void choose(const List &list) const
    {
        m_control.kind = ControlKind::Choice;
        m_control.choices.assign(list.begin(), list.end());
    }

    OptionControl &m_control;
};

OptionControl controlOf(const Option &option)
{
    OptionControl control;
    control.option = option.name;
    control.label = option.title.isEmpty() ? option.name : option.title;
    control.help = option.description;
    control.unit = option.unit;
    control.value = option.value;
    control.enabled = option.active();
    control.advanced = option.capabilities.advanced;
    control.automatic = option.capabilities.automatic;
    control.inProfile = std::ranges::find(profileOptions, option.name) != profileOptions.end();
    if (!option.capabilities.softSelect)
        control.kind = ControlKind::Reading;
    else if (option.type == OptionType::Button)
        control.kind = ControlKind::Action;
    else if (option.type != OptionType::String && option.length > 1)
        control.kind = ControlKind::Table;
    else if (option.type == OptionType::Bool)
        control.kind = ControlKind::Switch;
    else if (option.type == OptionType::String && option.constraint.index() == 0)
        control.kind = ControlKind::Text;
    else
        std::visit(Shape(control), option.constraint);
    return control;
}

} // namespace

std::vector<OptionSection> panelOf(const std::vector<Option> &options)
{
    std::vector<OptionSection> sections(1);
    for (const Option &option : options) {
        if (option.type == OptionType::Group)
            sections.push_back({option.title, {}});
        else if (!option.name.isEmpty())
            sections.back().controls.push_back(controlOf(option));
    }
    std::erase_if(sections, [](const OptionSection &section) { return section.controls.empty(); });
    return sections;
}

} // namespace sohoa
