// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace winnow::ui {

/// Listens to what the desktop says about dark and high contrast (org.freedesktop.appearance of the settings portal).
/// Never waits: without a portal it stays silent, and the theme keeps to the palette it found.
class SystemAppearance final : public QObject {
    Q_OBJECT
public:
    explicit SystemAppearance(QObject* parent = nullptr);
    /// Asks, and listens from then on.
    void start();

Q_SIGNALS:
    void appearance(bool dark, bool highContrast);

private Q_SLOTS:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& key);
    void take(const QString& key, uint value);

    bool m_dark = false;
    bool m_highContrast = false;
};

} // namespace winnow::ui
