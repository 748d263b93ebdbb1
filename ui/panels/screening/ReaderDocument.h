// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "panels/screening/ReaderFindings.h"
#include "services/Keys.h"
#include "services/Theme.h"

#include <QTextObjectInterface>

class QTextDocument;

namespace winnow::ui {

/// Draws the badge of a key within a line of text; the character's format holds its text.
class KeyInText final : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static constexpr int kind = QTextFormat::UserObject + 1;
    static constexpr int keyProperty = QTextFormat::UserProperty + 1;

    KeyInText(const Theme& theme, QObject* parent) : QObject(parent), m_theme(theme) { }
    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                    const QTextFormat& format) override;

private:
    const Theme& m_theme;
};

/// How a record is set for reading.
struct ReaderLook {
    const Theme& theme;
    const Keys& keys;
    bool allAuthors = false;
    bool library = false; ///< a library link is known
    qint64 number = 0; ///< its human number; 0: not shown
    const ReaderFindings* findings = nullptr; ///< null: nothing was found out
};

/// Sets a record in an empty document: notices, title, authors, journal line with links, the abstract by its sections,
/// or that there is none. Links are web addresses, `winnow:authors` (show all of them) and `winnow:ACTION` with the
/// number of a link's action.
void setRecord(QTextDocument& document, const Record& record, const ReaderLook& look);

} // namespace winnow::ui
