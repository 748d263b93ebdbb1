// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/SourceKinds.h"

#include "domain/Words.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QGridLayout>

namespace winnow::ui {

namespace {

QComboBox* kindBox(const Source& source, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(SourceKinds::tr("Kind of %1").arg(source.name));
    for (const SourceKind kind : {SourceKind::Database, SourceKind::Register, SourceKind::Website,
                                  SourceKind::Organisation, SourceKind::Citation, SourceKind::Other})
        box->addItem(words::name(kind), int(kind));
    box->setCurrentIndex(box->findData(int(source.kind)));
    return box;
}

} // namespace

SourceKinds::SourceKinds(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void SourceKinds::setSources(const std::vector<Source>& sources)
{
    if (m_rows && sources == m_sources)
        return;
    m_sources = sources;
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    layout()->addWidget(m_rows);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(m_theme.px(8));
    grid->setColumnStretch(0, 1);
    if (sources.empty()) {
        auto* none = new TextLabel(m_theme, Text::Body, tr("Sources appear here with the first import."), m_rows);
        none->setDim(true);
        grid->addWidget(none, 0, 0);
    }
    for (int row = 0; row < int(sources.size()); ++row) {
        const Source& source = sources[size_t(row)];
        QComboBox* box = kindBox(source, m_rows);
        grid->addWidget(new TextLabel(m_theme, Text::Body, source.name, m_rows), row, 0);
        grid->addWidget(box, row, 1);
        connect(box, &QComboBox::activated, this,
                [this, box, id = source.id] { Q_EMIT kindWanted(id, SourceKind(box->currentData().toInt())); });
    }
}

} // namespace winnow::ui
