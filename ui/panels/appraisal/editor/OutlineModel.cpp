// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/OutlineModel.h"

#include <QMimeData>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

const QString nodeType = QStringLiteral("application/x-winnow-instrument-part");
constexpr std::array fixedPlaces{place::about, place::lists, place::languages};

int placeOfIndex(const QModelIndex& index)
{
    return int(qintptr(index.internalId()));
}

QString titled(const QString& id, const QString& text, const QString& otherwise)
{
    return id + QStringLiteral("  ") + (text.isEmpty() ? otherwise : text.simplified());
}

} // namespace

OutlineModel::OutlineModel(DraftDesk& desk, QObject* parent) : QAbstractItemModel(parent), m_desk(desk)
{
    m_shape = shape();
    connect(&desk, &DraftDesk::changed, this, [this] {
        if (const std::vector<int> now = shape(); now != m_shape) {
            beginResetModel();
            m_shape = now;
            endResetModel();
        } else {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
        }
    });
    connect(&desk, &DraftDesk::examinedAnew, this,
            [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0)); });
}

/// Domains as negative numbers of themselves, so that a question that changes its domain is another order.
std::vector<int> OutlineModel::shape() const
{
    std::vector<int> shape;
    for (const appraisal::DraftDomain& domain : m_desk.draft().domains) {
        shape.push_back(-domain.key);
        for (const appraisal::DraftItem& item : domain.items)
            shape.push_back(item.key);
    }
    return shape;
}

QModelIndex OutlineModel::indexOf(int wanted) const
{
    const int fixed = int(fixedPlaces.size());
    for (int row = 0; row < fixed; ++row) {
        if (fixedPlaces[std::size_t(row)] == wanted)
            return index(row, 0);
    }
    const auto& domains = m_desk.draft().domains;
    for (std::size_t i = 0; i < domains.size(); ++i) {
        const QModelIndex domain = index(fixed + int(i), 0);
        if (domains[i].key == wanted)
            return domain;
        for (std::size_t j = 0; j < domains[i].items.size(); ++j) {
            if (domains[i].items[j].key == wanted)
                return index(int(j), 0, domain);
        }
    }
    return {};
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    const int fixed = int(fixedPlaces.size());
    int key = 0;
    if (parent.isValid())
        key = appraisal::findDomain(m_desk.draft(), placeOfIndex(parent))->items[std::size_t(row)].key;
    else if (row < fixed)
        key = fixedPlaces[std::size_t(row)];
    else
        key = m_desk.draft().domains[std::size_t(row - fixed)].key;
    return createIndex(row, 0, quintptr(qintptr(key)));
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const
{
    const int key = placeOfIndex(child);
    const appraisal::DraftDomain* domain = appraisal::domainAround(m_desk.draft(), key);
    if (!child.isValid() || !domain || domain->key == key)
        return {};
    const auto row = domain - m_desk.draft().domains.data();
    return createIndex(int(fixedPlaces.size()) + int(row), 0, quintptr(qintptr(domain->key)));
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(fixedPlaces.size() + m_desk.draft().domains.size());
    const appraisal::DraftDomain* domain = appraisal::findDomain(m_desk.draft(), placeOfIndex(parent));
    return domain ? int(domain->items.size()) : 0;
}

QString OutlineModel::textOf(int where) const
{
    switch (where) {
    case place::about: return tr("About the instrument");
    case place::lists: return tr("Answers and scales");
    case place::languages: return tr("Translations");
    default: break;
    }
    if (const appraisal::DraftDomain* domain = appraisal::findDomain(m_desk.draft(), where))
        return titled(domain->domain.id, domain->domain.label, tr("without a name"));
    if (const appraisal::DraftItem* item = appraisal::findItem(m_desk.draft(), where))
        return QString(3 * item->item.indent, QLatin1Char(' '))
            + titled(item->item.id, item->item.question, tr("nothing asked yet"));
    return {};
}

OutlineModel::Mark OutlineModel::markOf(int where) const
{
    Mark mark = Mark::None;
    for (const appraisal::Remark& remark : m_desk.examination().remarks) {
        if (placeOf(remark) == where)
            mark = std::max(mark, remark.fault() ? Mark::Fault : Mark::Note);
    }
    return mark;
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int where = placeOfIndex(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(where);
    case PlaceRole: return where;
    case MarkRole: return int(markOf(where));
    case Qt::AccessibleTextRole:
        return markOf(where) == Mark::Fault ? tr("%1, has a fault").arg(textOf(where)) : textOf(where);
    default: return {};
    }
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (placeOfIndex(index) > 0)
        flags |= Qt::ItemIsDragEnabled;
    if (appraisal::findDomain(m_desk.draft(), placeOfIndex(index)))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList OutlineModel::mimeTypes() const
{
    return {nodeType};
}

QMimeData* OutlineModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty() || placeOfIndex(indexes.front()) <= 0)
        return nullptr;
    auto* data = new QMimeData;
    data->setData(nodeType, QByteArray::number(placeOfIndex(indexes.front())));
    return data;
}

/// Places are counted as they stand on the screen, with what is dragged still in its old one.
OutlineModel::Target OutlineModel::targetOf(const QMimeData& data, int row, const QModelIndex& parent) const
{
    Target target{data.data(nodeType).toInt(), 0, -1};
    const appraisal::InstrumentDraft& draft = m_desk.draft();
    const int fixed = int(fixedPlaces.size());
    if (appraisal::findDomain(draft, target.key)) {
        const int from = indexOf(target.key).row();
        const int to = parent.isValid() ? parent.row() : row;
        if (to >= fixed && !(parent.isValid() && placeOfIndex(parent) < 0))
            target.at = to - fixed - (to > from && !parent.isValid() ? 1 : 0);
        return target;
    }
    const appraisal::DraftDomain* domain = appraisal::findDomain(draft, placeOfIndex(parent));
    if (!parent.isValid() || !domain || !appraisal::findItem(draft, target.key))
        return target;
    target.domain = domain->key;
    const QModelIndex from = indexOf(target.key);
    const bool same = from.parent() == parent;
    const int to = row < 0 ? int(domain->items.size()) : row;
    target.at = to - (same && to > from.row() ? 1 : 0);
    return target;
}

bool OutlineModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                                   const QModelIndex& parent) const
{
    return action == Qt::MoveAction && data && data->hasFormat(nodeType) && targetOf(*data, row, parent).at >= 0;
}

bool OutlineModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const Target target = targetOf(*data, row, parent);
    return m_desk.change(tr("Move"), target.key, [&target](appraisal::InstrumentDraft& draft) {
        return appraisal::moveTo(draft, target.key, target.domain, target.at);
    });
}

} // namespace winnow::ui
