// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/AboutPage.h"

#include "appraisal/Usual.h"
#include "panels/appraisal/editor/DraftParts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace winnow::ui {

using appraisal::Instrument;
using appraisal::InstrumentDraft;
using parts::readHead;
using parts::writeHead;

AboutPage::AboutPage(const Theme& theme, DraftDesk& desk, QWidget* parent) : DraftPage(theme, desk, parent)
{
    setHeading(tr("About the instrument"));
    const auto line = [this](const QString& label, auto member) {
        return fields()->line(label, readHead(member), writeHead(member));
    };
    m_name = line(tr("Name"), &Instrument::name);
    m_name->setPlaceholderText(tr("as in “Our checklist for registries”"));
    m_id = line(tr("Short name"), &Instrument::id);
    m_id->setToolTip(tr("Letters, digits, points, hyphens and underscores: files and commands call it so."));
    m_version = line(tr("Version"), &Instrument::version);
    const auto units = [](const InstrumentDraft&) {
        return std::vector<DraftFields::Option>{{QStringLiteral("study"), tr("a study as a whole")},
                                                {QStringLiteral("result"), tr("one result of a study")}};
    };
    fields()->choice(
        tr("Judges"), units,
        [](const InstrumentDraft& draft) {
            return draft.head.judges == appraisal::Judges::Study ? QStringLiteral("study") : QStringLiteral("result");
        },
        [](InstrumentDraft& draft, const QString& text) {
            draft.head.judges = text == QLatin1String("study") ? appraisal::Judges::Study : appraisal::Judges::Result;
            return true;
        });
    fields()->check(
        tr("This version is a draft"),
        [](const InstrumentDraft& draft) { return draft.head.draft ? QStringLiteral("yes") : QString(); },
        [](InstrumentDraft& draft, const QString& text) {
            draft.head.draft = !text.isEmpty();
            return true;
        });
    const auto words = [this](const QString& label, auto member) {
        QLineEdit* field = fields()->name(label, readHead(member), writeHead(member));
        field->setPlaceholderText(tr("words with commas between them"));
    };
    words(tr("Made for"), &Instrument::designs);
    words(tr("With care for"), &Instrument::cautions);
    const auto prose
        = [this](const QString& label, auto member) { fields()->prose(label, readHead(member), writeHead(member), 2); };
    prose(tr("Citation"), &Instrument::citation);
    line(tr("Link of the paper"), &Instrument::link)->setPlaceholderText(QStringLiteral("https://"));
    line(tr("Link of the guidance"), &Instrument::guidance)->setPlaceholderText(QStringLiteral("https://"));
    prose(tr("Licence"), &Instrument::licence);
    prose(tr("What to know"), &Instrument::help);
    line(tr("Language"), &Instrument::language);
    line(tr("Points are called"), &Instrument::scoreLabel)->setPlaceholderText(tr("as in “Stars”"));
    line(tr("Sign of a point"), &Instrument::scoreSymbol)->setPlaceholderText(QStringLiteral("★"));
    setFirst(m_name);
    addLists();
}

void AboutPage::addLists()
{
    using appraisal::Direction;
    using appraisal::Variant;
    addHead(tr("Variants: forms of which one is chosen"));
    const auto setVariant = [](InstrumentDraft& draft, int row, int column, const QString& text) {
        Variant& one = draft.head.variants[std::size_t(row)];
        if (column == 0)
            return appraisal::renameVariant(draft, QString(one.id), text);
        (column == 1 ? one.label : one.help) = text;
        return true;
    };
    addTable(tr("Variants"), {{tr("Short name"), 110}, {tr("Label")}, {tr("What to know")}},
             listAccess<Variant>([](InstrumentDraft& draft) { return &draft.head.variants; },
                                 [](const Variant& one) {
                                     return QStringList{one.id, one.label, one.help};
                                 },
                                 setVariant,
                                 [](const std::vector<Variant>& all) {
                                     const QString id = appraisal::freeName(all, QStringLiteral("variant"));
                                     return Variant{id, id, {}};
                                 }));
    addHead(tr("Ways in which a bias can go"));
    const auto setDirection = [](InstrumentDraft& draft, int row, int column, const QString& text) {
        Direction& one = draft.head.directions[std::size_t(row)];
        if (text.isEmpty())
            return false;
        (column == 0 ? one.name : one.label) = text;
        return true;
    };
    addTable(tr("Directions"), {{tr("Name")}, {tr("Label")}},
             listAccess<Direction>([](InstrumentDraft& draft) { return &draft.head.directions; },
                                   [](const Direction& one) {
                                       return QStringList{one.name, one.label};
                                   },
                                   setDirection,
                                   [](const std::vector<Direction>& all) {
                                       const QString name = tr("Direction %1").arg(all.size() + 1);
                                       return Direction{name, name};
                                   }));
}

} // namespace winnow::ui
