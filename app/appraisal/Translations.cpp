// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Instrument.h"

#include <algorithm>

namespace winnow::appraisal {
namespace {

/// Goes through every text that people read, in one order, with the key it is translated by. One walk serves reading
/// the keys and putting the translations in, so that the two cannot part.
template <class Instrument, class Visit> class Walk {
public:
    Walk(Instrument& instrument, const Visit& visit) : m_instrument(instrument), m_visit(visit) { }

    void all()
    {
        m_visit(QStringLiteral("name"), m_instrument.name);
        m_visit(QStringLiteral("help"), m_instrument.help);
        m_visit(QStringLiteral("score"), m_instrument.scoreLabel);
        for (auto& variant : m_instrument.variants)
            labelled(QLatin1String("variant ") + variant.id, variant.label, variant.help);
        for (auto& scale : m_instrument.scales) {
            for (auto& level : scale.levels)
                m_visit(QLatin1String("level ") + scale.id + QLatin1Char(' ') + level.name, level.label);
        }
        for (auto& direction : m_instrument.directions)
            m_visit(QLatin1String("direction ") + direction.name, direction.label);
        for (auto& set : m_instrument.answerSets)
            answers(set.id, set.answers);
        for (auto& domain : m_instrument.domains)
            one(domain);
    }

private:
    void labelled(const QString& key, auto& label, auto& help)
    {
        m_visit(key, label);
        m_visit(key + QLatin1String(" help"), help);
    }

    void answers(const QString& of, auto& list)
    {
        for (auto& answer : list)
            m_visit(QLatin1String("answer ") + of + QLatin1Char(' ') + answer.code, answer.label);
    }

    /// What comes in some variants only is told apart by the first of them.
    static QString in(const QStringList& variants)
    {
        return variants.isEmpty() ? QString() : QLatin1String(" in ") + variants.front();
    }

    void one(auto& domain)
    {
        const QString tail = in(domain.variants);
        labelled(QLatin1String("domain ") + domain.id + tail, domain.label, domain.help);
        if (domain.applicability)
            labelled(QLatin1String("concern ") + domain.id + tail, domain.applicability->question,
                     domain.applicability->help);
        for (auto& item : domain.items) {
            const QString id = item.id + (item.variants.isEmpty() ? tail : in(item.variants));
            labelled(QLatin1String("item ") + id, item.question, item.help);
            answers(id, item.answers);
        }
    }

    Instrument& m_instrument;
    const Visit& m_visit;
};

template <class Instrument, class Visit> void visitTexts(Instrument& instrument, const Visit& visit)
{
    Walk<Instrument, Visit>(instrument, visit).all();
}

} // namespace

std::map<QString, QString> textKeys(const Instrument& instrument)
{
    std::map<QString, QString> keys;
    visitTexts(instrument, [&keys](const QString& key, const QString& text) {
        if (!text.isEmpty())
            keys[key] = text;
    });
    return keys;
}

QStringList textKeysInOrder(const Instrument& instrument)
{
    QStringList keys;
    visitTexts(instrument, [&keys](const QString& key, const QString&) { keys.append(key); });
    return keys;
}

Instrument inLanguage(const Instrument& instrument, const QString& language)
{
    const auto found
        = std::find_if(instrument.translations.begin(), instrument.translations.end(),
                       [&language](const Translation& translation) { return translation.language == language; });
    Instrument said = instrument;
    if (found == instrument.translations.end())
        return said;
    visitTexts(said, [&texts = found->texts](const QString& key, QString& text) {
        const auto translated = texts.find(key);
        if (translated != texts.end())
            text = translated->second;
    });
    said.language = language;
    return said;
}

} // namespace winnow::appraisal
