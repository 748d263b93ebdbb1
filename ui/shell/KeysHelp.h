// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Card;
class Keys;
class Segmented;
class Settings;
class Theme;

/// All keys over the window, in groups, with the preset and the switch for single letters. Esc closes; the focus goes
/// back to where it was.
class KeysHelp final : public QWidget {
    Q_OBJECT
public:
    KeysHelp(const Theme& theme, Keys& keys, Settings& settings, QWidget* over);

    void open();
    void close();
    [[nodiscard]] Segmented* preset() const { return m_preset; }
    [[nodiscard]] QCheckBox* singleKeys() const { return m_single; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildFoot();
    void fill();
    QWidget* badges(const QString& keys, QWidget* parent);
    QWidget* group(const QString& head, const QList<std::pair<QString, QString>>& rows);

    const Theme& m_theme;
    Keys& m_keys;
    Settings& m_settings;
    Card* m_card;
    QWidget* m_groups = nullptr;
    Segmented* m_preset;
    QCheckBox* m_single;
    QPushButton* m_close;
    QPointer<QWidget> m_before;
};

} // namespace winnow::ui
