// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Notice.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace winnow {
namespace {

using std::string_view;

constexpr std::array noticeTags{
    std::pair<string_view, NoticeKind>{"RetractionIn", NoticeKind::Retraction},
    std::pair<string_view, NoticeKind>{"RIN", NoticeKind::Retraction},
    std::pair<string_view, NoticeKind>{"RetractedandRepublishedIn", NoticeKind::Retraction},
    std::pair<string_view, NoticeKind>{"RRI", NoticeKind::Retraction},
    std::pair<string_view, NoticeKind>{"PartialRetractionIn", NoticeKind::Retraction},
    std::pair<string_view, NoticeKind>{"PRIN", NoticeKind::Retraction},
    std::pair<string_view, NoticeKind>{"ExpressionOfConcernIn", NoticeKind::Concern},
    std::pair<string_view, NoticeKind>{"ECI", NoticeKind::Concern},
    std::pair<string_view, NoticeKind>{"ErratumIn", NoticeKind::Correction},
    std::pair<string_view, NoticeKind>{"EIN", NoticeKind::Correction},
    std::pair<string_view, NoticeKind>{"CorrectedandRepublishedIn", NoticeKind::Correction},
    std::pair<string_view, NoticeKind>{"CRI", NoticeKind::Correction},
};

/// The first of a kind that says where stands.
class Collected {
public:
    void add(NoticeKind kind, std::string reference = {})
    {
        std::string& stands = m_by[kind];
        if (stands.empty())
            stands = std::move(reference);
    }
    [[nodiscard]] std::vector<Notice> take() const
    {
        std::vector<Notice> notices;
        for (const auto& [kind, reference] : m_by)
            notices.push_back({kind, reference});
        return notices;
    }

private:
    std::map<NoticeKind, std::string> m_by;
};

std::optional<NoticeKind> kindOfUpdate(const QString& type)
{
    if (type.contains(QLatin1String("retract")) || type == QLatin1String("withdrawal")
        || type == QLatin1String("removal"))
        return NoticeKind::Retraction;
    if (type.contains(QLatin1String("concern")))
        return NoticeKind::Concern;
    if (type.contains(QLatin1String("correct")) || type.contains(QLatin1String("corrigendum"))
        || type.contains(QLatin1String("errat")))
        return NoticeKind::Correction;
    return std::nullopt;
}

/// Crossref: [{"DOI", "type", …}] of what updates the work.
void addUpdates(Collected& notices, const std::string& json)
{
    for (const QJsonValue& value : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array()) {
        const QJsonObject update = value.toObject();
        if (const auto kind = kindOfUpdate(update[QLatin1String("type")].toString().toLower())) {
            const QString doi = update[QLatin1String("DOI")].toString();
            notices.add(*kind, doi.isEmpty() ? std::string() : "doi: " + doi.toStdString());
        }
    }
}

/// Europe PMC: {"commentCorrection": [{"type": "Retraction in", "reference"}]}; what is "of" or "for" is the other way
/// round.
void addComments(Collected& notices, const std::string& json)
{
    const QJsonObject list = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    for (const QJsonValue& value : list[QLatin1String("commentCorrection")].toArray()) {
        const QJsonObject comment = value.toObject();
        const QString type = comment[QLatin1String("type")].toString().toLower();
        const auto kind = type.endsWith(QLatin1String(" in")) ? kindOfUpdate(type) : std::nullopt;
        if (kind)
            notices.add(*kind, comment[QLatin1String("reference")].toString().toStdString());
    }
}

bool typedAsRetracted(const std::string& text)
{
    return QString::fromStdString(text).contains(QLatin1String("retracted publication"), Qt::CaseInsensitive);
}

} // namespace

std::vector<Notice> noticesOf(const Record& record)
{
    Collected notices;
    for (const auto& [tag, value] : record.extra) {
        const auto known = std::find_if(noticeTags.begin(), noticeTags.end(),
                                        [&, &name = tag](const auto& entry) { return entry.first == name; });
        if (known != noticeTags.end())
            notices.add(known->second, value);
        else if (tag == "updated-by")
            addUpdates(notices, value);
        else if (tag == "commentCorrectionList")
            addComments(notices, value);
        else if ((tag == "is_retracted" && value == "true") || (tag == "PT" && typedAsRetracted(value)))
            notices.add(NoticeKind::Retraction);
    }
    if (typedAsRetracted(record.type))
        notices.add(NoticeKind::Retraction);
    return notices.take();
}

QString words::wordOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Retraction: return QCoreApplication::translate("Words", "retracted");
    case NoticeKind::Concern: return QCoreApplication::translate("Words", "expression of concern");
    case NoticeKind::Correction: return QCoreApplication::translate("Words", "corrected");
    }
    return {};
}

QString words::idOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Retraction: return QStringLiteral("retraction");
    case NoticeKind::Concern: return QStringLiteral("concern");
    case NoticeKind::Correction: return QStringLiteral("correction");
    }
    return {};
}

} // namespace winnow
