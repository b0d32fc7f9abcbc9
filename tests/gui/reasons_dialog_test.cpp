// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/dialogs/reasons_dialog.h"
#include "ui/dialogs/target_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

using namespace sohoa;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

Finding warning(const QString &rule)
{
    Finding finding;
    finding.rule = rule;
    return finding;
}

QPushButton *acceptButton(QDialog &dialog)
{
    auto *box = dialog.findChild<QDialogButtonBox *>();
    for (auto *button : box->buttons())
        if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
            return qobject_cast<QPushButton *>(button);
    return nullptr;
}

} // namespace

TEST_CASE("Approving waits for a reason for every rule, and asks once a rule", "[ui][dialogs]")
{
    ReasonsDialog dialog({warning(u"ACC-32"_s), warning(u"CLEAN-21"_s), warning(u"ACC-32"_s)}, nullptr);
    const auto reasons = dialog.findChildren<QComboBox *>();
    REQUIRE(reasons.size() == 2);
    auto *approve = acceptButton(dialog);
    REQUIRE(approve);
    CHECK_FALSE(approve->isEnabled());
    reasons[0]->setEditText(u"Đã đối chiếu"_s);
    CHECK_FALSE(approve->isEnabled());
    reasons[1]->setEditText(u"   "_s);
    CHECK_FALSE(approve->isEnabled());
    reasons[1]->setEditText(u"Bản giấy mờ"_s);
    CHECK(approve->isEnabled());
    CHECK(dialog.reasons() ==
          QMap<QString, QString>{{u"ACC-32"_s, u"Đã đối chiếu"_s}, {u"CLEAN-21"_s, u"Bản giấy mờ"_s}});
}

TEST_CASE("A target is a folder or an address", "[ui][dialogs]")
{
    TargetDialog dialog(nullptr);
    auto *add = acceptButton(dialog);
    REQUIRE(add);
    CHECK_FALSE(add->isEnabled());
    const auto edits = dialog.findChildren<QLineEdit *>();
    REQUIRE(edits.size() >= 3);
    edits[0]->setText(u"kho-tinh"_s);
    edits[1]->setText(u"/media/usb kho"_s);
    CHECK(add->isEnabled());
    CHECK(dialog.target().url == u"folder:/media/usb kho"_s);
}
