// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/ItemPage.h"

#include "appraisal/DraftNames.h"
#include "panels/appraisal/editor/DraftLists.h"
#include "panels/appraisal/editor/DraftParts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace winnow::ui {

using appraisal::DraftItem;
using appraisal::InstrumentDraft;
using parts::ofItem;
using parts::toItem;

ItemPage::ItemPage(const Theme& theme, DraftDesk& desk, QWidget* parent) : DraftPage(theme, desk, parent)
{
    const auto key = [this] { return place(); };
    m_question = fields()->prose(
        tr("Question"), ofItem(key, [](const DraftItem& i) { return i.item.question; }),
        toItem(key, [](DraftItem& i, const QString& text) { i.item.question = text.simplified(); }), 3);
    m_id = fields()->name(
        tr("Short name"), ofItem(key, [](const DraftItem& i) { return i.item.id; }),
        [key](InstrumentDraft& draft, const QString& text) { return appraisal::renameNode(draft, key(), text); });
    fields()->prose(tr("Help"), ofItem(key, [](const DraftItem& i) { return i.item.help; }),
                    toItem(key, [](DraftItem& i, const QString& text) { i.item.help = text; }), 2);
    addAnswers();
    m_askedIf = fields()->line(tr("Asked if"), ofItem(key, [](const DraftItem& i) { return i.askedIf; }),
                               toItem(key, [](DraftItem& i, const QString& text) { i.askedIf = text; }));
    m_askedIf->setPlaceholderText(tr("always; or as in “1.1 is Y or PY”"));
    const auto steps = [](const InstrumentDraft&) {
        std::vector<DraftFields::Option> options;
        for (int i = 0; i <= 4; ++i)
            options.push_back({QString::number(i), QString::number(i)});
        return options;
    };
    fields()->choice(tr("Moved in by"), steps,
                     ofItem(key, [](const DraftItem& i) { return QString::number(i.item.indent); }),
                     toItem(key, [](DraftItem& i, const QString& text) { i.item.indent = text.toInt(); }));
    QLineEdit* variants = fields()->name(
        tr("In variants"), ofItem(key, [](const DraftItem& i) { return parts::spoken(i.item.variants); }),
        toItem(key, [](DraftItem& i, const QString& text) { i.item.variants = parts::wordsIn(text); }));
    variants->setPlaceholderText(tr("all"));
    fields()->follow(
        [this, variants] { fields()->form()->setRowVisible(variants, !this->desk().draft().head.variants.empty()); });
    addRemarks(QStringLiteral("asked_if"));
    addRemarks({});
    setFirst(m_question);
}

void ItemPage::addAnswers()
{
    const auto key = [this] { return place(); };
    const auto options = [](const InstrumentDraft& draft) {
        std::vector<DraftFields::Option> list;
        for (const appraisal::AnswerSet& set : draft.head.answerSets) {
            QStringList codes;
            for (const appraisal::Answer& answer : set.answers)
                codes << answer.code;
            list.push_back({set.id, set.id + QStringLiteral(": ") + codes.join(QStringLiteral(" · "))});
        }
        list.push_back({QString(), tr("its own answers")});
        return list;
    };
    const auto choose = [key](InstrumentDraft& draft, const QString& set) {
        DraftItem* item = appraisal::findItem(draft, key());
        if (!item || item->item.answerSet == set)
            return false;
        if (set.isEmpty()) {
            for (const appraisal::AnswerSet& one : draft.head.answerSets) {
                if (one.id == item->item.answerSet)
                    item->item.answers = one.answers;
            }
        } else {
            item->item.answers.clear();
        }
        item->item.answerSet = set;
        return true;
    };
    m_answers = fields()->choice(tr("Answers"), options,
                                 ofItem(key, [](const DraftItem& i) { return i.item.answerSet; }), choose);
    const auto answers = [key](InstrumentDraft& draft) -> std::vector<appraisal::Answer>* {
        DraftItem* item = appraisal::findItem(draft, key());
        return item ? &item->item.answers : nullptr;
    };
    const auto rename = [key](InstrumentDraft& draft, int row, const QString& code) {
        return appraisal::renameAnswer(draft, key(), std::size_t(row), code);
    };
    m_own = addTable(tr("Answers of this question"), answerColumns(), answerAccess(answers, rename));
}

void ItemPage::refresh()
{
    DraftPage::refresh();
    const DraftItem* item = appraisal::findItem(desk().draft(), place());
    if (!item)
        return;
    setHeading(tr("Question %1").arg(item->item.id));
    m_own->setVisible(item->item.answerSet.isEmpty());
}

void ItemPage::goTo(const appraisal::Remark& remark)
{
    if (remark.part != QLatin1String("asked_if"))
        return DraftPage::goTo(remark);
    m_askedIf->setFocus();
    m_askedIf->setCursorPosition(std::max(0, remark.at - 1));
}

} // namespace winnow::ui
