// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Chasing.h"
#include "project/Entities.h"
#include "project/Filling.h"
#include "project/FreeTexts.h"
#include "project/Notices.h"
#include "project/Seeds.h"

#include <QPointer>

#include <memory>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Accesses;
class FoundSection;
class TextLabel;

/// What is found otherwise than by searching: records that the team knows of, citations, missing abstracts,
/// retractions, what records speak of, free full texts. Each section is one job; screening goes on meanwhile.
class FoundPage final : public QWidget {
    Q_OBJECT

public:
    explicit FoundPage(PanelContext& context, QWidget* parent = nullptr);

    /// Where keys and the contact address are known; read before the first service is asked.
    void setAccesses(std::function<Accesses*()> accesses) { m_accesses = std::move(accesses); }
    /// What stands now: numbers and rights.
    void refresh();

    [[nodiscard]] QPlainTextEdit* seedField() const { return m_seeds; }
    [[nodiscard]] FoundSection* adding() const { return m_adding; }
    [[nodiscard]] FoundSection* chasing() const { return m_chasing; }
    [[nodiscard]] FoundSection* filling() const { return m_filling; }
    [[nodiscard]] FoundSection* notices() const { return m_notices; }
    [[nodiscard]] FoundSection* entities() const { return m_entities; }
    [[nodiscard]] FoundSection* freeTexts() const { return m_freeTexts; }
    [[nodiscard]] QCheckBox* fullTextsToo() const { return m_fullTextsToo; }
    /// What the terms of the services want to be said.
    [[nodiscard]] TextLabel* credits() const { return m_credits; }

Q_SIGNALS:
    void closed();
    void recordsRequested(const QString& heading, const QList<winnow::RecordId>& records);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeAdding(QVBoxLayout* column);
    void makeChasing(QVBoxLayout* column);
    void makeFilling(QVBoxLayout* column);
    void makeNotices(QVBoxLayout* column);
    void makeEntities(QVBoxLayout* column);
    void makeFreeTexts(QVBoxLayout* column);
    void makeCredits(QVBoxLayout* column);
    void add(const QString& seeds);
    void chase(bool countOnly);
    void lookForMissing();
    void fill();
    void checkNotices();
    void fetchEntities();
    void showEntity(const QString& target);
    void lookForFreeTexts();
    void fetchFreeTexts();
    void saveTable(const QString& title, const QString& name, std::function<Result<QByteArray>()> table,
                   FoundSection* section);
    void tellAdded(const SeedsReport& report);
    void tellEntities(const std::vector<EntityTally>& tallies);
    void tellFreeTexts(const FreeTextsReport& report);
    void index();

    /// One job of a section; `then` comes back to the window's thread with what it gave. An error is said in the
    /// section.
    template <class T>
    void ask(FoundSection* section, const QString& name, std::function<Result<T>(const JobContext&)> work,
             std::function<void(const T&)> then);
    [[nodiscard]] std::shared_ptr<Online> way();
    /// At once, or when the keychain has been read, which may ask for its password.
    void whenKeysAreRead(std::function<void()> then);
    void begun(FoundSection* section);
    void failed(FoundSection* section, const Error& error);

    PanelContext& m_context;
    std::shared_ptr<Online> m_online;
    std::function<Accesses*()> m_accesses;
    Hands m_reading;
    QPlainTextEdit* m_seeds = nullptr;
    QCheckBox* m_references = nullptr;
    QCheckBox* m_citing = nullptr;
    QCheckBox* m_fullTextsToo = nullptr;
    QPushButton* m_fill = nullptr;
    QPushButton* m_fetchTexts = nullptr;
    QPushButton* m_saveMissing = nullptr;
    FoundSection* m_adding = nullptr;
    FoundSection* m_chasing = nullptr;
    FoundSection* m_filling = nullptr;
    FoundSection* m_notices = nullptr;
    FoundSection* m_entities = nullptr;
    FoundSection* m_freeTexts = nullptr;
    TextLabel* m_credits = nullptr;
    FillPlan m_plan;
    std::vector<RecordId> m_missingTexts;
};

template <class T>
void FoundPage::ask(FoundSection* section, const QString& name, std::function<Result<T>(const JobContext&)> work,
                    std::function<void(const T&)> then)
{
    begun(section);
    auto run = [self = QPointer(this), section, work = std::move(work), then = std::move(then)](const JobContext& job) {
        auto result = std::make_shared<Result<T>>(work(job));
        if (self)
            QMetaObject::invokeMethod(self.data(), [self, section, result, then] {
                if (!*result)
                    return self->failed(section, result->error());
                self->refresh();
                then(**result);
            });
        return *result ? Result<void>() : Result<void>(Failure(result->error()));
    };
    whenKeysAreRead([this, name, run = std::move(run)] { m_context.jobs.start(name, run); });
}

} // namespace winnow::ui
