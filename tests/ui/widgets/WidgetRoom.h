// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Theme.h"
#include "support/Suite.h"

#include <QApplication>
#include <QImage>
#include <QVBoxLayout>

#include <memory>

namespace winnow::test {

/// A shown window in the light theme for one widget at a time: what tests of the kit begin with.
class WidgetRoom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setScheme(ui::Scheme::Light);
        m_theme.applyTo(*qApp);
    }
    void init()
    {
        m_theme.setScheme(ui::Scheme::Light);
        m_window = std::make_unique<QWidget>();
        new QVBoxLayout(m_window.get());
    }
    void cleanup() { m_window.reset(); }

protected:
    template <class Widget> Widget* add(Widget* widget)
    {
        m_window->layout()->addWidget(widget);
        m_window->show();
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get(), winnow::test::patienceMs))
            QTest::qFail("the window did not become active", __FILE__, __LINE__);
        return widget;
    }
    /// A colour is painted at least `least` times.
    static bool shows(const QImage& image, const QColor& colour, int least)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == colour;
        }
        return count >= least;
    }

    ui::Theme m_theme;
    std::unique_ptr<QWidget> m_window;
};

} // namespace winnow::test
