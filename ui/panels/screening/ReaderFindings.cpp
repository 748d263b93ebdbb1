// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ReaderFindings.h"

#include <QCoreApplication>

namespace winnow::ui {

ReaderFindings findingsOf(const std::vector<RecordNotice>& notices, const std::vector<EntityMention>& entities,
                          const std::optional<FreeText>& free)
{
    ReaderFindings findings;
    if (free)
        findings.freePlace = free->place.url.isEmpty() ? free->place.pdf : free->place.url;
    for (const RecordNotice& notice : notices)
        findings.notices.push_back({noticeSentence(notice), notice.kind != NoticeKind::Correction});
    for (const EntityMention& mention : entities) {
        const auto number = qint64(findings.tips.size());
        findings.tips.push_back(
            QCoreApplication::translate("Reader", "%1 (%2)", "entity (its identifier)")
                .arg(QString::fromStdString(mention.entity.name), QString::fromStdString(mention.entity.id)));
        for (const std::string& word : mention.words)
            findings.marks.learn(word, number);
    }
    return findings;
}

std::vector<MarkedStretch> markedText(const QString& text, const ReaderFindings& findings)
{
    std::vector<MarkedStretch> pieces;
    const std::string bytes = text.toStdString();
    const auto piece = [&](std::size_t from, std::size_t to, const QString& tip) {
        if (to > from)
            pieces.push_back({QString::fromUtf8(bytes.data() + from, qsizetype(to - from)), tip});
    };
    std::size_t at = 0;
    for (const NamedStretch& stretch : findings.marks.in(bytes)) {
        piece(at, stretch.from, {});
        piece(stretch.from, stretch.from + stretch.length, findings.tips[std::size_t(stretch.what)]);
        at = stretch.from + stretch.length;
    }
    piece(at, bytes.size(), {});
    return pieces;
}

} // namespace winnow::ui
