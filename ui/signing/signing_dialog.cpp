// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/signing_dialog.h"

#include "ui/engine/engine.h"
#include "ui/errors/sentences.h"
#include "ui/models/dossier_list_model.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int titleRole = Qt::UserRole + 1;

QWidget *fileLine(QLineEdit *edit, const QString &title)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit);
    auto *browse = makeIconButton(u"document-open-folder"_s, title);
    layout->addWidget(browse);
    QObject::connect(browse, &QToolButton::clicked, edit, [edit, title] {
        auto *dialog = new QFileDialog(edit->window(), title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return line;
}

} // namespace

SigningDialog::SigningDialog(Engine &engine, const std::vector<DossierSummary> &approved, QString preferencesFile,
                             QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_preferencesFile(std::move(preferencesFile))
    , m_list(new QListWidget)
    , m_isToken(new QRadioButton(tr("A &token")))
    , m_isKeyFile(new QRadioButton(tr("A &key file (PKCS#12)")))
    , m_module(new QLineEdit)
    , m_keyFile(new QLineEdit)
    , m_role(new QComboBox)
    , m_certificate(new QLineEdit)
    , m_timestamps(new QLineEdit)
    , m_pin(new QLineEdit)
    , m_pinLabel(new QLabel)
    , m_outcome(makeLabel({}, "dim"))
    , m_progress(new QProgressBar)
    , m_sign(new QPushButton)
    , m_close(new QPushButton(tr("Close")))
{
    setWindowTitle(tr("Sign approved dossiers"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeList(approved), 1);
    layout->addWidget(makeKey());
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName(u"signingOutcome"_s);
    m_outcome->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_outcome->setMinimumHeight(3 * fontMetrics().lineSpacing()); // so that the longest sentence moves nothing
    layout->addWidget(m_outcome);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Signed"));
    m_progress->hide();
    layout->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    m_sign->setObjectName(u"sign"_s);
    m_sign->setDefault(true);
    setRole(m_sign, "primary");
    buttons->addWidget(m_close);
    buttons->addWidget(m_sign);
    layout->addLayout(buttons);

    connect(m_sign, &QPushButton::clicked, this, [this] { m_signing ? stop() : start(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&engine, &Engine::dossierSigned, this, &SigningDialog::dossierSigned);
    connect(&engine, &Engine::signingEnded, this, &SigningDialog::ended);
    restore();
    adapt();
    m_pin->setFocus();
    resize(560, 600);
}

QWidget *SigningDialog::makeList(const std::vector<DossierSummary> &approved)
{
    m_list->setObjectName(u"signingDossiers"_s);
    m_list->setAccessibleName(tr("Approved dossiers"));
    m_list->setWordWrap(true);
    for (const DossierSummary &dossier : approved) {
        const QString title = dossierTitle(dossier);
        auto *item = new QListWidgetItem(title, m_list);
        item->setData(idRole, dossier.id.toString());
        item->setData(titleRole, title);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    connect(m_list, &QListWidget::itemChanged, this, &SigningDialog::adapt);
    return m_list;
}

QWidget *SigningDialog::makeKey()
{
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *kind = new QHBoxLayout;
    kind->addWidget(m_isToken);
    kind->addWidget(m_isKeyFile);
    kind->addStretch();
    form->addRow(tr("Sign with"), kind);
    auto *module = fileLine(m_module, tr("Choose the program of the token"));
    auto *keyFile = fileLine(m_keyFile, tr("Choose the key file"));
    form->addRow(tr("&Program of the token"), module);
    form->addRow(tr("Key &file"), keyFile);
    m_role->addItem(tr("Officer who digitized it"), QVariant::fromValue(int(SignatureRole::Officer)));
    m_role->addItem(tr("Agency (stands for the stamp)"), QVariant::fromValue(int(SignatureRole::Agency)));
    form->addRow(tr("Sign &as"), m_role);
    form->addRow(tr("&Certificate"), m_certificate);
    m_certificate->setPlaceholderText(tr("serial number; only when there are several"));
    form->addRow(tr("T&imestamp service"), m_timestamps);
    m_timestamps->setPlaceholderText(tr("none; otherwise an address with https://"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_pin->setMaxLength(static_cast<int>(SecretBytes::capacity) / 4);
    m_pin->setObjectName(u"pin"_s);
    m_module->setObjectName(u"module"_s);
    m_keyFile->setObjectName(u"keyFile"_s);
    m_isKeyFile->setObjectName(u"isKeyFile"_s);
    form->addRow(m_pinLabel, m_pin);
    m_pinLabel->setBuddy(m_pin);
    for (auto [line, edit] : {std::pair{module, m_module}, {keyFile, m_keyFile}})
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(line)))
            label->setBuddy(edit);
    connect(m_isKeyFile, &QRadioButton::toggled, this, [this, form, module, keyFile](bool isFile) {
        form->setRowVisible(module, !isFile);
        form->setRowVisible(keyFile, isFile);
        m_pinLabel->setText(isFile ? tr("Pass&word") : tr("PI&N"));
        m_pin->clear();
        adapt();
    });
    for (QLineEdit *edit : {m_module, m_keyFile, m_pin})
        connect(edit, &QLineEdit::textChanged, this, &SigningDialog::adapt);
    form->setRowVisible(keyFile, false);
    m_pinLabel->setText(tr("PI&N"));
    m_isToken->setChecked(true);
    return box;
}

void SigningDialog::restore()
{
    QSettings settings(m_preferencesFile, QSettings::IniFormat);
    settings.beginGroup(u"signing"_s);
    m_module->setText(settings.value(u"module"_s).toString());
    m_keyFile->setText(settings.value(u"keyFile"_s).toString());
    m_certificate->setText(settings.value(u"certificate"_s).toString());
    m_timestamps->setText(settings.value(u"timestamps"_s).toString());
    m_role->setCurrentIndex(settings.value(u"role"_s).toString() == u"agency" ? 1 : 0);
    m_isKeyFile->setChecked(settings.value(u"withKeyFile"_s).toBool());
}

void SigningDialog::remember() const
{
    QSettings settings(m_preferencesFile, QSettings::IniFormat);
    settings.beginGroup(u"signing"_s);
    settings.setValue(u"module"_s, m_module->text().trimmed());
    settings.setValue(u"keyFile"_s, m_keyFile->text().trimmed());
    settings.setValue(u"certificate"_s, m_certificate->text().trimmed());
    settings.setValue(u"timestamps"_s, m_timestamps->text().trimmed());
    settings.setValue(u"role"_s, m_role->currentIndex() == 1 ? u"agency"_s : u"officer"_s);
    settings.setValue(u"withKeyFile"_s, m_isKeyFile->isChecked());
}

SigningRequest SigningDialog::request() const
{
    SigningRequest request;
    for (int row = 0; row < m_list->count(); ++row)
        if (const QListWidgetItem *item = m_list->item(row); item->checkState() == Qt::Checked)
            if (const auto id = DossierId::fromString(item->data(idRole).toString()))
                request.dossiers.push_back(*id);
    if (m_isKeyFile->isChecked())
        request.key.keyFile = m_keyFile->text().trimmed();
    else
        request.key.module = m_module->text().trimmed();
    request.key.certificate = m_certificate->text().trimmed();
    request.role = static_cast<SignatureRole>(m_role->currentData().toInt());
    request.timestampUrl = m_timestamps->text().trimmed();
    return request;
}

void SigningDialog::adapt()
{
    const SigningRequest wanted = request();
    const int count = static_cast<int>(wanted.dossiers.size());
    const bool hasKey = !wanted.key.keyFile.isEmpty() || !wanted.key.module.isEmpty();
    m_sign->setText(m_signing ? tr("Stop after this one") : tr("&Sign %n dossier(s)", nullptr, count));
    m_sign->setEnabled(m_signing || (count > 0 && hasKey && !m_pin->text().isEmpty()));
    m_close->setEnabled(!m_signing);
    m_list->setEnabled(!m_signing);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_isToken, m_isKeyFile, m_module, m_keyFile, m_role,
                                                            m_certificate, m_timestamps, m_pin})
        widget->setEnabled(!m_signing);
    m_progress->setVisible(m_signing);
}

SecretBytes SigningDialog::takePin()
{
    SecretBytes pin;
    QByteArray bytes = m_pin->text().toUtf8();
    pin.append({bytes.constData(), static_cast<size_t>(bytes.size())});
    bytes.fill('\0');
    m_pin->clear();
    return pin;
}

void SigningDialog::start()
{
    const SigningRequest wanted = request();
    remember();
    m_wanted = static_cast<int>(wanted.dossiers.size());
    m_done = 0;
    m_signing = true;
    m_progress->setRange(0, m_wanted);
    m_progress->setValue(0);
    m_outcome->setText(tr("The key is being opened…"));
    SecretBytes pin = takePin();
    adapt();
    m_engine.ask(
        this,
        [wanted, pin = std::move(pin)](Station &station) mutable {
            return station.startSigning(wanted, std::move(pin));
        },
        [this](const Result<void> &started) {
            if (started)
                return;
            m_signing = false;
            m_outcome->setText(sentence(started.error()));
            adapt();
        });
}

void SigningDialog::stop()
{
    m_engine.ask(
        this,
        [](Station &station) -> Result<void> {
            station.cancelSigning();
            return {};
        },
        [](const Result<void> &) {});
}

void SigningDialog::mark(const DossierId &dossier, Tone tone, const QString &remark, bool chooseAgain)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (item->data(idRole).toString() != dossier.toString())
            continue;
        item->setIcon(icon(toneIconName(tone), toneColor(tone, palette())));
        item->setText(item->data(titleRole).toString() + u'\n' + remark);
        item->setCheckState(chooseAgain ? Qt::Checked : Qt::Unchecked);
        m_list->scrollToItem(item);
    }
}

void SigningDialog::dossierSigned(const DossierId &dossier)
{
    if (!m_signing)
        return;
    mark(dossier, Tone::Ok, tr("signed"), false);
    m_progress->setValue(++m_done);
    m_outcome->setText(tr("Signed %1 of %2").arg(m_done).arg(m_wanted));
}

void SigningDialog::ended(const SigningSummary &summary)
{
    if (!m_signing)
        return;
    m_signing = false;
    for (const DossierId &dossier : summary.signedBefore)
        mark(dossier, Tone::Ok, tr("was signed already"), false);
    for (const SigningFailure &failure : summary.failures)
        mark(failure.dossier, Tone::Block, sentence(failure.error), true);
    for (const DossierId &dossier : summary.left)
        mark(dossier, Tone::Neutral, tr("not signed yet"), true);
    const auto made = static_cast<int>(summary.signedDossiers.size());
    m_outcome->setText(summary.error ? sentence(*summary.error) : tr("%n dossier(s) signed.", nullptr, made));
    adapt();
    m_pin->setFocus();
}

void SigningDialog::reject()
{
    if (!m_signing)
        QDialog::reject();
}

void SigningDialog::closeEvent(QCloseEvent *event)
{
    // The clerk must see how a batch ends: it can be stopped, not left.
    if (m_signing)
        event->ignore();
    else
        QDialog::closeEvent(event);
}

} // namespace sohoa::ui
