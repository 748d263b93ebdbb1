// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Standing.h"

namespace winnow::ui {

namespace {

template <class T> std::optional<T> valueOf(Result<T> result)
{
    return result ? std::optional<T>(std::move(*result)) : std::nullopt;
}

} // namespace

Standing::Standing(Project& project, QObject* parent) : QObject(parent), m_project(project)
{
    connect(&project, &Project::changed, this, &Standing::refresh);
    connect(&project, &Project::meChanged, this, &Standing::refresh);
    refresh();
}

void Standing::refresh()
{
    m_again = m_reading;
    if (!m_reading)
        read();
}

void Standing::read()
{
    m_reading = true;
    m_again = false;
    m_hands.over(
        this,
        [&project = m_project, me = m_project.me()] {
            const auto review = project.review();
            const Reviewer* person = review->reviewer(me);
            Numbers numbers;
            numbers.status = valueOf(statusOf(project));
            if (person && person->screens()) {
                numbers.title = valueOf(Screening(project, Stage::Title).progress());
                numbers.fulltext = valueOf(Screening(project, Stage::Fulltext).progress());
            }
            numbers.settles = !person || person->mayResolve();
            if (person && review->reviewers.size() > 1)
                numbers.toSend = valueOf(Sharing(project).workToSend());
            return numbers;
        },
        [this](const Numbers& numbers) {
            m_reading = false;
            m_numbers = numbers;
            Q_EMIT changed();
            if (m_again)
                read();
        });
}

} // namespace winnow::ui
