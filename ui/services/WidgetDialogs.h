// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Dialogs.h"

#include <QPointer>
#include <QWidget>

class QFileDialog;

namespace winnow::ui {

class Settings;

/// The real questions: window-modal sheets over `parent`, native file dialogs where the desktop has them.
class WidgetDialogs final : public Dialogs {
public:
    WidgetDialogs(QWidget& parent, Settings& settings) : m_parent(&parent), m_settings(settings) { }

    void openFiles(const FileQuestion& question, QObject* context,
                   std::function<void(const QStringList&)> then) override;
    void openFile(const FileQuestion& question, QObject* context, std::function<void(const QString&)> then) override;
    void saveFile(const FileQuestion& question, QObject* context, std::function<void(const QString&)> then) override;
    void confirm(const Confirmation& question, QObject* context, std::function<void()> then,
                 std::function<void()> otherwise = {}) override;
    void askText(const TextQuestion& question, QObject* context, std::function<void(const QString&)> then) override;
    void choose(const Choice& question, QObject* context, std::function<void(int)> then) override;
    void askColour(const QString& title, const QColor& current, QObject* context,
                   std::function<void(const QColor&)> then) override;
    void inform(const QString& title, const QString& sentence) override;
    void report(const Error& error) override;

private:
    [[nodiscard]] QFileDialog* fileDialog(const FileQuestion& question);
    void rememberFolder(const QString& file);

    QPointer<QWidget> m_parent;
    Settings& m_settings;
};

} // namespace winnow::ui
