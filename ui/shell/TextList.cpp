// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TextList.h"

namespace winnow::ui {

QStringList textsOf(const OrderedList& list)
{
    QStringList texts;
    for (const OrderedList::Row& row : list.rows())
        texts << row.text;
    return texts;
}

void setTexts(OrderedList& list, const QStringList& texts, bool digits)
{
    std::vector<OrderedList::Row> rows;
    for (const QString& text : texts)
        rows.push_back({text, digits && rows.size() < 9 ? int(rows.size()) + 1 : 0});
    list.setRows(rows);
}

void keepTexts(OrderedList& list, bool digits)
{
    QObject::connect(&list, &OrderedList::addWanted, &list,
                     [made = &list, digits](const QString& text) { setTexts(*made, textsOf(*made) << text, digits); });
    QObject::connect(&list, &OrderedList::renameWanted, &list, [made = &list, digits](int row, const QString& text) {
        QStringList texts = textsOf(*made);
        texts[row] = text;
        setTexts(*made, texts, digits);
    });
    QObject::connect(&list, &OrderedList::moveWanted, &list, [made = &list, digits](int row, int to) {
        QStringList texts = textsOf(*made);
        texts.move(row, to);
        setTexts(*made, texts, digits);
    });
    QObject::connect(&list, &OrderedList::removeWanted, &list, [made = &list, digits](int row) {
        QStringList texts = textsOf(*made);
        texts.removeAt(row);
        setTexts(*made, texts, digits);
    });
}

} // namespace winnow::ui
