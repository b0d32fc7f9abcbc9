// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/secret_bytes.h"
#include "core/workflow/station_types.h"
#include "ui/style/theme.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace sohoa::ui {

class Engine;

/// Signs chosen approved dossiers in one batch: the key and its PIN are asked for once, each dossier that fails
/// says why in its row, and what was not reached stays chosen for another try. Everything but the PIN is
/// remembered in `preferencesFile`.
class SigningDialog final : public QDialog {
    Q_OBJECT
public:
    /// `engine` must outlive the dialog.
    SigningDialog(Engine &engine, const std::vector<DossierSummary> &approved, QString preferencesFile,
                  QWidget *parent);

    /// What is chosen, as it would be signed now.
    SigningRequest request() const;
    bool isSigning() const { return m_signing; }

private:
    QWidget *makeKey();
    QWidget *makeList(const std::vector<DossierSummary> &approved);
    void restore();
    void remember() const;
    void adapt();
    void start();
    void stop();
    void dossierSigned(const DossierId &dossier);
    void ended(const SigningSummary &summary);
    void mark(const DossierId &dossier, Tone tone, const QString &remark, bool chooseAgain);
    SecretBytes takePin();
    void closeEvent(QCloseEvent *event) override;
    void reject() override;

    Engine &m_engine;
    const QString m_preferencesFile;
    QListWidget *m_list;
    QRadioButton *m_isToken;
    QRadioButton *m_isKeyFile;
    QLineEdit *m_module;
    QLineEdit *m_keyFile;
    QComboBox *m_role;
    QLineEdit *m_certificate;
    QLineEdit *m_timestamps;
    QLineEdit *m_pin;
    QLabel *m_pinLabel;
    QLabel *m_outcome;
    QProgressBar *m_progress;
    QPushButton *m_sign;
    QPushButton *m_close;
    int m_wanted = 0;
    int m_done = 0;
    bool m_signing = false;
};

} // namespace sohoa::ui
